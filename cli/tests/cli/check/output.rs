//! Reports of findings.

use std::{fs, process::Command};

use serde_json::{Value, json};

use super::{VALID, check, findings, rules};

/// Returns the valid dataset with an invalid id and an unknown key.
fn broken() -> String {
    VALID
        .replace("\"id\": \"ledger\"", "\"id\": \"Ledger!\"")
        .replace("\"homepage\": null,", "\"homepage\": null, \"budget, 100%\\nof\": 1,")
}

fn text(output: &[u8]) -> String {
    String::from_utf8(output.to_vec()).unwrap()
}

#[test]
fn a_finding_shows_its_line_and_remedy() {
    let output = check(broken().as_bytes(), &[]);
    let text = text(&output.stdout);
    assert_eq!(output.status.code(), Some(1));
    let line = broken().lines().position(|line| line.contains("Ledger!")).unwrap() + 1;
    let expected = format!(
        "error[not-a-slug]: harbor/projects[1]: id “Ledger!” is not a slug (a-z, 0-9 and single hyphens)\n   \
         --> standard input:{line}:17\n    |\n{line} |           \"id\": \"Ledger!\",\n    |                 ^^^^^^^^^\n    \
         = help: use a-z, 0-9 and single hyphens, at most 60 characters\n\n"
    );
    assert!(text.starts_with(&expected), "{text}\n{expected}");
    let summary = "standard input: 2 organizations, 3 projects, 4 sources: 1 error, 1 warning\n";
    assert!(text.ends_with(summary), "{text}");
}

#[test]
fn reports_the_length_of_an_id_that_is_too_long() {
    let long = "l".repeat(61);
    let text = VALID.replace("\"id\": \"ledger\"", &format!("\"id\": \"{long}\""));
    let found = findings(text.as_bytes(), &[]);
    let of_id = found.iter().find(|finding| finding["rule"] == "not-a-slug").unwrap();
    assert_eq!(of_id["reason"], format!("“{long}” has 61 characters, more than 60"));
}

#[test]
fn recognizes_utf_16() {
    for bytes in [
        [0xfeff]
            .into_iter()
            .chain(VALID.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<_>>(),
        [0xfeff].into_iter().chain(VALID.encode_utf16()).flat_map(u16::to_be_bytes).collect(),
        VALID.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        VALID.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    ] {
        let found = findings(&bytes, &[]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0]["reason"], "is UTF-16, not UTF-8");
        assert_eq!(found[0]["remedy"], "save it as UTF-8");
    }
}

#[test]
fn text_of_a_dataset_cannot_end_a_workflow_command() {
    let output = check(broken().as_bytes(), &["--format", "github"]);
    let text = text(&output.stdout);
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines.len(), 3, "{text}");
    assert!(lines[0].starts_with("::error file=standard input,line="), "{text}");
    assert!(
        lines[0].contains(",col=17,title=not-a-slug::harbor/projects[1]: id “Ledger!”"),
        "{text}"
    );
    assert!(lines[1].starts_with("::warning file="), "{text}");
    assert!(lines[1].contains("northwind: budget, 100%25 of is no key"), "{text}");
    assert!(!lines[2].contains("::"), "{text}");
}

