//! `cargo xtask serve`: serves the page on this machine and builds it again at every change.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use crate::failure::Failure;
use crate::setup::{self, DevelopmentTools};
use crate::trunk;
use crate::workspace::Workspace;

/// Options of `cargo xtask serve`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    /// The port on 127.0.0.1.
    pub(crate) port: u16,
    /// `true` to open the page in the user's browser after the first build.
    pub(crate) open_browser: bool,
}

/// Folders of the workspace that trunk does not watch, because the page is not built from them. The rest
/// is watched as a whole: a single watched file is lost when an editor replaces it.
const UNWATCHED: [&str; 7] = [".tools", "benches", "cli", "dist", "site", "tests", "xtask"];
/// Delay between two checks whether trunk has ended by itself, in milliseconds.
const POLL_MILLIS: u64 = 200;
/// Time that trunk and the compiler have to end after Ctrl-C before they are killed, in milliseconds.
const GRACE_MILLIS: u64 = 2_000;

/// Serves until Ctrl-C, which is no failure, or until trunk ends.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<(), Failure> {
    let port = options.port;
    ensure_free(port)?;
    let tools = setup::development_tools(workspace)?;
    println!(
        "Rustscape will be at http://127.0.0.1:{port}/ after a development build (quick to build, \
         large to load).\nEvery change starts a build: reload the page to see it. Ctrl-C stops the server."
    );
    let mut trunk = trunk_serve(workspace, &tools, options)?;
    let interrupted = listen_for_interrupt()?;
    lead_group(&mut trunk);
    let child =
        trunk.spawn().map_err(|error| Failure::new(format!("could not start trunk: {error}")))?;
    wait(child, &interrupted)
}

fn trunk_serve(
    workspace: &Workspace,
    tools: &DevelopmentTools,
    options: &Options,
) -> Result<Command, Failure> {
    // dist/ belongs to release builds.
    let dist = workspace.target().join("xtask/serve");
    fs::create_dir_all(&dist).map_err(|error| Failure::of_file("create", &dist, &error))?;
    let mut trunk = trunk::command(workspace, tools, "serve");
    trunk.stdin(Stdio::null());
    trunk.arg("--port").arg(options.port.to_string());
    trunk.arg("--dist").arg(&dist);
    trunk.arg("--ignore").arg(workspace.target());
    let folders = UNWATCHED.map(|name| workspace.root().join(name));
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        trunk.arg("--ignore").arg(folder);
    }
    if options.open_browser {
        trunk.arg("--open");
    }
    Ok(trunk)
}

fn ensure_free(port: u16) -> Result<(), Failure> {
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).err();
    taken.map_or(Ok(()), |error| {
        Err(Failure::new(format!(
            "port {port} cannot be used ({error}); choose another one with --port"
        )))
    })
}

fn listen_for_interrupt() -> Result<Receiver<()>, Failure> {
    let (sender, receiver) = mpsc::channel();
    ctrlc::set_handler(move || {
        let _ = sender.send(());
    })
    .map_err(|error| Failure::new(format!("could not listen for Ctrl-C: {error}")))?;
    Ok(receiver)
}

fn wait(mut trunk: Child, interrupted: &Receiver<()>) -> Result<(), Failure> {
    loop {
        let pause = interrupted.recv_timeout(Duration::from_millis(POLL_MILLIS));
        if pause != Err(RecvTimeoutError::Timeout) {
            stop(&mut trunk);
            return Ok(());
        }
        if let Ok(Some(status)) = trunk.try_wait() {
            stop(&mut trunk);
            return Err(Failure::new(format!("trunk ended ({status})")));
        }
    }
}

/// Ends trunk and its compiler, which would otherwise outlive it.
fn stop(trunk: &mut Child) {
    signal_group(trunk, "INT");
    for _ in 0..GRACE_MILLIS / POLL_MILLIS {
        if matches!(trunk.try_wait(), Ok(Some(_))) {
            break;
        }
        std::thread::sleep(Duration::from_millis(POLL_MILLIS));
    }
    signal_group(trunk, "KILL");
    let _ = trunk.kill();
    let _ = trunk.wait();
}

#[cfg(unix)]
fn lead_group(command: &mut Command) {
    std::os::unix::process::CommandExt::process_group(command, 0);
}

#[cfg(not(unix))]
fn lead_group(_: &mut Command) {}

/// Sends a signal to a process group through the shell: std has no function for it, and `kill` is not on
/// every machine a program.
#[cfg(unix)]
fn signal_group(leader: &Child, signal: &str) {
    let _ = Command::new("sh")
        .args(["-c", "kill -s \"$0\" -- \"-$1\" 2>/dev/null", signal])
        .arg(leader.id().to_string())
        .status();
}

#[cfg(not(unix))]
fn signal_group(_: &Child, _: &str) {}
