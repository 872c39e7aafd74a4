//! What the formatter does to files.

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

/// The same in another order, on one line, with escapes and other spellings of numbers.
const OTHERWISE: &str = r#"{"organizations": [{"name": "Bell", "id": "bell"}, {"projects":
  [{"z": 1.50, "confidence": "unverified", "a": {  }, "since": 2022, "name": "Gate",
  "id": "gate"}], "aliases": ["b", "a"], "name": "Acme \u00fc \u0022\\\n\u0001", "id": "acme"}],
  "vocabulary": {"confidence": [{"label": "Unverified", "id": "unverified"}], "metric": [ ]},
  "title": "T", "schema_version": "1.0"}"#;

fn fmt(args: &[&str], input: &str) -> Run {
    run_with_input(&[&["fmt"], args].concat(), input)
}

#[test]
fn however_a_dataset_is_written_it_becomes_the_same_text() {
    for text in
        [CANONICAL, OTHERWISE, &OTHERWISE.replace('\n', "\r\n"), &format!("\u{feff}{OTHERWISE}")]
    {
        let run = fmt(&["-"], text);
        assert_eq!((run.code, run.stdout.as_str()), (0, CANONICAL), "{}", run.stderr);
    }
}

#[test]
fn a_check_names_the_first_line_that_differs_and_writes_nothing() {
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
fn a_file_is_replaced_and_one_that_is_canonical_is_left_alone() {
    let changed = file("fmt-changed.json", OTHERWISE);
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
fn permissions_and_links_stay_as_they_were() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let target = file("fmt-linked.json", OTHERWISE);
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
fn nothing_is_written_where_one_file_is_no_dataset() {
    let good = file("fmt-good.json", OTHERWISE);
    let bad = file("fmt-bad.json", "{}");
    let run = fmt(&[good.to_str().unwrap(), bad.to_str().unwrap()], "");
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("fmt-bad.json: the file is JSON, but no dataset"),
        "{}",
        run.stderr
    );
    assert_eq!(std::fs::read_to_string(&good).unwrap(), OTHERWISE);
}

#[test]
fn what_is_not_clear_is_refused_with_its_line() {
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
fn a_number_never_loses_a_digit() {
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
