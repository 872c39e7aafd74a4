//! `cargo xtask`: the commands that build, serve and test Rustscape and install their tools.
//!
//! `cli` parses the arguments; `serve`, `dist`, `publish`, `check` and `bench` are the commands. They get
//! their tools from `setup`: `tools` finds installed ones, and `prebuilt`, `install` and `npm` put missing
//! ones into `.tools/`. A command installs only the tools that it needs itself.
#![allow(clippy::print_stdout, reason = "a command line reports on standard output")]

mod base;
mod bench;
mod budget;
mod check;
mod cli;
mod dist;
mod failure;
mod fingerprint;
mod history;
mod hosts;
mod html;
mod install;
mod lock;
mod npm;
mod npm_package;
mod optional;
mod page;
mod panic_locations;
mod prebuilt;
mod program;
mod publish;
mod remap;
mod serve;
mod setup;
mod shrink;
mod size;
mod split;
mod stamp;
mod step;
mod tools;
mod trunk;
mod workspace;

use std::process::ExitCode;

use cli::Command;
use failure::Failure;
use workspace::Workspace;

fn main() -> ExitCode {
    match cli::parse(std::env::args().skip(1)).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), Failure> {
    let workspace = Workspace::locate();
    match command {
        Command::Help => {
            print!("{}", cli::HELP);
            Ok(())
        }
        Command::Setup => setup::everything(&workspace),
        Command::SetupHosts => optional::install(&workspace),
        Command::Serve(options) => serve::run(&workspace, &options),
        Command::Build(base) => dist::build(&workspace, &base),
        Command::Program => publish::program(&workspace),
        Command::Publish(options) => publish::run(&workspace, &options),
        Command::Test(steps) => check::run(&workspace, &steps),
        Command::Bench => bench::run(&workspace),
    }
}
