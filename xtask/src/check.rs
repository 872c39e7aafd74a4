//! `cargo xtask test`: the checks that a change has to pass.

use std::env;
use std::num::NonZero;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use crate::base::Base;
use crate::budget;
use crate::dist;
use crate::failure::Failure;
use crate::fingerprint;
use crate::hosts;
use crate::html;
use crate::optional;
use crate::program;
use crate::publish;
use crate::setup::{self, BrowserTools};
use crate::stamp::Stamp;
use crate::step::Step;
use crate::tools;
use crate::trunk;
use crate::workspace::Workspace;

/// Runs the steps in their order and stops at the first that fails; no steps means all of them. Adds the
/// builds that the named steps need.
///
/// Prints the duration of each step and the size budgets at the end, but before the browser tests: the
/// last lines of a run are the summary of these tests.
pub(crate) fn run(workspace: &Workspace, named: &[Step]) -> Result<(), Failure> {
    let steps = in_order(named);
    let mut durations = vec![("set-up", set_up(workspace, &steps, named)?)];
    for &step in &steps {
        if step == Step::Browser {
            print_summary(workspace, &steps, &durations)?;
        }
        println!("\n── {} ── {}", step.name(), step.title());
        let clock = Clock::start();
        run_step(workspace, step, named.contains(&step))
            .map_err(|failure| failed(step, &failure))?;
        if step != Step::Browser {
            println!("ok: {}, {:.1} s", step.title(), clock.elapsed().as_secs_f64());
            durations.push((step.name(), clock.elapsed()));
        }
    }
    if steps.contains(&Step::Browser) {
        return Ok(());
    }
    print_summary(workspace, &steps, &durations)
}

fn print_summary(
    workspace: &Workspace,
    steps: &[Step],
    durations: &[(&str, Duration)],
) -> Result<(), Failure> {
    println!("\n── summary ──");
    if steps.contains(&Step::Publish) {
        println!("{}", budget::check(&workspace.site())?);
    }
    print!("{}", duration_table(durations));
    Ok(())
}

/// Returns a table of durations in seconds, with their sum.
fn duration_table(durations: &[(&str, Duration)]) -> String {
    let sum = durations.iter().map(|(_, duration)| *duration).sum();
    let sum = ("sum", sum);
    let rows = durations.iter().chain([&sum]);
    let row = |(name, duration): &(&str, Duration)| {
        format!("{name:<14}{:>10.1}\n", duration.as_secs_f64())
    };
    format!("{:<14}{:>10}\n{}", "step", "seconds", rows.map(row).collect::<String>())
}

fn in_order(steps: &[Step]) -> Vec<Step> {
    let has = |step: Step| steps.contains(&step);
    let is_needed = |step: &Step| match step {
        _ if steps.is_empty() || steps.contains(step) => true,
        Step::Publish => has(Step::Browser) || has(Step::Html),
        Step::Build => {
            has(Step::Browser) || has(Step::Hosts) || has(Step::Html) || has(Step::Publish)
        }
        _ => false,
    };
    Step::ALL.into_iter().filter(is_needed).collect()
}

/// Passes the paths of the app, the site and the browser to the browser tests or the browser benchmark.
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

/// Installs the missing tools before the first step, so that a run does not stop half way. Returns how
/// long that took.
fn set_up(workspace: &Workspace, steps: &[Step], named: &[Step]) -> Result<Duration, Failure> {
    let clock = Clock::start();
    // Only for the step by name: blogs and another browser are large.
    if named.contains(&Step::Hosts) {
        optional::install(workspace)?;
    }
    optional::check(workspace, steps)?;
    if steps.len() == Step::ALL.len() {
        setup::test_tools(workspace)?;
    }
    if steps.contains(&Step::ClippyWasm) {
        setup::wasm_target(workspace)?;
    }
    println!("ok: set-up, {:.1} s", clock.elapsed().as_secs_f64());
    Ok(clock.elapsed())
}

