//! Fetching what is missing. Every function says what it does and shows its tool's own progress.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::process::Command;

use crate::failure::Failure;
use crate::program;
use crate::tools;
use crate::workspace::Workspace;

/// A program to build with `cargo install`.
pub(crate) struct Crate<'a> {
    /// The crate's name.
    pub(crate) name: &'a str,
    /// Its version.
    pub(crate) version: &'a str,
    /// More arguments for `cargo install`.
    pub(crate) arguments: &'a [&'a str],
    /// Settings of the build profile, as environment variables: the tools are only used to build,
    /// so they are compiled for being there soon.
    pub(crate) profile: &'a [(&'a str, &'a str)],
    /// How long the build tends to take.
    pub(crate) takes: &'a str,
}

/// Builds a program into `.tools/bin`.
pub(crate) fn cargo_install(workspace: &Workspace, wanted: &Crate) -> Result<(), Failure> {
    let Crate { name, version, takes, .. } = wanted;
    announce(&format!("building {name} {version} into .tools/ ({takes})"));
    let build = workspace.tools().join("build");
    let mut command = program::cargo(workspace);
    for (variable, _) in env::vars_os() {
        if variable.to_str().is_some_and(changes_a_build) {
            command.env_remove(variable);
        }
    }
    command
        .args(["install", &format!("{name}@{version}"), "--force"])
        .args(wanted.arguments)
        .arg("--root")
        .arg(workspace.tools())
        .arg("--target-dir")
        .arg(&build)
        .env("PATH", path_with_bin(workspace))
        .envs(wanted.profile.iter().copied());
    let outcome = program::run(&mut command);
    // What is left of a build is some hundred megabytes that nobody needs again.
    let _ = fs::remove_dir_all(&build);
    outcome.map_err(|failure| {
        Failure::new(format!(
            "{name} {version}, which builds the page, could not be installed ({failure}); \
             put this version on PATH and start again"
        ))
    })
}

/// Installs packages of Debian or Ubuntu. `what` says what they are, `takes` how long it tends to
/// take.
pub(crate) fn apt_install(packages: &[&str], what: &str, takes: &str) -> Result<(), Failure> {
    let names = packages.join(" ");
    if program::on_path("apt-get").next().is_none() {
        return Err(Failure::new(format!(
            "{what} is missing and can only be installed by itself on Debian and Ubuntu; \
             install it so that it is on PATH and start again"
        )));
    }
    announce(&format!("installing {what}: apt-get install {names} ({takes})"));
    let outcome = apt_get(&["update"]).and_then(|()| {
        apt_get(&[&["install", "--yes", "--no-install-recommends"], packages].concat())
    });
    outcome.map_err(|failure| {
        Failure::new(format!(
            "{what} could not be installed ({failure}); install it so that it is on PATH and start again"
        ))
    })
}

/// Fetches WordPress and its theme as packages of Debian into `.tools/wordpress`, without installing them: installed, they
/// would bring a web server that starts with the machine.
pub(crate) fn wordpress(workspace: &Workspace) -> Result<(), Failure> {
    announce("fetching the packages of WordPress into .tools/ (some seconds)");
    let folder = workspace.tools().join("wordpress");
    fs::create_dir_all(&folder).map_err(|error| Failure::of_file("make", &folder, &error))?;
    let depends = program::output(Command::new("apt-cache").args(["depends", "wordpress"]))
        .unwrap_or_default();
    // Each version recommends the theme that belongs to it.
    let theme = depends.split_whitespace().find(|word| word.starts_with("wordpress-theme-"));
    let mut download = Command::new("apt-get");
    download.args(["download", "wordpress"]).args(theme).current_dir(&folder);
    program::run(&mut download).map_err(|failure| {
        Failure::new(format!(
            "the packages of WordPress could not be fetched ({failure}); it is tried on Debian and Ubuntu only"
        ))
    })
}

/// Gives the active toolchain the standard library for the browser.
pub(crate) fn wasm_target(workspace: &Workspace) -> Result<(), Failure> {
    let target = tools::WASM_TARGET;
    announce(&format!("installing the Rust target {target} (5 to 40 seconds)"));
    let mut script = Command::new("sh");
    script.arg("xtask/install-wasm-target.sh").current_dir(workspace.root());
    program::run(&mut script).map_err(|failure| {
        Failure::new(format!(
            "the Rust target {target} could not be installed ({failure}); \
             run `rustup target add {target}` and start again"
        ))
    })
}

/// Fetches the crates that Cargo.lock names; trunk builds without the network.
pub(crate) fn crates(workspace: &Workspace) -> Result<(), Failure> {
    program::run(program::cargo(workspace).arg("fetch"))
}

/// With the folder on PATH, cargo does not ask the user to put it there.
fn path_with_bin(workspace: &Workspace) -> OsString {
    let old = env::var_os("PATH").unwrap_or_default();
    let bin = workspace.tools().join("bin");
    env::join_paths(env::split_paths(&old).chain([bin])).unwrap_or(old)
}

fn apt_get(arguments: &[&str]) -> Result<(), Failure> {
    let is_root = program::output(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    let mut command = Command::new(if is_root { "apt-get" } else { "sudo" });
    if !is_root {
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    }
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    program::run(&mut command)
}

/// Whether this environment variable, meant for the project, would change how a tool is built or
/// where.
fn changes_a_build(variable: &str) -> bool {
    const NAMES: [&str; 7] = [
        "RUSTFLAGS",
        "CARGO_ENCODED_RUSTFLAGS",
        "CARGO_TARGET_DIR",
        "CARGO_BUILD_TARGET_DIR",
        "CARGO_BUILD_BUILD_DIR",
        "CARGO_BUILD_TARGET",
        "CARGO_BUILD_RUSTFLAGS",
    ];
    NAMES.contains(&variable)
        || variable.starts_with("CARGO_PROFILE_")
        || (variable.starts_with("CARGO_TARGET_") && variable.ends_with("_RUSTFLAGS"))
}

fn announce(sentence: &str) {
    println!("set-up: {sentence}");
}

#[cfg(test)]
mod tests {
    use super::changes_a_build;

    fn check(variable: &str, expected: bool) {
        assert_eq!(changes_a_build(variable), expected, "{variable}");
    }

    #[test]
    fn a_tool_is_built_without_what_the_environment_asks_for_the_project() {
        check("RUSTFLAGS", true);
        check("CARGO_TARGET_DIR", true);
        check("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", true);
        check("CARGO_PROFILE_RELEASE_LTO", true);
    }

    #[test]
    fn a_tool_is_built_with_what_the_machine_needs() {
        check("CARGO_HOME", false);
        check("CARGO_BUILD_JOBS", false);
        check("CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_LINKER", false);
        check("RUSTC_WRAPPER", false);
    }
}
