//! Where the built app and the tools are, from the environment.

use std::env;
use std::path::PathBuf;

/// A folder or program whose path is in an environment variable.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    /// The folder of the built app.
    Dist,
    /// The folder of the published site.
    Site,
    /// The browser's program.
    Chromium,
    /// The program that speaks `WebDriver` for the browser.
    Chromedriver,
    /// The script of axe-core.
    Axe,
}

impl Place {
    /// The path.
    ///
    /// # Panics
    ///
    /// If the variable is not set or nothing is at its path.
    #[track_caller]
    pub fn path(self) -> PathBuf {
        let variable = self.variable();
        let path = env::var_os(variable).map(PathBuf::from).unwrap_or_default();
        assert!(
            path.exists(),
            "{variable} does not say where {} is: run the browser tests by `cargo xtask test`.",
            self.name()
        );
        path
    }

    fn variable(self) -> &'static str {
        match self {
            Place::Dist => "RUSTSCAPE_DIST",
            Place::Site => "RUSTSCAPE_SITE",
            Place::Chromium => "RUSTSCAPE_CHROMIUM",
            Place::Chromedriver => "RUSTSCAPE_CHROMEDRIVER",
            Place::Axe => "RUSTSCAPE_AXE",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Place::Dist => "the built app",
            Place::Site => "the published site",
            Place::Chromium => "Chromium",
            Place::Chromedriver => "chromedriver",
            Place::Axe => "axe-core",
        }
    }
}
