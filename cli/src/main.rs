//! The program `rustscape`.

use std::process::ExitCode;

use clap::Parser as _;
use rustscape_cli::Cli;

fn main() -> ExitCode {
    match Cli::parse().run() {
        Ok(code) => code,
        Err(failure) => {
            anstream::eprint!("{failure}");
            ExitCode::from(2)
        }
    }
}
