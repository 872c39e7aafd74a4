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
            "{variable} does not say where {} is: run these tests by `cargo xtask test`.",
            self.name()
        );
        path
    }

    /// Whether the tests were told of it. What is not on every machine is tested only then.
    pub fn is_known(self) -> bool {
        env::var_os(self.variable()).is_some_and(|path| !path.is_empty())
    }

    fn variable(self) -> &'static str {
        match self {
            Place::Dist => "RUSTSCAPE_DIST",
            Place::Site => "RUSTSCAPE_SITE",
            Place::Chromium => "RUSTSCAPE_CHROMIUM",
            Place::Chromedriver => "RUSTSCAPE_CHROMEDRIVER",
            Place::Axe => "RUSTSCAPE_AXE",
            Place::Firefox => "RUSTSCAPE_FIREFOX",
            Place::Geckodriver => "RUSTSCAPE_GECKODRIVER",
            Place::Program => "RUSTSCAPE_PROGRAM",
            Place::Jekyll => "RUSTSCAPE_JEKYLL",
            Place::Hugo => "RUSTSCAPE_HUGO",
            Place::WordPress => "RUSTSCAPE_WORDPRESS",
            Place::Php => "RUSTSCAPE_PHP",
            Place::MariaDb => "RUSTSCAPE_MARIADB",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Place::Dist => "the built app",
            Place::Site => "the published site",
            Place::Chromium => "Chromium",
            Place::Chromedriver => "chromedriver",
            Place::Axe => "axe-core",
            Place::Firefox => "Firefox",
            Place::Geckodriver => "geckodriver",
            Place::Program => "the program of curators",
            Place::Jekyll => "Jekyll",
            Place::Hugo => "Hugo",
            Place::WordPress => "WordPress",
            Place::Php => "PHP",
            Place::MariaDb => "MariaDB",
        }
    }
}
