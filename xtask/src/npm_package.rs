//! The npm packages, in the versions of `xtask/npm/package.json`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::workspace::Workspace;

/// Direct dependencies, the one place with their versions.
const MANIFEST: &str = include_str!("../npm/package.json");

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
    pub(crate) const ALL: [Self; 4] = [Self::Axe, Self::Binaryen, Self::Terser, Self::Validator];

    /// Returns the package's name.
    pub(crate) fn name(self) -> &'static str {
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
