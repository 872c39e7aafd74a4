//! Parses the arguments of `cargo xtask`.

use std::path::PathBuf;

use crate::base::Base;
use crate::failure::Failure;
use crate::publish;
use crate::serve::Options;
use crate::step::Step;

/// Output of `cargo xtask help`.
pub(crate) const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N] [--open]   Build for development, serve on 127.0.0.1 (default port 8080) and
                              build again at every change; --open opens the page in a browser
  build [--base /path/]       Build a release into dist/, to be hosted below a path (default /)
  publish --base-url URL [--out DIR]
                              Build a release and publish the dataset as a website into DIR
                              (default site/)
  program                     Build a release and the program `rustscape` with the app inside
  test [STEP ...]             Run all checks, or only the named steps:
                              fmt clippy clippy-wasm layers native doctest doc build publish
                              html hosts browser
  bench                       Build a release and run the benchmarks of the engine and the page
  setup                       Install the tools of all commands
  setup hosts                 Install the tools that only some tests need: nginx, Caddy, Jekyll,
                              Hugo, WordPress and Firefox
  help                        Print this text

Each command installs the tools that it needs and that are missing into .tools/. `test` leaves out
tests whose tools only `setup hosts` installs, and says so; with the environment variable CI set, a
missing tool is a failure.
";

const PORT: u16 = 8080;

/// Default folder of a published site.
const PUBLISHED: &str = "site";

/// A command with its arguments.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Help,
    Setup,
    SetupHosts,
    Serve(Options),
    Build(Base),
    Program,
    Publish(publish::Options),
    /// The named steps; empty for all of them.
    Test(Vec<Step>),
    Bench,
}

/// Parses the arguments after the program's name.
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
    let mut options = Options { port: PORT, open_browser: false };
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--open" => options.open_browser = true,
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
    let missing = || Failure::new("publish needs --base-url, the address of the site");
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

fn unknown(kind: &str, word: &str) -> Failure {
    Failure::new(format!("unknown {kind} {word:?}; see cargo xtask help"))
}

#[cfg(test)]
mod tests {
    use super::{Command, HELP, parse};
    use crate::base::Base;
    use crate::publish;
    use crate::serve::Options;
    use crate::step::Step;

    fn check(line: &str, expected: Option<Command>) {
        let arguments = line.split_whitespace().map(str::to_owned);
        assert_eq!(parse(arguments).ok(), expected, "{line}");
    }

    fn serve(port: u16, open_browser: bool) -> Command {
        Command::Serve(Options { port, open_browser })
    }

    #[test]
    fn parses_every_command_with_its_options() {
        check("", Some(Command::Help));
        check("setup", Some(Command::Setup));
        check("setup hosts", Some(Command::SetupHosts));
        check("program", Some(Command::Program));
        check("bench", Some(Command::Bench));
        check("serve", Some(serve(8080, false)));
        check("serve --open --port 9000", Some(serve(9000, true)));
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
    fn refuses_unknown_words_and_bad_values() {
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
