//! The importers write datasets without errors and report every value that they remove.

use rustscape::dataset::{Dataset, read};
use rustscape_cli::{
    check::{Settings, find},
    import::{DatasetMetadata, csv, landscape},
};

use crate::program::{Run, run_with_input};

/// Imports a text. Fails if the check finds an error in the output.
#[track_caller]
pub(crate) fn import(format: &str, text: &str) -> (Run, Dataset) {
    let args = ["import", format, "-", "--title", "T", "--updated", "2026-11-25"];
    let run = run_with_input(&args, text);
    let settings = Settings { is_quiet: true, ..Settings::default() };
    assert_eq!(find(run.stdout.as_bytes(), &settings), [], "{}", run.stderr);
    let (dataset, problems) = read(run.stdout.as_bytes()).expect("a dataset");
    assert_eq!(problems, [], "{}", run.stderr);
    (run, dataset)
}

#[track_caller]
pub(crate) fn check_reported(run: &Run, expected: &[&str]) {
    for part in expected {
        assert!(run.stderr.contains(part), "{part:?} in:\n{}", run.stderr);
    }
}

#[test]
fn removes_and_reports_invisible_characters() {
    let (run, dataset) = import(
        "csv",
        "organization,project,summary,since,source_1_url\n\
         Acme,Gate,\"A soft\u{ad}ware gate.\",2020,https://example.org/a\n\
         Be\u{200b}ta,Tool,Fine.,2021,https://example.org/b\n\
         \u{200b},Lost,,,\n",
    );
    check_reported(
        &run,
        &[
            ":2: summary: an invisible character (U+00AD) is taken out of “A software gate.”\n",
            ":3: organization: an invisible character (U+200B) is taken out of “Beta”\n",
            ":4: organization: an invisible character (U+200B) is taken out; nothing else is in",
        ],
    );
    assert_eq!(run.code, 1);
    assert_eq!(dataset.projects[0].summary, "A software gate.");
    assert_eq!((&*dataset.organizations[1].id, &*dataset.organizations[1].name), ("beta", "Beta"));
}

#[test]
fn removes_invisible_characters_from_a_landscape() {
    let (run, dataset) = import(
        "landscape",
        "landscape:\n  - name: To\u{200b}ols\n    subcategories:\n      - name: Gates\n        \
         items:\n          - name: Acme Gate\n            description: A soft\u{ad}ware gate.\n",
    );
    check_reported(
        &run,
        &[
            ":2: “name”: an invisible character (U+200B) is taken out of “Tools”\n",
            ":7: “description”: an invisible character (U+00AD) is taken out of “A software gate.”",
        ],
    );
    assert_eq!(dataset.projects[0].summary, "A software gate.");
}

#[track_caller]
fn check_left_out(columns: &str, cells: &str, message: &str) {
    let sheet = format!("organization,project,{columns}\nAcme,Gate,{cells}\n");
    let (run, dataset) = import("csv", &sheet);
    check_reported(&run, &[&format!("standard input:2: {message}\n")]);
    assert_eq!((dataset.projects.len(), run.code), (1, 1), "{}", run.stderr);
}

#[test]
fn leaves_out_and_reports_values_that_the_check_rejects() {
    check_left_out(
        "Since",
        "2030",
        "Since: is 2030, after the last change of the dataset; left out",
    );
    check_left_out(
        "until,status",
        "2020,production",
        "until: is 2020, but the status is production; left out",
    );
    check_left_out(
        "source_1_url,source_1_date",
        "https://a.example/,2022-02-31",
        "source_1_date: is 2022-02-31, which is no day; left out",
    );
    check_left_out(
        "source_1_url,source_1_checked,source_1_how",
        "https://a.example/,2027-01-01,original",
        "source_1_checked: is 2027-01-01, after the last change of the dataset (2026-11-25); left out",
    );
    check_left_out("also", "acme/none", "also: “acme/none” does not exist; left out");
    check_left_out(
        "source_1_url,confidence",
        "https://a.example/,confirmed",
        "confidence: is confirmed, but no source is first-party, repository, paper, talk; \
         it becomes “reported”",
    );
    check_left_out(
        "claim,claim_verdict",
        "It opens.,confirmed",
        "claim: is confirmed, but the project is unverified; left out",
    );
    check_left_out(
        "source_1_url,outcome_1,outcome_1_direction,outcome_1_value,outcome_1_unit",
        "https://a.example/,Faster.,down,150,percent",
        "outcome_1_value: is more than 100 percent; the outcome is kept without its figure",
    );
}

