//! Installs programs that their projects release as binaries, which takes seconds instead of minutes.

use std::env::consts::{ARCH, EXE_SUFFIX, OS};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::fingerprint;
use crate::program;
use crate::workspace::Workspace;

/// Limits of a download: a machine without access to the releases loses a few seconds at most.
const CURL: [&str; 14] = [
    "--fail",
    "--silent",
    "--location",
    "--proto",
    "=https",
    "--tlsv1.2",
    "--connect-timeout",
    "3",
    "--speed-limit",
    "10000",
    "--speed-time",
    "5",
    "--max-time",
    "180",
];

/// A released archive of a program, with its checksum in a file next to it.
///
/// The checksum is the one that the release publishes, and it comes over TLS from the same place: it
/// detects a damaged download, not a replaced release.
pub(crate) struct Release {
    /// Name of the program in the archive.
    program: &'static str,
    /// Address of the archive.
    archive: String,
    /// Address of the file that starts with the SHA-256 of the archive.
    checksum: String,
}

impl Release {
    /// Returns the release of trunk for this machine; `None` if the project has none for it.
    pub(crate) fn of_trunk(version: &str) -> Option<Self> {
        let target = target("gnu")?;
        let folder = "https://github.com/trunk-rs/trunk/releases/download";
        let archive = format!("{folder}/v{version}/trunk-{target}.tar.gz");
        Some(Self { program: "trunk", checksum: format!("{archive}.sha256"), archive })
    }

    /// Returns the release of wasm-bindgen for this machine; `None` if the project has none for it.
    pub(crate) fn of_wasm_bindgen(version: &str) -> Option<Self> {
        let target = target("musl")?;
        let folder = "https://github.com/wasm-bindgen/wasm-bindgen/releases/download";
        let archive = format!("{folder}/{version}/wasm-bindgen-{version}-{target}.tar.gz");
        Some(Self { program: "wasm-bindgen", checksum: format!("{archive}.sha256sum"), archive })
    }

    /// Installs the program into `.tools/bin`. Returns whether it could be downloaded and unpacked; where
    /// it could not, the caller builds it.
    ///
    /// # Errors
    ///
    /// When the archive is not the one of the checksum, or cannot be put into `.tools/bin`.
    pub(crate) fn install(&self, workspace: &Workspace) -> Result<bool, Failure> {
        let folder = workspace.tools().join(format!("download-{}", self.program));
        fs::create_dir_all(&folder).map_err(|error| Failure::of_file("create", &folder, &error))?;
        println!("set-up: downloading {} from its releases", self.program);
        let installed = self.install_with(&download, &folder, &workspace.tools().join("bin"));
        let _ = fs::remove_dir_all(&folder);
        if matches!(installed, Ok(false)) {
            println!("set-up: no download of {}; building from source", self.program);
        }
        installed
    }

    /// Downloads with `download` into `folder` and installs into `bin`.
    fn install_with(
        &self,
        download: &dyn Fn(&str, &Path) -> bool,
        folder: &Path,
        bin: &Path,
    ) -> Result<bool, Failure> {
        let (checksum, archive) = (folder.join("checksum"), folder.join("archive"));
        if !download(&self.checksum, &checksum) || !download(&self.archive, &archive) {
            return Ok(false);
        }
        let Some(actual) = sha256(&archive) else { return Ok(false) };
        let expected = fs::read_to_string(&checksum).unwrap_or_default();
        let expected = expected.split_whitespace().next().unwrap_or_default();
        // A gateway may answer with a page of its own.
        if expected.len() != actual.len() || !expected.bytes().all(|byte| byte.is_ascii_hexdigit())
        {
            return Ok(false);
        }
        if expected != actual {
            let address = &self.archive;
            return Err(Failure::new(format!(
                "{address} has the SHA-256 {actual}, which is not the one in {}; nothing was installed",
                self.checksum
            )));
        }
        let unpacked = folder.join("unpacked");
        let Some(program) = unpack(&archive, &unpacked, self.program) else { return Ok(false) };
        fs::create_dir_all(bin).map_err(|error| Failure::of_file("create", bin, &error))?;
        let to = bin.join(format!("{}{EXE_SUFFIX}", self.program));
        fs::copy(&program, &to).map_err(|error| Failure::of_file("write", &to, &error))?;
        Ok(true)
    }
}

