//! A `landscape.yml` of the CNCF's form.

use super::{Head, Import, Report, Target};
use crate::{Failure, fmt};
use std::{path::PathBuf, process::ExitCode};

/// stub
#[derive(Debug, clap::Args)]
pub struct Args {
    file: PathBuf,
    #[command(flatten)]
    target: Target,
}

/// stub
///
/// # Errors
///
/// stub
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let import = import(&fmt::read(&args.file)?, &args.target.head(&args.file))?;
    args.target.write(&args.file, &import)
}

/// stub
///
/// # Errors
///
/// stub
pub fn import(_bytes: &[u8], head: &Head) -> Result<Import, Failure> {
    Import::of(super::draft::Draft::default(), head, Report::default())
}
