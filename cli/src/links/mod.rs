//! Whether the sources are still where they were.

use std::process::ExitCode;

use crate::Failure;

/// Ask every source whether it is still there
#[derive(Debug, clap::Args)]
pub struct Args {}

/// Runs the command.
///
/// # Errors
///
/// When it cannot be done.
pub fn run(_args: &Args) -> Result<ExitCode, Failure> {
    Ok(ExitCode::SUCCESS)
}
