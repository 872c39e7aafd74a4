//! `cargo xtask build`: the release build of the app in dist/.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::base::{self, Base};
use crate::failure::Failure;
use crate::fingerprint;
use crate::page;
use crate::program;
use crate::setup;
use crate::shrink;
use crate::size;
use crate::split;
use crate::workspace::Workspace;

/// Files that the build depends on. This program is one of them, because it has the settings.
const INPUTS: [&str; 9] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "index.html",
    "public",
    "src",
    "style",
    "xtask/npm",
    "xtask/src",
];

/// Builds a release into dist/, to be hosted below `base`, and prints its sizes. Compiles nothing if dist/
/// is up to date.
pub(crate) fn build(workspace: &Workspace, base: &Base) -> Result<(), Failure> {
    let inputs = inputs(workspace)?;
    let last = Stamp::read(workspace);
    let is_current = last.inputs == inputs && last.outputs == outputs(workspace)?;
    if is_current {
        println!("dist/ is up to date: its inputs have not changed");
    } else {
        compile(workspace)?;
    }
    base::write(base, &workspace.dist())?;
    let outputs = outputs(workspace)?;
    let sizes = if is_current && last.outputs == outputs {
        last.sizes
    } else {
        size::table(&workspace.dist())?
    };
    print!("{sizes}");
    let stamp = Stamp { inputs, outputs, sizes };
    stamp.write(workspace)
}

fn compile(workspace: &Workspace) -> Result<(), Failure> {
    let tools = setup::release_tools(workspace)?;
    let site = workspace.target().join("xtask/dist");
    split::remove(&site)?;
    split::build(workspace, &tools, &site)?;
    page::copy_files(workspace, &site)?;
    println!("optimizing for size (half a minute)");
    shrink::site(&site, &tools.wasm_opt, &tools.terser)?;
    page::write(workspace, &site)?;
    replace(&workspace.dist(), &site)
}

/// Replaces the content of a folder by that of another one. The folder itself stays, because cargo
/// watches it.
fn replace(folder: &Path, with: &Path) -> Result<(), Failure> {
    let failed = |error| Failure::of_file("replace", folder, &error);
    for entry in fs::read_dir(folder).map_err(failed)?.flatten() {
        let path = entry.path();
        if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) }
            .map_err(failed)?;
    }
    for entry in fs::read_dir(with).map_err(failed)?.flatten() {
        fs::rename(entry.path(), folder.join(entry.file_name())).map_err(failed)?;
    }
    Ok(())
}

fn inputs(workspace: &Workspace) -> Result<String, Failure> {
    let compiler = program::output(Command::new("rustc").arg("-vV")).unwrap_or_default();
    fingerprint::of(workspace.root(), &INPUTS, &compiler)
}

fn outputs(workspace: &Workspace) -> Result<String, Failure> {
    fingerprint::of(&workspace.dist(), &[""], "")
}

/// Record of the last build: fingerprints of its inputs and outputs, and its size table.
#[derive(Default)]
struct Stamp {
    inputs: String,
    outputs: String,
    sizes: String,
}

impl Stamp {
    /// Reads the record of the last build; empty if there was none.
    fn read(workspace: &Workspace) -> Self {
        let text = fs::read_to_string(path(workspace)).unwrap_or_default();
        let mut parts = text.splitn(3, '\n').map(str::to_owned);
        let mut next = || parts.next().unwrap_or_default();
        Self { inputs: next(), outputs: next(), sizes: next() }
    }

    fn write(&self, workspace: &Workspace) -> Result<(), Failure> {
        let path = path(workspace);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)
                .map_err(|error| Failure::of_file("create", folder, &error))?;
        }
        let text = format!("{}\n{}\n{}", self.inputs, self.outputs, self.sizes);
        fs::write(&path, text).map_err(|error| Failure::of_file("write", &path, &error))
    }
}

fn path(workspace: &Workspace) -> std::path::PathBuf {
    workspace.target().join("xtask/dist.stamp")
}
