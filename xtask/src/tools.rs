//! The tools: their versions, and which of them are there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::lock;
use crate::program;
use crate::workspace::Workspace;

/// The last trunk that the workspace's `rust-version` can build.
pub(crate) const TRUNK: &str = "0.21.14";
/// The release of binaryen whose wasm-opt is used. Much older ones, such as a Linux
/// distribution's, end well and write an application that dies at its start.
pub(crate) const BINARYEN: &str = "132";
/// The minifier of the scripts.
pub(crate) const TERSER: &str = "5.51.4";
/// The accessibility rules the browser tests apply.
pub(crate) const AXE_CORE: &str = "4.14.1";
/// What speaks `WebDriver` for Firefox.
pub(crate) const GECKODRIVER: &str = "0.37.1";
/// What the application is compiled for.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The npm package that has wasm-opt, with its version.
pub(crate) fn binaryen_package() -> (&'static str, String) {
    ("binaryen", format!("{BINARYEN}.0.0"))
}

/// The version of the Nu validator, which judges HTML by its standard.
pub(crate) const NU_VALIDATOR: &str = "26.9.27";

/// The npm package that has the Nu validator, with its version.
pub(crate) fn validator_package() -> (&'static str, String) {
    ("vnu-jar", NU_VALIDATOR.to_owned())
}

/// The npm package that has terser, with its version.
pub(crate) fn terser_package() -> (&'static str, String) {
    ("terser", TERSER.to_owned())
}

/// The npm package with the accessibility rules, with its version.
pub(crate) fn axe_package() -> (&'static str, String) {
    ("axe-core", AXE_CORE.to_owned())
}

/// The version of wasm-bindgen: its program must be exactly as old as the library, so Cargo.lock
/// decides.
pub(crate) fn wasm_bindgen_version(workspace: &Workspace) -> Result<String, Failure> {
    let path = workspace.root().join("Cargo.lock");
    let lock =
        fs::read_to_string(&path).map_err(|error| Failure::of_file("read", &path, &error))?;
    let version = lock::find_version(&lock, "wasm-bindgen");
    let missing =
        || Failure::new("Cargo.lock names no wasm-bindgen, so its program has no version");
    version.map(str::to_owned).ok_or_else(missing)
}

/// The program `name` of exactly this version: the project's own, or else one on PATH.
pub(crate) fn find_exact(workspace: &Workspace, name: &str, version: &str) -> Option<PathBuf> {
    let own = workspace.tools().join("bin").join(name);
    let own = own.with_extension(std::env::consts::EXE_EXTENSION);
    std::iter::once(own)
        .filter(|program| program.is_file())
        .chain(program::on_path(name))
        .find(|program| program::has_version(program, version))
}

/// The wasm-opt of the pinned release: the project's own where node can run it, or else one on
/// PATH.
pub(crate) fn find_wasm_opt(workspace: &Workspace) -> Option<PathBuf> {
    let (package, version) = binaryen_package();
    // Asking it for its version takes node half a second; its package file says the same.
    if has_package(workspace, package, &version) && program::on_path("node").next().is_some() {
        return Some(workspace.tools().join("node_modules/.bin/wasm-opt"));
    }
    program::on_path("wasm-opt").find(|program| program::has_version(program, BINARYEN))
}

/// The minifier of the pinned release; it runs on node, as wasm-opt does.
pub(crate) fn find_terser(workspace: &Workspace) -> Option<PathBuf> {
    let (package, version) = terser_package();
    has_package(workspace, package, &version)
        .then(|| workspace.tools().join("node_modules/.bin/terser"))
}

/// The script with the accessibility rules.
pub(crate) fn find_axe(workspace: &Workspace) -> Option<PathBuf> {
    let (package, version) = axe_package();
    has_package(workspace, package, &version)
        .then(|| workspace.tools().join("node_modules/axe-core/axe.min.js"))
}

/// The validator of HTML, which runs on Java.
pub(crate) fn find_validator(workspace: &Workspace) -> Option<PathBuf> {
    let (package, version) = validator_package();
    has_package(workspace, package, &version)
        .then(|| workspace.tools().join("node_modules/vnu-jar/build/dist/vnu.jar"))
}

/// The first Java on PATH.
pub(crate) fn find_java() -> Option<PathBuf> {
    program::on_path("java").next()
}

