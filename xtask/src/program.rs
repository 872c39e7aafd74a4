//! Finds and runs other programs.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::workspace::Workspace;

/// Returns a command for the running toolchain's cargo, in the top folder. It always names the folder of
/// the app: `rustscape` embeds the app, and would be rebuilt whenever that variable changes.
pub(crate) fn cargo(workspace: &Workspace) -> Command {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    let dist = workspace.dist();
    // Cargo watches an empty folder but rebuilds each time while there is none; a failure to create it
    // only costs these rebuilds.
    let _ = fs::create_dir_all(&dist);
    command.current_dir(workspace.root()).env("RUSTSCAPE_APP", dist);
    command
}

/// Runs `command` in the terminal of this program. An exit code other than 0 is a failure.
pub(crate) fn run(command: &mut Command) -> Result<(), Failure> {
    let name = name_of(command);
    let status = command
        .status()
        .map_err(|error| Failure::new(format!("could not start {name}: {error}")))?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!("{name} failed ({status})")))
}

/// Runs `command` and returns its trimmed standard output; `None` if it could not be started or failed.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    if !output.status.success() {
        return None;
    }
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Returns the programs called `name` in the folders of PATH, in their order.
pub(crate) fn on_path(name: &str) -> impl Iterator<Item = PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    folders.into_iter().map(move |folder| folder.join(&file)).filter(|program| program.is_file())
}

/// Returns whether the output of `program --version` has this version as a word.
pub(crate) fn has_version(program: &Path, version: &str) -> bool {
    output(Command::new(program).arg("--version"))
        .is_some_and(|said| said.split_whitespace().any(|word| word == version))
}

fn name_of(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    let mut words = vec![name.to_string_lossy().into_owned()];
    // Cargo's first argument is its command; that of other programs is often a long path.
    let first = command.get_args().next().map(|word| word.to_string_lossy());
    words.extend(first.filter(|_| name == "cargo").map(String::from));
    words.join(" ")
}
