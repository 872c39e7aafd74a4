//! `rustscape new`: a folder with everything that an atlas of one's own begins with.

mod files;

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use unicode_normalization::UnicodeNormalization as _;

pub use self::files::files;

use crate::{Failure, escape::escape_invisible, output::print, publish::BaseUrl};

/// Begin an atlas of your own
///
/// Makes a folder with a small example dataset, its schema, workflows that check and publish it, and
/// recipes for hosts. Nothing else is needed than this program.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  rustscape new atlas --title \"Who runs Zig\" --base-url https://name.github.io/atlas/
  cd atlas
  rustscape publish --data atlas.json --base-url https://name.github.io/atlas/ --out site
  rustscape serve site

A folder in which there is something already is left as it is.

Exit code: 0 made, 2 not made.")]
pub struct Args {
    /// The folder to make
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// What the atlas is called
    #[arg(long, value_name = "TEXT", value_parser = read_title, default_value = files::EXAMPLE_TITLE)]
    title: String,
    /// Where it is going to be
    #[arg(long, value_name = "URL", value_parser = BaseUrl::parse, default_value = "https://example.org/")]
    base_url: BaseUrl,
}

/// A title on one line, as the dataset may have it.
fn read_title(text: &str) -> Result<String, &'static str> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let title: String = words.join(" ").nfc().collect();
    if title.is_empty() {
        return Err("write at least a word");
    }
    if escape_invisible(&title) != title {
        return Err("it has a character that cannot be seen: type it anew");
    }
    Ok(title)
}

/// Makes the folder.
///
/// # Errors
///
/// When there is something in it already, or it cannot be written.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let folder = &args.folder;
    let base_url = args.base_url.absolute("");
    ensure_free(folder)?;
    for file in files(&args.title, &base_url) {
        let path = folder.join(&file.path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|error| Failure::writing(parent, &error))?;
        }
        fs::write(&path, &file.bytes).map_err(|error| Failure::writing(&path, &error))?;
    }
    print(&format!(
        "{} has an atlas to begin with, in which everything is invented. Next, in that folder:\n\n  \
         rustscape publish --data atlas.json --base-url {base_url} --out site\n  \
         rustscape serve site\n\n\
         Then put your own records into atlas.json; README.md says how to go on.\n",
        escape_invisible(&folder.display().to_string())
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// Makes sure that nothing can be written over: there is no such folder, or nothing in it.
fn ensure_free(folder: &Path) -> Result<(), Failure> {
    let is_taken = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(Failure::new(format!("{} is not a folder", folder.display()))
                .with_remedy("name a folder that does not exist yet"));
        }
        Err(error) => return Err(Failure::reading(folder, &error)),
    };
    if is_taken {
        return Err(Failure::new(format!("{} is not empty", folder.display()))
            .with_remedy("name a folder that does not exist yet"));
    }
    Ok(())
}
