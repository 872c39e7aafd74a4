//! `cargo xtask publish`: publishes the dataset of this repository as a website.

use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::base::Base;
use crate::budget;
use crate::dist;
use crate::failure::Failure;
use crate::fingerprint;
use crate::history;
use crate::program;
use crate::remap;
use crate::stamp::Stamp;
use crate::workspace::Workspace;

/// Address of the site that the tests read. Its path shows errors that do not occur at the root of a domain.
const TESTED_URL: &str = "https://atlas.example/atlas/";

/// Arguments that remove the assets of earlier builds, so that each asset exists once.
const NOTHING_EARLIER: [&str; 2] = ["--keep-publications", "0"];

/// Options of `cargo xtask publish`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    /// Address of the site.
    pub(crate) base_url: String,
    /// The folder to write, relative to the top folder.
    pub(crate) out: PathBuf,
}

/// Dataset of this repository, which curators maintain.
const DATASET: &str = "public/data/rustscape.json";

/// A frozen dataset, so that no test depends on the maintained one.
const TESTED_DATASET: &str = "tests/fixtures/atlas.json";

/// Cargo profile of the released program, where speed counts for more than size.
const PROFILE: &str = "dist-cli";

/// Builds the program `rustscape` with the app inside, and prints its path and size.
pub(crate) fn program(workspace: &Workspace) -> Result<(), Failure> {
    dist::build(workspace, &Base::default())?;
    println!("building the program with the app inside (several minutes the first time)");
    let mut build = program::cargo(workspace);
    build.args(["build", "-p", "rustscape-cli", "--profile", PROFILE]);
    remap::hide_paths(&mut build, workspace, &[]);
    program::run(&mut build)?;
    let path = workspace.target().join(PROFILE).join(format!("rustscape{EXE_SUFFIX}"));
    let file = fs::metadata(&path).map_err(|error| Failure::of_file("read", &path, &error))?;
    println!("{}: {}", path.display(), megabytes(file.len()));
    Ok(())
}

/// Returns a size in megabytes, rounded up to one tenth.
fn megabytes(n_bytes: u64) -> String {
    let tenths = n_bytes.div_ceil(100_000);
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

/// Builds the app and publishes the dataset with it, and with the versions of the dataset in the
/// history of the repository.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<(), Failure> {
    dist::build(workspace, &Base::default())?;
    let versions = history::versions(workspace, DATASET)?;
    let mut publish = publish(workspace, DATASET, &options.base_url, &options.out);
    program::run(publish.arg("--versions").arg(versions))
}

/// Files that the published site of the tests depends on.
const INPUTS: [&str; 7] =
    [".cargo", "Cargo.lock", "Cargo.toml", "cli", "dist", "src", TESTED_DATASET];

/// Publishes the site that the tests read, with the app that was built last and nothing of earlier
/// builds. A site whose input did not change stays, unless a new one is `required`.
///
/// # Errors
///
/// When the site cannot be published, or a budget is exceeded.
pub(crate) fn for_tests(workspace: &Workspace, required: bool) -> Result<(), Failure> {
    if !required && site_stamp(workspace)?.is_passed() {
        println!("unchanged since it was published");
    } else {
        let mut publish = publish(workspace, TESTED_DATASET, TESTED_URL, &workspace.site());
        program::run(publish.args(NOTHING_EARLIER))?;
        site_stamp(workspace)?.pass()?;
    }
    budget::check(&workspace.site()).map(drop)
}

/// Returns the stamp of the published site. The site itself is a part of it, so that a changed site is
/// published again.
fn site_stamp(workspace: &Workspace) -> Result<Stamp, Failure> {
    let site = fingerprint::of(&workspace.site(), &[""], "")?;
    Stamp::of(workspace, "site", workspace.root(), &INPUTS, &site)
}

/// Publishes the maintained dataset for the benchmarks, with the app that was built last. Returns
/// the folder of the site.
pub(crate) fn for_benchmarks(workspace: &Workspace) -> Result<PathBuf, Failure> {
    let site = workspace.target().join("bench-site");
    program::run(publish(workspace, DATASET, TESTED_URL, &site).args(NOTHING_EARLIER))?;
    Ok(site)
}

fn publish(workspace: &Workspace, dataset: &str, base_url: &str, out: &Path) -> Command {
    let mut publish = program::cargo(workspace);
    publish.args(["run", "--quiet", "-p", "rustscape-cli", "--", "publish"]);
    publish.args(["--data", dataset, "--base-url", base_url]);
    publish.arg("--app").arg(workspace.dist()).arg("--out").arg(out);
    publish
}

#[cfg(test)]
mod tests {
    use super::megabytes;

    #[test]
    fn a_size_is_rounded_up_to_a_tenth() {
        for (n_bytes, expected) in
            [(0, "0.0 MB"), (1, "0.1 MB"), (6_248_504, "6.3 MB"), (20_000_000, "20.0 MB")]
        {
            assert_eq!(megabytes(n_bytes), expected);
        }
    }
}
