//! The tools that come from npm, with the versions of `xtask/npm/package.json` and its lock file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::install;
use crate::program;
use crate::workspace::Workspace;

/// Direct dependencies, the one place with their versions.
const MANIFEST: &str = include_str!("../npm/package.json");

/// Files that `npm ci` reads.
const FILES: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// A package of npm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Package {
    /// Accessibility rules, which the browser tests apply.
    Axe,
    /// The package with wasm-opt. Much older releases, such as a Linux distribution's, write an
    /// application that panics at its start.
    Binaryen,
    /// Minifier of the scripts.
    Terser,
    /// The Nu validator of HTML, which runs on Java.
    Validator,
}

impl Package {
    /// All packages.
    const ALL: [Self; 4] = [Self::Axe, Self::Binaryen, Self::Terser, Self::Validator];

    fn name(self) -> &'static str {
        match self {
            Self::Axe => "axe-core",
            Self::Binaryen => "binaryen",
            Self::Terser => "terser",
            Self::Validator => "vnu-jar",
        }
    }

    /// Returns the version in the manifest.
    pub(crate) fn version(self) -> &'static str {
        dependency(MANIFEST, self.name()).unwrap_or_default()
    }

    /// Returns the folder of the package, if it is installed in its version.
    pub(crate) fn find(self, workspace: &Workspace) -> Option<PathBuf> {
        let folder = workspace.tools().join("node_modules").join(self.name());
        let version = package_version(&folder)?;
        (version == self.version()).then_some(folder)
    }
}

/// Installs all packages into `.tools/node_modules`, with the hashes of the lock file.
pub(crate) fn install(workspace: &Workspace) -> Result<(), Failure> {
    if Package::ALL.iter().all(|package| package.find(workspace).is_some()) {
        return Ok(());
    }
    if program::on_path("npm").next().is_none() || program::on_path("node").next().is_none() {
        install::apt_install(
            &["nodejs", "npm"],
            "Node.js (which runs wasm-opt)",
            "1 to 2 minutes",
        )?;
    }
    let names = Package::ALL.map(|package| format!("{}@{}", package.name(), package.version()));
    println!("set-up: npm ci: {} into .tools/ (10 to 30 seconds)", names.join(" "));
    let folder = workspace.tools();
    fs::create_dir_all(&folder).map_err(|error| Failure::of_file("create", &folder, &error))?;
    for file in FILES {
        let from = workspace.root().join("xtask/npm").join(file);
        fs::copy(&from, folder.join(file))
            .map_err(|error| Failure::of_file("copy", &from, &error))?;
    }
    let mut npm = Command::new("npm");
    // No package needs its script; that of vnu-jar would download a Java.
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&folder);
    program::run(&mut npm).map_err(|failure| {
        Failure::new(format!(
            "the npm packages could not be installed ({failure}); see the message of npm above"
        ))
    })
}

/// Returns the version of a dependency in the text of a package.json.
fn dependency<'m>(manifest: &'m str, name: &str) -> Option<&'m str> {
    let (_, rest) = manifest.split_once(&format!("\"{name}\": \""))?;
    rest.split('"').next()
}

/// Returns the version of an installed package. Most have one member of package.json a line, the
/// package's own version on the first level; others have all on one line, the version among the first.
fn package_version(folder: &Path) -> Option<String> {
    const VERSION: &str = "\"version\": \"";
    let json = fs::read_to_string(folder.join("package.json")).ok()?;
    let on_a_line = json.lines().find_map(|line| line.strip_prefix("  ")?.strip_prefix(VERSION));
    let value = on_a_line.or_else(|| json.split_once(VERSION).map(|(_, value)| value))?;
    Some(value.split('"').next()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{MANIFEST, Package, dependency};

    const LOCK: &str = include_str!("../npm/package-lock.json");

    #[test]
    fn every_package_has_an_exact_version() {
        for package in Package::ALL {
            let version = package.version();
            assert!(version.starts_with(|c: char| c.is_ascii_digit()), "{package:?}: {version}");
        }
    }

    #[test]
    fn the_lock_file_belongs_to_the_manifest_and_names_no_registry() {
        for package in Package::ALL {
            assert_eq!(dependency(LOCK, package.name()), Some(package.version()), "{package:?}");
        }
        assert!(!LOCK.contains("\"resolved\""), "npm install --package-lock-only leaves it out");
        let n_packages = LOCK.matches("\"node_modules/").count();
        assert_eq!(LOCK.matches("\"integrity\": \"sha512-").count(), n_packages);
        assert_eq!(dependency(MANIFEST, "none"), None);
    }
}
