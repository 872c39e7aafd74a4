use super::{
    super::{EMBED, EmbedOptions, with_dataset, with_params},
    escaping::{html, latex, markdown, markdown_url},
};

/// A view that is passed on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SharedView {
    /// The absolute address of the atlas, with a slash at its end.
    pub site: String,
    /// The address of the view below it, with the dataset where that is not the usual one.
    pub address: String,
    /// What it shows, in words.
    pub sentence: String,
    /// Who is in it, in words: the first names. May be empty.
    pub org_names: String,
    /// What the atlas is called.
    pub title: String,
    /// The day of its data; empty where that is unknown.
    pub day: String,
    /// The address of the page below the atlas that shows the view, or that it narrows.
    pub page: String,
    /// What that page shows, in words; empty where no pages were published.
    pub page_sentence: String,
    /// Where all of the data is; empty where it is only on the device of the reader.
    pub dataset_url: String,
    /// The name of the file of the reader that is shown; empty where it is none.
    pub file_name: String,
}

impl SharedView {
    /// Returns the view with each part on one line.
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

    /// The same view of the data of its day, whatever comes later. Only published sites keep that.
    #[must_use]
    pub fn pinned(&self) -> Self {
        let day = (self.is_published() && !self.day.is_empty()).then_some(self.day.as_str());
        Self { address: with_dataset(self.address.clone(), day), ..self.clone() }
    }

    /// Whether pages were published, with what is beside them.
    pub fn is_published(&self) -> bool {
        !self.page_sentence.is_empty()
    }

    /// Whether a page shows just the view.
    pub fn is_page(&self) -> bool {
        self.sentence == self.page_sentence
    }

    /// The page that shows the view, or that it narrows, as a view.
    #[must_use]
    pub fn page_view(&self) -> Self {
        let (address, sentence) = (self.page.clone(), self.page_sentence.clone());
        Self { address, sentence, org_names: String::new(), ..self.clone() }
    }

    /// The absolute address of a picture of its page, if there is one.
    pub fn picture(&self) -> Option<String> {
        self.is_published().then(|| [&self.site, &self.page, "card.png"].concat())
    }

    /// The absolute address of its page.
    pub fn url(&self) -> String {
        [self.site.as_str(), &self.address].concat()
    }

    /// The absolute address of its frame.
    pub fn frame_url(&self, options: EmbedOptions) -> String {
        let url = [self.site.as_str(), EMBED, &self.address].concat();
        let values = options.params();
        let values: Vec<_> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
        with_params(url, &values)
    }

    /// The link as Markdown.
    pub fn markdown_link(&self) -> String {
        ["[", &markdown(&self.sentence), "](", &markdown_url(&self.url()), ")"].concat()
    }

    /// A picture that leads to the page, as Markdown. `picture` is its absolute address.
    pub fn markdown_picture(&self, picture: &str) -> String {
        let (words, picture) = (markdown(&self.sentence), markdown_url(picture));
        ["[![", &words, "](", &picture, ")](", &markdown_url(&self.url()), ")"].concat()
    }

    /// The link as HTML.
    pub fn html_link(&self) -> String {
        ["<a href=\"", &html(&self.url()), "\">", &html(&self.sentence), "</a>"].concat()
    }

    /// Where it is from: the atlas, and of which day.
    pub(super) fn origin(&self) -> String {
        let separator = if self.day.is_empty() { "" } else { ", data of " };
        [&self.title, separator, &self.day].concat()
    }

    /// A reference in words. `today` is the day on which it was looked at.
    pub fn citation(&self, today: &str) -> String {
        let (origin, url) = (self.origin(), self.url());
        [&origin, ": “", &self.sentence, "”. ", &url, " (accessed ", today, ")."].concat()
    }

    /// A reference as BibLaTeX takes it; BibTeX knows it as `@misc`.
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
