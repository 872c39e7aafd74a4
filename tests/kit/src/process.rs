//! Child processes that never outlive the test process.

use std::env;
use std::fs;
use std::io::{self, BufRead as _, BufReader, Read};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{self, Child, ChildStdin, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// A process group and its folders. Dropping this value kills the group and deletes the folders.
///
/// A shell guards both: it waits for the end of its input. The system closes that pipe also when the test process is
/// killed, so even a value in a static is cleaned up.
pub struct ProcessGuard {
    child: Child,
    guard: Child,
    lifeline: Option<ChildStdin>,
}

/// Kills the process group `$1` and deletes the folders `$2…`. Dying processes may still write, so it tries again.
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
    /// Starts a program in a new process group with an empty standard input.
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

    /// Returns the process, to take its output.
    pub fn child(&mut self) -> &mut Child {
        &mut self.child
    }
}

impl Drop for ProcessGuard {
    fn drop(&mut self) {
        self.lifeline = None;
        let _ = self.guard.wait();
        // If the guard failed, the process still runs and the test would wait forever.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Creates an empty folder below `parent` with a unique name.
#[track_caller]
pub fn temp_dir_in(parent: &Path) -> PathBuf {
    static N_MADE: AtomicUsize = AtomicUsize::new(0);
    let number = N_MADE.fetch_add(1, Ordering::Relaxed);
    let folder = parent.join(format!("rustscape-test-{}-{number}", process::id()));
    // An earlier process with the same id may have been killed.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)
        .unwrap_or_else(|error| panic!("{} cannot be made: {error}", folder.display()));
    folder
}

/// Creates an empty folder below the system's one, whose path is short enough for sockets.
#[track_caller]
pub fn temp_dir() -> PathBuf {
    temp_dir_in(&env::temp_dir())
}

/// Waits until a program writes `words` and returns the rest of that line. Later output is discarded, because a full
/// pipe would block the program.
///
/// # Panics
///
/// If the program exits first.
#[track_caller]
pub fn wait_for_output(words: &str, stream: impl Read + Send + 'static) -> String {
    find_output(words, stream)
        .unwrap_or_else(|all| panic!("a program ended without writing {words:?}:\n{all}"))
}

/// Like [`wait_for_output`].
///
/// # Errors
///
/// Everything that the program wrote, if it exits first.
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

/// Waits until a program writes `words` and returns the port number that follows them.
#[track_caller]
pub fn wait_for_port(words: &str, stream: impl Read + Send + 'static) -> u16 {
    parse_port(&wait_for_output(words, stream))
}

/// Returns the port number that a text starts with.
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
        // Ctrl-C in a terminal goes to the whole group of the test. The guard has to survive it.
        .process_group(0)
        .spawn()
        .expect("a shell")
}
