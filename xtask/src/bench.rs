//! `cargo xtask bench`: benchmarks of the search engine and the page.

use crate::base::Base;
use crate::check;
use crate::dist;
use crate::failure::Failure;
use crate::program;
use crate::publish;
use crate::setup;
use crate::workspace::Workspace;

/// Builds a release, publishes with it and runs both benchmarks.
pub(crate) fn run(workspace: &Workspace) -> Result<(), Failure> {
    let tools = setup::browser_tools(workspace)?;
    dist::build(workspace, &Base::default())?;
    let site = publish::for_benchmarks(workspace)?;
    program::run(program::cargo(workspace).args(["bench", "--bench", "engine"]))?;
    let mut browser = program::cargo(workspace);
    browser.args(["bench", "--bench", "browser"]);
    let browser = check::with_browser(&mut browser, workspace, &tools);
    program::run(browser.env("RUSTSCAPE_SITE", site).env("RUSTSCAPE_BENCHMARK", "1"))
}
