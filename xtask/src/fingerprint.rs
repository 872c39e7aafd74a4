//! Computes fingerprints of files, which tell whether any of them changed.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// Returns sixteen hexadecimal digits that depend on `context` and on the name and content of every file
/// in `paths`, each a file or a folder below `root`. A missing path counts as empty. Times of files
/// do not matter: a fresh checkout has the same fingerprint.
pub(crate) fn of(root: &Path, paths: &[&str], context: &str) -> Result<String, Failure> {
    let mut hasher = DefaultHasher::new();
    context.hash(&mut hasher);
    for path in paths {
        for file in files_below(&root.join(path))? {
            let name = file.strip_prefix(root).unwrap_or(&file);
            name.hash(&mut hasher);
            let bytes = fs::read(&file).map_err(|error| Failure::of_file("read", &file, &error))?;
            bytes.hash(&mut hasher);
        }
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Returns all files below a folder, sorted; for a file only itself, for a missing path none.
pub(crate) fn files_below(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    if !path.exists() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(path).map_err(|error| Failure::of_file("read", path, &error))?;
    let mut children: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    children.sort();
    let mut files = Vec::new();
    for child in children {
        files.extend(files_below(&child)?);
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::of;
    use std::fs;
    use std::path::PathBuf;

    /// Creates a folder with two files for the test `name`.
    fn folder(name: &str) -> PathBuf {
        let id = std::process::id();
        let root = std::env::temp_dir().join(format!("rustscape-fingerprint-{id}-{name}"));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("src/deep")).unwrap();
        fs::write(root.join("src/a"), "one").unwrap();
        fs::write(root.join("src/deep/b"), "two").unwrap();
        root
    }

    fn check(name: &str, expected_same: bool, change: impl FnOnce(&PathBuf)) {
        let root = folder(name);
        let before = of(&root, &["src", "lock"], "rustc 1").unwrap();
        change(&root);
        let after = of(&root, &["src", "lock"], "rustc 1").unwrap();
        assert_eq!(before == after, expected_same, "{name}");
        fs::remove_dir_all(&root).unwrap();
    }

    #[test]
    fn a_fingerprint_stays_when_no_content_changes() {
        check("nothing", true, |_| {});
        check("written-again", true, |root| {
            fs::write(root.join("src/a"), "one").unwrap();
        });
        check("outside", true, |root| {
            fs::write(root.join("other"), "x").unwrap();
        });
    }

    #[test]
    fn a_fingerprint_changes_with_content_name_and_number_of_files() {
        check("content", false, |root| {
            fs::write(root.join("src/deep/b"), "2").unwrap();
        });
        check("renamed", false, |root| {
            fs::rename(root.join("src/a"), root.join("src/c")).unwrap();
        });
        check("removed", false, |root| {
            fs::remove_file(root.join("src/a")).unwrap();
        });
        check("appeared", false, |root| {
            fs::write(root.join("lock"), "").unwrap();
        });
        check("moved-bytes", false, |root| {
            fs::write(root.join("src/a"), "onet").unwrap();
            fs::write(root.join("src/deep/b"), "wo").unwrap();
        });
    }

    #[test]
    fn a_fingerprint_changes_with_its_context() {
        let root = folder("context");
        let [first, second] = ["rustc 1", "rustc 2"].map(|it| of(&root, &["src"], it).unwrap());
        assert_ne!(first, second);
        fs::remove_dir_all(&root).unwrap();
    }
}
