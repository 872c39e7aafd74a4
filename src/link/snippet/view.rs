use super::{
    super::{EMBED, FrameLook, with_values},
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
    pub names: String,
    /// What the atlas is called.
    pub title: String,
    /// The day of its data; empty where that is unknown.
    pub day: String,
}

impl SharedView {
    /// The absolute address of its page.
    pub fn url(&self) -> String {
        [self.site.as_str(), &self.address].concat()
    }

    /// The absolute address of its frame.
    pub fn frame_url(&self, look: FrameLook) -> String {
        let url = [self.site.as_str(), EMBED, &self.address].concat();
        let values = look.values();
        let values: Vec<_> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
        with_values(url, &values)
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
