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
    chunks,
    dataset::{LoadError, read},
    link::{self, Provenance},
    wording::load_failure,
};

/// The largest file of a reader that is loaded, in bytes: a hundred times the dataset of this
/// atlas, and a tenth of what a page may hold, since it takes several times as much once read.
const FILE_MAX_BYTES: usize = 100_000_000;

/// Where the site's own dataset is, relative to the base of the page, unless the page says where
/// the part of it is that lists need.
const OWN_URL: &str = "data/rustscape.json";

/// Where a published site lists the versions of its dataset, relative to the base of the page.
const VERSIONS_URL: &str = "data/versions.json";

/// A dataset that is ready to be shown.
#[derive(Clone, Debug)]
pub struct LoadedDataset {
    /// The dataset and its index.
    pub atlas: Arc<Atlas>,
    /// Where it is from.
    pub provenance: Provenance,
}

/// The state of a load that has not given a dataset.
#[derive(Clone, Debug)]
pub enum LoadState {
    /// Bytes arrive.
    Loading {
        /// How many have arrived, after decompression.
        n_bytes: usize,
        /// How many there will be, where the server says so.
        n_total: Option<usize>,
    },
    /// It ended without a dataset.
    Failed(LoadError),
}

/// How a page starts to follow its state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Startup {
    /// It is made.
    Mount,
    /// The published page stays: the parts that change take the places of those that were written.
    TakeOver,
}

/// A file of the reader that could not be loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailedFile {
    /// The name.
    pub name: String,
    /// Why, in words.
    pub reason: String,
}

/// Loads datasets. The newest request decides which one is shown. Cheap to copy; components get it
/// from the context.
#[derive(Clone, Copy)]
pub struct DatasetLoader {
    state: RwSignal<LoadState>,
    loaded: RwSignal<Option<LoadedDataset>>,
    failed_file: RwSignal<Option<FailedFile>>,
    requests: Requests,
    explorer: StoredValue<Option<Explorer>>,
    /// The published page that is still there as it was written.
    published: StoredValue<Option<Published>>,
}

impl DatasetLoader {
    /// Begins with the dataset that the address of the page asks for.
    pub fn of_page() -> Self {
        let loader = Self {
            state: RwSignal::new(LoadState::Loading { n_bytes: 0, n_total: None }),
            loaded: RwSignal::new(None),
            failed_file: RwSignal::new(None),
            requests: Requests::new(),
            explorer: StoredValue::new(None),
            published: StoredValue::new(published::of_page()),
        };
        loader.load();
        loader
    }

    /// Returns the state of the load that is going on, or went on last. Tracked.
    pub fn state(self) -> LoadState {
        self.state.get()
    }

    /// Returns the dataset that is to be shown. Tracked.
    pub fn loaded(self) -> Option<LoadedDataset> {
        self.loaded.get()
    }

    /// Returns whether there is neither a dataset nor a published page to show. Tracked.
    pub fn is_blank(self) -> bool {
        self.state.track();
        self.loaded.with(Option::is_none) && !self.has_page()
    }

    /// Returns the file that could not be loaded last. Tracked.
    pub fn failed_file(self) -> Option<FailedFile> {
        self.failed_file.get()
    }

    /// Returns what explores the dataset that is shown, if one is.
    pub(super) fn explorer(self) -> Option<Explorer> {
        self.explorer.get_value()
    }

    /// Returns whether a published page is there, which can be read while the dataset arrives.
    pub fn has_page(self) -> bool {
        self.published.with_value(Option::is_some)
    }

    /// Creates the state of a dataset that is to be shown from now on.
    pub fn explore(self, loaded: LoadedDataset) -> (Explorer, Startup) {
        let published = self.published.try_update_value(Option::take).flatten();
        let published = published.filter(|_| loaded.provenance.is_own());
        let (explorer, startup) =
            match published.and_then(|published| Explorer::of_published(&loaded, published)) {
                Some(explorer) => (explorer, Startup::TakeOver),
                None => (Explorer::of_page(loaded), Startup::Mount),
            };
        (explorer, startup)
    }

    /// Lets the listeners of the page act on an explorer, whose page is there.
    pub fn follow(self, explorer: Explorer) {
        self.explorer.set_value(Some(explorer));
    }

    /// Fetches the dataset that the address of the page asks for, once more if need be. A published
    /// page stays meanwhile, and also without it, unless another dataset was asked for.
    pub fn load(self) {
        let request = self.requests.begin();
        self.state.set(LoadState::Loading { n_bytes: 0, n_total: None });
        browser::spawn(async move {
            let source = find_source(&request).await;
            let is_own = source.as_ref().is_ok_and(|(_, provenance)| provenance.is_own());
            let loaded = match source {
                Ok(source) => self.fetch_current(source, &request).await,
                Err(error) => Err(error),
            };
            if !request.is_newest() {
                return;
            }
            if loaded.is_err() && !is_own {
                self.published.set_value(None);
            }
            match loaded {
                Ok(loaded) => self.loaded.set(Some(loaded)),
                Err(error) => self.state.set(LoadState::Failed(error)),
            }
        });
    }

