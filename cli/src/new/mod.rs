//! `rustscape new`: creates a folder with the files of a new atlas.

mod files;

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use unicode_normalization::UnicodeNormalization as _;

use self::files::new_atlas_files;
use crate::{Failure, escape::escape_invisible, output::print, publish::BaseUrl};

/// Create a new atlas
///
/// Creates a folder with a small example dataset, its JSON Schema, GitHub workflows that check and
/// publish it, and configuration for web hosts. Requires no other program.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  rustscape new atlas --title \"Who runs Zig\" --base-url https://name.github.io/atlas/
  cd atlas
  rustscape publish --data atlas.json --base-url https://name.github.io/atlas/ --out site
  rustscape serve site

Fails without changing anything if the folder exists and is not empty.

Exit codes: 0 created; 2 not created.")]
pub struct Args {
    /// Folder to create
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Title of the atlas
    #[arg(long, value_name = "TEXT", value_parser = parse_title, default_value = files::EXAMPLE_TITLE)]
    title: String,
    /// URL of the published atlas
    #[arg(long, value_name = "URL", value_parser = BaseUrl::parse, default_value = "https://example.org/")]
    base_url: BaseUrl,
}

/// Parses a title: joins its lines and normalizes it to NFC.
fn parse_title(text: &str) -> Result<String, &'static str> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let title: String = words.join(" ").nfc().collect();
    if title.is_empty() {
        return Err("the title is empty");
    }
    if escape_invisible(&title) != title {
        return Err("the title contains an invisible character; type it again");
    }
    Ok(title)
}

/// Runs the command.
///
/// # Errors
///
/// Fails if the folder is not empty or cannot be written.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let folder = &args.folder;
    let base_url = args.base_url.absolute("");
    ensure_empty(folder)?;
    for file in new_atlas_files(&args.title, &base_url) {
        let path = folder.join(&file.path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|error| Failure::writing(parent, &error))?;
        }
        fs::write(&path, &file.bytes).map_err(|error| Failure::writing(&path, &error))?;
    }
    print(&format!(
        "Created an atlas with invented example data in {}. Next, in that folder:\n\n  \
         rustscape publish --data atlas.json --base-url {base_url} --out site\n  \
         rustscape serve site\n\n\
         Then replace the examples in atlas.json. README.md explains how to continue.\n",
        escape_invisible(&folder.display().to_string())
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// Makes sure that no file is overwritten: the folder has to be missing or empty.
fn ensure_empty(folder: &Path) -> Result<(), Failure> {
    let has_entries = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(Failure::new(format!("{} is not a folder", folder.display()))
                .with_remedy("name a folder that does not exist yet"));
        }
        Err(error) => return Err(Failure::reading(folder, &error)),
    };
    if has_entries {
        return Err(Failure::new(format!("{} is not empty", folder.display()))
            .with_remedy("name a folder that does not exist yet"));
    }
    Ok(())
}
