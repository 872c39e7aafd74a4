//! The atlas that is embedded: the whole dataset, published for the very address that it has in these tests and
//! answered for by the program's own server.

use crate::relay::Relay;
use rustscape_test_kit::prerequisite::Prerequisite;
use rustscape_test_kit::process::{ProcessGuard, temp_dir_in, wait_for_port};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

/// The published site, with its server.
pub(crate) struct Atlas {
    folder: PathBuf,
    relay: Relay,
    port: u16,
    _server: ProcessGuard,
}

/// Publishing takes half a minute, so all tests share this value until the process ends.
static SHARED: LazyLock<Atlas> = LazyLock::new(Atlas::publish);

/// The path that the site lies below.
const BELOW: &str = "/atlas/";

impl Atlas {
    /// The atlas of all tests.
    #[track_caller]
    pub(crate) fn shared() -> &'static Atlas {
        &SHARED
    }

    /// The address of the site.
    pub(crate) fn site(&self) -> String {
        site_at(&self.relay)
    }

    /// The full address of a view, or of its frame, which begins with `embed/`.
    pub(crate) fn url(&self, address: &str) -> String {
        self.site() + address
    }

    /// The origin of the site.
    pub(crate) fn origin(&self) -> String {
        origin_of(&self.relay)
    }

    /// The port of the site.
    pub(crate) fn port(&self) -> u16 {
        self.relay.address().port()
    }

    /// A file of the site.
    #[track_caller]
    pub(crate) fn file(&self, path: &str) -> String {
        let path = self.folder.join(path);
        fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()))
    }

    /// Some of its views, in order: what was replaced by what the atlas is about.
    #[track_caller]
    pub(crate) fn views(&self) -> Vec<String> {
        let folders = fs::read_dir(self.folder.join("embed/replaces")).expect("a folder").flatten();
        let folders = folders.filter(|entry| entry.path().is_dir());
        let mut views: Vec<String> = folders
            .map(|entry| format!("replaces/{}/", entry.file_name().to_string_lossy()))
            .collect();
        views.sort_unstable();
        views
    }

    /// The same site at an address of its own, and the bytes that are sent from there.
    #[track_caller]
    pub(crate) fn counted(&self) -> Counted {
        let relay = Relay::listen();
        relay.lead_to(self.port);
        Counted(relay)
    }

    #[track_caller]
    fn publish() -> Atlas {
        let relay = Relay::listen();
        let folder = temp_dir_in(Path::new(env!("CARGO_TARGET_TMPDIR")));
        let site = folder.join("site");
        let mut publish = program();
        publish.args(["publish", "--data"]).arg(DATASET);
        publish.args(["--base-url", &site_at(&relay), "--out"]).arg(&site);
        publish.arg("--app").arg(Prerequisite::Dist.path()).stdout(Stdio::null());
        assert!(publish.status().expect("the program runs").success(), "it is published");
        let mut serve = program();
        serve.arg("serve").arg(&site).args(["--port", "0"]).stdout(Stdio::piped());
        let mut server = ProcessGuard::start(&mut serve, &[&folder]);
        let stdout = server.child().stdout.take().expect("a pipe was asked for");
        let port = wait_for_port("http://127.0.0.1:", stdout);
        relay.lead_to(port);
        Atlas { folder: site, relay, port, _server: server }
    }
}

/// A frozen dataset of several hundred organizations.
const DATASET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/atlas.json");

/// The site once more, where what is sent is counted for one test alone.
pub(crate) struct Counted(Relay);

impl Counted {
    /// The address of the site.
    pub(crate) fn site(&self) -> String {
        site_at(&self.0)
    }

    /// The origin of the site.
    pub(crate) fn origin(&self) -> String {
        origin_of(&self.0)
    }

    /// Returns the number of bytes sent so far, including headers.
    pub(crate) fn n_bytes(&self) -> u64 {
        self.0.n_bytes()
    }
}

fn program() -> Command {
    Command::new(Prerequisite::Program.path())
}

fn origin_of(relay: &Relay) -> String {
    format!("http://{}", relay.address())
}

fn site_at(relay: &Relay) -> String {
    origin_of(relay) + BELOW
}
