//! Pages, their links and their resources.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use rustscape::search::Facet;
use rustscape_cli::publish::ASSETS;
use scraper::{Html, Selector};
use serde_json::Value;
use url::Url;

use super::{FIXED_SITE, HARD_SITE, HARD_SITE_BELOW, Site, files::integrity};

/// Content of a page.
struct Page {
    path: String,
    ids: HashSet<String>,
    /// Every address in the page, as written.
    named: Vec<String>,
    /// The `href` of its `<base>`; empty without one.
    base: String,
    languages: Vec<String>,
    title: String,
    headings: Vec<String>,
    descriptions: Vec<String>,
    canonical: String,
    is_listed: bool,
    /// Address that the page redirects to.
    moved: Option<String>,
    /// Files with an `integrity` attribute, and its value.
    checked: Vec<(String, String)>,
    data: Vec<String>,
    /// Inline scripts and styles.
    inline: Vec<String>,
}

impl Page {
    fn read(path: &str, text: &str) -> Self {
        let html = Html::parse_document(text);
        let all = |css: &str, attribute: &str| -> Vec<String> {
            let selector = Selector::parse(css).unwrap();
            let found = html.select(&selector);
            found.filter_map(|element| element.attr(attribute)).map(str::to_owned).collect()
        };
        let texts = |css: &str| -> Vec<String> {
            let selector = Selector::parse(css).unwrap();
            html.select(&selector).map(|element| element.text().collect()).collect()
        };
        let named = [
            ("[href]:not(base)", "href"),
            ("[src]", "src"),
            ("[action]", "action"),
            ("meta[property='og:image'], meta[property='og:url']", "content"),
            ("[data-js]", "data-js"),
            ("[data-wasm]", "data-wasm"),
            ("[name='rustscape:list']", "content"),
        ];
        let moved = all("meta[http-equiv=refresh]", "content").first().map(|refresh| {
            refresh.split_once("url=").map_or_else(String::new, |(_, address)| address.to_owned())
        });
        let mut named: Vec<_> =
            named.iter().flat_map(|(css, attribute)| all(css, attribute)).collect();
        named.extend(moved.clone());
        let pairs = |name: &str, integrity: &str| {
            let both = format!("[{name}][{integrity}]");
            all(&both, name).into_iter().zip(all(&both, integrity)).collect::<Vec<_>>()
        };
        let checked = [("href", "integrity"), ("src", "integrity"), ("data-js", "data-integrity")];
        let checked = checked.iter().flat_map(|(name, value)| pairs(name, value)).collect();
        let robots = all("meta[name=robots]", "content");
        let mut inline = texts("script:not([src]):not([type='application/ld+json']), style");
        inline.extend(all("[style]", "style"));
        Self {
            path: path.to_owned(),
            ids: all("[id]", "id").into_iter().collect(),
            named,
            base: all("base", "href").concat(),
            moved,
            checked,
            languages: all("html[lang]", "lang"),
            title: texts("head > title").concat(),
            headings: texts("h1"),
            descriptions: all("meta[name=description]", "content"),
            canonical: all("link[rel=canonical]", "href").concat(),
            is_listed: !robots.iter().any(|robots| robots.contains("noindex")),
            data: texts("script[type='application/ld+json']"),
            inline,
        }
    }
}

impl Page {
    /// Returns an address in the page, as a browser resolves it for a site at `site`.
    fn resolved(&self, site: &str, address: &str) -> String {
        let page = Url::parse(site).unwrap().join(&self.path).unwrap();
        page.join(&self.base).unwrap().join(address).unwrap().to_string()
    }
}

static FIXED_PAGES: LazyLock<Vec<Page>> = LazyLock::new(|| pages(&FIXED_SITE));
static HARD_PAGES: LazyLock<Vec<Page>> = LazyLock::new(|| pages(&HARD_SITE));
static HARD_PAGES_BELOW: LazyLock<Vec<Page>> = LazyLock::new(|| pages(&HARD_SITE_BELOW));

