//! Tests of the dataset reader: bytes in, dataset and problems out.

use rustscape::{
    dataset::{CheckMethod, DatasetError, EventKind, LoadError, RuleViolation, Unit, read},
    wording::load_failure,
};
use serde_json::{Value, json};

use crate::atlas;

#[test]
fn reads_every_record_of_a_large_dataset() {
    let (dataset, problems) = read(atlas::BYTES).unwrap();
    assert_eq!(problems, []);
    assert_eq!(dataset.organizations.len(), 314);
    assert_eq!(dataset.projects.len(), 478);
    assert_eq!(dataset.projects.iter().map(|p| p.sources.len()).sum::<usize>(), 1153);
    assert_eq!(dataset.projects.iter().map(|p| p.outcomes.len()).sum::<usize>(), 167);
    assert_eq!(dataset.projects.iter().filter(|p| p.claim.is_some()).count(), 41);
}

#[test]
fn reads_every_field_of_a_record() {
    let (dataset, _) = read(atlas::BYTES).unwrap();
    let org = dataset.find_org("cloudflare").unwrap();
    let pingora = dataset.find_project(org, "pingora").unwrap();
    let project = dataset.project(pingora);
    assert_eq!(dataset.full_id(pingora), "cloudflare/pingora");
    assert_eq!(project.org, org);
    assert_eq!(project.since, Some(2022));
    assert_eq!(project.outcomes[0].value, Some(70.0));
    assert_eq!(project.outcomes[0].unit, Unit::Percent);
    assert_eq!(project.sources[1].checked.as_ref().unwrap().1, CheckMethod::Copy);
    assert_eq!(project.sources[1].url.as_ref().unwrap().host(), "blog.cloudflare.com");
}