fn run_step(workspace: &Workspace, step: Step, is_named: bool) -> Result<(), Failure> {
    let cargo = |arguments: &str| {
        let mut command = program::cargo(workspace);
        command.args(arguments.split_whitespace());
        command
    };
    match step {
        Step::Format => program::run(&mut cargo("fmt --all --check")),
        Step::Clippy => {
            program::run(&mut cargo("clippy --workspace --all-targets -- -D warnings"))?;
            // By name, because `test = false` keeps these two out of all targets.
            program::run(&mut cargo(
                "clippy -p rustscape --test browser --test hosts -- -D warnings",
            ))
        }
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
            program::run(&mut cargo("test --workspace --lib --bins"))?;
            program::run(&mut cargo("test -p rustscape --test native"))?;
            program_tests(workspace, is_named)
        }
        Step::DocTests => program::run(&mut cargo("test --workspace --doc")),
        Step::Docs => {
            program::run(cargo("doc --workspace --no-deps").env("RUSTDOCFLAGS", "-D warnings"))
        }
        Step::Build => dist::build(workspace, &Base::default()),
        Step::Publish => publish::for_tests(workspace, is_named),
        Step::Html => html::validate(workspace, is_named),
        Step::Hosts => hosts::test(workspace, is_named),
        Step::Browser => browser_tests(workspace, is_named),
    }
}

/// Files that the tests of the native program depend on.
const PROGRAM_INPUTS: [&str; 12] = [
    ".cargo",
    ".github",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "cli",
    "index.html",
    "public",
    "src",
    "style",
    "tests/fixtures",
    "xtask",
];

/// Runs the tests of the native program.
fn program_tests(workspace: &Workspace, required: bool) -> Result<(), Failure> {
    let versions = optional::versions(workspace, Step::Native);
    let root = workspace.root();
    let stamp = Stamp::of(workspace, "program-tests", root, &PROGRAM_INPUTS, &versions)?;
    let mut tests = program::cargo(workspace);
    tests.args(["test", "-p", "rustscape-cli", "--test", "cli"]);
    stamp.run_tests(Step::Native, required, &mut tests)
}

/// Files that the browser tests depend on, except for the published site.
const BROWSER_INPUTS: [&str; 9] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "dist",
    "src",
    "tests/browser",
    "tests/fixtures",
    "tests/kit",
    "xtask",
];

fn browser_tests(workspace: &Workspace, required: bool) -> Result<(), Failure> {
    let tools = setup::browser_tools(workspace)?;
    let programs = [&tools.chromium, &tools.chromedriver].map(|path| optional::version(path));
    let site = fingerprint::of(&workspace.site(), &[""], "")?;
    let context = [programs.join("\n"), site].concat();
    let stamp = Stamp::of(workspace, "browser-tests", workspace.root(), &BROWSER_INPUTS, &context)?;
    let mut tests = program::cargo(workspace);
    tests.args(["test", "-p", "rustscape", "--test", "browser"]);
    if env::var_os(TEST_THREADS).is_none() {
        tests.env(TEST_THREADS, browser_test_threads().to_string());
    }
    stamp.run_tests(Step::Browser, required, with_browser(&mut tests, workspace, &tools))
}

/// The variable that says how many tests run at once.
const TEST_THREADS: &str = "RUST_TEST_THREADS";

/// Returns the number of browser tests to run at once: one more than there are processors, because a test often waits.
fn browser_test_threads() -> usize {
    thread::available_parallelism().map_or(2, NonZero::get) + 1
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
        reason = "the clock panics in a browser, where this never runs"
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
    use std::time::Duration;

    use super::{Step, duration_table, in_order};

    fn check(steps: &[Step], expected: &[Step]) {
        assert_eq!(in_order(steps), expected, "{steps:?}");
    }

    #[test]
    fn runs_steps_in_their_order_after_the_builds_that_they_need() {
        check(&[], &Step::ALL);
        check(&[Step::Native, Step::Format], &[Step::Format, Step::Native]);
        check(&[Step::Browser], &[Step::Build, Step::Publish, Step::Browser]);
        check(&[Step::Publish], &[Step::Build, Step::Publish]);
        check(&[Step::Hosts], &[Step::Build, Step::Hosts]);
        check(&[Step::Html], &[Step::Build, Step::Publish, Step::Html]);
        check(&[Step::Build], &[Step::Build]);
    }

    #[test]
    fn durations_are_listed_with_their_sum() {
        let seconds = |n| Duration::from_millis(n);
        let table = duration_table(&[("fmt", seconds(500)), ("clippy", seconds(4_300))]);
        let rows: Vec<Vec<_>> =
            table.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(rows[1..], [["fmt", "0.5"], ["clippy", "4.3"], ["sum", "4.8"]]);
    }
}
