//! What a publisher puts on the web, made from a dataset.

pub mod card;
