//! Tests of the kit itself, which need no built app.

mod assertions;
mod driver;
mod faults;
mod isolation;
mod server;
