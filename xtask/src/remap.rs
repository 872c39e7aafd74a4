//! Keeps the folder names of this machine out of compiled programs.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::workspace::Workspace;

/// Adds the compiler flags to `command` that replace paths of this machine. `more` are further flags.
pub(crate) fn hide_paths(command: &mut Command, workspace: &Workspace, more: &[&str]) {
    let paths = rustflags(&cargo_home(), workspace.root());
    let flags = [&[paths.as_str()], more].concat().join("\u{1f}");
    // This variable and not RUSTFLAGS, because a path may have spaces in it.
    command.env("CARGO_ENCODED_RUSTFLAGS", flags);
}

fn rustflags(cargo_home: &Path, root: &Path) -> String {
    let flags = [(cargo_home, "/cargo"), (root, "/rustscape")]
        .map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display()));
    flags.join("\u{1f}")
}

fn cargo_home() -> PathBuf {
    if let Some(folder) = env::var_os("CARGO_HOME") {
        return folder.into();
    }
    env::home_dir().unwrap_or_default().join(".cargo")
}

#[cfg(test)]
mod tests {
    use super::rustflags;
    use std::path::Path;

    #[test]
    fn the_flags_replace_both_folders_and_keep_spaces() {
        let flags = rustflags(Path::new("/home/me/.cargo"), Path::new("/my projects/it"));
        assert_eq!(
            flags,
            "--remap-path-prefix=/home/me/.cargo=/cargo\u{1f}--remap-path-prefix=/my projects/it=/rustscape"
        );
    }
}
