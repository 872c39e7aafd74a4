//! Display options of a frame in its address.

use rustscape::link::{EmbedOptions, EmbedPart, EmbedParts, Notice, Theme, read, with_params};

use crate::atlas;

#[test]
fn leaves_out_default_options() {
    assert!(EmbedOptions::default().params().is_empty());
}

#[test]
fn reads_back_written_options() {
    let parts = (0..1 << EmbedPart::ALL.len()).map(|bits: u32| {
        let chosen = EmbedPart::ALL.iter().enumerate();
        let mut parts = EmbedParts::parse("none").expect("no part");
        for (_, part) in chosen.filter(|(at, _)| bits & (1 << at) != 0) {
            parts = parts.toggled(*part);
        }
        parts
    });
    for parts in parts {
        for theme in Theme::ALL {
            for n_rows in [1, 6, EmbedOptions::ROWS_MAX] {
                let options = EmbedOptions { theme, parts, n_rows };
                assert_eq!(read_options(&options.params()), (options, 0));
            }
        }
    }
}

#[test]
fn reports_invalid_options_and_applies_the_others() {
    for (key, value) in [
        ("theme", "drak"),
        ("show", ""),
        ("show", "sentence,all"),
        ("max", "0"),
        ("max", "25"),
        ("max", "-1"),
        ("max", "+6"),
        ("max", "06"),
        ("max", "many"),
    ] {
        let values = [(key, value.to_owned()), ("max", "3".to_owned())];
        let expected = EmbedOptions { n_rows: 3, ..EmbedOptions::default() };
        assert_eq!(read_options(&values), (expected, 1), "{key}={value}");
    }
}

/// Reads an address with these parameters. Returns the options and the number of rejected parameters.
fn read_options(values: &[(&'static str, String)]) -> (EmbedOptions, usize) {
    let values: Vec<_> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
    let (dataset, index) = atlas::published();
    let address = with_params("embed/replaces/cpp/".to_owned(), &values);
    let link = read(&address, dataset, index.catalog());
    assert!(link.is_embed);
    let is_key = |notice: &&Notice| matches!(notice, Notice::UnknownKey { .. });
    (link.embed_options, link.notices.iter().filter(is_key).count())
}
