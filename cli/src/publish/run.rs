use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use rustscape::{dataset::Date, link::parse_day, state::Atlas};

use super::{
    AppBundle, BaseUrl, File, Output, Publication, PublishSummary, Retention, hash, publish,
};
use crate::{Failure, check, dataset_file};

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
  rustscape publish --data atlas.json --base-url https://example.org/ --out site --versions old

The folder is replaced as a whole once everything is written; files that did not change stay as
they are. The same dataset, app and arguments give the same bytes.

Each publication is kept as the version of its day, so that links with ?data=2026-11-25 show what
they showed then. Versions stay as long as they are in the folder; --versions adds others.

Pages in caches, tabs and frames name files in assets/ of earlier publications, which stay as long
as both --keep-publications and --keep-days allow. Their age counts in the days of --today.

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
    /// A folder with the dataset as it was: each file that ends in .json is a version of the day on
    /// which it was `updated`; of two of one day, the one whose name sorts last
    #[arg(long, value_name = "DIR")]
    versions: Option<PathBuf>,
    #[command(flatten)]
    retention: Retention,
    /// The day by which entries grow old, if not that of the dataset's last change
    #[arg(long, value_name = "DATE", value_parser = read_day)]
    today: Option<Date>,
    /// A font for preview cards in scripts that the program has none for; may be given several times
    #[arg(long = "font", value_name = "FILE")]
    fonts: Vec<PathBuf>,
    /// The built app, if not the one that this program has in it
    #[arg(long, value_name = "DIR")]
    app: Option<PathBuf>,
}

fn read_day(text: &str) -> Result<Date, &'static str> {
    parse_day(text).ok_or("write a day, as in 2026-11-25")
}

/// Runs the command.
///
/// # Errors
///
/// When a file cannot be read or written.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let source = dataset_file::bytes_of(&args.data)?;
    if 0 < check::tell_errors(&dataset_file::shown(&args.data), &source)? {
        return Ok(ExitCode::from(1));
    }
    let app = match &args.app {
        Some(folder) => AppBundle::read(folder)?,
        None => AppBundle::embedded().ok_or_else(|| {
            Failure::new("this program was built without the app in it").with_remedy(
                "name the folder of the built app with --app, or build the program with it: `cargo xtask program`",
            )
        })?,
    };
    let atlas = Atlas::from_bytes(&source)
        .map_err(|error| Failure::new(format!("{} is no dataset: {error}", args.data.display())))?;
    let today = args.today.clone().or_else(|| atlas.dataset.updated.clone());
    let version = hash::content_hash(&source);
    let url = args.base_url.clone();
    let publication = Publication { atlas, source, url, today, version };
    let fonts =
        args.fonts.iter().map(|path| dataset_file::bytes_of(path)).collect::<Result<_, _>>()?;
    let earlier = args.versions.as_deref().map(files_of).transpose()?.unwrap_or_default();
    let output = Output::create(&args.out)?;
    let PublishSummary { n_written, n_unchanged } =
        publish(&publication, &app, fonts, &earlier, args.retention, output)?;
    anstream::println!(
        "{}: {n_written} files written, {n_unchanged} unchanged",
        args.out.display()
    );
    Ok(ExitCode::SUCCESS)
}

/// The files of a folder that end in `.json`.
fn files_of(folder: &Path) -> Result<Vec<File>, Failure> {
    let entries = fs::read_dir(folder).map_err(|error| Failure::reading(folder, &error))?;
    let paths = entries.flatten().map(|entry| entry.path());
    let paths = paths.filter(|path| path.extension().is_some_and(|end| end == "json"));
    let file = |path: PathBuf| {
        let bytes = dataset_file::bytes_of(&path)?;
        Ok(File::new(path.display().to_string(), bytes))
    };
    paths.filter(|path| path.is_file()).map(file).collect()
}