    /// Fetches a dataset. A page from before the last publication names a list that may be gone; then
    /// the whole dataset, whose address never changes, takes its place, and the page is made anew.
    async fn fetch_current(
        self,
        source: (String, Provenance),
        request: &Request,
    ) -> Result<LoadedDataset, LoadError> {
        let is_list = source.1.is_own() && source.0 != OWN_URL;
        let loaded = self.fetch(source, request).await;
        let Err(LoadError::Status { .. } | LoadError::Dataset(_)) = loaded else { return loaded };
        if !is_list {
            return loaded;
        }
        let loaded = self.fetch((OWN_URL.to_owned(), Provenance::Own), request).await?;
        chunks::rare_views().await.map_err(|_| LoadError::MissingPart)?;
        self.published.set_value(None);
        Ok(loaded)
    }

    async fn fetch(
        self,
        (url, provenance): (String, Provenance),
        request: &Request,
    ) -> Result<LoadedDataset, LoadError> {
        let going = move |n_bytes, n_total| self.state.set(LoadState::Loading { n_bytes, n_total });
        let bytes = loading::load(&url, request, &going).await?;
        self.prepare(&bytes, provenance, request).await
    }

    /// Reads a dataset, and loads the views that show it, so that nothing is left to wait for.
    async fn prepare(
        self,
        bytes: &[u8],
        provenance: Provenance,
        request: &Request,
    ) -> Result<LoadedDataset, LoadError> {
        let loaded = open(bytes, provenance, request).await?;
        if !self.can_take_over(&loaded.provenance) {
            chunks::rare_views().await.map_err(|_| LoadError::MissingPart)?;
        }
        Ok(loaded)
    }

    /// Returns whether a dataset is that of the published page, which is not a frame.
    fn can_take_over(self, provenance: &Provenance) -> bool {
        let is_frame = browser::is_framed() || browser::root_attribute("data-stage").is_some();
        let has_address = |published: &Published| published.address.is_some();
        let is_there = self.published.with_value(|page| page.as_ref().is_some_and(has_address));
        provenance.is_own() && is_there && !is_frame
    }

    /// Opens a file of the reader in place of what is loading. One that cannot be loaded leaves the
    /// view as it is.
    pub fn open_file(self, file: File) {
        let request = self.requests.begin();
        browser::spawn(async move {
            let loaded = self.read_file(&file, &request).await;
            match loaded {
                _ if !request.is_newest() => {}
                Ok(loaded) => {
                    self.failed_file.set(None);
                    self.loaded.set(Some(loaded));
                }
                Err(error) => {
                    self.report(FailedFile { name: file.name(), reason: load_failure(&error).1 });
                }
            }
        });
    }

    async fn read_file(self, file: &File, request: &Request) -> Result<LoadedDataset, LoadError> {
        if f64::from(u32::try_from(FILE_MAX_BYTES).unwrap_or(u32::MAX)) < file.size() {
            return Err(LoadError::TooLarge { n_bytes_max: FILE_MAX_BYTES });
        }
        let bytes = browser::bytes_of(file).await.ok_or(LoadError::Unreadable)?;
        self.prepare(&bytes, Provenance::File(file.name()), request).await
    }

    /// Says that a file could not be loaded. A load that made way for it begins again.
    fn report(self, failed: FailedFile) {
        self.failed_file.set(Some(failed));
        let is_loading = |state: &LoadState| matches!(state, LoadState::Loading { .. });
        let is_without = self.loaded.with_untracked(Option::is_none);
        if is_without && self.state.with_untracked(is_loading) {
            self.load();
        }
    }

    /// Takes the word of a file that could not be loaded away.
    pub fn dismiss_failed_file(self) {
        self.failed_file.set(None);
        if let Some(explorer) = self.explorer() {
            browser::keep_focus(None, explorer.heading_id());
        }
    }
}

/// Finds where the dataset is that the address of the page asks for.
async fn find_source(request: &Request) -> Result<(String, Provenance), LoadError> {
    let asked = link::dataset_param(&browser::address_below(""));
    let day = asked.as_deref().and_then(link::parse_day);
    if let Some(day) = &day {
        match loading::load(VERSIONS_URL, request, &|_, _| ()).await {
            Ok(list) => {
                if let Some((day, file)) = link::find_version(day, &list) {
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

/// Reads and indexes a dataset, with pauses in which the page answers to the reader.
async fn open(
    bytes: &[u8],
    provenance: Provenance,
    request: &Request,
) -> Result<LoadedDataset, LoadError> {
    request.pause().await?;
    let (dataset, problems) = read(bytes).map_err(LoadError::Dataset)?;
    request.pause().await?;
    let atlas = Atlas::new(dataset, problems);
    request.pause().await?;
    Ok(LoadedDataset { atlas, provenance })
}

/// The path of the site's own dataset, where the address of the page asks for another one.
pub fn own_path() -> Option<String> {
    link::dataset_param(&browser::address_below("")).map(|_| browser::base_path())
}
