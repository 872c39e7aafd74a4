//! Which dataset is open: the site's own, of today or of an earlier day, one from an address, or a
//! file of the reader.

use std::sync::Arc;

use leptos::{prelude::*, web_sys::File};

use super::{
    Atlas, Explorer, browser,
    loading::{self, Request, Requests},
    published::{self, Published},
};
use crate::{
    dataset::{LoadError, read},
    link::{self, Provenance},
    wording::load_failure,
};

/// The largest file of a reader that is opened, in bytes: a hundred times the dataset of this
/// atlas, and a tenth of what a page may hold, since it takes several times as much once read.
const FILE_MAX_BYTES: usize = 100_000_000;

/// Where the site's own dataset is, relative to the base of the page, unless the page says where
/// the part of it is that lists need.
const OWN_URL: &str = "data/rustscape.json";

/// Where a published site lists the versions of its dataset, relative to the base of the page.
const VERSIONS_URL: &str = "data/versions.json";

/// A dataset that is ready to be shown.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The dataset and its index.
    pub atlas: Arc<Atlas>,
    /// Where it is from.
    pub provenance: Provenance,
}

/// How far the opening of a dataset is.
#[derive(Clone, Debug)]
pub enum Opening {
    /// Bytes arrive.
    Going {
        /// How many have arrived, after decompression.
        n_bytes: usize,
        /// How many there will be, where the server says so.
        n_total: Option<usize>,
    },
    /// It ended without a dataset.
    Failed(LoadError),
    /// The dataset is there.
    Done(Opened),
}

/// How a page starts to follow its state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// It is made.
    Anew,
    /// It was published: it gets what it lacks.
    Completed,
}

/// Opens datasets. The newest request decides which one is shown. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Opener {
    opening: RwSignal<Opening>,
    requests: Requests,
    explorer: StoredValue<Option<Explorer>>,
    /// The published page that is still there as it was written.
    published: StoredValue<Option<Published>>,
    /// The name of a file that could not be opened before a dataset was shown, and why.
    trouble: StoredValue<Option<Trouble>>,
}

/// The name of a file that could not be opened, and why.
pub(super) type Trouble = (String, String);

impl Opener {
    /// Begins with the dataset that the address of the page asks for.
    pub fn of_page() -> Self {
        let opener = Self {
            opening: RwSignal::new(Opening::Going { n_bytes: 0, n_total: None }),
            requests: Requests::new(),
            explorer: StoredValue::new(None),
            published: StoredValue::new(published::of_page()),
            trouble: StoredValue::new(None),
        };
        opener.load();
        opener
    }

    /// How far it is.
    pub fn opening(self) -> Opening {
        self.opening.get()
    }

    /// Returns the name of the file that could not be opened, and why, while no dataset is shown.
    pub fn trouble(self) -> Option<Trouble> {
        self.trouble.get_value()
    }

    /// What explores the dataset that is shown, if one is.
    pub(super) fn explorer(self) -> Option<Explorer> {
        self.explorer.get_value()
    }

    /// Whether a published page is there, which can be read while the dataset arrives.
    pub fn has_page(self) -> bool {
        self.published.with_value(Option::is_some)
    }

    /// Makes what explores a dataset that is to be shown from now on, and says how to show it.
    pub fn explore(self, opened: Opened) -> (Explorer, Start) {
        let published = self.published.try_update_value(Option::take).flatten();
        let published = published.filter(|_| opened.provenance.is_own());
        let (explorer, start) =
            match published.and_then(|published| Explorer::of_published(&opened, published)) {
                Some(explorer) => (explorer, Start::Completed),
                None => (Explorer::of_page(opened), Start::Anew),
            };
        self.explorer.set_value(Some(explorer));
        (explorer, start)
    }

    /// Fetches the dataset that the address of the page asks for, once more if need be. A published
    /// page stays meanwhile, and also without it, unless another dataset was asked for.
    pub(super) fn load(self) {
        let request = self.requests.begin();
        self.opening.set(Opening::Going { n_bytes: 0, n_total: None });
        browser::spawn(async move {
            let source = find_source(&request).await;
            let is_own = source.as_ref().is_ok_and(|(_, provenance)| provenance.is_own());
            let opened = match source {
                Ok(source) => self.fetch_current(source, &request).await,
                Err(error) => Err(error),
            };
            if !request.is_newest() {
                return;
            }
            if opened.is_err() && !is_own {
                self.published.set_value(None);
            }
            self.opening.set(match opened {
                Ok(opened) => Opening::Done(opened),
                Err(error) => Opening::Failed(error),
            });
        });
    }