fn pages(site: &Site) -> Vec<Page> {
    let paths = site.files.keys().filter(|path| path.ends_with(".html"));
    paths.map(|path| Page::read(path, site.text(path))).collect()
}

/// Checks the pages of every site.
fn check_pages(check: impl Fn(&Site, &[Page])) {
    check(&FIXED_SITE, &FIXED_PAGES);
    check(&HARD_SITE, &HARD_PAGES);
    check(&HARD_SITE_BELOW, &HARD_PAGES_BELOW);
}

/// Returns the file at an address of the site; `None` for other addresses.
pub(super) fn target(site: &Site, address: &str) -> Option<String> {
    let (origin, base) = (site.url.origin(), site.url.base());
    let path = address.strip_prefix(origin).unwrap_or(address);
    if path.contains("://") || path.starts_with("mailto:") || path.starts_with("data:") {
        return None;
    }
    let path = path.split(['#', '?']).next().unwrap_or_default();
    let below = match path.strip_prefix('/') {
        // Everything else is relative to the base of the page.
        None => path,
        Some(_) => path.strip_prefix(base).unwrap_or_else(|| panic!("{address} leaves {base}")),
    };
    let is_folder = below.is_empty() || below.ends_with('/');
    Some(if is_folder { format!("{below}index.html") } else { below.to_owned() })
}

#[test]
fn every_link_resource_and_fragment_resolves() {
    check_pages(|site, pages| {
        let ids: HashMap<&str, &HashSet<String>> =
            pages.iter().map(|page| (page.path.as_str(), &page.ids)).collect();
        for page in pages {
            for address in &page.named {
                let Some(path) = target(site, &page.resolved(&site.url.absolute(""), address))
                else {
                    continue;
                };
                assert!(site.files.contains_key(&path), "{}: {address} → {path}", page.path);
                let fragment = address.split_once('#').map(|(_, fragment)| fragment);
                if let (Some(fragment), Some(ids)) = (fragment, ids.get(path.as_str())) {
                    assert!(ids.contains(fragment), "{}: {address}", page.path);
                }
            }
        }
    });
}

#[test]
fn copied_folder_links_to_itself() {
    const COPY: &str = "https://copy.example/somewhere/else/";
    check_pages(|site, pages| {
        // Hosts may send the error page for any address.
        for page in pages.iter().filter(|page| page.path != "404.html") {
            for address in page.named.iter().filter(|address| !address.contains(':')) {
                let copied = page.resolved(COPY, address);
                let own = page.resolved(&site.url.absolute(""), address);
                let below = copied.strip_prefix(COPY).unwrap_or_else(|| panic!("{copied}"));
                assert_eq!(own, site.url.absolute(below), "{}", page.path);
            }
        }
        let not_found = pages.iter().find(|page| page.path == "404.html").unwrap();
        assert_eq!(not_found.base, site.url.base());
        let told = site.text("404.html");
        let address = site.url.absolute("");
        assert!(
            told.contains(&format!("published for <a href=\"{address}\">{address}</a>")),
            "{told}"
        );
    });
}

#[test]
fn every_page_has_a_heading_a_language_and_a_unique_title() {
    check_pages(|site, pages| {
        let (mut titles, mut canonicals) = (HashMap::new(), HashSet::new());
        for page in pages {
            let Page { path, title, canonical, .. } = page;
            assert_eq!(page.languages.len(), 1, "{path}");
            assert!(!title.is_empty(), "{path}");
            let n_headings = usize::from(page.moved.is_none());
            assert_eq!(page.headings.len(), n_headings, "{path}");
            assert!(page.headings.iter().all(|heading| !heading.trim().is_empty()), "{path}");
            if !page.is_listed {
                continue;
            }
            assert_eq!(page.descriptions.len(), 1, "{path}");
            assert_eq!(titles.insert(title, path), None, "{title:?} of {path}");
            assert_eq!(target(site, canonical).as_ref(), Some(path));
            assert!(canonical.starts_with(site.url.origin()), "{canonical}");
            assert!(canonicals.insert(canonical), "{path}");
        }
        assert!(50 < titles.len(), "{}", titles.len());
    });
}

