//! What changed between two datasets, as claims.

use std::process::ExitCode;

use crate::Failure;

/// Say what changed from one dataset to another
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
