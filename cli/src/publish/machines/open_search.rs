//! `OpenSearch` 1.1 description, by which browsers offer to search the atlas.

use maud::html;

use crate::publish::{
    File, Publication,
    text::{cut, one_line},
    xml::DECLARATION,
};

/// Name of the file.
pub const NAME: &str = "opensearch.xml";

/// Media type in the link to the file.
pub const MEDIA_TYPE: &str = "application/opensearchdescription+xml";

/// Maximum numbers of characters of the names and the description: the limits of the format.
const SHORT_NAME_MAX_CHARS: usize = 16;
const LONG_NAME_MAX_CHARS: usize = 48;
const DESCRIPTION_MAX_CHARS: usize = 1024;

/// Returns `opensearch.xml`.
pub fn file(publication: &Publication) -> File {
    let dataset = publication.dataset();
    let title = one_line(&dataset.title);
    let absolute = |address: &str| publication.url.absolute(address);
    let document = html! {
        (DECLARATION)
        OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/" {
            ShortName { (cut(&title, SHORT_NAME_MAX_CHARS)) }
            LongName { (cut(&title, LONG_NAME_MAX_CHARS)) }
            Description { (cut(&one_line(&dataset.description), DESCRIPTION_MAX_CHARS)) }
            Url type="text/html" template={ (absolute("")) "?q={searchTerms}" } {}
            Url type=(MEDIA_TYPE) rel="self" template=(absolute(NAME)) {}
            Image width="192" height="192" type="image/png" { (absolute("icon-192.png")) }
            Image type="image/svg+xml" { (absolute("icon.svg")) }
            @if let Some(language) = &dataset.language { Language { (one_line(language)) } }
            InputEncoding { "UTF-8" }
            OutputEncoding { "UTF-8" }
        }
    };
    File::new(NAME, document.into_string())
}
