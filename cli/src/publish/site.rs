//! Everything that belongs to a site, put together.

use rustscape::{link::EMBED, search::Facet};

use super::{
    App, Assets, Documents, File, LOADER, Output, Page, Publication, Written, api, badge, blog,
    each::each,
    feed, icons, list, llms, oembed, open_search, pages,
    picture::Pictures,
    redirects,
    retention::{Publications, Retention},
    robots, sitemap,
    versions::Versions,
    web_manifest,
};
use crate::{Failure, hosting, progress::Progress, schema};

/// The address of hand-picked lists; the query names the records.
const BRIEF: &str = "brief/";

/// Writes the whole site. `fonts` are for preview cards in scripts that the program has no font for;
/// `earlier` is the dataset as it was, of two files of one day the one whose path sorts last.
/// `retention` limits the hashed files of earlier publications that stay.
///
/// # Errors
///
/// When a file cannot be written, a font is none, or the dataset is none.
pub fn publish(
    publication: &Publication,
    app: &App,
    fonts: Vec<Vec<u8>>,
    earlier: &[File],
    retention: Retention,
    output: Output,
) -> Result<Written, Failure> {
    let list = list(&publication.source)
        .ok_or_else(|| Failure::new("the dataset cannot be read as JSON"))?;
    let assets = Assets::new(app, &list, publication.dataset().accent.as_deref());
    let pages = pages(publication);
    let pictures = Pictures::new(publication, fonts, &output)?;
    put_all("files", &assets.files().into_iter().cloned().collect::<Vec<_>>(), &output)?;
    let publications = Publications::new(publication, &assets, retention, &output);
    put_all("files", &publications.files(&assets, &output), &output)?;
    put_all("files", &files(publication, app, &pages)?, &output)?;
    let documents = Documents { publication, assets: &assets };
    Versions::new(publication, earlier, &output).put(documents, &output)?;
    let progress = Progress::new("pages", pages.len());
    each(&pages, |page| {
        progress.count();
        pictures.put(page, &output)?;
        put_page(documents, page, &output)
    })?;
    drop(progress);
    each(&starts(), |address| {
        output.put(&File::new(format!("{address}index.html"), documents.start(address)))
    })?;
    output.put(&File::new("404.html", documents.not_found()))?;
    output.put(&headers(publication, &output))?;
    pictures.tell_missing();
    output.finish(&[publications.notes(), pictures.notes()].concat())
}

/// Addresses that show everything until the app knows more: of hand-picked lists, and of facets
/// without a value, which say so.
fn starts() -> Vec<String> {
    let facets = Facet::ALL.into_iter().filter(|facet| *facet != Facet::Org);
    let mut starts: Vec<_> = facets.map(|facet| [facet.key(), "/"].concat()).collect();
    starts.push(BRIEF.to_owned());
    let frames: Vec<_> = starts.iter().map(|address| [EMBED, address].concat()).collect();
    starts.extend(frames);
    starts
}

fn put_all(what: &'static str, files: &[File], output: &Output) -> Result<(), Failure> {
    let progress = Progress::new(what, files.len());
    each(files, |file| {
        progress.count();
        output.put(file)
    })
}

fn put_page(documents: Documents<'_>, page: &Page, output: &Output) -> Result<(), Failure> {
    let address = &page.address;
    output.put(&File::new(format!("{address}index.html"), documents.page(page)))?;
    output.put(&File::new(format!("embed/{address}index.html"), documents.frame(page)))
}

/// Everything that is neither a page nor its card.
fn files(publication: &Publication, app: &App, pages: &[Page]) -> Result<Vec<File>, Failure> {
    let icon = app.parts().icon;
    let mut files = vec![
        File::new("data/rustscape.json", publication.source.clone()),
        File::new("data/schema/v1.json", schema::text()),
        File::new("icon.svg", icon),
        File::new(LOADER, app.parts().loader),
        // GitHub Pages would leave out folders that begin with an underscore.
        File::new(".nojekyll", ""),
        robots::file(publication),
        llms::file(publication),
        open_search::file(publication),
        web_manifest::file(publication),
    ];
    let icons = icons::files(&String::from_utf8_lossy(icon));
    files.extend(icons.map_err(|error| Failure::new(format!("the icon of the app: {error}")))?);
    files.extend(api::files(publication));
    files.extend(feed::files(publication, pages));
    files.extend(badge::files(publication, pages));
    files.extend(blog::files(publication));
    files.extend(oembed::files(publication, pages));
    files.extend(sitemap::files(publication, pages));
    files.extend(redirects::files(publication, pages));
    Ok(files)
}

/// What hosts are told of the files that are there.
fn headers(publication: &Publication, output: &Output) -> File {
    let paths = output.paths();
    let paths = paths.iter().map(String::as_str);
    File::new("_headers", hosting::headers_file(publication.url.base(), paths))
}
