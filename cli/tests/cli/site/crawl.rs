//! Pages, and what they name.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use rustscape::search::Facet;
use rustscape_cli::publish::ASSETS;
use scraper::{Html, Selector};
use serde_json::Value;
use url::Url;

use super::{HARD_SITE, HARD_SITE_BELOW, OWN_SITE, Site, files::integrity};

/// What was read of a page.
struct Page {
    path: String,
    ids: HashSet<String>,
    /// Every address that it names, as it is written.
    named: Vec<String>,
    /// The `href` of its `<base>`; empty without one.
    base: String,
    languages: Vec<String>,
    title: String,
    headings: Vec<String>,
    descriptions: Vec<String>,
    canonical: String,
    is_listed: bool,
    /// Where it sends its reader on to at once.
    moved: Option<String>,
    /// Each file that a browser compares before it uses it, with what it is compared with.
    checked: Vec<(String, String)>,
    data: Vec<String>,
    /// Scripts and styles that stand in the page itself.
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
    /// An address that it names as a browser follows it where the site lies at an address.
    fn resolved(&self, site: &str, address: &str) -> String {
        let page = Url::parse(site).unwrap().join(&self.path).unwrap();
        page.join(&self.base).unwrap().join(address).unwrap().to_string()
    }
}

static OWN_PAGES: LazyLock<Vec<Page>> = LazyLock::new(|| pages(&OWN_SITE));
static HARD_PAGES: LazyLock<Vec<Page>> = LazyLock::new(|| pages(&HARD_SITE));
static HARD_PAGES_BELOW: LazyLock<Vec<Page>> = LazyLock::new(|| pages(&HARD_SITE_BELOW));

fn pages(site: &Site) -> Vec<Page> {
    let paths = site.files.keys().filter(|path| path.ends_with(".html"));
    paths.map(|path| Page::read(path, site.text(path))).collect()
}

/// Looks at the pages of every site.
fn check_pages(check: impl Fn(&Site, &[Page])) {
    check(&OWN_SITE, &OWN_PAGES);
    check(&HARD_SITE, &HARD_PAGES);
    check(&HARD_SITE_BELOW, &HARD_PAGES_BELOW);
}

/// The file that an address of the site leads to; `None` for one that leads out of it.
pub(super) fn target(site: &Site, address: &str) -> Option<String> {
    let (origin, base) = (site.url.origin(), site.url.base());
    let path = address.strip_prefix(origin).unwrap_or(address);
    if path.contains("://") || path.starts_with("mailto:") || path.starts_with("data:") {
        return None;
    }
    let path = path.split(['#', '?']).next().unwrap_or_default();
    let below = match path.strip_prefix('/') {
        // Everything else is relative to the base, which every page names.
        None => path,
        Some(_) => path.strip_prefix(base).unwrap_or_else(|| panic!("{address} leaves {base}")),
    };
    let is_folder = below.is_empty() || below.ends_with('/');
    Some(if is_folder { format!("{below}index.html") } else { below.to_owned() })
}

#[test]
fn every_link_and_every_resource_leads_to_a_file_and_every_fragment_to_a_part_of_it() {
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
fn a_folder_that_is_copied_to_another_path_leads_to_itself() {
    const COPY: &str = "https://copy.example/somewhere/else/";
    check_pages(|site, pages| {
        // The page for addresses of nothing may be sent for any.
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
fn every_page_has_one_heading_a_language_and_a_title_that_no_other_page_has() {
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
fn a_facet_without_a_value_says_so_on_a_page_with_all_of_them() {
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
fn frames_are_not_listed_and_every_other_page_is_in_the_sitemap() {
    check_pages(|site, pages| {
        let sitemap = site.text("sitemap.xml");
        for Page { path, is_listed, canonical, .. } in pages {
            if let Some(framed) = path.strip_prefix("embed/") {
                assert!(!is_listed, "{path}");
                // What a hand-picked list shows is said by a query, and a facet without a value narrows
                // nothing: both stand for the first page.
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
fn what_pages_say_to_machines_is_json_and_nothing_in_a_name_is_markup() {
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
fn nothing_in_a_page_is_a_character_that_html_does_not_allow() {
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
fn every_page_has_what_its_script_and_style_are_compared_with() {
    check_pages(|site, pages| {
        let integrity: HashMap<&str, String> = site
            .files
            .iter()
            .filter(|(path, _)| path.starts_with(ASSETS))
            .map(|(path, bytes)| (path.as_str(), integrity(bytes)))
            .collect();
        for Page { path, checked, moved, .. } in pages {
            // The style, the script that starts the app, and the app.
            let n_checked = match moved {
                Some(_) => 0,
                // What changed is told without the app.
                None if path.starts_with("data/since/") => 2,
                // What a frame loads for itself needs no consent of its host; the app does.
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
