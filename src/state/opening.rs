//! Which dataset is open: the site's own, of today or of an earlier day, one from an address, or a
//! file of the reader.

use std::sync::Arc;

use leptos::{prelude::*, web_sys::File};

use super::{
    Atlas, Explorer, browser, loading,
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

/// Opens datasets, one after the other. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Opener {
    opening: RwSignal<Opening>,
    explorer: StoredValue<Option<Explorer>>,
    /// The published page that is still there as it was written.
    published: StoredValue<Option<Published>>,
}

impl Opener {
    /// Begins with the dataset that the address of the page asks for.
    pub fn of_page() -> Self {
        let opening = RwSignal::new(Opening::Going { n_bytes: 0, n_total: None });
        let explorer = StoredValue::new(None);
        let published = StoredValue::new(published::of_page());
        let opener = Self { opening, explorer, published };
        opener.load();
        opener
    }

    /// How far it is.
    pub fn opening(self) -> Opening {
        self.opening.get()
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

    /// Fetches the dataset that the address of the page asks for, once more if need be.
    pub(super) fn load(self) {
        self.opening.set(Opening::Going { n_bytes: 0, n_total: None });
        let going = move |n_bytes, n_total| self.opening.set(Opening::Going { n_bytes, n_total });
        browser::spawn(async move {
            self.opening.set(match self.fetch(going).await {
                Ok(opened) => Opening::Done(opened),
                Err(error) => Opening::Failed(error),
            });
        });
    }

    async fn fetch(self, going: impl Fn(usize, Option<usize>)) -> Result<Opened, LoadError> {
        let asked = link::data_of(&browser::address_below(""));
        let day = asked.as_deref().and_then(link::day_of);
        let mut version = None;
        if let Some(day) = &day {
            match loading::load(VERSIONS_URL, &|_, _| ()).await {
                Ok(list) => version = link::version_of(day, &list),
                // A site that keeps none has its own.
                Err(LoadError::Status { code: 403 | 404 | 410 }) => {}
                Err(error) => {
                    self.published.set_value(None);
                    return Err(error);
                }
            }
        }
        let is_own = version.is_none() && (asked.is_none() || day.is_some());
        if !is_own && self.has_page() {
            // It is not what was asked for.
            self.published.set_value(None);
            going(0, None);
        }
        let (url, provenance) = match (version, asked) {
            (Some((day, file)), _) => (file, Provenance::Version(day)),
            (None, Some(asked)) if !is_own => {
                (browser::data_url(&asked)?, Provenance::Address(asked))
            }
            _ => {
                let list_url = published::of_page().map(|published| published.list_url);
                (list_url.unwrap_or_else(|| OWN_URL.to_owned()), Provenance::Own)
            }
        };
        let bytes = loading::load(&url, &going).await?;
        open(&bytes, provenance).await
    }

    /// Opens a file of the reader. One that cannot be opened leaves the view as it is, if there is
    /// one.
    pub(super) fn open_file(self, file: File) {
        browser::spawn(async move {
            let error = match read_file(&file).await {
                Ok(opened) => return self.opening.set(Opening::Done(opened)),
                Err(error) => error,
            };
            match self.explorer() {
                Some(explorer) => {
                    let (_, reason) = load_failure(&error);
                    explorer.set_scene(|scene| scene.trouble = Some((file.name(), reason)));
                }
                None => self.opening.set(Opening::Failed(error)),
            }
        });
    }
}

async fn read_file(file: &File) -> Result<Opened, LoadError> {
    if f64::from(u32::try_from(FILE_MAX_BYTES).unwrap_or(u32::MAX)) < file.size() {
        return Err(LoadError::TooLarge { n_bytes_max: FILE_MAX_BYTES });
    }
    let bytes = browser::bytes_of(file).await.ok_or(LoadError::Unreadable)?;
    open(&bytes, Provenance::File(file.name())).await
}

/// Reads and indexes a dataset, with pauses in which the page answers to the reader.
async fn open(bytes: &[u8], provenance: Provenance) -> Result<Opened, LoadError> {
    browser::pause().await;
    let (dataset, problems) = read(bytes).map_err(LoadError::Dataset)?;
    browser::pause().await;
    let atlas = Atlas::new(dataset, problems);
    browser::pause().await;
    Ok(Opened { atlas, provenance })
}

/// The path of the site's own dataset, where the address of the page asks for another one.
pub fn own_path() -> Option<String> {
    link::data_of(&browser::address_below("")).map(|_| browser::base_path())
}
