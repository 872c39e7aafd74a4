//! Assembly of a site: writes everything that belongs to it.

use rustscape::{link::EMBED, search::Facet};

use super::{
    AppBundle, Assets, DocumentRenderer, File, LOADER, Output, Page, Publication, PublishSummary,
    Retention, api, badge, blog,
    cards::page_cards::PageCards,
    feed, icons, list_dataset, llms, oembed, open_search, pages,
    parallel::for_each,
    redirects, robots,
    site::{retention::PublicationHistory, versions::Versions},
    sitemap, web_manifest,
};
use crate::{Failure, hosting, progress::Progress, schema};

/// Address of hand-picked lists; the query names the records.
const BRIEF: &str = "brief/";

/// Writes the whole site.
///
/// `fonts` draw preview cards in scripts that the program has no font for. `versions` contains
/// the dataset as it was on other days; of two files of the same day, the one whose path sorts last
/// wins. `retention` limits the hashed files of earlier publications that stay.
///
/// # Errors
///
/// Fails if a file cannot be written, if a font cannot be read, or if the dataset is not valid
/// JSON.
pub fn publish(
    publication: &Publication,
    app: &AppBundle,
    fonts: Vec<Vec<u8>>,
    versions: &[File],
    retention: Retention,
    output: Output,
) -> Result<PublishSummary, Failure> {
    let list = list_dataset(&publication.source)
        .ok_or_else(|| Failure::new("the dataset is not valid JSON"))?;
    let assets = Assets::new(app, &list, publication.dataset().accent.as_deref());
    let pages = pages(publication);
    let cards = PageCards::new(publication, fonts, &output)?;
    write_all("files", &assets.files().into_iter().cloned().collect::<Vec<_>>(), &output)?;
    let history = PublicationHistory::new(publication, &assets, retention, &output);
    write_all("files", &history.files(&assets, &output), &output)?;
    write_all("files", &files(publication, app, &pages)?, &output)?;
    let renderer = DocumentRenderer { publication, assets: &assets };
    Versions::new(publication, versions, &output).write(renderer, &output)?;
    let progress = Progress::new("pages", pages.len());
    for_each(&pages, |page| {
        progress.count();
        cards.write(page, &output)?;
        write_page(renderer, page, &output)
    })?;
    drop(progress);
    for_each(&app_shell_addresses(), |address| {
        output.write(&File::new(format!("{address}index.html"), renderer.app_shell(address)))
    })?;
    output.write(&File::new("404.html", renderer.not_found()))?;
    output.write(&headers(publication, &output))?;
    cards.warn_of_missing_letters();
    output.finish(&[history.notes(), cards.notes()].concat())
}

/// Returns the addresses whose content only the app knows: those of hand-picked lists and of facets
/// without a value.
fn app_shell_addresses() -> Vec<String> {
    let facets = Facet::ALL.into_iter().filter(|facet| *facet != Facet::Org);
    let mut addresses: Vec<_> = facets.map(|facet| [facet.key(), "/"].concat()).collect();
    addresses.push(BRIEF.to_owned());
    let embeds: Vec<_> = addresses.iter().map(|address| [EMBED, address].concat()).collect();
    addresses.extend(embeds);
    addresses
}

fn write_all(what: &'static str, files: &[File], output: &Output) -> Result<(), Failure> {
    let progress = Progress::new(what, files.len());
    for_each(files, |file| {
        progress.count();
        output.write(file)
    })
}

fn write_page(renderer: DocumentRenderer<'_>, page: &Page, output: &Output) -> Result<(), Failure> {
    let address = &page.address;
    output.write(&File::new(format!("{address}index.html"), renderer.page(page)))?;
    output.write(&File::new(format!("embed/{address}index.html"), renderer.embed(page)))
}

/// Returns every file that is neither a page nor its card.
fn files(publication: &Publication, app: &AppBundle, pages: &[Page]) -> Result<Vec<File>, Failure> {
    let icon = app.parts().icon;
    let mut files = vec![
        File::new("data/rustscape.json", publication.source.clone()),
        File::new("data/schema/v1.json", schema::json_schema_text()),
        File::new("icon.svg", icon),
        File::new(LOADER, app.parts().loader),
        // GitHub Pages would otherwise leave out folders that begin with an underscore.
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

/// Returns the `_headers` file for the files written so far.
fn headers(publication: &Publication, output: &Output) -> File {
    let paths = output.paths();
    let paths = paths.iter().map(String::as_str);
    File::new("_headers", hosting::headers_file(publication.url.base(), paths))
}
