//! Tests of the `rustscape` program: arguments and files in, output and exit code out.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a panic fails the test")]
#![allow(
    clippy::case_sensitive_file_extension_comparisons,
    reason = "the publisher chooses the names"
)]
#![allow(clippy::disallowed_methods, reason = "native code has a clock")]

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

/// The allocator of the program. With the system allocator, publishing spends half of its time on
/// memory that is freed and allocated again.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