#[test]
fn rejects_a_file_that_is_not_a_dataset() {
    check_file(b"", DatasetError::Empty);
    check_file(b" \n\t ", DatasetError::Empty);
    check_file(b"\xff\xfe{\0}\0", DatasetError::Utf16);
    check_file(b"\xfe\xff\0{\0}", DatasetError::Utf16);
    check_file(b"{\0}\0", DatasetError::Utf16);
    check_file(b"\0{\0}", DatasetError::Utf16);
    check_file(b"[]", DatasetError::NotADataset { missing: "object at its top" });
    check_file(b"{}", DatasetError::NotADataset { missing: "schema_version" });
    check_file(
        br#"{"schema_version":"1.0","vocabulary":{}}"#,
        DatasetError::NotADataset { missing: "list of organizations" },
    );
    check_file(
        br#"{"schema_version":"1.0","organizations":[]}"#,
        DatasetError::NotADataset { missing: "vocabulary" },
    );
    check_file(br#"{"schema_version":"2.0"}"#, DatasetError::WrongVersion { found: "2.0".into() });
    check_file(br#"{"schema_version":3}"#, DatasetError::WrongVersion { found: "3".into() });
    let Err(DatasetError::NotJson { line: 2, column, reason }) = read(b"{\n  oops") else {
        panic!("broken JSON is found where it breaks");
    };
    assert_eq!((column, reason.as_str()), (3, "key must be a string"));
    assert!(matches!(read(b"<!doctype html>"), Err(DatasetError::NotJson { .. })));
    assert!(matches!(read(b"{\"a\": \"\xff\"}"), Err(DatasetError::NotJson { .. })));
    assert!(matches!(read("[".repeat(100_000).as_bytes()), Err(DatasetError::NotJson { .. })));
}

#[track_caller]
fn check_file(bytes: &[u8], expected: DatasetError) {
    assert_eq!(read(bytes).unwrap_err(), expected);
}

#[test]
fn the_error_for_utf_16_says_how_to_save_the_file() {
    let (title, reason) = load_failure(&LoadError::Dataset(DatasetError::Utf16));
    assert_eq!(title, "The dataset cannot be read");
    assert_eq!(reason, "The file is UTF-16, not UTF-8. Save it as UTF-8.");
}

#[test]
fn leaves_out_and_reports_a_broken_record_only() {
    check("/0/id", json!("Not A Slug"), "organizations[0]: id “Not A Slug” is not a slug");
    let long = "a".repeat(61);
    let expected = format!("organizations[0]: id “{long}” has 61 characters, more than 60");
    check("/0/id", json!(long), &expected);
    check("/0/name", json!(7), "acme: name is 7, not a text");
    check("/0/name", json!(" "), "acme: name is missing or empty");
    check("/0/industry", json!("magic"), "acme: industry “magic” is not in the vocabulary");
    check("/0/country", json!("usa"), "acme: country “usa” is not a country code");
    check("/0/homepage", json!("javascript:alert(1)"), "acme: homepage “javascript:alert(1)” is");
    check("/0/homepage", json!("https://u:p@x.org/"), "acme: homepage “https://u:p@x.org/” is an");
    check("/0", json!(null), "organizations[0] is null, not an object");
    check("/0", json!(7), "organizations[0] is a number, not an object");
    check("/1/id", json!("acme"), "acme: id “acme” is taken by an earlier record");
    let project = "/0/projects/0";
    let check = |field: &str, value: Value, expected: &str| {
        check(&format!("{project}/{field}"), value, expected);
    };
    check("id", json!("b"), "acme/b: id “b” is taken by an earlier record");
    check("domains", json!(["proxy", "proxy"]), "acme/a: domains names “proxy” twice");
    check("domains", json!("proxy"), "acme/a: domains is a text, not a list");
    check("kind", json!("toy"), "acme/a: kind “toy” is not in the vocabulary of kind");
    check("since", json!("2020"), "acme/a: since is a text, not a year");
    check("since", json!(20.5), "acme/a: since is a number, not a year");
    check("until", json!(2001), "acme/a: until is 2001, before since (2020)");
    check("open_source", json!("yes"), "acme/a: open_source is a text, not true, false or null");
    check("repository", json!("ftp://x.org"), "acme/a: repository “ftp://x.org” is not an https");
    check("verified", json!("2026-13-01"), "acme/a: verified “2026-13-01” is not a date");
    check("confidence", json!(null), "acme/a: confidence is missing or empty");
    check("sources", json!([]), "acme/a: sources are missing, although the confidence is not");
    check("sources/0/url", json!("x"), "acme/a: sources[0].url “x” is not an https");
    check("sources/0/checked/how", json!("?"), "acme/a: sources[0].checked.how “?” is not one of");
    check(
        "outcomes/0/source",
        json!(1),
        "acme/a: outcomes[0].source is 1, but there are 1 sources",
    );
    check("outcomes/0/source", json!(null), "acme/a: outcomes[0].source is missing: an");
    check("outcomes/0/value", json!(-1), "acme/a: outcomes[0].value is -1, not a number from 0 on");
    check("outcomes/0/unit", json!("parsec"), "acme/a: outcomes[0].unit “parsec” is not one of");
    check("notes/0", json!("text"), "acme/a: notes[0] is a text, not an object");
    check(
        "claim/verdict",
        json!("so-so"),
        "acme/a: claim.verdict “so-so” is not in the vocabulary",
    );
}

/// Replaces one value of the small dataset, and expects one report. Only the damaged record may be
/// left out; an organization takes its projects with it.
#[track_caller]
fn check(place: &str, value: Value, expected: &str) {
    let mut file = atlas::small();
    *file["organizations"].pointer_mut(place).unwrap() = value;
    let (dataset, problems) = read(file.to_string().as_bytes()).unwrap();
    assert!(problems.iter().any(|p| p.to_string().starts_with(expected)), "{problems:#?}");
    let n_kept = dataset.organizations.len() + dataset.projects.len();
    let n_gone = match place {
        _ if place.contains("projects") => 1,
        _ if place.starts_with("/0") => 1 + 2,
        _ => 1 + 1,
    };
    assert_eq!(n_kept, 2 + 3 - n_gone, "{problems:#?}");
    for project in &dataset.projects {
        assert!(dataset.org(project.org).project_idxs().any(|p| dataset.project(p) == project));
    }
}

#[test]
fn records_and_problems_have_their_position_in_the_file() {
    let text = str::from_utf8(atlas::BYTES).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let (dataset, _) = read(atlas::BYTES).unwrap();
    let orgs = dataset.organizations.iter().map(|org| (&org.id, org.line));
    let projects = dataset.projects.iter().map(|project| (&project.id, project.line));
    for (id, line) in orgs.chain(projects) {
        assert_eq!(lines[line as usize - 1].trim(), "{", "{id}");
        assert_eq!(lines[line as usize].trim(), format!("\"id\": \"{id}\","));
    }
    let damaged = text.replacen("\"status\": \"production\"", "\"status\":\n  \"gone\"", 1);
    let (_, problems) = read(damaged.as_bytes()).unwrap();
    let [problem] = &problems[..] else { panic!("{problems:?}") };
    let line = damaged.lines().nth(problem.at.line as usize - 1).unwrap();
    assert_eq!(
        (line, problem.at.column, problem.violation),
        ("  \"gone\",", 3, RuleViolation::NotInVocabulary)
    );
    assert!(problem.to_string().ends_with(&format!("(line {})", problem.at.line)));
}

#[test]
fn reads_valid_metadata_and_reports_the_rest() {
    let mut file = atlas::small();
    file["accent"] = json!("rust");
    file["contribute"] = json!({"issues": "javascript:alert(1)", "mail": "atlas@example.org"});
    file["links"] = json!([{"label": "Code", "url": "https://example.org/"}, {"label": "Nowhere"}]);
    file["events"] = json!([
        {"date": "2026-11", "kind": "added", "record": "acme", "note": "Here it is."},
        {"date": "2026-11", "kind": "forgotten", "note": "What?"},
    ]);
    let (dataset, problems) = read(file.to_string().as_bytes()).unwrap();
    let found: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
    assert_eq!(found, ["accent", "contribute.issues", "links[1].url", "events[1].kind"]);
    assert_eq!((dataset.organizations.len(), dataset.projects.len()), (2, 3));
    assert_eq!(dataset.contribute.mail.as_deref(), Some("atlas@example.org"));
    assert_eq!((dataset.links.len(), dataset.events.len()), (1, 1));
    assert_eq!(dataset.events[0].kind, EventKind::Added);
}

#[test]
fn absent_and_null_fields_are_unknown_and_new_ones_ignored() {
    let file = json!({
        "schema_version": "1.7",
        "title": "T",
        "a_field_of_tomorrow": {},
        "vocabulary": {"confidence": [{"id": "unverified", "label": "Unverified"}]},
        "organizations": [{"id": "o", "name": "O", "mood": "good", "projects": [
            {"id": "p", "name": "P", "confidence": "unverified", "since": null}
        ]}]
    });
    let (dataset, problems) = read(file.to_string().as_bytes()).unwrap();
    assert_eq!(problems, []);
    let project = &dataset.projects[0];
    assert_eq!((project.since, project.kind, project.open_source), (None, None, None));
    assert!(project.domains.is_empty() && project.sources.is_empty() && project.claim.is_none());
}

#[test]
fn the_language_of_a_dataset_decides_its_direction() {
    let (mut dataset, _) = read(atlas::BYTES).unwrap();
    let mut check = |language: Option<&str>, expected: Option<&str>| {
        dataset.language = language.map(str::to_owned);
        assert_eq!(dataset.dir(), expected, "{language:?}");
    };
    let rtl = [
        "ar",
        "he",
        "fa-IR",
        "UR",
        "yi",
        "ckb_IQ",
        "az-Arab",
        "ku-arab-IQ",
        "ff-Adlm",
        "ar-u-nu-latn",
    ];
    for language in rtl {
        check(Some(language), Some("rtl"));
    }
    let ltr =
        ["en", "de-CH", "ar-Latn", "az", "az-Latn-IR", "x-arab", "en-x-arab", "", "arabic", "-ar"];
    for language in ltr {
        check(Some(language), None);
    }
    check(None, None);
    assert_eq!(dataset.lang(), "en");
}

#[test]
fn reads_a_file_with_a_byte_order_mark() {
    let bytes = [b"\xef\xbb\xbf", atlas::small().to_string().as_bytes()].concat();
    assert!(read(&bytes).is_ok());
}
