//! Child processes that end with their test.

use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    process::{Child, Command},
    thread,
    time::{Duration, Instant},
};

/// A running program, killed on drop.
#[derive(Debug)]
pub(crate) struct Process(pub(crate) Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Returns whether a program is on the PATH.
///
/// # Panics
///
/// In CI, where a missing program would hide that its tests did not run.
#[track_caller]
pub(crate) fn installed(program: &str) -> bool {
    let is_installed = Command::new(program).arg("-h").output().is_ok();
    if !is_installed {
        refuse_in_ci(program);
        eprintln!("left out: {program} is not on the PATH");
    }
    is_installed
}

/// Panics in CI, where everything that tests need has to be installed.
#[track_caller]
pub(crate) fn refuse_in_ci(missing: &str) {
    let is_ci = std::env::var("CI").is_ok_and(|value| !matches!(&*value, "" | "0" | "false"));
    assert!(!is_ci, "{missing} is not installed; `cargo xtask setup hosts` installs it");
}

/// Starts a server on a free port and waits until it listens.
#[track_caller]
pub(crate) fn start(command: impl Fn(SocketAddr) -> Command) -> (Process, SocketAddr) {
    // Another process can take the port between its choice and its use.
    const N_TRIES: usize = 3;
    for _ in 0..N_TRIES {
        let address = free_address();
        let mut process = Process(command(address).spawn().expect("the server starts"));
        if listens(&mut process, address) {
            return (process, address);
        }
    }
    panic!("the server ended, or did not begin to listen");
}

/// Returns a local address with a port that was free a moment ago.
pub(crate) fn free_address() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("the port that was bound")
}

fn listens(process: &mut Process, address: SocketAddr) -> bool {
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(30) {
        if process.0.try_wait().expect("it can be looked at").is_some() {
            return false;
        }
        if TcpStream::connect(address).is_ok() {
            return true;
        }
        thread::sleep(Duration::from_millis(20));
    }
    false
}
