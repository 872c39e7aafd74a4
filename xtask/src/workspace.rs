//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

/// The folders of this workspace; all paths are absolute.
pub(crate) struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// The workspace this program was started from, or else built in.
    pub(crate) fn locate() -> Self {
        let manifest_dir = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest_dir.parent().map_or_else(|| manifest_dir.clone(), Path::to_path_buf);
        let target = env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
        Self { target: root.join(target), root }
    }

    /// The top folder, with the workspace's `Cargo.toml`.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// What cargo builds into, and where this program keeps what it remembers.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// The tools that set-up installs; git ignores it.
    pub(crate) fn tools(&self) -> PathBuf {
        self.root.join(".tools")
    }

    /// The built app.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The published site that the tests read.
    pub(crate) fn site(&self) -> PathBuf {
        self.target.join("site")
    }
}
