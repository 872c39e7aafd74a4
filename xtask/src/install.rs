//! Installs missing tools. Every function prints what it installs and shows the progress of its tool.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::process::Command;

use crate::failure::Failure;
use crate::program;
use crate::tools;
use crate::workspace::Workspace;

/// A program that `cargo install` builds.
pub(crate) struct Crate<'a> {
    /// The crate's name.
    pub(crate) name: &'a str,
    /// Version of the crate.
    pub(crate) version: &'a str,
    /// Additional arguments of `cargo install`.
    pub(crate) arguments: &'a [&'a str],
    /// Settings of the build profile, as environment variables. The tools run briefly, so a short
    /// compile time counts for more than their speed.
    pub(crate) profile: &'a [(&'a str, &'a str)],
    /// Usual duration of the build, such as "2 to 5 minutes".
    pub(crate) duration: &'a str,
}

/// Builds a program into `.tools/bin`.
pub(crate) fn cargo_install(workspace: &Workspace, wanted: &Crate) -> Result<(), Failure> {
    let Crate { name, version, duration, .. } = wanted;
    announce(&format!("building {name} {version} into .tools/ ({duration})"));
    let build = workspace.tools().join(format!("build-{name}"));
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
    // The intermediate files are some hundred megabytes that are never used again.
    let _ = fs::remove_dir_all(&build);
    outcome.map_err(|failure| {
        Failure::new(format!(
            "{name} {version} could not be installed ({failure}); put this version on PATH and start again"
        ))
    })
}

/// Installs packages of Debian or Ubuntu. `what` describes them and `duration` is the usual time, both for
/// messages.
pub(crate) fn apt_install(packages: &[&str], what: &str, duration: &str) -> Result<(), Failure> {
    let names = packages.join(" ");
    if program::on_path("apt-get").next().is_none() {
        return Err(Failure::new(format!(
            "{what}: missing. Only on Debian and Ubuntu this command can install packages; \
             put the programs on PATH and start again"
        )));
    }
    announce(&format!("installing {what}: apt-get install {names} ({duration})"));
    let outcome = apt_get(&["update"]).and_then(|()| {
        apt_get(&[&["install", "--yes", "--no-install-recommends"], packages].concat())
    });
    outcome.map_err(|failure| {
        Failure::new(format!(
            "{what}: could not be installed ({failure}). Put the programs on PATH and start again"
        ))
    })
}

/// Downloads WordPress and its theme as Debian packages into `.tools/wordpress`. They are not installed,
/// because they depend on a web server that would start with the machine.
pub(crate) fn wordpress(workspace: &Workspace) -> Result<(), Failure> {
    announce("downloading the packages of WordPress into .tools/ (some seconds)");
    let folder = workspace.tools().join("wordpress");
    fs::create_dir_all(&folder).map_err(|error| Failure::of_file("create", &folder, &error))?;
    let depends = program::output(Command::new("apt-cache").args(["depends", "wordpress"]))
        .unwrap_or_default();
    // Each version recommends the theme that belongs to it.
    let theme = depends.split_whitespace().find(|word| word.starts_with("wordpress-theme-"));
    let mut download = Command::new("apt-get");
    download.args(["download", "wordpress"]).args(theme).current_dir(&folder);
    program::run(&mut download).map_err(|failure| {
        Failure::new(format!(
            "the packages of WordPress could not be downloaded ({failure}); this works on Debian and Ubuntu only"
        ))
    })
}

/// Adds the standard library for the browser to the active toolchain.
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

/// Downloads the crates of Cargo.lock, because trunk builds offline.
pub(crate) fn crates(workspace: &Workspace) -> Result<(), Failure> {
    program::run(program::cargo(workspace).arg("fetch"))
}

/// Returns PATH with `.tools/bin`, without which cargo tells the user to add the folder.
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

/// Returns whether an environment variable changes how or where cargo builds a tool. Such variables are
/// meant for the project, not for its tools.
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
    fn build_settings_of_the_project_do_not_reach_tools() {
        check("RUSTFLAGS", true);
        check("CARGO_TARGET_DIR", true);
        check("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", true);
        check("CARGO_PROFILE_RELEASE_LTO", true);
    }

    #[test]
    fn settings_of_the_machine_reach_tools() {
        check("CARGO_HOME", false);
        check("CARGO_BUILD_JOBS", false);
        check("CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_LINKER", false);
        check("RUSTC_WRAPPER", false);
    }
}
