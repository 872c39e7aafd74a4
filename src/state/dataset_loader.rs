//! Loading of datasets: the site's own, an earlier version, one at another address, or a local file.

use leptos::{prelude::*, web_sys::File};

use super::{
    Atlas, ChunkLoaders, Explorer, LoadedDataset, browser,
    fetch::{self, Request, Requests},
    published::PublishedPage,
};
use crate::{
    dataset::{LoadError, read},
    link::{self, Provenance},
    wording::load_failure,
};

/// Maximum size of a local file, in bytes: a hundred times the dataset of this atlas, and a tenth of
/// the memory of a page, because a parsed dataset takes several times the size of its file.
const FILE_MAX_BYTES: usize = 100_000_000;

/// URL of the site's own dataset, relative to the base of the page. A published page names a smaller
/// file with the part that lists need.
const OWN_URL: &str = "data/rustscape.json";

/// URL of the list of dataset versions, relative to the base of the page.
const VERSIONS_URL: &str = "data/versions.json";

/// State of a load that has not finished with a dataset.
#[derive(Clone, Debug)]
pub enum LoadState {
    /// The dataset is arriving.
    Loading {
        /// Bytes that have arrived, after decompression.
        n_bytes: usize,
        /// Total number of bytes, if the server reports it.
        n_total: Option<usize>,
    },
    /// The load has failed.
    Failed(LoadError),
}

/// Way in which the application starts in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Startup {
    /// Renders and mounts the whole page.
    Mount,
    /// Keeps the published page, and mounts components in place of the parts that change.
    TakeOver,
}

/// A local file that could not be loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailedFile {
    /// Name of the file.
    pub name: String,
    /// Reason in words.
    pub reason: String,
}

/// Loads datasets. The newest request wins. Cheap to copy; components get it from context.
#[derive(Clone, Copy)]
pub struct DatasetLoader {
    state: RwSignal<LoadState>,
    loaded: RwSignal<Option<LoadedDataset>>,
    failed_file: RwSignal<Option<FailedFile>>,
    requests: Requests,
    explorer: StoredValue<Option<Explorer>>,
    /// The published page, until it is taken over or replaced.
    published: StoredValue<Option<PublishedPage>>,
    chunks: ChunkLoaders,
}

impl DatasetLoader {
    /// Starts to load the dataset that the address of the page names.
    pub(crate) fn start(chunks: ChunkLoaders) -> Self {
        let loader = Self {
            state: RwSignal::new(LoadState::Loading { n_bytes: 0, n_total: None }),
            loaded: RwSignal::new(None),
            failed_file: RwSignal::new(None),
            requests: Requests::new(),
            explorer: StoredValue::new(None),
            published: StoredValue::new(PublishedPage::read()),
            chunks,
        };
        loader.load();
        loader
    }

    /// Returns the state of the current or last load. Tracked.
    pub fn state(self) -> LoadState {
        self.state.get()
    }

    /// Returns the dataset to show. Tracked.
    pub fn loaded(self) -> Option<LoadedDataset> {
        self.loaded.get()
    }

    /// Returns whether there is neither a dataset nor a published page to show. Tracked.
    pub fn is_blank(self) -> bool {
        self.state.track();
        self.loaded.with(Option::is_none) && !self.has_page()
    }

    /// Returns the last file that could not be loaded. Tracked.
    pub fn failed_file(self) -> Option<FailedFile> {
        self.failed_file.get()
    }

    /// Returns the explorer of the shown dataset.
    pub(super) fn explorer(self) -> Option<Explorer> {
        self.explorer.get_value()
    }

    /// Returns whether a published page is shown, which can be read while the dataset loads.
    pub fn has_page(self) -> bool {
        self.published.with_value(Option::is_some)
    }

    /// Creates the explorer of a loaded dataset, for the published page if it shows the same data.
    pub fn explore(self, loaded: LoadedDataset) -> (Explorer, Startup) {
        let published = self.published.try_update_value(Option::take).flatten();
        let published = published.filter(|_| loaded.provenance.is_own());
        let explorer = published
            .and_then(|published| Explorer::from_published(&loaded, published, self.chunks));
        match explorer {
            Some(explorer) => (explorer, Startup::TakeOver),
            None => (Explorer::from_window(loaded, self.chunks), Startup::Mount),
        }
    }

    /// Sets the explorer that the event listeners of the page act on.
    pub fn set_explorer(self, explorer: Explorer) {
        self.explorer.set_value(Some(explorer));
    }

