//! Command-line program for people who maintain a dataset.
//!
//! Each command has a module with its arguments, its work and its reports. The `rustscape` library
//! defines the dataset and decides which records are valid; a command adds what only curators need.
//! A command writes its results only after all of its input was read and accepted.
//!
//! | exit code | meaning |
//! |---|---|
//! | 0 | success |
//! | 1 | success with complaints: findings, files to format, broken links |
//! | 2 | failure: an unreadable file or an invalid argument |

#![allow(clippy::disallowed_methods, reason = "native code has a clock")]

mod args;
mod country;
mod dataset_file;
mod default_vocabulary;
mod escape;
mod failure;
mod input;
mod invisible;
mod json;
mod markdown;
mod nearest;
mod output;
mod progress;
mod replace_file;
mod report_format;
mod spreadsheet;
mod url_normalization;
mod words;

pub mod check;
pub mod diff;
pub mod fmt;
pub mod hosting;
pub mod import;
pub mod links;
pub mod new;
pub mod publish;
pub mod schema;
pub mod serve;

pub use args::Cli;
pub use failure::Failure;
