//! `robots.txt`.

use crate::publish::{File, Publication};

/// Returns `robots.txt`, which allows everything and names the sitemap. Crawlers read it only at
/// the root of a host; below a path it has no effect.
pub fn file(publication: &Publication) -> File {
    let sitemap = publication.url.absolute("sitemap.xml");
    File::new("robots.txt", format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n"))
}
