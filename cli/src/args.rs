//! What is typed after `rustscape`.

use std::{io, process::ExitCode};

use clap::{CommandFactory as _, Parser, Subcommand};
use clap_complete::Shell;

use crate::{Failure, check, diff, fmt, import, links, new, publish, schema, serve};

/// Looks after the dataset of an atlas: who uses what in production, with a source for each claim.
#[derive(Debug, Parser)]
#[command(name = "rustscape", version, propagate_version = true, max_term_width = 100)]
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
    /// Write what a shell needs to complete the commands
    #[command(
        after_help = "Example, for bash:\n  rustscape completions bash > ~/.local/share/bash-completion/completions/rustscape"
    )]
    Completions {
        /// Which shell
        shell: Shell,
    },
    /// Write the manual page
    #[command(after_help = "Example:\n  rustscape man > ~/.local/share/man/man1/rustscape.1")]
    Man,
}

impl Cli {
    /// Does what was asked, and says how it went.
    ///
    /// # Errors
    ///
    /// When it cannot be done.
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
