//! Helpers that run the program.

use std::{
    io::Write as _,
    path::PathBuf,
    process::{Command, Stdio},
};

/// Result of a run.
#[derive(Debug)]
pub(crate) struct Run {
    /// Exit code.
    pub(crate) code: i32,
    /// Standard output.
    pub(crate) stdout: String,
    /// Standard error.
    pub(crate) stderr: String,
}

/// Runs the program with this standard input and without a proxy.
#[track_caller]
pub(crate) fn run_with_input(args: &[&str], input: &str) -> Run {
    run_in(&[], args, input)
}

/// Runs the program like [`run_with_input`], with additional environment variables.
#[track_caller]
pub(crate) fn run_in(variables: &[(&str, &str)], args: &[&str], input: &str) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rustscape"));
    for name in ["ALL_PROXY", "HTTP_PROXY", "HTTPS_PROXY", "CLICOLOR_FORCE"] {
        command.env_remove(name).env_remove(name.to_ascii_lowercase());
    }
    command.envs(variables.iter().copied());
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    // A program that does not read its input may exit before all of it is written.
    let _ = child.stdin.take().expect("an input").write_all(input.as_bytes());
    let output = child.wait_with_output().expect("the program ends");
    Run {
        code: output.status.code().expect("an exit code"),
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// Writes a file for a test and returns its path. Each test needs other names.
pub(crate) fn file(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).expect("a file can be written");
    path
}
