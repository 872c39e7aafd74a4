//! Tests of the kit itself, which need no built app.

mod driving;
mod faults;
mod judging;
mod serving;
