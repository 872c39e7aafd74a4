//! `rustscape fmt` on files.

use crate::program::{Run, file, run_with_input};

/// A small dataset in its canonical form.
const CANONICAL: &str = r#"{
  "schema_version": "1.0",
  "title": "T",
  "vocabulary": {
    "metric": [],
    "confidence": [
      {
        "id": "unverified",
        "label": "Unverified"
      }
    ]
  },
  "organizations": [
    {
      "id": "acme",
      "name": "Acme ü \"\\\n\u0001",
      "aliases": [
        "b",
        "a"
      ],
      "projects": [
        {
          "id": "gate",
          "name": "Gate",
          "since": 2022,
          "confidence": "unverified",
          "z": 1.5,
          "a": {}
        }
      ]
    },
    {
      "id": "bell",
      "name": "Bell"
    }
  ]
}
"#;

/// The same dataset in another order, with other white space, escapes and forms of numbers.
const NOT_CANONICAL: &str = r#"{"organizations": [{"name": "Bell", "id": "bell"}, {"projects":
  [{"z": 1.50, "confidence": "unverified", "a": {  }, "since": 2022, "name": "Gate",
  "id": "gate"}], "aliases": ["b", "a"], "name": "Acme \u00fc \u0022\\\n\u0001", "id": "acme"}],
  "vocabulary": {"confidence": [{"label": "Unverified", "id": "unverified"}], "metric": [ ]},
  "title": "T", "schema_version": "1.0"}"#;

fn fmt(args: &[&str], input: &str) -> Run {
    run_with_input(&[&["fmt"], args].concat(), input)
}

#[test]
fn different_texts_of_a_dataset_have_the_same_canonical_form() {
    for text in [
        CANONICAL,
        NOT_CANONICAL,
        &NOT_CANONICAL.replace('\n', "\r\n"),
        &format!("\u{feff}{NOT_CANONICAL}"),
    ] {
        let run = fmt(&["-"], text);
        assert_eq!((run.code, run.stdout.as_str()), (0, CANONICAL), "{}", run.stderr);
    }
}

#[test]
fn check_reports_the_first_difference_of_each_file_without_writing() {
    let canonical = file("fmt-check-canonical.json", CANONICAL);
    let windows = file("fmt-check-windows.json", &CANONICAL.replace("\"T\",\n", "\"T\",\r\n"));
    let longer = file("fmt-check-longer.json", &format!("{CANONICAL}\n"));
    let paths = [&canonical, &windows, &longer].map(|path| path.to_str().unwrap());
    let run = fmt(&[&["--check"], &paths[..]].concat(), "");
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    let expected = format!(
        "{}:3: not in canonical form\n  is:          \"title\": \"T\",\\r\n  should be:   \"title\": \"T\",\n\
         {}:39: not in canonical form\n  is:        (an empty line)\n  should be: (the file ends)\n",
        paths[1], paths[2]
    );
    assert_eq!(run.stderr, expected);
    assert!(std::fs::read_to_string(&windows).unwrap().contains('\r'));
}

#[test]
fn replaces_a_file_unless_it_is_canonical() {
    let changed = file("fmt-changed.json", NOT_CANONICAL);
    let same = file("fmt-same.json", CANONICAL);
    let before = std::fs::metadata(&same).unwrap().modified().unwrap();
    let run = fmt(&[changed.to_str().unwrap(), same.to_str().unwrap()], "");
    assert_eq!((run.code, run.stdout.as_str()), (0, ""));
    assert_eq!(run.stderr, format!("{}: formatted\n", changed.display()));
    assert_eq!(std::fs::read_to_string(&changed).unwrap(), CANONICAL);
    assert_eq!(std::fs::metadata(&same).unwrap().modified().unwrap(), before);
}

#[cfg(unix)]
#[test]
fn keeps_permissions_and_symbolic_links() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let target = file("fmt-linked.json", NOT_CANONICAL);
    std::fs::set_permissions(&target, std::fs::Permissions::from_mode(0o640)).unwrap();
    let link = target.with_file_name("fmt-link.json");
    let _ = std::fs::remove_file(&link);
    symlink(&target, &link).unwrap();
    assert_eq!(fmt(&[link.to_str().unwrap()], "").code, 0);
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(std::fs::read_to_string(&target).unwrap(), CANONICAL);
    assert_eq!(std::fs::metadata(&target).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn writes_nothing_if_one_file_is_not_a_dataset() {
    let good = file("fmt-good.json", NOT_CANONICAL);
    let bad = file("fmt-bad.json", "{}");
    let run = fmt(&[good.to_str().unwrap(), bad.to_str().unwrap()], "");
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("fmt-bad.json: the file is JSON, but no dataset"),
        "{}",
        run.stderr
    );
    assert_eq!(std::fs::read_to_string(&good).unwrap(), NOT_CANONICAL);
}

#[test]
fn rejects_invalid_files_with_a_reason() {
    for (text, expected) in [
        ("", "the file is empty"),
        ("[", "the file is not JSON"),
        ("[]", "no dataset"),
        (&CANONICAL.replace("\"1.0\"", "\"2.0\""), "schema version 2.0"),
        (
            &CANONICAL.replace("\"title\": \"T\",", "\"title\": \"T\",\n  \"title\": \"U\","),
            "the key “title” twice (the second time in line 4)",
        ),
    ] {
        let run = fmt(&["-"], text);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{text}");
        assert!(run.stderr.contains(expected), "{text}: {}", run.stderr);
    }
}

#[test]
fn keeps_all_digits_of_numbers() {
    for (written, expected) in [
        ("70", "70"),
        ("70.0", "70.0"),
        ("1.50", "1.5"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
        ("3.14159265358979323846", "3.14159265358979323846"),
    ] {
        let text = CANONICAL.replace("\"z\": 1.5", &format!("\"z\": {written}"));
        let run = fmt(&["-"], &text);
        assert!(run.stdout.contains(&format!("\"z\": {expected},\n")), "{written}");
    }
}
