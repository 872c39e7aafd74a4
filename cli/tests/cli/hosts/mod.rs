//! Servers that host a published site: the same requests, the same answers.

mod caddy;
mod headers_file;
mod http;
mod nginx;
mod process;
mod recipes;
mod site;
mod table;

pub(crate) use http::ask;
pub(crate) use process::Process;
pub(crate) use site::Published;
pub(crate) use table::{Host, check_answers};
