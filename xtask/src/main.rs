//! `cargo xtask`: everything one does with Rustscape, with nothing to install by hand.
//!
//! `cli` reads the arguments; `serve`, `dist`, `check` and `bench` are the commands. They ask
//! `setup` for their tools; `tools` has the versions and looks for what is there, `install`
//! fetches what is missing into `.tools/`. A command installs only what it needs itself.
#![allow(clippy::print_stdout, reason = "what a command line does, it says on standard output")]

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
mod page;
mod program;
mod publish;
mod remap;
mod serve;
mod setup;
mod shrink;
mod size;
mod split;
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
        Command::SetupHosts => hosts::install(&workspace),
        Command::Serve(options) => serve::run(&workspace, &options),
        Command::Build(base) => dist::build(&workspace, &base),
        Command::Program => publish::program(&workspace),
        Command::Publish(options) => publish::run(&workspace, &options),
        Command::Test(steps) => check::run(&workspace, &steps),
        Command::Bench => bench::run(&workspace),
    }
}
