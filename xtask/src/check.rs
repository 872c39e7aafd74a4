//! `cargo xtask test`: everything a change has to pass.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::base::Base;
use crate::dist;
use crate::failure::Failure;
use crate::hosts;
use crate::html;
use crate::program;
use crate::publish;
use crate::setup::{self, BrowserTools};
use crate::tools;
use crate::trunk;
use crate::workspace::Workspace;

/// One step. `Step::ALL` has their order: what fails most often and takes least comes first, and
/// each step can use what the ones before it have compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Format,
    Clippy,
    ClippyWasm,
    Layers,
    Native,
    DocTests,
    Docs,
    Build,
    Publish,
    Html,
    Hosts,
    Browser,
}

impl Step {
    /// All steps in their order. The browser tests are last, so that the last lines of a good run
    /// are the summary of tests.
    pub(crate) const ALL: [Self; 12] = [
        Self::Format,
        Self::Clippy,
        Self::ClippyWasm,
        Self::Layers,
        Self::Native,
        Self::DocTests,
        Self::Docs,
        Self::Build,
        Self::Publish,
        Self::Html,
        Self::Hosts,
        Self::Browser,
    ];

    /// What the step is called on the command line.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Format => "fmt",
            Self::Clippy => "clippy",
            Self::ClippyWasm => "clippy-wasm",
            Self::Layers => "layers",
            Self::Native => "native",
            Self::DocTests => "doctest",
            Self::Docs => "doc",
            Self::Build => "build",
            Self::Publish => "publish",
            Self::Html => "html",
            Self::Hosts => "hosts",
            Self::Browser => "browser",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Format => "formatting",
            Self::Clippy => "clippy on everything that runs here",
            Self::ClippyWasm => "clippy on what runs in the browser",
            Self::Layers => "clippy on the lower layers, without the interface",
            Self::Native => "native tests",
            Self::DocTests => "documentation tests",
            Self::Docs => "documentation",
            Self::Build => "release build",
            Self::Publish => "website of the dataset",
            Self::Html => "valid HTML",
            Self::Hosts => "views in sites of others",
            Self::Browser => "browser tests",
        }
    }
}

/// Runs the steps, in their order, and stops at the first that fails; no steps means all of them.
/// The browser tests bring the site that they read, and that the app in it.
pub(crate) fn run(workspace: &Workspace, steps: &[Step]) -> Result<(), Failure> {
    let wanted = in_order(steps);
    set_up(workspace, &wanted)?;
    // Only by name: it is much, and asks more of a machine than the project does.
    if steps.contains(&Step::Hosts) {
        hosts::install(workspace)?;
    }
    for step in wanted {
        println!("\n── {} ── {}", step.name(), step.title());
        let clock = Clock::start();
        run_step(workspace, step).map_err(|failure| failed(step, &failure))?;
        // Nothing may follow the summary of the browser tests, which has their duration.
        if step != Step::Browser {
            println!("ok: {}, {:.1} s", step.title(), clock.elapsed().as_secs_f64());
        }
    }
    Ok(())
}

fn in_order(steps: &[Step]) -> Vec<Step> {
    let has = |step: Step| steps.contains(&step);
    let is_wanted = |step: &Step| match step {
        _ if steps.is_empty() || steps.contains(step) => true,
        Step::Publish => has(Step::Browser) || has(Step::Html),
        Step::Build => {
            has(Step::Browser) || has(Step::Hosts) || has(Step::Html) || has(Step::Publish)
        }
        _ => false,
    };
    Step::ALL.into_iter().filter(is_wanted).collect()
}

/// Tells the browser tests and the browser benchmark where the app, the site and the browser are.
pub(crate) fn with_browser<'a>(
    command: &'a mut Command,
    workspace: &Workspace,
    tools: &BrowserTools,
) -> &'a mut Command {
    command
        .env("RUSTSCAPE_DIST", workspace.dist())
        .env("RUSTSCAPE_SITE", workspace.site())
        .env("RUSTSCAPE_CHROMIUM", &tools.chromium)
        .env("RUSTSCAPE_CHROMEDRIVER", &tools.chromedriver)
        .env("RUSTSCAPE_AXE", &tools.axe)
}

