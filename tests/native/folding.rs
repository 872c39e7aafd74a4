//! Folding against the Unicode data: all spellings that read the same fold to the same.

mod model;
mod table;

use rustscape::search::fold;
use unicode_normalization::UnicodeNormalization;

use crate::folding::model::{
    every_char, folded, is_in_table, is_left_out, is_letter_mark_or_number,
};

/// Fails with the first characters of which a condition is not true.
fn check_every_char(holds: impl Fn(char) -> bool) {
    let wrong = every_char().filter(|c| !holds(*c)).map(|c| format!("{c} U+{:04X}", u32::from(c)));
    assert_eq!(wrong.take(20).collect::<Vec<_>>(), [""; 0]);
}

/// Whether the promises of folding are for a character.
fn is_promised(c: char) -> bool {
    is_letter_mark_or_number(c) && !is_left_out(c)
}

#[test]
fn every_normalization_form_of_a_letter_mark_or_number_folds_to_the_same() {
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
fn every_letter_mark_and_number_folds_as_the_unicode_data_say() {
    check_every_char(|c| !is_promised(c) || fold(&c.to_string()) == folded(c));
}

#[test]
fn what_is_no_letter_mark_or_number_folds_to_itself_unless_it_stands_for_one() {
    check_every_char(|c| {
        is_promised(c) || is_in_table(c) || is_left_out(c) || fold(&c.to_string()) == c.to_string()
    });
}

#[test]
fn folding_what_is_folded_changes_nothing() {
    check_every_char(|c| {
        let once = fold(&c.to_string());
        fold(&once) == once
    });
}

#[test]
fn capitals_and_small_letters_fold_to_the_same() {
    check_every_char(|c| {
        let lower = c.to_lowercase().collect::<String>();
        let is_known = lower == c.to_string() || folded(c) != c.to_string();
        !is_promised(c) || !is_known || fold(&lower) == fold(&c.to_string())
    });
}

#[test]
fn the_table_is_what_its_generator_makes() {
    const TABLE: &[u8] = include_bytes!("../../src/search/fold_table.bin");
    let made = table::make();
    if made != TABLE {
        let path = concat!(env!("CARGO_TARGET_TMPDIR"), "/fold_table.bin");
        std::fs::write(path, made).unwrap();
        panic!("the Unicode data have changed: copy {path} to src/search/fold_table.bin");
    }
}
