//! The program as its users meet it: arguments and files in, output and exit code out.

mod check;
mod help;
mod schema;
