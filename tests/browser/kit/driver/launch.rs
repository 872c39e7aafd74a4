//! The processes behind a driver, and their end.

use crate::kit::places::Place;
use std::env;
use std::fs;
use std::io::{self, BufRead as _, BufReader};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{self, Child, ChildStdin, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Chromedriver with its browser, and a guard over them.
///
/// The guard waits for its input to end. That comes when this value is dropped and also when the test's process dies in
/// any other way, since the system closes the pipe then; so no browser outlives its test.
pub(super) struct Processes {
    chromedriver: Child,
    guard: Child,
    lifeline: Option<ChildStdin>,
    folder: PathBuf,
    port: u16,
}

/// Ends the group of processes `$1` and deletes the folder `$2`, in which a dying process may write for a moment.
const GUARD: &str = r#"
    read -r _
    kill -s KILL -- "-$1" 2>/dev/null
    tries=0
    until rm -rf -- "$2" 2>/dev/null || [ "$tries" -ge 100 ]; do
        tries=$((tries + 1))
        sleep 0.02
    done
"#;

impl Processes {
    /// Starts chromedriver on a free port. The browser comes with the first session.
    #[track_caller]
    pub(super) fn launch() -> Processes {
        let program = Place::Chromedriver.path();
        let folder = new_folder();
        let mut chromedriver = Command::new(&program)
            .arg("--port=0")
            // Chromium puts its sockets there, so they are deleted too.
            .env("TMPDIR", &folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .unwrap_or_else(|error| panic!("{} does not start: {error}", program.display()));
        let mut guard = guard_over(&chromedriver, &folder);
        let lifeline = guard.stdin.take();
        let port = port_of(&mut chromedriver);
        Processes { chromedriver, guard, lifeline, folder, port }
    }

    /// Where chromedriver listens on 127.0.0.1.
    pub(super) fn port(&self) -> u16 {
        self.port
    }

    /// The folder for the browser's profile, which does not exist yet.
    pub(super) fn profile(&self) -> PathBuf {
        self.folder.join("profile")
    }
}

impl Drop for Processes {
    fn drop(&mut self) {
        self.lifeline = None;
        let _ = self.guard.wait();
        // Only where the guard failed is there still something to end, and without this the test would wait for ever.
        let _ = self.chromedriver.kill();
        let _ = self.chromedriver.wait();
    }
}

fn new_folder() -> PathBuf {
    static N_STARTED: AtomicUsize = AtomicUsize::new(0);
    let number = N_STARTED.fetch_add(1, Ordering::Relaxed);
    let folder = env::temp_dir().join(format!("rustscape-browser-{}-{number}", process::id()));
    fs::create_dir_all(&folder)
        .unwrap_or_else(|error| panic!("{} cannot be made: {error}", folder.display()));
    folder
}

fn guard_over(chromedriver: &Child, folder: &Path) -> Child {
    Command::new("sh")
        .args(["-c", GUARD, "guard"])
        .arg(chromedriver.id().to_string())
        .arg(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        // Ctrl-C in a terminal goes to the whole group of the test, and the guard has to outlive that.
        .process_group(0)
        .spawn()
        .expect("a shell")
}

/// Reads the port that chromedriver chose, then lets it talk on unheard: a full pipe would stop it.
fn port_of(chromedriver: &mut Child) -> u16 {
    let stdout = chromedriver.stdout.take().expect("a pipe was asked for");
    let mut lines = BufReader::new(stdout);
    let mut line = String::new();
    while lines.read_line(&mut line).is_ok_and(|n_bytes| 0 < n_bytes) {
        let port = line.trim_end().trim_end_matches('.').rsplit_once("successfully on port ");
        if let Some(port) = port.and_then(|(_, port)| port.parse().ok()) {
            thread::spawn(move || io::copy(&mut lines, &mut io::sink()));
            return port;
        }
        line.clear();
    }
    panic!("chromedriver ended without saying on which port it listens");
}
