//! The step `html`: validates the pages of the published site.

use std::path::PathBuf;
use std::process::Command;

use crate::failure::Failure;
use crate::fingerprint;
use crate::npm_package::Package;
use crate::program;
use crate::setup;
use crate::stamp::Stamp;
use crate::workspace::Workspace;

/// Validates every page of the site that the tests read with the Nu validator. A site that was valid is
/// not validated again before it changes, unless that is `required`.
pub(crate) fn validate(workspace: &Workspace, required: bool) -> Result<(), Failure> {
    let validator = setup::validator(workspace)?;
    let site = workspace.site();
    let pages: Vec<PathBuf> = fingerprint::files_below(&site)?
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "html"))
        .collect();
    if pages.is_empty() {
        // The validator accepts an empty folder.
        let folder = site.display();
        return Err(Failure::new(format!(
            "{folder} has no pages; publish the site with: cargo xtask test publish"
        )));
    }
    let stamp = Stamp::of(workspace, "html", &site, &[""], Package::Validator.version())?;
    let n_pages = pages.len();
    if !required && stamp.is_passed() {
        println!("{n_pages} pages are valid HTML: unchanged since they were validated");
        return Ok(());
    }
    println!("validating {n_pages} pages (half a minute)");
    let mut nu = Command::new(validator.java);
    nu.arg("-jar").arg(validator.jar).args(["--errors-only", "--skip-non-html"]).arg(&site);
    program::run(&mut nu)?;
    println!("{n_pages} pages are valid HTML (Nu validator {})", Package::Validator.version());
    stamp.pass()
}
