//! Tests of folding against the Unicode data.

mod model;
mod table;

use rustscape::search::fold;
use unicode_normalization::UnicodeNormalization;

use crate::folding::model::{
    every_char, folded, is_in_table, is_left_out, is_letter_mark_or_number,
};

/// Fails with the first characters for which `holds` returns `false`.
fn check_every_char(holds: impl Fn(char) -> bool) {
    let wrong = every_char().filter(|c| !holds(*c)).map(|c| format!("{c} U+{:04X}", u32::from(c)));
    assert_eq!(wrong.take(20).collect::<Vec<_>>(), [""; 0]);
}

/// Returns whether the guarantees of [`fold`] cover a character.
fn is_promised(c: char) -> bool {
    is_letter_mark_or_number(c) && !is_left_out(c)
}

#[test]
fn all_normalization_forms_fold_to_the_same_text() {
    check_every_char(|c| {
        let text = c.to_string();
        let forms: [String; 4] = [
            text.nfc().collect(),
            text.nfd().collect(),
            text.nfkc().collect(),
            text.nfkd().collect(),
        ];
        !is_promised(c) || forms.iter().all(|form| fold(form) == fold(&text))
    });
}

#[test]
fn letters_marks_and_numbers_fold_by_the_unicode_data() {
    check_every_char(|c| !is_promised(c) || fold(&c.to_string()) == folded(c));
}

#[test]
fn other_characters_fold_to_themselves() {
    check_every_char(|c| {
        is_promised(c) || is_in_table(c) || is_left_out(c) || fold(&c.to_string()) == c.to_string()
    });
}

#[test]
fn folding_is_idempotent() {
    check_every_char(|c| {
        let once = fold(&c.to_string());
        fold(&once) == once
    });
}

#[test]
fn upper_and_lower_case_fold_to_the_same_text() {
    check_every_char(|c| {
        let lower = c.to_lowercase().collect::<String>();
        let is_known = lower == c.to_string() || folded(c) != c.to_string();
        !is_promised(c) || !is_known || fold(&lower) == fold(&c.to_string())
    });
}

#[test]
fn the_table_is_up_to_date() {
    const TABLE: &[u8] = include_bytes!("../../src/search/fold_table.bin");
    let made = table::make();
    if made != TABLE {
        let path = concat!(env!("CARGO_TARGET_TMPDIR"), "/fold_table.bin");
        std::fs::write(path, made).unwrap();
        panic!("the Unicode data have changed: copy {path} to src/search/fold_table.bin");
    }
}