#[test]
fn facet_without_a_value_shows_everything_and_a_notice() {
    check_pages(|site, pages| {
        for path in ["industry/index.html", "embed/replaces/index.html"] {
            let page = pages.iter().find(|page| page.path == path).expect(path);
            assert!(!page.is_listed, "{path}");
            let key = path.trim_start_matches("embed/").split('/').next().unwrap();
            let told = format!("The link has no value for “{key}”, so all values are shown.");
            assert!(site.text(path).contains(&told), "{path}");
        }
        let values = pages.iter().find(|page| page.path == "industry/index.html").unwrap();
        assert!(values.named.iter().any(|address| address.starts_with("./industry/")));
    });
}

#[test]
fn sitemap_lists_every_page_except_embeds() {
    check_pages(|site, pages| {
        let sitemap = site.text("sitemap.xml");
        for Page { path, is_listed, canonical, .. } in pages {
            if let Some(framed) = path.strip_prefix("embed/") {
                assert!(!is_listed, "{path}");
                // The query names the records of a hand-picked list, and a facet without a value
                // narrows nothing. The canonical address of both is the home page.
                let first = framed.strip_suffix("/index.html");
                let is_start = first.is_some_and(|first| {
                    first == "brief" || Facet::from_key(first).is_some_and(|it| it != Facet::Org)
                });
                let of = if is_start { "index.html" } else { framed };
                assert_eq!(target(site, canonical).as_deref(), Some(of), "{path}");
                continue;
            }
            let address = site.url.absolute(path.trim_end_matches("index.html"));
            let is_in = sitemap.contains(&format!("<loc>{address}</loc>"));
            assert_eq!(is_in, *is_listed, "{path}");
        }
    });
}

#[test]
fn structured_data_is_json_without_markup() {
    check_pages(|_, pages| {
        for Page { path, data, inline, is_listed, .. } in pages {
            assert_eq!(data.len(), usize::from(*is_listed), "{path}");
            for text in data {
                let value: Value = serde_json::from_str(text).unwrap();
                assert_eq!(value["@context"], "https://schema.org", "{path}");
            }
            assert_eq!(inline, &[] as &[String], "{path}");
        }
    });
}

#[test]
fn pages_have_no_forbidden_characters() {
    check_pages(|site, pages| {
        for Page { path, .. } in pages {
            let text = site.text(path);
            let is_forbidden =
                |char: char| (char.is_control() && !"\n\t".contains(char)) || char == '\u{fffe}';
            assert_eq!(text.find(is_forbidden), None, "{path}");
        }
    });
}

#[test]
fn every_page_has_integrity_values() {
    check_pages(|site, pages| {
        let integrity: HashMap<&str, String> = site
            .files
            .iter()
            .filter(|(path, _)| path.starts_with(ASSETS))
            .map(|(path, bytes)| (path.as_str(), integrity(bytes)))
            .collect();
        for Page { path, checked, moved, .. } in pages {
            // The style sheet, the script that starts the app, and the app.
            let n_checked = match moved {
                Some(_) => 0,
                // Pages of changes do not load the app.
                None if path.starts_with("data/since/") => 2,
                // The files that a sandboxed embed loads itself have no integrity value; the app
                // has.
                None if path.starts_with("embed/") => 1,
                None => 3,
            };
            assert_eq!(checked.len(), n_checked, "{path}");
            for (asset, expected) in checked {
                assert_eq!(integrity.get(asset.as_str()), Some(expected), "{path}: {asset}");
            }
        }
    });
}
