//! Processes of other programs, and their end.

use std::env;
use std::fs;
use std::io::{self, BufRead as _, BufReader, Read};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{self, Child, ChildStdin, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// A process with all that it starts, folders that are its own, and a guard over both.
///
/// The guard waits for its input to end. That comes when this value is dropped and also when the test's process dies in
/// any other way, since the system closes the pipe then; so nothing outlives its test, not even what is in a static.
pub struct ProcessGuard {
    child: Child,
    guard: Child,
    lifeline: Option<ChildStdin>,
}

/// Ends the group of processes `$1` and deletes the folders after it, in which a dying process may write for a moment.
const GUARD: &str = r#"
    read -r _
    kill -s KILL -- "-$1" 2>/dev/null
    shift
    tries=0
    until rm -rf -- "$@" 2>/dev/null || [ "$tries" -ge 100 ]; do
        tries=$((tries + 1))
        sleep 0.02
    done
"#;

impl ProcessGuard {
    /// Starts a program in a group of its own, with nothing to read. The folders are deleted when it has ended.
    #[track_caller]
    pub fn start(command: &mut Command, folders: &[&Path]) -> ProcessGuard {
        let started = command.stdin(Stdio::null()).process_group(0).spawn();
        let child = match started {
            Ok(child) => child,
            Err(error) => panic!("{} does not start: {error}", command.get_program().display()),
        };
        let mut guard = guard_over(&child, folders);
        let lifeline = guard.stdin.take();
        ProcessGuard { child, guard, lifeline }
    }

    /// The process, for what it writes.
    pub fn child(&mut self) -> &mut Child {
        &mut self.child
    }
}

impl Drop for ProcessGuard {
    fn drop(&mut self) {
        self.lifeline = None;
        let _ = self.guard.wait();
        // Only where the guard failed is there still something to end, and without this the test would wait for ever.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Makes an empty folder that no other process of tests has.
#[track_caller]
pub fn temp_dir_in(parent: &Path) -> PathBuf {
    static N_MADE: AtomicUsize = AtomicUsize::new(0);
    let number = N_MADE.fetch_add(1, Ordering::Relaxed);
    let folder = parent.join(format!("rustscape-test-{}-{number}", process::id()));
    // One of an earlier process with the same number, which was ended by force.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)
        .unwrap_or_else(|error| panic!("{} cannot be made: {error}", folder.display()));
    folder
}

/// A folder of the system, whose path is short enough for sockets.
#[track_caller]
pub fn temp_dir() -> PathBuf {
    temp_dir_in(&env::temp_dir())
}

/// Waits until a program writes these words and returns the rest of the line, then lets it talk on unheard: a full pipe
/// would stop it.
#[track_caller]
pub fn wait_for_output(words: &str, stream: impl Read + Send + 'static) -> String {
    find_output(words, stream)
        .unwrap_or_else(|all| panic!("a program ended without writing {words:?}:\n{all}"))
}

/// The same; or else, where the program ended before, all that it wrote.
pub fn find_output(words: &str, stream: impl Read + Send + 'static) -> Result<String, String> {
    let mut lines = BufReader::new(stream);
    let (mut line, mut all) = (String::new(), String::new());
    while lines.read_line(&mut line).is_ok_and(|n_bytes| n_bytes > 0) {
        if let Some((_, rest)) = line.rsplit_once(words) {
            thread::spawn(move || io::copy(&mut lines, &mut io::sink()));
            return Ok(rest.trim_end().to_owned());
        }
        all.push_str(&line);
        line.clear();
    }
    Err(all)
}

/// The port that a program chose, which it writes after these words.
#[track_caller]
pub fn wait_for_port(words: &str, stream: impl Read + Send + 'static) -> u16 {
    parse_port(&wait_for_output(words, stream))
}

/// The port that a text begins with.
#[track_caller]
pub fn parse_port(rest: &str) -> u16 {
    let digits = rest.split(|char: char| !char.is_ascii_digit()).next().unwrap_or_default();
    digits.parse().unwrap_or_else(|_| panic!("{rest:?} begins with no port"))
}

fn guard_over(child: &Child, folders: &[&Path]) -> Child {
    Command::new("sh")
        .args(["-c", GUARD, "guard"])
        .arg(child.id().to_string())
        .args(folders)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        // Ctrl-C in a terminal goes to the whole group of the test, and the guard has to outlive that.
        .process_group(0)
        .spawn()
        .expect("a shell")
}
