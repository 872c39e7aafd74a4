//! The arguments of `cargo xtask`.

use std::path::PathBuf;

use crate::base::Base;
use crate::check::Step;
use crate::failure::Failure;
use crate::publish;
use crate::serve::{Options, Then};

/// What `cargo xtask help` prints.
pub(crate) const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N] [--open]   build for development and serve on 127.0.0.1 (port 8080), again at
                              every change; --open opens the page in your browser
  build [--base /path/]       release build into dist/, to be hosted below a path
  publish --base-url URL [--out DIR]
                              release build, then the website of the dataset into DIR (site/)
  program                     release build, then the program `rustscape` with the app in it
  test [STEP ...]             every check; or only some of the steps
                              fmt clippy clippy-wasm layers native doctest doc build publish
                              html hosts browser
  bench                       release build, then the benchmarks of the engine and of the page
  setup                       only install what the commands need
  setup hosts                 only install what views are tried in and with: Jekyll, Hugo, WordPress
                              and Firefox; `test` leaves out those that are not there
  help                        this text

What is missing is installed into .tools/ by the command that needs it.
";

const PORT: u16 = 8080;

/// The folder that a site is published into.
const PUBLISHED: &str = "site";

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Help,
    Setup,
    SetupHosts,
    Serve(Options),
    Build(Base),
    Program,
    Publish(publish::Options),
    /// The steps to run; none means all of them.
    Test(Vec<Step>),
    Bench,
}

/// Reads the arguments after the program's name.
pub(crate) fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Command, Failure> {
    let mut arguments = arguments.into_iter();
    let name = arguments.next().unwrap_or_else(|| "help".to_owned());
    let command = match name.as_str() {
        "help" | "--help" | "-h" => Command::Help,
        "setup" => setup(&mut arguments)?,
        "bench" => Command::Bench,
        "serve" => Command::Serve(serve_options(&mut arguments)?),
        "build" => Command::Build(build_base(&mut arguments)?),
        "program" => Command::Program,
        "publish" => Command::Publish(publish_options(&mut arguments)?),
        "test" => {
            Command::Test(arguments.by_ref().map(|name| step(&name)).collect::<Result<_, _>>()?)
        }
        other => return Err(unknown("command", other)),
    };
    match arguments.next() {
        Some(rest) => Err(unknown("argument", &rest)),
        None => Ok(command),
    }
}

fn setup(arguments: &mut impl Iterator<Item = String>) -> Result<Command, Failure> {
    match arguments.next().as_deref() {
        None => Ok(Command::Setup),
        Some("hosts") => Ok(Command::SetupHosts),
        Some(other) => Err(unknown("argument", other)),
    }
}

fn serve_options(arguments: &mut impl Iterator<Item = String>) -> Result<Options, Failure> {
    let mut options = Options { port: PORT, then: Then::Serve };
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--open" => options.then = Then::OpenBrowser,
            "--port" => options.port = port(&value(arguments, "--port")?)?,
            other => return Err(unknown("argument", other)),
        }
    }
    Ok(options)
}

fn build_base(arguments: &mut impl Iterator<Item = String>) -> Result<Base, Failure> {
    match arguments.next().as_deref() {
        None => Ok(Base::default()),
        Some("--base") => Base::parse(&value(arguments, "--base")?),
        Some(other) => Err(unknown("argument", other)),
    }
}

fn publish_options(
    arguments: &mut impl Iterator<Item = String>,
) -> Result<publish::Options, Failure> {
    let (mut base_url, mut out) = (None, PathBuf::from(PUBLISHED));
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--base-url" => base_url = Some(value(arguments, "--base-url")?),
            "--out" => out = value(arguments, "--out")?.into(),
            other => return Err(unknown("argument", other)),
        }
    }
    let missing = || Failure::new("publish needs --base-url: where the site is going to be");
    Ok(publish::Options { base_url: base_url.ok_or_else(missing)?, out })
}

fn value(arguments: &mut impl Iterator<Item = String>, name: &str) -> Result<String, Failure> {
    let missing = || Failure::new(format!("{name} needs a value; see cargo xtask help"));
    arguments.next().ok_or_else(missing)
}

fn port(text: &str) -> Result<u16, Failure> {
    let not_a_port =
        || Failure::new(format!("--port takes a number from 1 to 65535, not {text:?}"));
    text.parse().ok().filter(|&port| port > 0).ok_or_else(not_a_port)
}

fn step(name: &str) -> Result<Step, Failure> {
    let found = Step::ALL.into_iter().find(|step| step.name() == name);
    found.ok_or_else(|| unknown("step", name))
}

fn unknown(what: &str, word: &str) -> Failure {
    Failure::new(format!("there is no {what} {word:?}; see cargo xtask help"))
}

#[cfg(test)]
mod tests {
    use super::{Command, HELP, parse};
    use crate::base::Base;
    use crate::check::Step;
    use crate::publish;
    use crate::serve::{Options, Then};

    fn check(line: &str, expected: Option<Command>) {
        let arguments = line.split_whitespace().map(str::to_owned);
        assert_eq!(parse(arguments).ok(), expected, "{line}");
    }

    fn serve(port: u16, then: Then) -> Command {
        Command::Serve(Options { port, then })
    }

    #[test]
    fn every_command_is_read_with_its_options() {
        check("", Some(Command::Help));
        check("setup", Some(Command::Setup));
        check("setup hosts", Some(Command::SetupHosts));
        check("program", Some(Command::Program));
        check("bench", Some(Command::Bench));
        check("serve", Some(serve(8080, Then::Serve)));
        check("serve --open --port 9000", Some(serve(9000, Then::OpenBrowser)));
        check("build", Some(Command::Build(Base::default())));
        check("build --base /x", Base::parse("/x/").ok().map(Command::Build));
        let published = |out: &str| {
            let base_url = "https://example.org/".to_owned();
            Some(Command::Publish(publish::Options { base_url, out: out.into() }))
        };
        check("publish --base-url https://example.org/", published("site"));
        check("publish --out x --base-url https://example.org/", published("x"));
        check("test", Some(Command::Test(vec![])));
        check("test fmt browser", Some(Command::Test(vec![Step::Format, Step::Browser])));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for line in [
            "srve",
            "setup now",
            "program --release",
            "serve --port",
            "serve --port 0",
            "serve --port x",
            "serve --release",
            "build /x/",
            "build --base /x/ more",
            "publish",
            "publish --base-url",
            "test everything",
        ] {
            check(line, None);
        }
    }

    #[test]
    fn the_help_names_every_step() {
        for step in Step::ALL {
            assert!(HELP.contains(step.name()), "{}", step.name());
        }
    }
}