/// Returns the target triple of this machine as releases name it; `libc` is the one on Linux.
fn target(libc: &str) -> Option<String> {
    match (OS, ARCH) {
        ("linux", "x86_64" | "aarch64") => Some(format!("{ARCH}-unknown-linux-{libc}")),
        ("macos", "x86_64" | "aarch64") => Some(format!("{ARCH}-apple-darwin")),
        _ => None,
    }
}

/// Downloads a file. Returns whether it is complete.
fn download(address: &str, to: &Path) -> bool {
    let mut curl = Command::new("curl");
    program::output(curl.args(CURL).arg("--output").arg(to).arg(address)).is_some()
}

/// Returns the SHA-256 of a file in hexadecimal digits; `None` without a program that computes it.
fn sha256(path: &Path) -> Option<String> {
    let line = program::output(Command::new("sha256sum").arg(path))
        .or_else(|| program::output(Command::new("shasum").args(["-a", "256"]).arg(path)))?;
    line.split_whitespace().next().map(str::to_owned)
}

/// Unpacks an archive. Returns the path of the program called `name` in it.
fn unpack(archive: &Path, folder: &Path, name: &str) -> Option<PathBuf> {
    fs::create_dir_all(folder).ok()?;
    let mut tar = Command::new("tar");
    program::output(tar.arg("-xzf").arg(archive).arg("-C").arg(folder))?;
    let file = format!("{name}{EXE_SUFFIX}");
    let files = fingerprint::files_below(folder).ok()?;
    files.into_iter().find(|path| path.file_name().is_some_and(|name| *name == *file))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::process::Command;

    use super::{Release, sha256};

    /// Creates an empty folder for a test.
    fn folder(name: &str) -> PathBuf {
        let id = std::process::id();
        let folder = std::env::temp_dir().join(format!("rustscape-prebuilt-{id}-{name}"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("release/x-1.0")).unwrap();
        folder
    }

    /// Installs from a release in a folder, with this checksum in place of its own.
    fn install(name: &str, checksum: Option<&str>) -> (Result<bool, String>, bool) {
        let folder = folder(name);
        let release = folder.join("release");
        fs::write(release.join("x-1.0/x"), "program").unwrap();
        let mut tar = Command::new("tar");
        tar.arg("-czf").arg(release.join("x.tar.gz")).arg("-C").arg(&release).arg("x-1.0");
        assert!(tar.status().unwrap().success());
        let sum = sha256(&release.join("x.tar.gz")).unwrap();
        let sum = format!("{}  x.tar.gz\n", checksum.unwrap_or(&sum));
        fs::write(release.join("x.tar.gz.sha256"), sum).unwrap();
        let (program, archive) = ("x", "x.tar.gz".to_owned());
        let it = Release { program, checksum: format!("{archive}.sha256"), archive };
        let download = |address: &str, to: &Path| fs::copy(release.join(address), to).is_ok();
        let bin = folder.join("bin");
        let installed = it.install_with(&download, &folder, &bin);
        let is_there = fs::read(bin.join("x")).is_ok_and(|bytes| bytes == b"program");
        fs::remove_dir_all(&folder).unwrap();
        (installed.map_err(|failure| failure.to_string()), is_there)
    }

    #[test]
    fn installs_a_release_with_the_right_checksum() {
        assert_eq!(install("right", None), (Ok(true), true));
    }

    #[test]
    fn refuses_a_release_with_another_checksum() {
        let (installed, is_there) = install("wrong", Some(&"0".repeat(64)));
        assert!(installed.unwrap_err().contains("nothing was installed"));
        assert!(!is_there);
    }

    #[test]
    fn falls_back_where_a_page_comes_in_place_of_the_checksum() {
        assert_eq!(install("page", Some("<!doctype html>")), (Ok(false), false));
    }

    #[test]
    fn falls_back_where_nothing_can_be_downloaded() {
        let folder = folder("missing");
        let it = Release { program: "x", archive: "a".to_owned(), checksum: "b".to_owned() };
        let installed = it.install_with(&|_, _| false, &folder, &folder.join("bin"));
        assert!(!installed.unwrap());
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn names_the_files_of_a_release_after_version_and_machine() {
        if let Some(release) = Release::of_wasm_bindgen("0.2.130") {
            assert!(release.archive.contains("/0.2.130/wasm-bindgen-0.2.130-"));
        }
        if let Some(release) = Release::of_trunk("0.21.14") {
            assert!(release.checksum.contains("/v0.21.14/trunk-"));
            assert!(release.checksum.ends_with(".tar.gz.sha256"));
        }
    }
}
