//! A blog in WordPress: the package of Debian, unpacked, with a database of its own and PHP's own server.

use crate::atlas::Atlas;
use crate::database::Database;
use rustscape_test_kit::prerequisite::Prerequisite;
use rustscape_test_kit::process::{ProcessGuard, temp_dir_in, wait_for_port};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

/// A running blog with its owner and an author, who may write no HTML but what WordPress lets through.
pub(crate) struct WordPress {
    /// Host and port.
    address: String,
    folder: PathBuf,
    environment: [(&'static str, String); 2],
    // The server ends before its database.
    _server: ProcessGuard,
    _database: Database,
}

/// All tests share one, and each has a post of its own in it; it ends with their process.
static SHARED: LazyLock<WordPress> = LazyLock::new(WordPress::start);

const SCRIPTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/hosts/wordpress");

impl WordPress {
    /// The blog of all tests.
    #[track_caller]
    pub(crate) fn shared() -> &'static WordPress {
        &SHARED
    }

    /// The origin of the blog.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Publishes a post of the author, of blocks as the editor writes them, and returns its address.
    #[track_caller]
    pub(crate) fn publish(&self, title: &str, blocks: &str) -> String {
        let number = self.run("post.php", &[title], blocks);
        format!("{}/?p={number}", self.origin())
    }

    #[track_caller]
    fn start() -> WordPress {
        let top = temp_dir_in(Path::new(env!("CARGO_TARGET_TMPDIR")));
        let folder = unpacked(&top);
        let database = Database::start();
        let environment = [
            ("RUSTSCAPE_SOCKET", database.socket().display().to_string()),
            ("RUSTSCAPE_ATLAS_PORT", Atlas::shared().port().to_string()),
        ];
        let mut serve = Command::new(Prerequisite::Php.path());
        serve
            .args(["-S", "127.0.0.1:0", "-t"])
            .arg(&folder)
            .envs(environment.clone())
            // A page and what it names are asked for at once.
            .env("PHP_CLI_SERVER_WORKERS", "4")
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        let mut server = ProcessGuard::start(&mut serve, &[&top]);
        let log = server.child().stderr.take().expect("a pipe was asked for");
        let address = format!("127.0.0.1:{}", wait_for_port("(http://127.0.0.1:", log));
        let blog = WordPress { address, folder, environment, _server: server, _database: database };
        blog.run("install.php", &[], "");
        blog
    }

    /// Runs one of the scripts beside this file and returns what it writes.
    #[track_caller]
    fn run(&self, script: &str, arguments: &[&str], input: &str) -> String {
        let mut php = Command::new(Prerequisite::Php.path())
            .arg(self.folder.join(script))
            .arg(&self.address)
            .args(arguments)
            .envs(self.environment.clone())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("PHP starts");
        let mut stdin = php.stdin.take().expect("a pipe was asked for");
        stdin.write_all(input.as_bytes()).expect("PHP reads");
        drop(stdin);
        let output = php.wait_with_output().expect("PHP ends");
        let said = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{script}: {said}\n{complaint}");
        said
    }
}

/// Unpacks the packages into a folder, and returns where the blog is in it, with the scripts.
#[track_caller]
fn unpacked(top: &Path) -> PathBuf {
    let packages = fs::read_dir(Prerequisite::WordPress.path()).expect("a folder").flatten();
    for package in packages.map(|entry| entry.path()) {
        let unpacked = Command::new("dpkg-deb").arg("-x").arg(&package).arg(top).status();
        assert!(unpacked.is_ok_and(|status| status.success()), "{}", package.display());
    }
    let folder = top.join("usr/share/wordpress");
    let plugins = folder.join("wp-content/mu-plugins");
    fs::create_dir_all(&plugins).expect("a folder for plugins");
    for (script, to) in [
        ("wp-config.php", &folder),
        ("install.php", &folder),
        ("post.php", &folder),
        ("allow-loopback.php", &plugins),
    ] {
        fs::copy(Path::new(SCRIPTS).join(script), to.join(script)).expect("a script is copied");
    }
    // Browsers ask for it by themselves.
    fs::write(folder.join("favicon.ico"), "").expect("a file is written");
    folder
}
