//! The step `html`: every page of the published site is valid HTML.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::Failure;
use crate::fingerprint;
use crate::program;
use crate::setup;
use crate::tools;
use crate::workspace::Workspace;

/// Lets the Nu validator judge every page of the site that the tests read; nothing when it has
/// judged the same site before.
pub(crate) fn validate(workspace: &Workspace) -> Result<(), Failure> {
    let validator = setup::validator(workspace)?;
    let site = workspace.site();
    let pages: Vec<PathBuf> = fingerprint::files_below(&site)?
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "html"))
        .collect();
    if pages.is_empty() {
        // The validator finds nothing wrong with nothing.
        let folder = site.display();
        return Err(Failure::new(format!(
            "{folder} has no pages; publish them: cargo xtask test publish"
        )));
    }
    let judged = fingerprint::of(&site, &[""], tools::NU_VALIDATOR)?;
    let stamp = workspace.target().join("xtask/html.stamp");
    let n_pages = pages.len();
    if fs::read_to_string(&stamp).is_ok_and(|stamp| stamp == judged) {
        println!("{n_pages} pages are valid, and have not changed since that was found");
        return Ok(());
    }
    println!("judging {n_pages} pages (half a minute)");
    let mut nu = Command::new(validator.java);
    nu.arg("-jar").arg(validator.jar).args(["--errors-only", "--skip-non-html"]).arg(&site);
    program::run(&mut nu)?;
    println!("{n_pages} pages are valid HTML, says the Nu validator {}", tools::NU_VALIDATOR);
    fs::write(&stamp, judged).map_err(|error| Failure::of_file("write", &stamp, &error))
}