    /// Loads the dataset that the address of the page names, again after a failure. A published page
    /// stays in place, also after a failure to load the site's own dataset.
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

    /// Fetches a dataset. A cached page may name a list file of an earlier publication that no longer
    /// exists. Then the whole dataset, whose address never changes, is loaded and the page is
    /// rendered again.
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
        self.load_views().await?;
        self.published.set_value(None);
        Ok(loaded)
    }

    async fn fetch(
        self,
        (url, provenance): (String, Provenance),
        request: &Request,
    ) -> Result<LoadedDataset, LoadError> {
        let on_progress =
            move |n_bytes, n_total| self.state.set(LoadState::Loading { n_bytes, n_total });
        let bytes = fetch::fetch_bytes(&url, request, &on_progress).await?;
        self.prepare(&bytes, provenance, request).await
    }

    /// Reads a dataset and loads the views for it, so that it can be shown without further delay.
    async fn prepare(
        self,
        bytes: &[u8],
        provenance: Provenance,
        request: &Request,
    ) -> Result<LoadedDataset, LoadError> {
        let loaded = read_in_steps(bytes, provenance, request).await?;
        if !self.can_take_over(&loaded.provenance) {
            self.load_views().await?;
        }
        Ok(loaded)
    }

    async fn load_views(self) -> Result<(), LoadError> {
        (self.chunks.lazy_views)().await.map(drop).map_err(|_| LoadError::MissingPart)
    }

    /// Returns whether a dataset is that of the published page, and the page is no frame.
    fn can_take_over(self, provenance: &Provenance) -> bool {
        let is_frame = browser::is_framed() || browser::root_attribute("data-stage").is_some();
        let has_address = |published: &PublishedPage| published.address.is_some();
        let has_page = self.published.with_value(|page| page.as_ref().is_some_and(has_address));
        provenance.is_own() && has_page && !is_frame
    }

    /// Opens a local file and aborts any other load. A file that cannot be loaded leaves the view
    /// unchanged.
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
        if file.size() > f64::from(u32::try_from(FILE_MAX_BYTES).unwrap_or(u32::MAX)) {
            return Err(LoadError::TooLarge { n_bytes_max: FILE_MAX_BYTES });
        }
        let bytes = browser::read_bytes(file).await.ok_or(LoadError::Unreadable)?;
        self.prepare(&bytes, Provenance::File(file.name()), request).await
    }

    /// Reports a failed file. Restarts the load that was aborted for it.
    fn report(self, failed: FailedFile) {
        self.failed_file.set(Some(failed));
        let is_loading = |state: &LoadState| matches!(state, LoadState::Loading { .. });
        let has_no_dataset = self.loaded.with_untracked(Option::is_none);
        if has_no_dataset && self.state.with_untracked(is_loading) {
            self.load();
        }
    }

    /// Removes the alert about a failed file.
    pub fn dismiss_failed_file(self) {
        self.failed_file.set(None);
        if let Some(explorer) = self.explorer() {
            browser::restore_focus(None, explorer.heading_id());
        }
    }
}

/// Returns the URL and the origin of the dataset that the address of the page names.
async fn find_source(request: &Request) -> Result<(String, Provenance), LoadError> {
    let param = link::dataset_param(&browser::address_below(""));
    let day = param.as_deref().and_then(link::parse_day);
    if let Some(day) = &day {
        match fetch::fetch_bytes(VERSIONS_URL, request, &|_, _| ()).await {
            Ok(list) => {
                if let Some((day, file)) = link::find_version(day, &list) {
                    return Ok((file, Provenance::Version(day)));
                }
            }
            // A site without versions shows its current dataset.
            Err(LoadError::Status { code: 403 | 404 | 410 }) => {}
            Err(error) => return Err(error),
        }
    }
    match param {
        Some(param) if day.is_none() => {
            Ok((browser::dataset_url(&param)?, Provenance::Address(param)))
        }
        _ => {
            let list_url = PublishedPage::read().map(|published| published.list_url);
            Ok((list_url.unwrap_or_else(|| OWN_URL.to_owned()), Provenance::Own))
        }
    }
}

/// Reads and indexes a dataset in several tasks, so that the page stays responsive.
async fn read_in_steps(
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

/// Returns the path of the site's own dataset if the address of the page names another one.
pub fn own_path() -> Option<String> {
    link::dataset_param(&browser::address_below("")).map(|_| browser::base_path())
}
