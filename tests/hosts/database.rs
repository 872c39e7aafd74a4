//! A MariaDB for one blog.

use rustscape_test_kit::prerequisite::Prerequisite;
use rustscape_test_kit::process::{ProcessGuard, temp_dir, temp_dir_in, wait_for_output};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A server of databases with none in it, that whoever knows its socket may use. It ends with this value, and its files
/// with it.
pub(crate) struct Database {
    socket: PathBuf,
    _server: ProcessGuard,
}

/// Small and forgetful: it lives for a minute. Without tables of rights it needs nothing to be installed first.
const ARGUMENTS: [&str; 7] = [
    "--skip-grant-tables",
    "--skip-networking",
    "--skip-log-bin",
    "--innodb-log-file-size=4M",
    "--innodb-buffer-pool-size=16M",
    "--innodb-flush-log-at-trx-commit=0",
    "--innodb-use-native-aio=OFF",
];

impl Database {
    /// Starts a server and waits until it can be used.
    #[track_caller]
    pub(crate) fn start() -> Database {
        let files = temp_dir_in(Path::new(env!("CARGO_TARGET_TMPDIR")));
        let sockets = temp_dir();
        let socket = sockets.join("database.sock");
        let mut command = Command::new(Prerequisite::MariaDb.path());
        command
            // What the machine's own server is told is not for this one.
            .arg("--no-defaults")
            .args(ARGUMENTS)
            .arg(format!("--user={}", user()))
            .arg(format!("--datadir={}", files.display()))
            .arg(format!("--socket={}", socket.display()))
            .arg(format!("--pid-file={}", sockets.join("database.pid").display()))
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        let mut server = ProcessGuard::start(&mut command, &[&files, &sockets]);
        let log = server.child().stderr.take().expect("a pipe was asked for");
        wait_for_output("ready for connections", log);
        Database { socket, _server: server }
    }

    /// Address that the server listens on.
    pub(crate) fn socket(&self) -> &Path {
        &self.socket
    }
}

/// User that runs the tests: the server needs an explicit option to run as root.
fn user() -> String {
    let output = Command::new("id").arg("-un").output().expect("a name");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}
