//! Recipes say what the table says, also where no server is installed that could be asked.

use std::{fs, path::PathBuf};

use rustscape_cli::hosting;

/// The text of a recipe.
#[track_caller]
pub(crate) fn recipe(name: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("templates/deploy");
    fs::read_to_string(folder.join(name)).expect("there is such a recipe")
}

/// A recipe with other values in place of some that have to be there.
#[track_caller]
pub(crate) fn adapted(name: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(recipe(name), |text, (old, new)| {
        assert_eq!(text.matches(old).count(), 1, "{old} in {name}");
        text.replace(old, new)
    })
}
