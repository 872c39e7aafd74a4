//! The program `rustscape`.

use std::process::ExitCode;

use clap::Parser as _;
use mimalloc::MiMalloc;
use rustscape_cli::Cli;

/// Compressing thousands of small files asks for megabytes of tables each time. An allocator that
/// keeps them, instead of giving them back to the system, makes publishing twice as fast.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    match Cli::parse().run() {
        Ok(code) => code,
        Err(failure) => {
            anstream::eprint!("{failure}");
            ExitCode::from(2)
        }
    }
}
