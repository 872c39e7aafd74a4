//! What crawlers may read.

use crate::publish::{File, Publication};

/// `robots.txt`: everything may be read, and there is a sitemap. Crawlers look for it at the root
/// of a host only; below a path it does no harm.
pub fn file(publication: &Publication) -> File {
    let sitemap = publication.url.absolute("sitemap.xml");
    File::new("robots.txt", format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n"))
}
