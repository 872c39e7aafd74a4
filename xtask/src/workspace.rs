//! The folders of the workspace.

use std::env;
use std::path::{Path, PathBuf};

/// The folders of this workspace; all paths are absolute.
pub(crate) struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// Returns the workspace that this program was started from, or else built in.
    pub(crate) fn locate() -> Self {
        let manifest_dir = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest_dir.parent().map_or_else(|| manifest_dir.clone(), Path::to_path_buf);
        let target = env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
        Self { target: root.join(target), root }
    }

    /// Returns the top folder, with the workspace's `Cargo.toml`.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Returns the target folder of cargo, which also has the stamps of this program.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// Returns the folder of installed tools, which git ignores.
    pub(crate) fn tools(&self) -> PathBuf {
        self.root.join(".tools")
    }

    /// Returns the folder of the release build of the app.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Returns the folder of the published site that the tests read.
    pub(crate) fn site(&self) -> PathBuf {
        self.target.join("site")
    }
}
