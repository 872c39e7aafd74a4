//! `rustscape new`: a folder with everything that an atlas of one's own begins with.

use std::{fs, path::PathBuf, process::ExitCode};

use crate::{Failure, plain::plain, publish::BaseUrl, schema};

/// The title of the example.
const EXAMPLE_TITLE: &str = "My atlas";

/// Where the example is said to be.
const EXAMPLE_URL: &str = "https://example.org/";

/// The dataset to begin with.
const ATLAS: &str = include_str!("../../templates/new/atlas.json");

/// What says how to go on.
const README: &str = include_str!("../../templates/new/README.md");

/// What is copied as it is.
const COPIED: [(&str, &str); 7] = [
    (".gitignore", "/site\n"),
    (".github/workflows/pages.yml", include_str!("../../templates/workflow/pages.yml")),
    ("deploy/README.md", include_str!("../../templates/deploy/README.md")),
    ("deploy/Caddyfile", include_str!("../../templates/deploy/Caddyfile")),
    ("deploy/nginx.conf", include_str!("../../templates/deploy/nginx.conf")),
    ("deploy/netlify.toml", include_str!("../../templates/deploy/netlify.toml")),
    (
        "deploy/cloudfront-headers.json",
        include_str!("../../templates/deploy/cloudfront-headers.json"),
    ),
];

/// Begin an atlas of your own
///
/// Makes a folder with a small example dataset, its schema, a workflow that publishes it and recipes
/// for hosts. Nothing else is needed than this program.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  rustscape new atlas --title \"Who runs Zig\" --base-url https://name.github.io/atlas/
  cd atlas
  rustscape publish --data atlas.json --base-url https://name.github.io/atlas/ --out site
  rustscape serve site")]
pub struct Args {
    /// The folder to make
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// What the atlas is called
    #[arg(long, value_name = "TEXT", default_value = EXAMPLE_TITLE)]
    title: String,
    /// Where it is going to be
    #[arg(long, value_name = "URL", value_parser = BaseUrl::parse, default_value = EXAMPLE_URL)]
    base_url: BaseUrl,
}

/// Makes the folder.
///
/// # Errors
///
/// When there is something in it already, or it cannot be written.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let folder = &args.folder;
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        let reason = format!("{} is not empty", folder.display());
        return Err(Failure::new(reason).with_remedy("name a folder that does not exist yet"));
    }
    for (path, text) in files(args) {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|error| Failure::writing(parent, &error))?;
        }
        fs::write(&path, text).map_err(|error| Failure::writing(&path, &error))?;
    }
    let shown = plain(&folder.display().to_string());
    anstream::println!("{shown} has an atlas to begin with; {shown}/README.md says how to go on");
    Ok(ExitCode::SUCCESS)
}

/// The files of the folder, with their paths.
fn files(args: &Args) -> Vec<(&'static str, String)> {
    // As JSON, so that any title is one text of the file.
    let quoted = |title: &str| serde_json::Value::from(title).to_string();
    let atlas = ATLAS.replacen(&quoted(EXAMPLE_TITLE), &quoted(&args.title), 1);
    let readme = README.replace("{title}", &args.title);
    let readme = readme.replace("{base_url}", &args.base_url.absolute(""));
    let mut files =
        vec![("atlas.json", atlas), ("README.md", readme), ("schema/v1.json", schema::text())];
    files.extend(COPIED.map(|(path, text)| (path, text.to_owned())));
    files
}
