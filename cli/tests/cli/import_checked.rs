//! The check finds no error in what an importer writes, and the importer says what it took out.

use rustscape::dataset::{Dataset, read};
use rustscape_cli::check::{Settings, find};

use crate::program::{Run, run_with_input};

/// Imports a text; the check may not find an error in what comes out.
#[track_caller]
pub(crate) fn import(form: &str, text: &str) -> (Run, Dataset) {
    let args = ["import", form, "-", "--title", "T", "--updated", "2026-11-25"];
    let run = run_with_input(&args, text);
    let settings = Settings { is_quiet: true, ..Settings::default() };
    assert_eq!(find(run.stdout.as_bytes(), &settings), [], "{}", run.stderr);
    let (dataset, problems) = read(run.stdout.as_bytes()).expect("a dataset");
    assert_eq!(problems, [], "{}", run.stderr);
    (run, dataset)
}

#[track_caller]
pub(crate) fn check_said(run: &Run, said: &[&str]) {
    for part in said {
        assert!(run.stderr.contains(part), "{part:?} in:\n{}", run.stderr);
    }
}

#[test]
fn characters_that_cannot_be_seen_are_taken_out_and_reported() {
    let (run, dataset) = import(
        "csv",
        "organization,project,summary,since,source_1_url\n\
         Acme,Gate,\"A soft\u{ad}ware gate.\",2020,https://example.org/a\n\
         Be\u{200b}ta,Tool,Fine.,2021,https://example.org/b\n\
         \u{200b},Lost,,,\n",
    );
    check_said(
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
fn a_landscape_has_no_characters_that_cannot_be_seen_either() {
    let (run, dataset) = import(
        "landscape",
        "landscape:\n  - name: To\u{200b}ols\n    subcategories:\n      - name: Gates\n        \
         items:\n          - name: Acme Gate\n            description: A soft\u{ad}ware gate.\n",
    );
    check_said(
        &run,
        &[
            ":2: “name”: an invisible character (U+200B) is taken out of “Tools”\n",
            ":7: “description”: an invisible character (U+00AD) is taken out of “A software gate.”",
        ],
    );
    assert_eq!(dataset.projects[0].summary, "A software gate.");
}

#[track_caller]
fn check_left_out(columns: &str, cells: &str, said: &str) {
    let sheet = format!("organization,project,{columns}\nAcme,Gate,{cells}\n");
    let (run, dataset) = import("csv", &sheet);
    check_said(&run, &[&format!("standard input:2: {said}\n")]);
    assert_eq!((dataset.projects.len(), run.code), (1, 1), "{}", run.stderr);
}

#[test]
fn what_the_check_would_refuse_is_left_out_and_reported_with_its_line_and_column() {
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
fn one_value_that_is_wrong_in_two_ways_takes_nothing_else_with_it() {
    let (run, dataset) = import("csv", "organization,project,since,until\nAcme,Gate,2020,2999\n");
    assert_eq!((dataset.projects[0].since, dataset.projects[0].until), (Some(2020), None));
    check_said(&run, &[":2: until: "]);
}

#[test]
fn countries_are_understood_as_people_write_them() {
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
    check_said(
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
fn two_spellings_of_an_address_are_one_source() {
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
fn a_file_in_utf_16_is_read_with_and_without_its_mark() {
    let sheet = "organization,project\nAcmé,Gate\n";
    for mark in ["", "\u{feff}"] {
        let text = format!("{mark}{sheet}");
        for bytes in [
            text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>(),
            text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        ] {
            let head = rustscape_cli::import::Head { title: "T".to_owned(), ..Default::default() };
            let import = rustscape_cli::import::csv::import(&bytes, &head).unwrap();
            let (dataset, _) = read(import.text.as_bytes()).unwrap();
            assert_eq!(dataset.organizations[0].name, "Acmé");
        }
    }
    let half = [0xff, 0xfe, b'a', 0, b'b'];
    let head = rustscape_cli::import::Head::default();
    let failure = rustscape_cli::import::csv::import(&half, &head).unwrap_err().to_string();
    assert!(failure.contains("UTF-16") && failure.contains("CSV UTF-8"), "{failure}");
    let failure = rustscape_cli::import::landscape::import(&half, &head).unwrap_err().to_string();
    assert!(failure.contains("UTF-16") && failure.contains("save it as UTF-8"), "{failure}");
}