/// The browser: the one that CHROMIUM names, or else the first on PATH or in its usual place.
pub(crate) fn find_chromium() -> Option<PathBuf> {
    const NAMES: [&str; 4] =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    const MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    named_by("CHROMIUM")
        .or_else(|| NAMES.into_iter().find_map(|name| program::on_path(name).next()))
        .or_else(|| Some(PathBuf::from(MAC)).filter(|path| path.is_file()))
}

/// The browser's driver: the one that CHROMEDRIVER names, or else the first on PATH.
pub(crate) fn find_chromedriver() -> Option<PathBuf> {
    named_by("CHROMEDRIVER").or_else(|| program::on_path("chromedriver").next())
}

/// The other browser: the one that FIREFOX names, or else the first on PATH.
pub(crate) fn find_firefox() -> Option<PathBuf> {
    named_by("FIREFOX").or_else(|| {
        ["firefox-esr", "firefox"].into_iter().find_map(|name| program::on_path(name).next())
    })
}

/// Its driver: the one that GECKODRIVER names, the project's own, or else the first on PATH.
pub(crate) fn find_geckodriver(workspace: &Workspace) -> Option<PathBuf> {
    named_by("GECKODRIVER")
        .or_else(|| find_exact(workspace, "geckodriver", GECKODRIVER))
        .or_else(|| program::on_path("geckodriver").next())
}

/// The generator of blogs, if it has the theme that it is tried with.
pub(crate) fn find_jekyll() -> Option<PathBuf> {
    let jekyll = program::on_path("jekyll").next()?;
    let mut gem = Command::new("gem");
    let has_theme = program::output(gem.args(["list", "--installed", "^minima$"]));
    has_theme.is_some_and(|said| said == "true").then_some(jekyll)
}

/// PHP, if it can speak with a database.
pub(crate) fn find_php() -> Option<PathBuf> {
    let php = program::on_path("php").next()?;
    let extensions = program::output(Command::new(&php).arg("-m"))?;
    extensions.lines().any(|line| line == "mysqli").then_some(php)
}

/// The server of databases, which is often kept where only root looks.
pub(crate) fn find_mariadb() -> Option<PathBuf> {
    program::on_path("mariadbd")
        .next()
        .or_else(|| Some(PathBuf::from("/usr/sbin/mariadbd")).filter(|path| path.is_file()))
}

/// The folder with the packages of WordPress, once all of them are there.
pub(crate) fn find_wordpress(workspace: &Workspace) -> Option<PathBuf> {
    let folder = workspace.tools().join("wordpress");
    let packages = fs::read_dir(&folder).ok()?.flatten();
    let n_packages =
        packages.filter(|file| file.path().extension().is_some_and(|end| end == "deb")).count();
    (n_packages >= WORDPRESS_PACKAGES).then_some(folder)
}

/// WordPress comes without a theme; its theme is a package of its own.
const WORDPRESS_PACKAGES: usize = 2;

/// Whether the active toolchain has the standard library for the browser.
pub(crate) fn has_wasm_target() -> bool {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", WASM_TARGET]);
    let Some(folder) = program::output(&mut rustc) else {
        return false;
    };
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    files.map(|file| file.file_name()).any(|name| {
        let name = name.to_string_lossy();
        name.starts_with("libstd-") && name.ends_with(".rlib")
    })
}

fn named_by(variable: &str) -> Option<PathBuf> {
    let path = PathBuf::from(std::env::var_os(variable)?);
    path.is_file().then_some(path)
}

fn has_package(workspace: &Workspace, name: &str, version: &str) -> bool {
    let folder = workspace.tools().join("node_modules").join(name);
    package_version(&folder).is_some_and(|found| found == version)
}

/// Most packages have one member of package.json a line, the package's own version on the first
/// level; others have all on one line, the version among the first.
fn package_version(folder: &Path) -> Option<String> {
    const VERSION: &str = "\"version\": \"";
    let json = fs::read_to_string(folder.join("package.json")).ok()?;
    let on_a_line = json.lines().find_map(|line| line.strip_prefix("  ")?.strip_prefix(VERSION));
    let value = on_a_line.or_else(|| json.split_once(VERSION).map(|(_, value)| value))?;
    Some(value.split('"').next()?.to_owned())
}
