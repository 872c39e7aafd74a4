//! The processes behind a driver.

use super::options::Engine;
use crate::prerequisite::Prerequisite;
use crate::process::{ProcessGuard, find_output, parse_port, temp_dir};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The program that speaks `WebDriver`, with its browser.
pub(super) struct Browser {
    // Ends with this value, and the folder with it.
    _program: ProcessGuard,
    folder: PathBuf,
    port: u16,
}

impl Browser {
    /// Starts the program on a free port. The browser comes with the first session.
    ///
    /// chromedriver takes a port that is free for IPv4 and ends where something else has the same one for IPv6,
    /// so it gets some more tries.
    #[track_caller]
    pub(super) fn launch(engine: Engine) -> Browser {
        const N_TRIES: usize = 5;
        let mut said = String::new();
        for _ in 0..N_TRIES {
            match Self::try_launch(engine) {
                Ok(processes) => return processes,
                Err(all) => said.push_str(&all),
            }
        }
        panic!("the driver ended each time it was started:\n{said}");
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
            // Browsers put their sockets and profiles there, so they are deleted too.
            .env("TMPDIR", &folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut program = ProcessGuard::start(&mut command, &[&folder]);
        let stdout = program.child().stdout.take().expect("a pipe was asked for");
        let port = parse_port(&find_output(words, stdout)?);
        Ok(Browser { _program: program, folder, port })
    }

    /// Where the program listens on 127.0.0.1.
    pub(super) fn port(&self) -> u16 {
        self.port
    }

    /// The folder for the browser's profile, which does not exist yet.
    pub(super) fn profile(&self) -> PathBuf {
        self.folder.join("profile")
    }
}

fn geckodriver() -> Command {
    let mut command = Command::new(Prerequisite::Geckodriver.path());
    // With its default, the port for the other protocol would be the same for two of them.
    command.arg("--websocket-port=0");
    command
}
