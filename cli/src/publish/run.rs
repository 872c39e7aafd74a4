//! Arguments and steps of `rustscape publish`.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use rustscape::{dataset::Date, link::parse_day, state::Atlas};

use super::{
    AppBundle, BaseUrl, File, Output, Publication, PublishSummary, Retention, hash, publish,
};
use crate::{Failure, check, input};

/// Publish a dataset as a website for any static host
///
/// Writes a page for each organization, project and facet value, readable without JavaScript, and
/// the files that other programs read: data, feeds, preview cards. A dataset with errors is not
/// published.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rustscape publish --data atlas.json --base-url https://example.org/ --out site
  rustscape publish --data atlas.json --base-url https://name.github.io/atlas/ --out site \\
    --today \"$(date +%F)\"
  rustscape publish --data atlas.json --base-url https://example.org/ --out site --versions old

The output folder is replaced as a whole once everything is written; unchanged files keep their
modification time. The same dataset, app and arguments give the same bytes.

Each publication is kept as the version of its day, so that a link with ?data=2026-11-25 still shows
the data of that day. Versions stay as long as they are in the output folder; --versions adds more.

Cached pages, open tabs and embeds load files in assets/ of earlier publications. These files stay
as long as both --keep-publications and --keep-days allow; --today determines their age.

Exit codes: 0 published; 1 the dataset has errors; 2 the site could not be published.")]
pub struct Args {
    /// Dataset file
    #[arg(long, value_name = "FILE")]
    data: PathBuf,
    /// Address of the published site
    #[arg(long, value_name = "URL", value_parser = BaseUrl::parse)]
    base_url: BaseUrl,
    /// Output folder
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Folder with earlier versions of the dataset. Each .json file is the version of the day on
    /// which it was `updated`; of two versions of a day, the file name that sorts last wins
    #[arg(long, value_name = "DIR")]
    versions: Option<PathBuf>,
    #[command(flatten)]
    retention: Retention,
    /// Day from which the age of entries is counted [default: day of the last update of the dataset]
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    today: Option<Date>,
    /// Font file for preview cards, for scripts that the built-in fonts lack; repeatable
    #[arg(long = "font", value_name = "FILE")]
    fonts: Vec<PathBuf>,
    /// Folder of the built app [default: the app in this program]
    #[arg(long, value_name = "DIR")]
    app: Option<PathBuf>,
}

fn parse_date(text: &str) -> Result<Date, &'static str> {
    parse_day(text).ok_or("write a day, as in 2026-11-25")
}

/// Runs the command.
///
/// # Errors
///
/// Fails if a file cannot be read or written.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let source = input::read_input(&args.data)?;
    if check::print_errors(&input::display_path(&args.data), &source)? > 0 {
        return Ok(ExitCode::from(1));
    }
    let app = read_app(args)?;
    let publication = publication(args, source)?;
    let fonts = args.fonts.iter().map(|path| input::read_input(path)).collect::<Result<_, _>>()?;
    let versions = args.versions.as_deref().map(read_versions).transpose()?.unwrap_or_default();
    let output = Output::create(&args.out)?;
    let PublishSummary { n_written, n_unchanged } =
        publish(&publication, &app, fonts, &versions, args.retention, output)?;
    anstream::println!(
        "{}: {n_written} files written, {n_unchanged} unchanged",
        args.out.display()
    );
    Ok(ExitCode::SUCCESS)
}

/// Returns the app in the folder of `--app`, or else the one in this program.
fn read_app(args: &Args) -> Result<AppBundle, Failure> {
    match &args.app {
        Some(folder) => AppBundle::read(folder),
        None => AppBundle::embedded().ok_or_else(|| {
            Failure::new("this program was built without the app").with_remedy(
                "name the folder of the built app with --app, or build the program with the app: `cargo xtask program`",
            )
        }),
    }
}

fn publication(args: &Args, source: Vec<u8>) -> Result<Publication, Failure> {
    let atlas = Atlas::from_bytes(&source).map_err(|error| {
        Failure::new(format!("{} is not a dataset: {error}", args.data.display()))
    })?;
    let today = args.today.clone().or_else(|| atlas.dataset.updated.clone());
    let version = hash::content_hash(&source);
    Ok(Publication { atlas, source, url: args.base_url.clone(), today, version })
}

/// Returns the files of a folder whose names end in `.json`.
fn read_versions(folder: &Path) -> Result<Vec<File>, Failure> {
    let entries = fs::read_dir(folder).map_err(|error| Failure::reading(folder, &error))?;
    let paths = entries.flatten().map(|entry| entry.path());
    let paths = paths.filter(|path| path.extension().is_some_and(|end| end == "json"));
    let file = |path: PathBuf| {
        let bytes = input::read_input(&path)?;
        Ok(File::new(path.display().to_string(), bytes))
    };
    paths.filter(|path| path.is_file()).map(file).collect()
}
