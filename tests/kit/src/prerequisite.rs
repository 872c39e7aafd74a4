//! Where the built app and the tools are, from the environment.

use std::env;
use std::path::PathBuf;

/// A folder or program whose path is in an environment variable.
#[derive(Clone, Copy, Debug)]
pub enum Prerequisite {
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
    /// The other browser's program.
    Firefox,
    /// The program that speaks `WebDriver` for it.
    Geckodriver,
    /// The program of curators.
    Program,
    /// What makes blogs of Markdown, written in Ruby.
    Jekyll,
    /// What makes blogs of Markdown, written in Go.
    Hugo,
    /// The folder with the packages of WordPress.
    WordPress,
    /// What runs WordPress.
    Php,
    /// The server of its database.
    MariaDb,
}

impl Prerequisite {
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
            "{variable} does not say where {} is: run these tests by `cargo xtask test`.",
            self.name()
        );
        path
    }

    /// Whether the tests were told of it. What is not on every machine is tested only then.
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
