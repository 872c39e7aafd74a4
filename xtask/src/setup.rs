//! Set-up: each function finds tools and installs those that are missing. With nothing missing, each
//! takes less than a second.

use std::path::PathBuf;
use std::thread;

use crate::failure::Failure;
use crate::install::{self, Crate};
use crate::npm;
use crate::prebuilt::Release;
use crate::tools;
use crate::workspace::Workspace;

/// Tools that build and serve the page during development.
pub(crate) struct DevelopmentTools {
    pub(crate) trunk: PathBuf,
    pub(crate) wasm_bindgen: PathBuf,
    pub(crate) wasm_bindgen_version: String,
}

/// Tools that build a release.
pub(crate) struct ReleaseTools {
    pub(crate) wasm_bindgen: PathBuf,
    pub(crate) wasm_opt: PathBuf,
    pub(crate) terser: PathBuf,
}

/// Tools that the browser tests and the browser benchmark use.
pub(crate) struct BrowserTools {
    pub(crate) chromium: PathBuf,
    pub(crate) chromedriver: PathBuf,
    pub(crate) axe: PathBuf,
}

/// Tools that validate HTML.
pub(crate) struct Validator {
    pub(crate) java: PathBuf,
    pub(crate) jar: PathBuf,
}

/// Installs the tools of every command.
pub(crate) fn everything(workspace: &Workspace) -> Result<(), Failure> {
    development_tools(workspace)?;
    test_tools(workspace)?;
    println!("set-up: all tools are installed");
    Ok(())
}

/// Installs the tools of all tests, except for the [optional ones](crate::optional).
pub(crate) fn test_tools(workspace: &Workspace) -> Result<(), Failure> {
    release_tools(workspace)?;
    validator(workspace)?;
    browser_tools(workspace).map(drop)
}

/// Returns the tools of a development build. Missing ones are built at the same time, because the end
/// of such a build leaves processor cores idle.
pub(crate) fn development_tools(workspace: &Workspace) -> Result<DevelopmentTools, Failure> {
    let (trunk, wasm_bindgen) = thread::scope(|scope| {
        let trunk = scope.spawn(|| trunk(workspace));
        let wasm_bindgen = compiling_tools(workspace);
        (trunk.join(), wasm_bindgen)
    });
    Ok(DevelopmentTools {
        trunk: trunk.unwrap_or_else(|_| Err(Failure::new("the installation of trunk stopped")))?,
        wasm_bindgen: wasm_bindgen?,
        wasm_bindgen_version: tools::wasm_bindgen_version(workspace)?,
    })
}

/// Installs the tools that compile for the browser. Returns the path of wasm-bindgen.
fn compiling_tools(workspace: &Workspace) -> Result<PathBuf, Failure> {
    wasm_target(workspace)?;
    install::crates(workspace)?;
    wasm_bindgen(workspace, &tools::wasm_bindgen_version(workspace)?)
}

/// Returns the tools of a release build.
pub(crate) fn release_tools(workspace: &Workspace) -> Result<ReleaseTools, Failure> {
    npm::install(workspace)?;
    Ok(ReleaseTools {
        wasm_opt: tools::find_wasm_opt(workspace).ok_or_else(|| gone("wasm-opt"))?,
        terser: tools::find_terser(workspace).ok_or_else(|| gone("terser"))?,
        wasm_bindgen: compiling_tools(workspace)?,
    })
}

/// Returns the tools of the browser tests.
pub(crate) fn browser_tools(workspace: &Workspace) -> Result<BrowserTools, Failure> {
    npm::install(workspace)?;
    if tools::find_chromium().is_none() || tools::find_chromedriver().is_none() {
        install::apt_install(
            &["chromium", "chromium-driver"],
            "Chromium with chromedriver (for the browser tests)",
            "about a minute",
        )?;
    }
    Ok(BrowserTools {
        chromium: tools::find_chromium().ok_or_else(|| no_browser("Chromium", "CHROMIUM"))?,
        chromedriver: tools::find_chromedriver()
            .ok_or_else(|| no_browser("chromedriver", "CHROMEDRIVER"))?,
        axe: tools::find_axe(workspace).ok_or_else(|| gone("axe-core"))?,
    })
}

