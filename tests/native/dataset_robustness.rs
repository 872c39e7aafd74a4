//! Tests with arbitrary and mutated files: reading returns a dataset or an error, and every dataset
//! can be shown.

use std::{fs, path::Path};

use proptest::{collection::vec, prelude::*, sample::Index};
use rustscape::{
    dataset::{DatasetError, read},
    link, search,
    wording::NAMES,
};
use serde_json::{Map, Value, json};

use crate::atlas;

/// Returns a small dataset that uses every part of the file format.
fn rich() -> Value {
    let mut file = atlas::small();
    file["accent"] = json!("#0b6b8a");
    file["post"] = json!({"title": "A post", "url": "https://example.org/post"});
    file["contribute"] = json!({"issues": "https://example.org/new", "mail": "a@example.org",
                                "file": "https://example.org/file"});
    file["links"] = json!([{"label": "L", "url": "https://example.org/"}]);
    file["events"] =
        json!([{"date": "2026-01-01", "record": "old/a", "kind": "added", "note": "N."}]);
    file["organizations"][0]["projects"][0]["cites"] = json!({"status": [0]});
    file["organizations"][0]["projects"][0]["also"] = json!(["bolt/c"]);
    file
}

/// Generates values of every type, some of them almost valid.
fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        "[a-z0-9-]{0,8}".prop_map(Value::from),
        "(19|20)[0-9]{2}(-[0-9]{2}){0,3}".prop_map(Value::from),
        "(https?|javascript)://[a-z./:@]{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(2, 8, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec(("(id|name|url|date|kind|source|statement)", inner), 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// Collects the JSON pointers of all values below a value.
fn pointers(value: &Value, path: &str, found: &mut Vec<String>) {
    found.push(path.to_owned());
    match value {
        Value::Array(values) => {
            for (idx, value) in values.iter().enumerate() {
                pointers(value, &format!("{path}/{idx}"), found);
            }
        }
        Value::Object(members) => {
            for (key, value) in members {
                pointers(value, &format!("{path}/{key}"), found);
            }
        }
        _ => {}
    }
}

/// Generates the rich dataset with some values replaced at random positions.
fn any_mutated() -> impl Strategy<Value = Value> {
    vec((any::<Index>(), any_value()), 1..6).prop_map(|changes| {
        let mut file = rich();
        for (at, value) in changes {
            let mut found = Vec::new();
            pointers(&file, "", &mut found);
            // Replacing the whole file would leave nothing to test.
            let pointer = &found[1 + at.index(found.len() - 1)];
            *file.pointer_mut(pointer).unwrap() = value;
        }
        file
    })
}

#[cfg(feature = "app")]
fn show(bytes: &[u8]) {
    use std::sync::Arc;

    use rustscape::{
        render::render,
        state::{Atlas, RenderContext},
    };

    let Ok(atlas) = Atlas::from_bytes(bytes) else { return };
    for address in [
        "",
        "claims/",
        "changes/",
        "org/",
        "about/",
        "org/acme/",
        "org/acme/a/",
        "org/old/",
        "?q=a",
    ] {
        let context = RenderContext { base: "/", origin: "", today: None };
        let html = render(Arc::clone(&atlas), context, address);
        assert_eq!(html.matches("<h1").count(), 1, "{address}");
    }
}

#[cfg(not(feature = "app"))]
fn show(_: &[u8]) {}

/// Calls `check` with each stored input of a fuzz target.
#[track_caller]
fn replay(target: &str, check: impl Fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/fuzz").join(target);
    let files = fs::read_dir(&folder).unwrap();
    let n_replayed = files.map(|file| check(&fs::read(file.unwrap().path()).unwrap())).count();
    assert!(n_replayed > 10, "{}: {n_replayed}", folder.display());
}

#[test]
fn stored_fuzz_inputs_are_read_and_shown_or_rejected() {
    replay("dataset", |bytes| {
        let _ = read(bytes);
        show(bytes);
    });
}

#[test]
fn addresses_of_stored_fuzz_inputs_lead_back_to_their_route() {
    let sample = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/sample.json"));
    let (dataset, _) = read(&sample.unwrap()).unwrap();
    let index = search::Index::new(&dataset, &NAMES);
    replay("link", |bytes| {
        let route = link::read(&String::from_utf8_lossy(bytes), &dataset, index.catalog()).route;
        let address = link::address(&route, &dataset, index.catalog());
        assert_eq!(link::read(&address, &dataset, index.catalog()).route, route, "{address}");
    });
}

proptest! {
    #[test]
    fn rejects_random_bytes(bytes in vec(any::<u8>(), 0..200)) {
        prop_assert!(read(&bytes).is_err());
    }

    #[test]
    fn reads_or_rejects_a_file_with_wrong_bytes(
        changes in vec((any::<Index>(), any::<u8>()), 1..8),
        cut in any::<Index>(),
    ) {
        let mut bytes = rich().to_string().into_bytes();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read(&bytes);
        bytes.truncate(cut.index(bytes.len()));
        prop_assert!(read(&bytes).is_err());
    }

}

proptest! {
    // Each case renders nine pages.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn shows_a_file_without_the_records_of_wrong_values(file in any_mutated()) {
        let text = serde_json::to_string_pretty(&file).unwrap();
        match read(text.as_bytes()) {
            Ok((_, problems)) => {
                let n_lines = text.lines().count();
                for problem in &problems {
                    prop_assert!((1..=n_lines).contains(&(problem.at.line as usize)), "{problem:?}");
                    prop_assert!(!problem.record.is_empty() && !problem.reason.is_empty());
                }
                show(text.as_bytes());
            }
            Err(error) => prop_assert!(!matches!(error, DatasetError::NotJson { .. }), "{error}"),
        }
    }
}
