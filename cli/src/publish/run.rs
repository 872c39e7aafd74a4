use std::{
    path::PathBuf,
    process::ExitCode,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use maud::html;
use rustscape::{dataset::Date, state::Atlas};

use super::{
    App, Assets, BaseUrl, Documents, File, Output, Page, Publication, Written, hash, list, pages,
};
use crate::{Failure, check, reading, schema};

/// Make a website of a dataset, which any host of files can serve
///
/// Writes a page for each organization, project and value of a facet, which can be read without
/// script, and everything that programs ask for. A dataset in which something is wrong is not
/// published.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rustscape publish --data atlas.json --base-url https://example.org/ --out site
  rustscape publish --data atlas.json --base-url https://name.github.io/atlas/ --out site \\
    --today \"$(date +%F)\"

The folder is replaced as a whole once everything is written; files that did not change stay as
they are. The same dataset, app and arguments give the same bytes.

Exit codes: 0 published; 1 something is wrong with the dataset; 2 it could not be published.")]
pub struct Args {
    /// The dataset file
    #[arg(long, value_name = "FILE")]
    data: PathBuf,
    /// Where the site is going to be
    #[arg(long, value_name = "URL", value_parser = BaseUrl::parse)]
    base_url: BaseUrl,
    /// The folder to write
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The day by which entries grow old, if not that of the dataset's last change
    #[arg(long, value_name = "DATE", value_parser = read_day)]
    today: Option<Date>,
    /// The built app, if not the one that this program has in it
    #[arg(long, value_name = "DIR")]
    app: Option<PathBuf>,
}

fn read_day(text: &str) -> Result<Date, &'static str> {
    const DAY_LEN: usize = "2026-11-25".len();
    let day = Date::parse(text).filter(|day| day.as_str().len() == DAY_LEN);
    day.ok_or("write a day, as in 2026-11-25")
}

/// Runs the command.
///
/// # Errors
///
/// When a file cannot be read or written.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let source = reading::bytes_of(&args.data)?;
    if 0 < check::tell_errors(&reading::shown(&args.data), &source)? {
        return Ok(ExitCode::from(1));
    }
    let app = match &args.app {
        Some(folder) => App::read(folder)?,
        None => {
            return Err(Failure::new("this program has no app in it")
                .with_remedy("name its folder with --app"));
        }
    };
    let atlas = Atlas::from_bytes(&source)
        .map_err(|error| Failure::new(format!("{} is no dataset: {error}", args.data.display())))?;
    let today = args.today.clone().or_else(|| atlas.dataset.updated.clone());
    let version = hash::digits(&source);
    let url = args.base_url.clone();
    let publication = Publication { atlas, source, url, today, version };
    let output = Output::begin(&args.out)?;
    let Written { n_written, n_unchanged } = publish(&publication, &app, output)?;
    anstream::println!(
        "{}: {n_written} files written, {n_unchanged} unchanged",
        args.out.display()
    );
    Ok(ExitCode::SUCCESS)
}

/// Writes the whole site.
///
/// # Errors
///
/// When a file cannot be written, or the dataset is none.
pub fn publish(publication: &Publication, app: &App, output: Output) -> Result<Written, Failure> {
    let list = list(&publication.source)
        .ok_or_else(|| Failure::new("the dataset cannot be read as JSON"))?;
    let assets = Assets::new(app, &list, publication.dataset().accent.as_deref());
    for file in assets.files() {
        output.put(file)?;
    }
    for file in plain_files(publication, app) {
        output.put(&file)?;
    }
    let documents = Documents { publication, assets: &assets };
    output.put(&File::new("404.html", documents.not_found()))?;
    each(&pages(publication), |page| put_page(documents, page, &output))?;
    output.finish("")
}

fn put_page(documents: Documents<'_>, page: &Page, output: &Output) -> Result<(), Failure> {
    let address = &page.address;
    output.put(&File::new(format!("{address}index.html"), documents.page(page, html! {})))?;
    output.put(&File::new(format!("embed/{address}index.html"), documents.frame(page)))
}

/// The files that are published as they are.
fn plain_files(publication: &Publication, app: &App) -> Vec<File> {
    vec![
        File::new("data/rustscape.json", publication.source.clone()),
        File::new("data/schema/v1.json", schema::text()),
        File::new("icon.svg", app.parts().icon),
        // GitHub Pages would leave out folders that begin with an underscore.
        File::new(".nojekyll", ""),
    ]
}

/// Does something with each, on all cores. Ends at the first failure.
///
/// # Errors
///
/// The first failure.
fn each<T: Sync>(all: &[T], act: impl Fn(&T) -> Result<(), Failure> + Sync) -> Result<(), Failure> {
    let next = AtomicUsize::new(0);
    let failure = Mutex::new(None);
    let work = || {
        while let Some(one) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
            if let Err(error) = act(one) {
                next.store(all.len(), Ordering::Relaxed);
                if let Ok(mut failure) = failure.lock() {
                    failure.get_or_insert(error);
                }
            }
        }
    };
    thread::scope(|scope| {
        let n_threads = thread::available_parallelism().map_or(1, usize::from);
        for _ in 1..n_threads {
            scope.spawn(work);
        }
        work();
    });
    match failure.into_inner() {
        Ok(Some(failure)) => Err(failure),
        _ => Ok(()),
    }
}