/// Returns the validator for the HTML of the published site.
pub(crate) fn validator(workspace: &Workspace) -> Result<Validator, Failure> {
    npm::install(workspace)?;
    if tools::find_java().is_none() {
        let what = "Java (for the validator of HTML)";
        install::apt_install(&["default-jre-headless"], what, "about a minute")?;
    }
    Ok(Validator {
        java: tools::find_java().ok_or_else(|| {
            Failure::new("Java, for the validator of HTML, is not on PATH; install it")
        })?,
        jar: tools::find_validator(workspace).ok_or_else(|| gone("vnu-jar"))?,
    })
}

/// Installs the standard library for the browser, if it is missing.
pub(crate) fn wasm_target(workspace: &Workspace) -> Result<(), Failure> {
    if tools::has_wasm_target() {
        return Ok(());
    }
    install::wasm_target(workspace)
}

fn trunk(workspace: &Workspace) -> Result<PathBuf, Failure> {
    let wanted = Crate {
        name: "trunk",
        version: tools::TRUNK,
        // Unoptimized it builds the page as fast and compiles in a third of the time. Without its
        // default features it cannot download anything.
        arguments: &["--locked", "--debug", "--no-default-features"],
        profile: &[("CARGO_PROFILE_DEV_DEBUG", "0"), ("CARGO_PROFILE_DEV_STRIP", "true")],
        duration: "2 to 5 minutes",
    };
    program(workspace, "trunk", &wanted, Release::of_trunk(tools::TRUNK))
}

/// Installs geckodriver, which no package of Debian has, if it is missing.
pub(crate) fn geckodriver(workspace: &Workspace) -> Result<(), Failure> {
    if tools::find_geckodriver(workspace).is_some() {
        return Ok(());
    }
    let wanted = Crate {
        name: "geckodriver",
        version: tools::GECKODRIVER,
        arguments: &["--locked", "--debug"],
        profile: &[("CARGO_PROFILE_DEV_DEBUG", "0"), ("CARGO_PROFILE_DEV_STRIP", "true")],
        duration: "1 to 4 minutes",
    };
    program(workspace, "geckodriver", &wanted, None).map(drop)
}

fn wasm_bindgen(workspace: &Workspace, version: &str) -> Result<PathBuf, Failure> {
    let wanted = Crate {
        name: "wasm-bindgen-cli",
        version,
        // Not --locked: its lock file may name crates that were yanked.
        arguments: &[],
        profile: &[
            ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
            ("CARGO_PROFILE_RELEASE_LTO", "off"),
            ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
        ],
        duration: "1 to 4 minutes",
    };
    program(workspace, "wasm-bindgen", &wanted, Release::of_wasm_bindgen(version))
}

/// Returns the program `name` in its version. Installs it if it is missing: from `release`, which takes
/// seconds, or else by building the crate.
fn program(
    workspace: &Workspace,
    name: &str,
    wanted: &Crate,
    release: Option<Release>,
) -> Result<PathBuf, Failure> {
    let find = || tools::find_exact(workspace, name, wanted.version);
    if let Some(found) = find() {
        return Ok(found);
    }
    if let Some(release) = release
        && release.install(workspace)?
        && let Some(found) = find()
    {
        return Ok(found);
    }
    install::cargo_install(workspace, wanted)?;
    find().ok_or_else(|| gone(name))
}

fn gone(name: &str) -> Failure {
    Failure::new(format!(
        "{name} was installed but is not found in .tools/; delete that folder and start again"
    ))
}

fn no_browser(name: &str, variable: &str) -> Failure {
    Failure::new(format!(
        "{name}, for the browser tests, is neither on PATH nor in the system's packages; \
         install it and name its program in the environment variable {variable}"
    ))
}
