//! Tools that only some tests need: servers, another browser, and the blogs that embeds are tested in.
//! On a developer's machine the tests of a missing one are left out; in CI a missing one is a failure.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::install;
use crate::program;
use crate::setup;
use crate::step::Step;
use crate::tools;
use crate::workspace::Workspace;

/// A tool that some tests need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OptionalTool {
    Caddy,
    Firefox,
    Hugo,
    Jekyll,
    Nginx,
    WordPress,
}

/// A program or folder of a tool.
pub(crate) struct Component {
    /// The environment variable that tells the tests its path.
    pub(crate) variable: &'static str,
    /// Path of the component; `None` if it is not installed.
    pub(crate) path: Option<PathBuf>,
    /// The Debian packages that have it.
    packages: &'static [&'static str],
}

impl OptionalTool {
    /// All tools, those of one step together.
    pub(crate) const ALL: [Self; 6] =
        [Self::Nginx, Self::Caddy, Self::Firefox, Self::Jekyll, Self::Hugo, Self::WordPress];

    /// Returns the name that people know the tool by.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Caddy => "Caddy",
            Self::Firefox => "Firefox with geckodriver",
            Self::Hugo => "Hugo",
            Self::Jekyll => "Jekyll",
            Self::Nginx => "nginx with its brotli module",
            Self::WordPress => "WordPress",
        }
    }

    /// Returns the step whose tests need the tool.
    pub(crate) fn step(self) -> Step {
        match self {
            Self::Caddy | Self::Nginx => Step::Native,
            Self::Firefox | Self::Hugo | Self::Jekyll | Self::WordPress => Step::Hosts,
        }
    }

    /// Returns the programs and folders of the tool.
    pub(crate) fn components(self, workspace: &Workspace) -> Vec<Component> {
        let part = |variable, path, packages| Component { variable, path, packages };
        let on_path = |name| program::on_path(name).next();
        match self {
            Self::Caddy => vec![part("RUSTSCAPE_CADDY", on_path("caddy"), &["caddy"])],
            Self::Firefox => vec![
                part("RUSTSCAPE_FIREFOX", tools::find_firefox(), &["firefox-esr"]),
                part("RUSTSCAPE_GECKODRIVER", tools::find_geckodriver(workspace), &[]),
            ],
            Self::Hugo => vec![part("RUSTSCAPE_HUGO", on_path("hugo"), &["hugo"])],
            Self::Jekyll => {
                let packages = &["jekyll", "jekyll-theme-minima"];
                vec![part("RUSTSCAPE_JEKYLL", tools::find_jekyll(), packages)]
            }
            Self::Nginx => {
                let packages = &["nginx-light", "libnginx-mod-http-brotli-static"];
                let brotli = PathBuf::from(tools::NGINX_BROTLI);
                let nginx =
                    on_path("nginx").filter(|_| cfg!(not(target_os = "linux")) || brotli.exists());
                vec![part("RUSTSCAPE_NGINX", nginx, packages)]
            }
            Self::WordPress => vec![
                part("RUSTSCAPE_PHP", tools::find_php(), &["php-cli", "php-mysql"]),
                // This package has the server alone, which nothing starts.
                part("RUSTSCAPE_MARIADB", tools::find_mariadb(), &["mariadb-server-core"]),
                part("RUSTSCAPE_WORDPRESS", tools::find_wordpress(workspace), &[]),
            ],
        }
    }

    /// Returns whether every component of the tool is installed.
    pub(crate) fn is_installed(self, workspace: &Workspace) -> bool {
        self.components(workspace).iter().all(|component| component.path.is_some())
    }
}

/// Installs the tools that are missing.
pub(crate) fn install(workspace: &Workspace) -> Result<(), Failure> {
    let components = OptionalTool::ALL.into_iter().flat_map(|tool| tool.components(workspace));
    let packages: Vec<&str> = components
        .filter(|component| component.path.is_none())
        .flat_map(|component| component.packages.iter().copied())
        .collect();
    if !packages.is_empty() {
        let what = "servers, blogs and Firefox (for the tests of hosting and embedding)";
        install::apt_install(&packages, what, "about a minute")?;
    }
    setup::geckodriver(workspace)?;
    if tools::find_wordpress(workspace).is_none() {
        install::wordpress(workspace)?;
    }
    match missing(workspace, &Step::ALL).first() {
        Some(tool) => Err(Failure::new(format!(
            "{} was installed but is not found on PATH or in .tools/",
            tool.name()
        ))),
        None => Ok(()),
    }
}

/// Prints which tests of these steps are left out, because a tool that they need is missing.
///
/// # Errors
///
/// In CI when a tool is missing.
pub(crate) fn check(workspace: &Workspace, steps: &[Step]) -> Result<(), Failure> {
    let missing = missing(workspace, steps);
    let names: Vec<_> = missing.iter().map(|tool| tool.name()).collect();
    if is_ci(env::var_os("CI").as_deref().map(Path::new)) && !names.is_empty() {
        return Err(Failure::new(format!(
            "not installed: {}. In CI (the environment variable CI is set) no test may be left out; \
             install with: cargo xtask setup hosts",
            names.join(", ")
        )));
    }
    for tool in missing {
        println!(
            "left out: tests of the step {} with {}, which is not installed; install it with: \
             cargo xtask setup hosts",
            tool.step().name(),
            tool.name()
        );
    }
    Ok(())
}

/// Returns the versions of the compiler and of the installed tools of a step, one a line.
pub(crate) fn versions(workspace: &Workspace, step: Step) -> String {
    let tools = OptionalTool::ALL.into_iter().filter(|tool| tool.step() == step);
    let components = tools.flat_map(|tool| tool.components(workspace));
    let mut lines = vec![program::output(Command::new("rustc").arg("-vV")).unwrap_or_default()];
    lines.extend(components.filter_map(|component| component.path).map(|path| version(&path)));
    lines.join("\n")
}

/// Returns the version of a program, or the names of the packages in a folder.
pub(crate) fn version(path: &Path) -> String {
    if !path.is_dir() {
        let version = ["--version", "version", "-v"]
            .iter()
            .find_map(|argument| program::output(Command::new(path).arg(argument)));
        return format!("{} {}", path.display(), version.unwrap_or_default());
    }
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    let mut names: Vec<_> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort_unstable();
    names.join(" ")
}

/// Returns the tools that these steps need and that are not installed.
fn missing(workspace: &Workspace, steps: &[Step]) -> Vec<OptionalTool> {
    let is_missing =
        |tool: &OptionalTool| steps.contains(&tool.step()) && !tool.is_installed(workspace);
    OptionalTool::ALL.into_iter().filter(is_missing).collect()
}

/// Returns whether the variable `CI` is set, as GitHub and most other CI services do. `false` and `0` count as
/// unset.
fn is_ci(value: Option<&Path>) -> bool {
    value.and_then(Path::to_str).is_some_and(|value| !matches!(value, "" | "0" | "false"))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{OptionalTool, is_ci};
    use crate::step::Step;

    #[test]
    fn ci_is_where_its_variable_has_a_value() {
        assert!(is_ci(Some(Path::new("true"))) && is_ci(Some(Path::new("1"))));
        let is_unset = |value| !is_ci(Some(Path::new(value)));
        assert!(!is_ci(None) && is_unset("") && is_unset("0") && is_unset("false"));
    }

    #[test]
    fn each_tool_belongs_to_a_step_that_runs_tests() {
        for tool in OptionalTool::ALL {
            assert!([Step::Native, Step::Hosts].contains(&tool.step()), "{}", tool.name());
        }
    }
}
