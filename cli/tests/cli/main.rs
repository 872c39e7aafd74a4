//! The program as its users meet it: arguments and files in, output and exit code out.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "the publisher names them")]
#![allow(clippy::disallowed_methods, reason = "it runs natively, where there is a clock")]

mod api;
mod cards;
mod check;
mod diff;
mod feeds;
mod fmt;
mod fmt_files;
mod fmt_properties;
mod fuzzed;
mod help;
mod hosts;
mod import;
mod import_checked;
mod import_landscape;
mod import_properties;
mod import_reports;
mod links;
mod machines;
mod maintained;
mod new;
mod program;
mod publications;
mod records;
mod schema;
mod serve;
mod site;
mod workflows;

/// The program's own: with that of the system, publishing takes half of its time for memory that is
/// given back and asked for again.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
