//! Starts the dialog: it reads what is handed over, writes its places, and follows what is done in it.

mod browser;
mod program;

fn main() {
    program::start();
}
