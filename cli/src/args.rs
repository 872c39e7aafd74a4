//! Command-line arguments of `rustscape`.

use std::{io, process::ExitCode};

use clap::{CommandFactory as _, Parser, Subcommand};
use clap_complete::Shell;

use crate::{Failure, check, diff, fmt, import, links, new, publish, schema, serve};

/// Check, publish and serve an atlas: who uses what in production, with a source for each claim
#[derive(Debug, Parser)]
#[command(
    name = "rustscape",
    version,
    propagate_version = true,
    max_term_width = 100,
    after_help = "\
Examples:
  rustscape new atlas                          start an atlas in a new folder
  rustscape check atlas.json                   find errors in a dataset
  rustscape publish --data atlas.json --base-url https://example.org/ --out site
  rustscape serve site                         look at the published site

`rustscape help COMMAND` describes a command and gives examples."
)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Args),
    Fmt(fmt::Args),
    Diff(diff::Args),
    #[command(subcommand)]
    Import(import::ImportCommand),
    Links(links::Args),
    New(new::Args),
    Publish(publish::Args),
    Schema(schema::Args),
    Serve(serve::Args),
    /// Print a completion script for a shell
    #[command(
        after_help = "Example, for bash:\n  rustscape completions bash > ~/.local/share/bash-completion/completions/rustscape"
    )]
    Completions {
        /// Name of the shell
        shell: Shell,
    },
    /// Print the manual page
    #[command(after_help = "Example:\n  rustscape man > ~/.local/share/man/man1/rustscape.1")]
    Man,
}

impl Cli {
    /// Runs the command and returns its exit code.
    ///
    /// # Errors
    ///
    /// Fails if the command cannot do its work; the exit code is then 2.
    pub fn run(self) -> Result<ExitCode, Failure> {
        match self.command {
            Command::Check(args) => check::run(&args),
            Command::Fmt(args) => fmt::run(&args),
            Command::Diff(args) => diff::run(&args),
            Command::Import(command) => import::run(&command),
            Command::Links(args) => links::run(&args),
            Command::New(args) => new::run(&args),
            Command::Publish(args) => publish::run(&args),
            Command::Schema(args) => schema::run(&args),
            Command::Serve(args) => serve::run(&args),
            Command::Completions { shell } => {
                clap_complete::generate(
                    shell,
                    &mut Self::command(),
                    "rustscape",
                    &mut io::stdout(),
                );
                Ok(ExitCode::SUCCESS)
            }
            Command::Man => {
                let page = clap_mangen::Man::new(Self::command());
                page.render(&mut io::stdout()).map_err(Failure::writing_output)?;
                Ok(ExitCode::SUCCESS)
            }
        }
    }
}