    /// Fetches a dataset. A page from before the last publication names a list that may be gone; then
    /// the whole dataset, whose address never changes, takes its place, and the page is made anew.
    async fn fetch_current(
        self,
        source: (String, Provenance),
        request: &Request,
    ) -> Result<Opened, LoadError> {
        let is_list = source.1.is_own() && source.0 != OWN_URL;
        let opened = self.fetch(source, request).await;
        let Err(LoadError::Status { .. } | LoadError::Dataset(_)) = opened else { return opened };
        if !is_list {
            return opened;
        }
        let opened = self.fetch((OWN_URL.to_owned(), Provenance::Own), request).await?;
        self.published.set_value(None);
        Ok(opened)
    }

    async fn fetch(
        self,
        (url, provenance): (String, Provenance),
        request: &Request,
    ) -> Result<Opened, LoadError> {
        let going = move |n_bytes, n_total| self.opening.set(Opening::Going { n_bytes, n_total });
        let bytes = loading::load(&url, request, &going).await?;
        open(&bytes, provenance, request).await
    }

    /// Opens a file of the reader in place of what is loading. One that cannot be opened leaves the
    /// view as it is.
    pub(super) fn open_file(self, file: File) {
        let request = self.requests.begin();
        browser::spawn(async move {
            let opened = read_file(&file, &request).await;
            match opened {
                _ if !request.is_newest() => {}
                Ok(opened) => self.opening.set(Opening::Done(opened)),
                Err(error) => self.tell_trouble((file.name(), load_failure(&error).1)),
            }
        });
    }

    /// Says that a file could not be opened. A load that made way for it begins again.
    fn tell_trouble(self, trouble: Trouble) {
        if let Some(explorer) = self.explorer() {
            return explorer.set_scene(|scene| scene.trouble = Some(trouble));
        }
        self.trouble.set_value(Some(trouble));
        match self.opening.get_untracked() {
            Opening::Going { .. } => self.load(),
            _ => self.opening.notify(),
        }
    }

    /// Takes the word of a file that could not be opened away, so that another place can have it.
    pub fn take_trouble(self) -> Option<Trouble> {
        self.trouble.try_update_value(Option::take).flatten()
    }

    /// Says no longer that a file could not be opened.
    pub(super) fn forget_trouble(self) {
        if self.take_trouble().is_some() {
            self.opening.notify();
        }
    }
}

/// Finds where the dataset is that the address of the page asks for.
async fn find_source(request: &Request) -> Result<(String, Provenance), LoadError> {
    let asked = link::data_of(&browser::address_below(""));
    let day = asked.as_deref().and_then(link::day_of);
    if let Some(day) = &day {
        match loading::load(VERSIONS_URL, request, &|_, _| ()).await {
            Ok(list) => {
                if let Some((day, file)) = link::version_of(day, &list) {
                    return Ok((file, Provenance::Version(day)));
                }
            }
            // A site that keeps none has its own.
            Err(LoadError::Status { code: 403 | 404 | 410 }) => {}
            Err(error) => return Err(error),
        }
    }
    match asked {
        Some(asked) if day.is_none() => {
            Ok((browser::data_url(&asked)?, Provenance::Address(asked)))
        }
        _ => {
            let list_url = published::of_page().map(|published| published.list_url);
            Ok((list_url.unwrap_or_else(|| OWN_URL.to_owned()), Provenance::Own))
        }
    }
}

async fn read_file(file: &File, request: &Request) -> Result<Opened, LoadError> {
    if f64::from(u32::try_from(FILE_MAX_BYTES).unwrap_or(u32::MAX)) < file.size() {
        return Err(LoadError::TooLarge { n_bytes_max: FILE_MAX_BYTES });
    }
    let bytes = browser::bytes_of(file).await.ok_or(LoadError::Unreadable)?;
    open(&bytes, Provenance::File(file.name()), request).await
}

/// Reads and indexes a dataset, with pauses in which the page answers to the reader.
async fn open(
    bytes: &[u8],
    provenance: Provenance,
    request: &Request,
) -> Result<Opened, LoadError> {
    request.pause().await?;
    let (dataset, problems) = read(bytes).map_err(LoadError::Dataset)?;
    request.pause().await?;
    let atlas = Atlas::new(dataset, problems);
    request.pause().await?;
    Ok(Opened { atlas, provenance })
}

/// The path of the site's own dataset, where the address of the page asks for another one.
pub fn own_path() -> Option<String> {
    link::data_of(&browser::address_below("")).map(|_| browser::base_path())
}
