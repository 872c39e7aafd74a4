//! What is wrong with a dataset.

use std::process::ExitCode;

use crate::Failure;

/// Say everything that is wrong with datasets
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
