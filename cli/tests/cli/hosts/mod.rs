//! Host configurations: every server has to give the same responses.

mod caddy;
mod headers_file;
mod http;
mod nginx;
mod process;
mod recipes;
mod site;
mod table;

pub(crate) use http::send_request;
pub(crate) use process::Process;
pub(crate) use site::Published;
pub(crate) use table::{Host, check_responses};
