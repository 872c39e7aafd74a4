//! What is arranged on a page; decides nothing.

mod explore;
mod record;
mod shell;

pub use shell::shell;
