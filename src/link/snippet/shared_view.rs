//! A view to share, with its links, pictures and citations.

use super::{
    super::{EMBED, EmbedOptions, with_dataset, with_params},
    escaping::{html, latex, markdown, markdown_url},
};

/// A view to share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SharedView {
    /// Absolute URL of the atlas, with a trailing slash.
    pub site: String,
    /// Address of the view below the atlas. Includes the dataset if it is not the site's own.
    pub address: String,
    /// Sentence about the view, or the name of its page.
    pub sentence: String,
    /// Summary of the organizations in the view; may be empty.
    pub org_names: String,
    /// Title of the atlas.
    pub title: String,
    /// Day of the data; empty if it is unknown.
    pub day: String,
    /// Address of the nearest published page below the atlas.
    pub page: String,
    /// Sentence about that page; empty if no pages were published.
    pub page_sentence: String,
    /// URL of the whole dataset; empty for a local file.
    pub dataset_url: String,
    /// Name of the local file; empty for other datasets.
    pub file_name: String,
}

impl SharedView {
    /// Replaces line breaks in all texts with spaces.
    #[must_use]
    pub fn single_line(mut self) -> Self {
        let Self {
            site,
            address,
            sentence,
            org_names,
            title,
            day,
            page,
            page_sentence,
            dataset_url,
            file_name,
        } = &mut self;
        let parts = [
            site,
            address,
            sentence,
            org_names,
            title,
            day,
            page,
            page_sentence,
            dataset_url,
            file_name,
        ];
        for part in parts {
            *part = part.replace('\n', " ");
        }
        self
    }

    /// Pins the view to the day of its data. Only published sites keep earlier versions, so other views
    /// are unchanged.
    #[must_use]
    pub fn pinned(&self) -> Self {
        let day = (self.is_published() && !self.day.is_empty()).then_some(self.day.as_str());
        Self { address: with_dataset(self.address.clone(), day), ..self.clone() }
    }

    /// Returns whether the site was published, with pictures and data files.
    pub fn is_published(&self) -> bool {
        !self.page_sentence.is_empty()
    }

    /// Returns whether a published page shows exactly this view.
    pub fn is_page(&self) -> bool {
        self.sentence == self.page_sentence
    }

    /// Returns the nearest published page as a view.
    #[must_use]
    pub fn page_view(&self) -> Self {
        let (address, sentence) = (self.page.clone(), self.page_sentence.clone());
        Self { address, sentence, org_names: String::new(), ..self.clone() }
    }

    /// Returns the absolute URL of the picture of the nearest published page.
    pub fn picture(&self) -> Option<String> {
        self.is_published().then(|| [&self.site, &self.page, "card.png"].concat())
    }

    /// Returns the absolute URL of the view.
    pub fn url(&self) -> String {
        [self.site.as_str(), &self.address].concat()
    }

    /// Returns the absolute URL of a frame with the view.
    pub fn frame_url(&self, options: EmbedOptions) -> String {
        let url = [self.site.as_str(), EMBED, &self.address].concat();
        let values = options.params();
        let values: Vec<_> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
        with_params(url, &values)
    }

    /// Returns a link to the view in Markdown.
    pub fn markdown_link(&self) -> String {
        ["[", &markdown(&self.sentence), "](", &markdown_url(&self.url()), ")"].concat()
    }

    /// Returns a picture with a link to the view in Markdown. `picture` is its absolute URL.
    pub fn markdown_picture(&self, picture: &str) -> String {
        let (words, picture) = (markdown(&self.sentence), markdown_url(picture));
        ["[![", &words, "](", &picture, ")](", &markdown_url(&self.url()), ")"].concat()
    }

    /// Returns a link to the view in HTML.
    pub fn html_link(&self) -> String {
        ["<a href=\"", &html(&self.url()), "\">", &html(&self.sentence), "</a>"].concat()
    }

    /// Returns the title of the atlas and the day of its data.
    pub(super) fn origin(&self) -> String {
        let separator = if self.day.is_empty() { "" } else { ", data of " };
        [&self.title, separator, &self.day].concat()
    }

    /// Returns a citation as text. `today` is the day of access.
    pub fn citation(&self, today: &str) -> String {
        let (origin, url) = (self.origin(), self.url());
        [&origin, ": “", &self.sentence, "”. ", &url, " (accessed ", today, ")."].concat()
    }

    /// Returns a citation in BibLaTeX. BibTeX treats `@online` as `@misc`.
    pub fn bibtex(&self, today: &str) -> String {
        let name = self.title.chars().filter(char::is_ascii_alphanumeric);
        let name = name.collect::<String>().to_ascii_lowercase();
        let mut entry = ["@online{", &name, &self.day].concat();
        let fields = [
            ("title", latex(&self.sentence)),
            ("organization", latex(&self.title)),
            ("version", self.day.clone()),
            ("url", self.url()),
            ("urldate", today.to_owned()),
        ];
        for (key, value) in fields {
            if !value.is_empty() {
                entry.extend([",\n  ", key, " = {", &value, "}"]);
            }
        }
        entry + "\n}"
    }
}
