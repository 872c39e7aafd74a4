//! Finds installed tools, and pins the versions of those that cargo installs.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::Failure;
use crate::lock;
use crate::npm_package::Package;
use crate::program;
use crate::workspace::Workspace;

/// Version of trunk, the last one that the workspace's `rust-version` can build.
pub(crate) const TRUNK: &str = "0.21.14";
/// Version of the `WebDriver` server for Firefox.
pub(crate) const GECKODRIVER: &str = "0.37.1";
/// Configuration that loads the module with which nginx sends files compressed with brotli, on Debian.
pub(crate) const NGINX_BROTLI: &str = "/etc/nginx/modules-enabled/50-mod-http-brotli-static.conf";
/// Target that the application is compiled for.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Returns the version of wasm-bindgen in Cargo.lock: the program only works with the library of the
/// same version.
pub(crate) fn wasm_bindgen_version(workspace: &Workspace) -> Result<String, Failure> {
    let path = workspace.root().join("Cargo.lock");
    let lock =
        fs::read_to_string(&path).map_err(|error| Failure::of_file("read", &path, &error))?;
    let version = lock::find_version(&lock, "wasm-bindgen");
    let missing =
        || Failure::new("Cargo.lock names no wasm-bindgen, so its program has no version");
    version.map(str::to_owned).ok_or_else(missing)
}

/// Returns the program `name` in exactly this version: the project's own, or else one on PATH.
pub(crate) fn find_exact(workspace: &Workspace, name: &str, version: &str) -> Option<PathBuf> {
    let own = workspace.tools().join("bin").join(name);
    let own = own.with_extension(std::env::consts::EXE_EXTENSION);
    std::iter::once(own)
        .filter(|program| program.is_file())
        .chain(program::on_path(name))
        .find(|program| program::has_version(program, version))
}

/// Returns wasm-opt in its pinned version: the project's own where Node.js can run it, or else one on PATH.
pub(crate) fn find_wasm_opt(workspace: &Workspace) -> Option<PathBuf> {
    // `wasm-opt --version` takes Node.js half a second; the package file has the same version.
    if Package::Binaryen.find(workspace).is_some() && program::on_path("node").next().is_some() {
        return Some(workspace.tools().join("node_modules/.bin/wasm-opt"));
    }
    let release = Package::Binaryen.version().split('.').next()?;
    program::on_path("wasm-opt").find(|program| program::has_version(program, release))
}

/// Returns the minifier of scripts, which runs on Node.js.
pub(crate) fn find_terser(workspace: &Workspace) -> Option<PathBuf> {
    Package::Terser.find(workspace).map(|_| workspace.tools().join("node_modules/.bin/terser"))
}

/// Returns the script with the accessibility rules.
pub(crate) fn find_axe(workspace: &Workspace) -> Option<PathBuf> {
    Package::Axe.find(workspace).map(|folder| folder.join("axe.min.js"))
}

/// Returns the validator of HTML, which runs on Java.
pub(crate) fn find_validator(workspace: &Workspace) -> Option<PathBuf> {
    Package::Validator.find(workspace).map(|folder| folder.join("build/dist/vnu.jar"))
}

/// Returns the first Java on PATH.
pub(crate) fn find_java() -> Option<PathBuf> {
    program::on_path("java").next()
}

/// Returns Chromium: the program that `CHROMIUM` names, or else the first on PATH or in its usual place.
pub(crate) fn find_chromium() -> Option<PathBuf> {
    const NAMES: [&str; 4] =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    const MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    named_by("CHROMIUM")
        .or_else(|| NAMES.into_iter().find_map(|name| program::on_path(name).next()))
        .or_else(|| Some(PathBuf::from(MAC)).filter(|path| path.is_file()))
}

/// Returns chromedriver: the program that `CHROMEDRIVER` names, or else the first on PATH.
pub(crate) fn find_chromedriver() -> Option<PathBuf> {
    named_by("CHROMEDRIVER").or_else(|| program::on_path("chromedriver").next())
}

/// Returns Firefox: the program that `FIREFOX` names, or else the first on PATH.
pub(crate) fn find_firefox() -> Option<PathBuf> {
    named_by("FIREFOX").or_else(|| {
        ["firefox-esr", "firefox"].into_iter().find_map(|name| program::on_path(name).next())
    })
}

/// Returns geckodriver: the program that `GECKODRIVER` names, the project's own, or else the first on
/// PATH.
pub(crate) fn find_geckodriver(workspace: &Workspace) -> Option<PathBuf> {
    named_by("GECKODRIVER")
        .or_else(|| find_exact(workspace, "geckodriver", GECKODRIVER))
        .or_else(|| program::on_path("geckodriver").next())
}

/// Returns Jekyll, if the theme of the tests is installed too.
pub(crate) fn find_jekyll() -> Option<PathBuf> {
    let jekyll = program::on_path("jekyll").next()?;
    let mut gem = Command::new("gem");
    let has_theme = program::output(gem.args(["list", "--installed", "^minima$"]));
    has_theme.is_some_and(|said| said == "true").then_some(jekyll)
}

/// Returns PHP, if it has the extension for the database.
pub(crate) fn find_php() -> Option<PathBuf> {
    let php = program::on_path("php").next()?;
    let extensions = program::output(Command::new(&php).arg("-m"))?;
    extensions.lines().any(|line| line == "mysqli").then_some(php)
}

/// Returns the database server, which many systems install where only root's PATH leads.
pub(crate) fn find_mariadb() -> Option<PathBuf> {
    program::on_path("mariadbd")
        .next()
        .or_else(|| Some(PathBuf::from("/usr/sbin/mariadbd")).filter(|path| path.is_file()))
}

/// Returns the folder with the packages of WordPress, once all of them are downloaded.
pub(crate) fn find_wordpress(workspace: &Workspace) -> Option<PathBuf> {
    let folder = workspace.tools().join("wordpress");
    let packages = fs::read_dir(&folder).ok()?.flatten();
    let n_packages =
        packages.filter(|file| file.path().extension().is_some_and(|end| end == "deb")).count();
    (n_packages >= WORDPRESS_PACKAGES).then_some(folder)
}

/// Number of packages: WordPress, and its theme, which is a separate package.
const WORDPRESS_PACKAGES: usize = 2;

/// Returns whether the active toolchain has the standard library for the browser.
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