#[test]
fn json_contains_every_part_of_a_finding() {
    let found = findings(broken().as_bytes(), &[]);
    let line = broken().lines().position(|line| line.contains("Ledger!")).unwrap() + 1;
    assert_eq!(
        found[0],
        json!({
            "severity": "error", "rule": "not-a-slug", "line": line, "column": 17,
            "record": "harbor/projects[1]", "field": "id",
            "reason": "“Ledger!” is not a slug (a-z, 0-9 and single hyphens)",
            "remedy": "use a-z, 0-9 and single hyphens, at most 60 characters",
        })
    );
    let output = check(broken().as_bytes(), &["--format", "json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["version"], 1);
    assert_eq!(
        report["files"][0]["totals"],
        json!({"organizations": 2, "projects": 3, "sources": 4})
    );
    assert_eq!((&report["errors"], &report["warnings"]), (&json!(1), &json!(1)));
}

#[test]
fn text_shows_ten_findings_of_a_rule_and_json_shows_all() {
    let many = VALID.replace("\"hint\": \"", "\"hint\": \" ");
    let n_found = findings(many.as_bytes(), &[]).len();
    assert!(n_found > 30, "{n_found}");
    let text = text(&check(many.as_bytes(), &[]).stdout);
    assert_eq!(text.matches("warning[spaces]").count(), 10, "{text}");
    assert!(text.contains(&format!("… and {} more of spaces", n_found - 10)), "{text}");
}

#[test]
fn warnings_do_not_fail_and_can_be_ignored() {
    let warned = VALID.replace("\"Keeps the papers", "\"Keeps  the papers");
    assert_eq!(rules(warned.as_bytes(), &[]), ["spaces"]);
    assert_eq!(check(warned.as_bytes(), &[]).status.code(), Some(0));
    assert!(rules(warned.as_bytes(), &["--quiet"]).is_empty());
    assert!(rules(warned.as_bytes(), &["--allow", "spaces"]).is_empty());
}

#[test]
fn reports_one_syntax_error_at_its_position() {
    check_syntax("{\n  \"a\": 1,\n}", 3, 1, "there is a comma before the end");
    check_syntax("{\n  \"a\": 1\n  \"b\": 2\n}", 3, 3, "a comma or a closing bracket is expected");
    check_syntax("{\n<<<<<<< ours\n", 2, 1, "the mark of a merge conflict");
    check_syntax("{\"a\": \"x\ny\"}", 1, 9, "a line break or a control character in a text");
    check_syntax("{\"a\": [1, 2", 1, 11, "it ends too early");
    check_syntax("{\"a\": NaN}", 1, 7, "a value is expected here");
    check_syntax("// note\n{}", 1, 1, "a value is expected here");
}

#[track_caller]
fn check_syntax(text: &str, line: u32, column: u32, reason: &str) {
    let found = findings(text.as_bytes(), &[]);
    let [finding] = found.as_slice() else { panic!("{text}: {found:#?}") };
    assert_eq!(finding["rule"], "not-json", "{finding}");
    assert_eq!((&finding["line"], &finding["column"]), (&json!(line), &json!(column)), "{finding}");
    assert!(finding["reason"].as_str().unwrap().contains(reason), "{finding}");
    assert_eq!(check(text.as_bytes(), &[]).status.code(), Some(1));
}

#[test]
fn reports_one_error_for_a_file_that_is_not_a_dataset() {
    for (text, rule) in [
        ("", "empty-file"),
        (" \n", "empty-file"),
        ("[]", "not-a-dataset"),
        ("{\"schema_version\": \"1.0\", \"vocabulary\": {}}", "not-a-dataset"),
        ("{\"schema_version\": \"2.0\"}", "wrong-version"),
    ] {
        assert_eq!(rules(text.as_bytes(), &[]), [rule], "{text}");
    }
    let deep = "[".repeat(100_000);
    assert_eq!(rules(deep.as_bytes(), &[]), ["not-json"]);
    assert_eq!(rules(b"{\"a\": \"\xff\"}", &[]), ["not-json"]);
}

#[test]
fn checks_other_files_if_one_cannot_be_read() {
    let folder = env!("CARGO_TARGET_TMPDIR");
    let (valid, empty) =
        (format!("{folder}/check-valid.json"), format!("{folder}/check-empty.json"));
    fs::write(&valid, VALID).unwrap();
    fs::write(&empty, "").unwrap();
    let run = |args: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_rustscape")).arg("check").args(args).output().unwrap()
    };
    let output = run(&["no-such-file.json", &valid, &empty]);
    assert_eq!(output.status.code(), Some(2));
    let (report, errors) = (text(&output.stdout), text(&output.stderr));
    assert!(errors.contains("no-such-file.json cannot be read"), "{errors}");
    assert!(report.contains("sources: 0 errors, 0 warnings"), "{report}");
    assert!(report.ends_with("\n2 files: 1 error, 0 warnings\n"), "{report}");
    assert_eq!(run(&[&valid]).status.code(), Some(0));
    assert_eq!(run(&[&valid, &empty]).status.code(), Some(1));
    assert_eq!(run(&[]).status.code(), Some(2));
    assert_eq!(run(&["--allow", "no-such-rule", &valid]).status.code(), Some(2));
    assert_eq!(run(&["--max-age", "soon", &valid]).status.code(), Some(2));
    assert_eq!(run(&["--today", "2026-02-30", &valid]).status.code(), Some(2));
}

#[test]
fn text_of_a_dataset_cannot_control_a_terminal() {
    let hostile = VALID.replace("\"id\": \"ledger\"", "\"id\": \"\\u001b[2Jx\\u202ey\"");
    for format in ["text", "github"] {
        let text = text(&check(hostile.as_bytes(), &["--format", format]).stdout);
        assert!(text.contains("not-a-slug") && text.contains("\\u{1b}[2Jx"), "{text}");
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text:?}");
    }
}

#[test]
fn shows_short_excerpts_of_a_long_line() {
    let value: Value = serde_json::from_str(&broken()).unwrap();
    let text = text(&check(value.to_string().as_bytes(), &[]).stdout);
    assert!(text.contains("\"Ledger!\""), "{text}");
    assert!(text.lines().all(|line| line.chars().count() < 160), "{text}");
}

#[test]
fn output_is_deterministic() {
    let first = check(broken().as_bytes(), &["--strict"]).stdout;
    for _ in 0..3 {
        assert_eq!(check(broken().as_bytes(), &["--strict"]).stdout, first);
    }
}
