//! What is said in words.

mod figures;
mod messages;
mod sentences;
