//! The step `hosts`: views of the atlas in sites of others. What makes those is large and on few
//! machines, so only who asks for this step by name gets it installed.

use std::env::consts::EXE_SUFFIX;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::Failure;
use crate::install;
use crate::program;
use crate::setup::{self, BrowserTools};
use crate::tools;
use crate::workspace::Workspace;

/// What a view is tried in or with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Host {
    Firefox,
    Jekyll,
    Hugo,
    WordPress,
}

/// A program or folder: the variable that tells the tests where it is, where it is, and the packages
/// that have it.
struct Part {
    variable: &'static str,
    path: Option<PathBuf>,
    packages: &'static [&'static str],
}

impl Host {
    const ALL: [Self; 4] = [Self::Firefox, Self::Jekyll, Self::Hugo, Self::WordPress];

    fn name(self) -> &'static str {
        match self {
            Self::Firefox => "Firefox",
            Self::Jekyll => "Jekyll",
            Self::Hugo => "Hugo",
            Self::WordPress => "WordPress",
        }
    }

    fn parts(self, workspace: &Workspace) -> Vec<Part> {
        let part = |variable, path, packages| Part { variable, path, packages };
        match self {
            Self::Firefox => vec![
                part("RUSTSCAPE_FIREFOX", tools::find_firefox(), &["firefox-esr"]),
                part("RUSTSCAPE_GECKODRIVER", tools::find_geckodriver(workspace), &[]),
            ],
            Self::Jekyll => {
                let packages = &["jekyll", "jekyll-theme-minima"];
                vec![part("RUSTSCAPE_JEKYLL", tools::find_jekyll(), packages)]
            }
            Self::Hugo => vec![part("RUSTSCAPE_HUGO", program::on_path("hugo").next(), &["hugo"])],
            Self::WordPress => vec![
                part("RUSTSCAPE_PHP", tools::find_php(), &["php-cli", "php-mysql"]),
                // This package has the server alone, which nothing starts.
                part("RUSTSCAPE_MARIADB", tools::find_mariadb(), &["mariadb-server-core"]),
                part("RUSTSCAPE_WORDPRESS", tools::find_wordpress(workspace), &[]),
            ],
        }
    }

    fn is_there(self, workspace: &Workspace) -> bool {
        self.parts(workspace).iter().all(|part| part.path.is_some())
    }
}

/// Installs what is not there.
pub(crate) fn install(workspace: &Workspace) -> Result<(), Failure> {
    let parts = Host::ALL.into_iter().flat_map(|host| host.parts(workspace));
    let packages: Vec<&str> = parts
        .filter(|part| part.path.is_none())
        .flat_map(|part| part.packages.iter().copied())
        .collect();
    if !packages.is_empty() {
        let what = "blogs and Firefox (for the tests of views in sites of others)";
        install::apt_install(&packages, what, "about a minute")?;
    }
    setup::geckodriver(workspace)?;
    if tools::find_wordpress(workspace).is_none() {
        install::wordpress(workspace)?;
    }
    let missing = Host::ALL.into_iter().find(|host| !host.is_there(workspace));
    match missing {
        Some(host) => Err(Failure::new(format!(
            "{} was installed but is not found on PATH or in .tools/",
            host.name()
        ))),
        None => Ok(()),
    }
}

/// Runs the tests of what is there, and says what is not.
pub(crate) fn test(workspace: &Workspace) -> Result<(), Failure> {
    let (there, missing): (Vec<Host>, Vec<Host>) =
        Host::ALL.into_iter().partition(|host| host.is_there(workspace));
    for host in missing {
        let name = host.name();
        println!("hosts: {name} is not installed, skipped: `cargo xtask test hosts` installs it");
    }
    // Firefox alone is a browser with nothing to look at.
    if there.iter().all(|host| *host == Host::Firefox) {
        return Ok(());
    }
    program::run(program::cargo(workspace).args(["build", "-p", "rustscape-cli"]))?;
    let browser = setup::browser_tools(workspace)?;
    let mut tests = program::cargo(workspace);
    tests.args(["test", "-p", "rustscape", "--test", "hosts"]);
    program::run(with_hosts(&mut tests, workspace, &browser, &there))
}

fn with_hosts<'a>(
    command: &'a mut Command,
    workspace: &Workspace,
    browser: &BrowserTools,
    there: &[Host],
) -> &'a mut Command {
    let program = workspace.target().join("debug").join(format!("rustscape{EXE_SUFFIX}"));
    command
        .env("RUSTSCAPE_DIST", workspace.dist())
        .env("RUSTSCAPE_PROGRAM", program)
        .env("RUSTSCAPE_CHROMIUM", &browser.chromium)
        .env("RUSTSCAPE_CHROMEDRIVER", &browser.chromedriver);
    let parts = there.iter().flat_map(|host| host.parts(workspace));
    command.envs(parts.filter_map(|part| Some((part.variable, part.path?))))
}
