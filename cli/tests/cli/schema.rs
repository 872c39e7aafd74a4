//! `rustscape schema`: what it writes, and that it refuses what the reader refuses.
fn placeholder() {}
