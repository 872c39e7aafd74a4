//! Folders and programs that the tests need, found by environment variables.

use std::env;
use std::path::PathBuf;

/// A folder or program whose path is in an environment variable.
#[derive(Clone, Copy, Debug)]
pub enum Prerequisite {
    /// The folder of the built app.
    Dist,
    /// The folder of the published site.
    Site,
    /// Chromium.
    Chromium,
    /// The `WebDriver` server for Chromium.
    Chromedriver,
    /// The script of axe-core.
    Axe,
    /// Firefox.
    Firefox,
    /// The `WebDriver` server for Firefox.
    Geckodriver,
    /// The program `rustscape`.
    Program,
    /// The blog generator Jekyll.
    Jekyll,
    /// The blog generator Hugo.
    Hugo,
    /// The folder with Debian's packages of WordPress.
    WordPress,
    /// PHP, which runs WordPress.
    Php,
    /// MariaDB, the database server of WordPress.
    MariaDb,
}

impl Prerequisite {
    /// Returns the path.
    ///
    /// # Panics
    ///
    /// If the variable is unset or its path does not exist.
    #[track_caller]
    pub fn path(self) -> PathBuf {
        let variable = self.variable();
        let path = env::var_os(variable).map(PathBuf::from).unwrap_or_default();
        assert!(
            path.exists(),
            "{variable} does not say where {} is: run these tests by `cargo xtask test`.",
            self.name()
        );
        path
    }

    /// Returns whether the variable is set. Tests of optional tools are skipped otherwise.
    pub fn is_available(self) -> bool {
        env::var_os(self.variable()).is_some_and(|path| !path.is_empty())
    }

    fn variable(self) -> &'static str {
        match self {
            Prerequisite::Dist => "RUSTSCAPE_DIST",
            Prerequisite::Site => "RUSTSCAPE_SITE",
            Prerequisite::Chromium => "RUSTSCAPE_CHROMIUM",
            Prerequisite::Chromedriver => "RUSTSCAPE_CHROMEDRIVER",
            Prerequisite::Axe => "RUSTSCAPE_AXE",
            Prerequisite::Firefox => "RUSTSCAPE_FIREFOX",
            Prerequisite::Geckodriver => "RUSTSCAPE_GECKODRIVER",
            Prerequisite::Program => "RUSTSCAPE_PROGRAM",
            Prerequisite::Jekyll => "RUSTSCAPE_JEKYLL",
            Prerequisite::Hugo => "RUSTSCAPE_HUGO",
            Prerequisite::WordPress => "RUSTSCAPE_WORDPRESS",
            Prerequisite::Php => "RUSTSCAPE_PHP",
            Prerequisite::MariaDb => "RUSTSCAPE_MARIADB",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Prerequisite::Dist => "the built app",
            Prerequisite::Site => "the published site",
            Prerequisite::Chromium => "Chromium",
            Prerequisite::Chromedriver => "chromedriver",
            Prerequisite::Axe => "axe-core",
            Prerequisite::Firefox => "Firefox",
            Prerequisite::Geckodriver => "geckodriver",
            Prerequisite::Program => "the program of curators",
            Prerequisite::Jekyll => "Jekyll",
            Prerequisite::Hugo => "Hugo",
            Prerequisite::WordPress => "WordPress",
            Prerequisite::Php => "PHP",
            Prerequisite::MariaDb => "MariaDB",
        }
    }
}