#[test]
fn a_value_with_two_errors_is_the_only_one_left_out() {
    let (run, dataset) = import("csv", "organization,project,since,until\nAcme,Gate,2020,2999\n");
    assert_eq!((dataset.projects[0].since, dataset.projects[0].until), (Some(2020), None));
    check_reported(&run, &[":2: until: "]);
}

#[test]
fn recognizes_common_spellings_of_countries() {
    let (run, dataset) = import(
        "csv",
        "organization,country\nA,United States of America\nB,The Netherlands\n\
         C,Czech Republic\nD,Turkey\nE,England\nF,U.S.A.\nG,MEX\nH,Deutschland\nI,España\n\
         J,Germny\nK,Korea\nL,Mars\n",
    );
    let countries = dataset.organizations.iter().map(|org| org.country.as_deref().unwrap_or("-"));
    let expected = ["US", "NL", "CZ", "TR", "GB", "US", "MX", "DE", "ES", "-", "-", "-"];
    assert_eq!(countries.collect::<Vec<_>>(), expected);
    assert_eq!(dataset.country_label("NL"), "Netherlands");
    check_reported(
        &run,
        &[
            ":6: country: “England” is imported as “United Kingdom”\n",
            ":11: country: “Germny” is no country (did you mean “Germany”?); left out\n",
            ":12: country: “Korea” is no country (did you mean “North Korea” or “South Korea”?)",
            ":13: country: “Mars” is no country",
        ],
    );
}

#[test]
fn two_spellings_of_a_url_are_one_source() {
    let (run, dataset) = import(
        "csv",
        "organization,homepage,project,repository,source_1_url,source_2_url\n\
         Acme,https://Acme.example,Gate,https://github.com/Acme/Gate,https://a.example,https://A.example:443/\n\
         Acme,https://acme.example/,Gate,https://github.com/acme/gate,https://a.example/#,https://a.example/b\n",
    );
    assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
    let urls =
        dataset.projects[0].sources.iter().map(|source| source.url.as_ref().unwrap().as_str());
    assert_eq!(urls.collect::<Vec<_>>(), ["https://a.example", "https://a.example/b"]);
}

#[test]
fn reads_utf_16_with_and_without_byte_order_mark() {
    let sheet = "organization,project\nAcmé,Gate\n";
    for byte_order_mark in ["", "\u{feff}"] {
        let text = format!("{byte_order_mark}{sheet}");
        for bytes in [
            text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>(),
            text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        ] {
            let metadata = DatasetMetadata { title: "T".to_owned(), ..Default::default() };
            let import = csv::import(&bytes, &metadata).unwrap();
            let (dataset, _) = read(import.text.as_bytes()).unwrap();
            assert_eq!(dataset.organizations[0].name, "Acmé");
        }
    }
    let truncated = [0xff, 0xfe, b'a', 0, b'b'];
    let metadata = DatasetMetadata::default();
    let failure = csv::import(&truncated, &metadata).unwrap_err().to_string();
    assert!(failure.contains("UTF-16") && failure.contains("CSV UTF-8"), "{failure}");
    let failure = landscape::import(&truncated, &metadata).unwrap_err().to_string();
    assert!(failure.contains("UTF-16") && failure.contains("save it as UTF-8"), "{failure}");
}