/// Everything that the wanted steps lack is installed first, so that a run does not stop half way
/// for want of it.
fn set_up(workspace: &Workspace, wanted: &[Step]) -> Result<(), Failure> {
    let clock = Clock::start();
    if wanted.len() == Step::ALL.len() {
        setup::everything(workspace)?;
    }
    if wanted.contains(&Step::ClippyWasm) {
        setup::wasm_target(workspace)?;
    }
    println!("ok: set-up, {:.1} s", clock.elapsed().as_secs_f64());
    Ok(())
}

fn run_step(workspace: &Workspace, step: Step) -> Result<(), Failure> {
    let cargo = |arguments: &str| {
        let mut command = program::cargo(workspace);
        command.args(arguments.split_whitespace());
        command
    };
    match step {
        Step::Format => program::run(&mut cargo("fmt --all --check")),
        Step::Clippy => program::run(&mut cargo("clippy --workspace --all-targets -- -D warnings")),
        Step::ClippyWasm => {
            let target = tools::WASM_TARGET;
            let mut clippy = cargo("clippy -p rustscape --features split --lib --bins");
            clippy.args(["--target", target, "--", "-D", "warnings"]);
            trunk::compile_for_browser(&mut clippy, workspace);
            program::run(&mut clippy)
        }
        Step::Layers => program::run(&mut cargo(
            "clippy -p rustscape --no-default-features --lib -- -D warnings",
        )),
        Step::Native => {
            program::run(&mut cargo("test --workspace --exclude rustscape"))?;
            // By name, because the browser tests of the same package have a step of their own.
            program::run(&mut cargo("test -p rustscape --lib --test native"))
        }
        Step::DocTests => program::run(&mut cargo("test -p rustscape --doc")),
        Step::Docs => {
            program::run(cargo("doc --workspace --no-deps").env("RUSTDOCFLAGS", "-D warnings"))
        }
        Step::Build => dist::build(workspace, &Base::default()),
        Step::Publish => publish::for_tests(workspace),
        Step::Html => html::validate(workspace),
        Step::Hosts => hosts::test(workspace),
        Step::Browser => browser_tests(workspace),
    }
}

fn browser_tests(workspace: &Workspace) -> Result<(), Failure> {
    let tools = setup::browser_tools(workspace)?;
    let mut tests = program::cargo(workspace);
    tests.args(["test", "-p", "rustscape", "--test", "browser"]);
    program::run(with_browser(&mut tests, workspace, &tools))
}

fn failed(step: Step, failure: &Failure) -> Failure {
    let name = step.name();
    Failure::new(format!(
        "the step “{}” failed: {failure}. Run it alone with: cargo xtask test {name}",
        step.title()
    ))
}

/// Measures how long a step takes.
struct Clock(Instant);

impl Clock {
    #[allow(
        clippy::disallowed_methods,
        reason = "the clock is forbidden for the browser's sake; this never runs there"
    )]
    fn start() -> Self {
        Self(Instant::now())
    }

    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

#[cfg(test)]
mod tests {
    use super::{Step, in_order};

    fn check(steps: &[Step], expected: &[Step]) {
        assert_eq!(in_order(steps), expected, "{steps:?}");
    }

    #[test]
    fn steps_run_in_their_order_and_the_browser_tests_after_a_build() {
        check(&[], &Step::ALL);
        check(&[Step::Native, Step::Format], &[Step::Format, Step::Native]);
        check(&[Step::Browser], &[Step::Build, Step::Publish, Step::Browser]);
        check(&[Step::Publish], &[Step::Build, Step::Publish]);
        check(&[Step::Hosts], &[Step::Build, Step::Hosts]);
        check(&[Step::Html], &[Step::Build, Step::Publish, Step::Html]);
        check(&[Step::Build], &[Step::Build]);
    }
}
