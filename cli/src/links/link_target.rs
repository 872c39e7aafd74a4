//! Distinct URLs of datasets and their locations in the files.

use std::{collections::HashMap, sync::Arc};

use rustscape::dataset::{Dataset, Url};

use crate::dataset_file::DatasetFile;

/// A URL that is checked once, with every location that links to it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct LinkTarget {
    /// URL without its fragment, which clients do not send to servers.
    pub(crate) url: String,
    /// Locations in the order of the files; never empty.
    pub(crate) locations: Vec<LinkLocation>,
}

/// Field of a dataset file that contains a URL.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct LinkLocation {
    /// Path of the file as given on the command line.
    pub(crate) file: Arc<str>,
    /// Id path of the record, such as `acme/gate`; `file` for the dataset itself.
    pub(crate) record: String,
    /// Path of the field in the record, such as `sources[0].url`.
    pub(crate) field: String,
    /// URL as the file spells it.
    pub(crate) written: String,
}

impl LinkTarget {
    /// Returns the host of the URL; empty if it has none.
    pub(crate) fn host(&self) -> String {
        let url = url::Url::parse(&self.url).ok();
        url.as_ref().and_then(url::Url::host_str).unwrap_or_default().to_owned()
    }
}

/// Returns the distinct URLs of the files, in the order of their first locations.
pub(crate) fn collect_links(files: &[DatasetFile]) -> Vec<LinkTarget> {
    let mut links: Vec<LinkTarget> = Vec::new();
    let mut idx_of_url: HashMap<String, usize> = HashMap::new();
    for file in files {
        for location in locations(file) {
            let url = without_fragment(&location.written);
            let idx = *idx_of_url.entry(url.clone()).or_insert(links.len());
            match links.get_mut(idx) {
                Some(link) => link.locations.push(location),
                None => links.push(LinkTarget { url, locations: vec![location] }),
            }
        }
    }
    links
}

/// Returns a URL in normalized spelling without its fragment. Returns a text that is not a URL
/// unchanged.
pub(crate) fn without_fragment(written: &str) -> String {
    let Ok(mut url) = url::Url::parse(written) else { return written.to_owned() };
    url.set_fragment(None);
    url.into()
}

fn locations(file: &DatasetFile) -> Vec<LinkLocation> {
    let mut collector = LocationCollector {
        file: Arc::from(file.path.display().to_string()),
        locations: Vec::new(),
    };
    let dataset = &file.dataset;
    collector.add_dataset_level(dataset);
    for org in &dataset.organizations {
        collector.add(&org.id, "homepage", org.homepage.as_ref());
        for idx in org.project_idxs() {
            let project = dataset.project(idx);
            let record = dataset.full_id(idx);
            collector.add(&record, "repository", project.repository.as_ref());
            for (at, source) in project.sources.iter().enumerate() {
                collector.add(&record, &format!("sources[{at}].url"), source.url.as_ref());
            }
        }
    }
    collector.locations
}

/// Collects the locations of one file.
struct LocationCollector {
    file: Arc<str>,
    locations: Vec<LinkLocation>,
}

impl LocationCollector {
    fn add_dataset_level(&mut self, dataset: &Dataset) {
        const RECORD: &str = "file";
        let post = dataset.post.as_ref();
        self.add(RECORD, "post.url", post.and_then(|post| post.url.as_ref()));
        self.add(RECORD, "contribute.issues", dataset.contribute.issues.as_ref());
        self.add(RECORD, "contribute.file", dataset.contribute.file.as_ref());
        for (at, link) in dataset.links.iter().enumerate() {
            self.add(RECORD, &format!("links[{at}].url"), Some(&link.url));
        }
    }

    fn add(&mut self, record: &str, field: &str, url: Option<&Url>) {
        let Some(url) = url else { return };
        self.locations.push(LinkLocation {
            file: Arc::clone(&self.file),
            record: record.to_owned(),
            field: field.to_owned(),
            written: url.as_str().to_owned(),
        });
    }
}
