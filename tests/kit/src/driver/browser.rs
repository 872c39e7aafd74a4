//! The processes behind a driver: a `WebDriver` server and the browser that it starts.

use super::options::Engine;
use crate::prerequisite::Prerequisite;
use crate::process::{ProcessGuard, find_output, parse_port, temp_dir};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// A running `WebDriver` server with its browser. Dropping it kills both and deletes their folder.
pub(super) struct Browser {
    _program: ProcessGuard,
    folder: PathBuf,
    port: u16,
}

impl Browser {
    /// Starts the server on a free port. It starts the browser with the first session.
    ///
    /// chromedriver chooses a port that is free for IPv4 and exits if the port is in use for IPv6. Such a start is
    /// repeated.
    #[track_caller]
    pub(super) fn launch(engine: Engine) -> Browser {
        const N_TRIES: usize = 5;
        let mut output = String::new();
        for _ in 0..N_TRIES {
            match Self::try_launch(engine) {
                Ok(browser) => return browser,
                Err(all) => output.push_str(&all),
            }
        }
        panic!("the WebDriver server exited each time it was started:\n{output}");
    }

    #[track_caller]
    fn try_launch(engine: Engine) -> Result<Browser, String> {
        let folder = temp_dir();
        let (mut command, words) = match engine {
            Engine::Chromium => {
                (Command::new(Prerequisite::Chromedriver.path()), "successfully on port ")
            }
            Engine::Firefox => (geckodriver(), "Listening on 127.0.0.1:"),
        };
        command
            .arg("--port=0")
            // Browsers put sockets and profiles there, which are deleted with the folder.
            .env("TMPDIR", &folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut program = ProcessGuard::start(&mut command, &[&folder]);
        let stdout = program.child().stdout.take().expect("a pipe was asked for");
        let port = parse_port(&find_output(words, stdout)?);
        Ok(Browser { _program: program, folder, port })
    }

    /// Returns the port of the server on 127.0.0.1.
    pub(super) fn port(&self) -> u16 {
        self.port
    }

    /// Returns the folder of the browser's profile, which the browser creates.
    pub(super) fn profile(&self) -> PathBuf {
        self.folder.join("profile")
    }
}

fn geckodriver() -> Command {
    let mut command = Command::new(Prerequisite::Geckodriver.path());
    // The default port for WebDriver BiDi would be the same for two servers.
    command.arg("--websocket-port=0");
    command
}
