//! The links of a dataset, and where they stand in it.

use std::{collections::HashMap, sync::Arc};

use rustscape::dataset::{Dataset, Url};

use crate::dataset_file::DatasetFile;

/// An address that is asked once, however often it is written.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Link {
    /// The address without its fragment, which is not sent to a server.
    pub(crate) address: String,
    /// Where it is written, in the order of the files; never empty.
    pub(crate) places: Vec<Place>,
}

/// A place in a file where an address is written.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The file, as it was named.
    pub(crate) file: Arc<str>,
    /// `acme`, `acme/gate`, or `file` for what belongs to the dataset as a whole.
    pub(crate) record: String,
    /// `homepage`, `sources[0].url`.
    pub(crate) field: String,
    /// The address as it is written.
    pub(crate) written: String,
}

impl Link {
    /// The host that is asked; empty where the address has none.
    pub(crate) fn host(&self) -> String {
        let url = url::Url::parse(&self.address).ok();
        url.as_ref().and_then(url::Url::host_str).unwrap_or_default().to_owned()
    }
}

/// Every address of the files, each once, in the order of their first places.
pub(crate) fn collect(files: &[DatasetFile]) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    let mut idx_of_address: HashMap<String, usize> = HashMap::new();
    for file in files {
        for place in places_of(file) {
            let address = without_fragment(&place.written);
            let idx = *idx_of_address.entry(address.clone()).or_insert(links.len());
            match links.get_mut(idx) {
                Some(link) => link.places.push(place),
                None => links.push(Link { address, places: vec![place] }),
            }
        }
    }
    links
}

/// The address that is asked: in its one normal spelling, without its fragment. What cannot be
/// parsed stays as it is.
pub(crate) fn without_fragment(written: &str) -> String {
    let Ok(mut url) = url::Url::parse(written) else { return written.to_owned() };
    url.set_fragment(None);
    url.into()
}

fn places_of(file: &DatasetFile) -> Vec<Place> {
    let mut places =
        Places { file: Arc::from(file.path.display().to_string()), places: Vec::new() };
    let dataset = &file.dataset;
    places.add_head(dataset);
    for org in &dataset.organizations {
        places.add(&org.id, "homepage", org.homepage.as_ref());
        for idx in org.project_idxs() {
            let project = dataset.project(idx);
            let record = dataset.full_id(idx);
            places.add(&record, "repository", project.repository.as_ref());
            for (at, source) in project.sources.iter().enumerate() {
                places.add(&record, &format!("sources[{at}].url"), source.url.as_ref());
            }
        }
    }
    places.places
}

/// Places in the making.
struct Places {
    file: Arc<str>,
    places: Vec<Place>,
}

impl Places {
    fn add_head(&mut self, dataset: &Dataset) {
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
        self.places.push(Place {
            file: Arc::clone(&self.file),
            record: record.to_owned(),
            field: field.to_owned(),
            written: url.as_str().to_owned(),
        });
    }
}
