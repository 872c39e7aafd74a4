//! Set-up: each function makes sure that something is there, installs it if not, and is quick
//! when nothing is missing.

use std::path::PathBuf;

use crate::failure::Failure;
use crate::install::{self, Crate};
use crate::tools;
use crate::workspace::Workspace;

/// The tools that build and serve the page while it is developed.
pub(crate) struct DevelopmentTools {
    pub(crate) trunk: PathBuf,
    pub(crate) wasm_bindgen: PathBuf,
    pub(crate) wasm_bindgen_version: String,
}

/// What builds a release, which is made small.
pub(crate) struct ReleaseTools {
    pub(crate) wasm_bindgen: PathBuf,
    pub(crate) wasm_opt: PathBuf,
    pub(crate) terser: PathBuf,
}

/// What the browser tests and the browser benchmark run with.
pub(crate) struct BrowserTools {
    pub(crate) chromium: PathBuf,
    pub(crate) chromedriver: PathBuf,
    pub(crate) axe: PathBuf,
}

/// What judges HTML.
pub(crate) struct Validator {
    pub(crate) java: PathBuf,
    pub(crate) jar: PathBuf,
}

/// Everything any command needs.
pub(crate) fn everything(workspace: &Workspace) -> Result<(), Failure> {
    // What the tests need of npm comes in one call with what the build needs.
    npm_packages(
        workspace,
        &[Package::WasmOpt, Package::Terser, Package::Axe, Package::Validator],
    )?;
    release_tools(workspace)?;
    development_tools(workspace)?;
    validator(workspace)?;
    browser_tools(workspace)?;
    println!("set-up: everything is there");
    Ok(())
}

/// What a development build needs.
pub(crate) fn development_tools(workspace: &Workspace) -> Result<DevelopmentTools, Failure> {
    let wasm_bindgen = compiling_tools(workspace)?;
    Ok(DevelopmentTools {
        trunk: trunk(workspace)?,
        wasm_bindgen,
        wasm_bindgen_version: tools::wasm_bindgen_version(workspace)?,
    })
}

/// Installs the tools that compile for the browser. Returns the path of wasm-bindgen.
fn compiling_tools(workspace: &Workspace) -> Result<PathBuf, Failure> {
    wasm_target(workspace)?;
    install::crates(workspace)?;
    wasm_bindgen(workspace, &tools::wasm_bindgen_version(workspace)?)
}

/// What a release build needs.
pub(crate) fn release_tools(workspace: &Workspace) -> Result<ReleaseTools, Failure> {
    npm_packages(workspace, &[Package::WasmOpt, Package::Terser])?;
    Ok(ReleaseTools {
        wasm_opt: tools::find_wasm_opt(workspace).ok_or_else(|| gone("wasm-opt"))?,
        terser: tools::find_terser(workspace).ok_or_else(|| gone("terser"))?,
        wasm_bindgen: compiling_tools(workspace)?,
    })
}

/// What the browser tests need besides a release build.
pub(crate) fn browser_tools(workspace: &Workspace) -> Result<BrowserTools, Failure> {
    npm_packages(workspace, &[Package::Axe])?;
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

/// What judges the HTML of the published site.
pub(crate) fn validator(workspace: &Workspace) -> Result<Validator, Failure> {
    npm_packages(workspace, &[Package::Validator])?;
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

/// The standard library for the browser.
pub(crate) fn wasm_target(workspace: &Workspace) -> Result<(), Failure> {
    if tools::has_wasm_target() {
        return Ok(());
    }
    install::wasm_target(workspace)
}

#[derive(Clone, Copy)]
enum Package {
    WasmOpt,
    Terser,
    Axe,
    Validator,
}

impl Package {
    fn is_missing(self, workspace: &Workspace) -> bool {
        match self {
            Self::WasmOpt => tools::find_wasm_opt(workspace).is_none(),
            Self::Terser => tools::find_terser(workspace).is_none(),
            Self::Axe => tools::find_axe(workspace).is_none(),
            Self::Validator => tools::find_validator(workspace).is_none(),
        }
    }

    fn name_and_version(self) -> (&'static str, String) {
        match self {
            Self::WasmOpt => tools::binaryen_package(),
            Self::Terser => tools::terser_package(),
            Self::Axe => tools::axe_package(),
            Self::Validator => tools::validator_package(),
        }
    }
}

fn npm_packages(workspace: &Workspace, wanted: &[Package]) -> Result<(), Failure> {
    let missing: Vec<_> = wanted
        .iter()
        .filter(|package| package.is_missing(workspace))
        .map(|package| package.name_and_version())
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    install::npm_install(workspace, &missing)
}

fn trunk(workspace: &Workspace) -> Result<PathBuf, Failure> {
    let wanted = Crate {
        name: "trunk",
        version: tools::TRUNK,
        // Unoptimized it builds the page just as fast and is there three times as soon; without
        // its default features it cannot download anything.
        arguments: &["--locked", "--debug", "--no-default-features"],
        profile: &[("CARGO_PROFILE_DEV_DEBUG", "0"), ("CARGO_PROFILE_DEV_STRIP", "true")],
        takes: "2 to 5 minutes",
    };
    program(workspace, "trunk", &wanted)
}

/// What speaks `WebDriver` for Firefox, which no package of Debian has.
pub(crate) fn geckodriver(workspace: &Workspace) -> Result<(), Failure> {
    if tools::find_geckodriver(workspace).is_some() {
        return Ok(());
    }
    let wanted = Crate {
        name: "geckodriver",
        version: tools::GECKODRIVER,
        arguments: &["--locked", "--debug"],
        profile: &[("CARGO_PROFILE_DEV_DEBUG", "0"), ("CARGO_PROFILE_DEV_STRIP", "true")],
        takes: "1 to 4 minutes",
    };
    program(workspace, "geckodriver", &wanted).map(drop)
}

fn wasm_bindgen(workspace: &Workspace, version: &str) -> Result<PathBuf, Failure> {
    let wanted = Crate {
        name: "wasm-bindgen-cli",
        version,
        // Its own lock file may name crates that were withdrawn.
        arguments: &[],
        profile: &[
            ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
            ("CARGO_PROFILE_RELEASE_LTO", "off"),
            ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
        ],
        takes: "1 to 4 minutes",
    };
    program(workspace, "wasm-bindgen", &wanted)
}

fn program(workspace: &Workspace, name: &str, wanted: &Crate) -> Result<PathBuf, Failure> {
    if let Some(found) = tools::find_exact(workspace, name, wanted.version) {
        return Ok(found);
    }
    install::cargo_install(workspace, wanted)?;
    tools::find_exact(workspace, name, wanted.version).ok_or_else(|| gone(name))
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
