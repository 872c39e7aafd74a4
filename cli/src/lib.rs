//! Rustscape's command line for curators.
//!
//! One module for each command: its arguments, what it finds, and how it says that. What a dataset
//! is and which records a reader accepts is the library's to say; a command adds what only a
//! curator needs. No command writes anything before it knows that it can finish.
//!
//! | exit code | meaning |
//! |---|---|
//! | 0 | done, nothing to object |
//! | 1 | done, and there is something to object: findings, a file to format, broken links |
//! | 2 | not done: a file cannot be read, an argument is wrong |

#![allow(clippy::disallowed_methods, reason = "it runs natively, where there is a clock")]

mod args;
mod characters;
mod country;
mod dataset_file;
mod default_vocabulary;
mod failure;
mod formula;
mod json;
mod markdown;
mod nearest;
mod output;
mod plain;
mod progress;
mod report_format;
mod same_address;
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
