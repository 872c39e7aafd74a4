//! The JSON Schema of a dataset file.

use std::process::ExitCode;

use crate::Failure;

/// Write the JSON Schema of dataset files
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
