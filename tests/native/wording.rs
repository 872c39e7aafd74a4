//! Texts of the interface.

mod figures;
mod messages;
mod sentences;
