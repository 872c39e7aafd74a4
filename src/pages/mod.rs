//! What is arranged on a page; decides nothing.

mod explore;
mod record;
mod shell;
mod slice;

pub use shell::{list, shell};
