//! `cargo xtask serve`: the page on this machine, built again at every change.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use crate::failure::Failure;
use crate::setup::{self, DevelopmentTools};
use crate::trunk;
use crate::workspace::Workspace;

/// How to serve.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    /// The port on 127.0.0.1.
    pub(crate) port: u16,
    /// What to do after the first build.
    pub(crate) then: Then,
}

/// What to do after the first build.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Then {
    /// Only serve.
    Serve,
    /// Open the page in the user's browser.
    OpenBrowser,
}

/// Folders of the workspace that the page is not made from. Everything else is watched, the top
/// folder itself included, because a watched file is lost when an editor replaces it.
const UNWATCHED: [&str; 6] = [".tools", "benches", "dist", "publisher", "tests", "xtask"];
/// How often to look whether trunk ended by itself.
const LOOK_MILLIS: u64 = 200;
/// How long trunk and the compiler have to end when asked to, before they are made to.
const GRACE_MILLIS: u64 = 2_000;

/// Serves until Ctrl-C, which is no failure, or until trunk ends.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<(), Failure> {
    let port = options.port;
    ensure_free(port)?;
    let tools = setup::development_tools(workspace)?;
    println!(
        "Rustscape will be at http://127.0.0.1:{port}/ after a development build (quick to build, \
         large to load).\nA change is built at once: reload the page to see it. Ctrl-C ends this."
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
    // dist/ stays what the last release build made of it.
    let dist = workspace.target().join("xtask/serve");
    fs::create_dir_all(&dist).map_err(|error| Failure::of_file("make", &dist, &error))?;
    let mut trunk = trunk::command(workspace, tools, "serve");
    trunk.stdin(Stdio::null());
    trunk.arg("--port").arg(options.port.to_string());
    trunk.arg("--dist").arg(&dist);
    trunk.arg("--ignore").arg(workspace.target());
    let folders = UNWATCHED.map(|name| workspace.root().join(name));
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        trunk.arg("--ignore").arg(folder);
    }
    if options.then == Then::OpenBrowser {
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
        let pause = interrupted.recv_timeout(Duration::from_millis(LOOK_MILLIS));
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

/// Ends trunk and the compiler it may be running, which would otherwise outlive it.
fn stop(trunk: &mut Child) {
    signal_group(trunk, "INT");
    for _ in 0..GRACE_MILLIS / LOOK_MILLIS {
        if matches!(trunk.try_wait(), Ok(Some(_))) {
            break;
        }
        std::thread::sleep(Duration::from_millis(LOOK_MILLIS));
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

/// The shell's own `kill`, because std has none and not every machine has the program.
#[cfg(unix)]
fn signal_group(leader: &Child, signal: &str) {
    let _ = Command::new("sh")
        .args(["-c", "kill -s \"$0\" -- \"-$1\" 2>/dev/null", signal])
        .arg(leader.id().to_string())
        .status();
}

#[cfg(not(unix))]
fn signal_group(_: &Child, _: &str) {}
