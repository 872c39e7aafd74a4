//! `cargo xtask build`: the finished site in dist/.

use std::fs;
use std::process::Command;

use crate::base::{self, Base};
use crate::failure::Failure;
use crate::fingerprint;
use crate::program;
use crate::setup;
use crate::shrink;
use crate::size;
use crate::trunk;
use crate::workspace::Workspace;

/// Everything the site is made from. This program is part of it: it has the settings.
const INPUTS: [&str; 11] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "index.html",
    "public",
    "share/Cargo.toml",
    "share/src",
    "src",
    "style",
    "xtask/src",
];

/// Makes dist/ the release build of the workspace, to be served below `base`, and prints how
/// large it is. Compiles nothing when dist/ is that already.
pub(crate) fn build(workspace: &Workspace, base: &Base) -> Result<(), Failure> {
    let inputs = inputs(workspace)?;
    let last = Stamp::read(workspace);
    let is_current = last.inputs == inputs && last.outputs == outputs(workspace)?;
    if is_current {
        println!("dist/ is up to date: nothing it is made from has changed");
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
    let mut trunk = trunk::command(workspace, &tools.page, "build");
    trunk.arg("--release").arg("--dist").arg(workspace.dist());
    program::run(&mut trunk)?;
    println!("making it small (half a minute)");
    shrink::site(&workspace.dist(), &tools.wasm_opt, &tools.terser)
}

fn inputs(workspace: &Workspace) -> Result<String, Failure> {
    let compiler = program::output(Command::new("rustc").arg("-vV")).unwrap_or_default();
    fingerprint::of(workspace.root(), &INPUTS, &compiler)
}

fn outputs(workspace: &Workspace) -> Result<String, Failure> {
    fingerprint::of(&workspace.dist(), &[""], "")
}

/// What the last build was made from, what it made, and how large that is.
#[derive(Default)]
struct Stamp {
    inputs: String,
    outputs: String,
    sizes: String,
}

impl Stamp {
    /// The stamp of the last build; empty if there was none.
    fn read(workspace: &Workspace) -> Self {
        let text = fs::read_to_string(path(workspace)).unwrap_or_default();
        let mut parts = text.splitn(3, '\n').map(str::to_owned);
        let mut next = || parts.next().unwrap_or_default();
        Self { inputs: next(), outputs: next(), sizes: next() }
    }

    fn write(&self, workspace: &Workspace) -> Result<(), Failure> {
        let path = path(workspace);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| Failure::of_file("make", folder, &error))?;
        }
        let text = format!("{}\n{}\n{}", self.inputs, self.outputs, self.sizes);
        fs::write(&path, text).map_err(|error| Failure::of_file("write", &path, &error))
    }
}

fn path(workspace: &Workspace) -> std::path::PathBuf {
    workspace.target().join("xtask/dist.stamp")
}
