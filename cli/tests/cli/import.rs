//! `rustscape import`: converts files into valid datasets and reports everything it leaves out.

use proptest::{collection::vec, prelude::*, sample::select};
use rustscape::dataset::{Dataset, read};
use rustscape_cli::import::{DatasetMetadata, csv, landscape};

use crate::program::{Run, file, run_with_input};

/// Imports a text. Checks that the output is a dataset without problems.
#[track_caller]
fn import(format: &str, text: &str) -> (Run, Dataset) {
    let run =
        run_with_input(&["import", format, "-", "--title", "T", "--updated", "2026-11-25"], text);
    let (dataset, problems) = read(run.stdout.as_bytes()).expect("a dataset");
    assert_eq!(problems, [], "{}", run.stderr);
    assert_eq!(
        (dataset.title.as_str(), dataset.updated.as_ref().unwrap().as_str()),
        ("T", "2026-11-25")
    );
    (run, dataset)
}

#[track_caller]
fn check_output(run: &Run, code: i32, expected: &[&str]) {
    assert_eq!(run.code, code, "{}", run.stderr);
    for part in expected {
        assert!(run.stderr.contains(part), "{part:?} in:\n{}", run.stderr);
    }
}

#[test]
fn imports_its_own_template() {
    let template = run_with_input(&["import", "csv", "--template"], "");
    assert_eq!((template.code, template.stderr.as_str()), (0, ""));
    assert!(template.stdout.starts_with("\u{feff}organization,"), "Excel needs it to detect UTF-8");
    let (run, dataset) = import("csv", &template.stdout);
    check_output(&run, 0, &["nothing to report"]);
    assert!(dataset.organizations[0].name.contains("sample"), "the sample calls itself a sample");
    let project = &dataset.projects[0];
    assert!(!project.outcomes.is_empty() && !project.sources.is_empty());
    let again = run_with_input(&["fmt", "-"], &run.stdout);
    assert_eq!(again.stdout, run.stdout, "the output is in canonical form");
}

#[test]
fn imports_a_spreadsheet_with_semicolons_quotes_and_crlf() {
    let sheet = "\u{feff}Project;ORGANIZATION;country;Replaces;confidence;Source 1 URL;source 1 title\r\n\
                 \"Gate\nway\";Ácme;uk;vans; trucks | Vans;reported;https://example.org/;One\r\n\
                 ;;;;;;\r\n\
                 Bridge;Ácme;GB;;unverified;;\r\n";
    let sheet = sheet.replace("vans; trucks | Vans", "\"vans; trucks | Vans\"");
    let (run, dataset) = import("csv", &sheet);
    check_output(&run, 0, &["1 organization with 2 projects"]);
    let acme = &dataset.organizations[0];
    assert_eq!((acme.id.as_str(), acme.country.as_deref()), ("acme", Some("GB")));
    assert_eq!(dataset.country_label("GB"), "United Kingdom");
    assert_eq!(dataset.projects[0].replaces.len(), 2, "case does not make another term");
    assert_eq!(dataset.projects[1].id, "bridge");
}

#[test]
fn reports_everything_it_leaves_out_with_line_and_column() {
    let sheet = "organization,project,since,mood,confidence,source_1_url,source_1_title\n\
                 Acme,Gate,soon,good,confirmed,https://example.org/,One\n\
                 Acme,,2020,,confirmed,https://example.org/,One\n\
                 Bolt,Bridge,2020,,confirmed,,\n";
    let (run, dataset) = import("csv", sheet);
    check_output(
        &run,
        1,
        &[
            "standard input:2: since: “soon”",
            "“mood”",
            "standard input:3: project: ",
            "standard input:4: confidence: ",
        ],
    );
    assert_eq!(dataset.projects.len(), 2, "{}", run.stderr);
    assert_eq!(dataset.projects[0].since, None);
}

#[test]
fn keeps_the_output_file_if_the_input_is_invalid() {
    let kept = file("import-kept.json", "kept");
    let path = kept.to_str().unwrap();
    for (format, text) in
        [("csv", ""), ("csv", "a,b\n1,2\n"), ("landscape", "landscape: 7"), ("landscape", "a: [")]
    {
        let run = run_with_input(&["import", format, "-", "--output", path], text);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{format} {text:?}: {}", run.stderr);
        assert!(run.stderr.contains("error"), "{}", run.stderr);
        assert_eq!(std::fs::read_to_string(&kept).unwrap(), "kept");
    }
    let missing = run_with_input(&["import", "csv", "no-such-file.csv"], "");
    check_output(&missing, 2, &["no-such-file.csv"]);
}

const LANDSCAPE: &str = "\
landscape:
  - category:
    name: Runtime
    subcategories:
      - subcategory:
        name: Storage
        items:
          - item:
            name: Alpha
            homepage_url: https://alpha.example.org/
            repo_url: https://example.org/alpha.git
            project: graduated
            logo: alpha.svg
            twitter: https://example.com/alpha
          - item:
            name: Beta
            homepage_url: ftp://beta.example.org/
";

#[test]
fn imports_a_landscape_and_reports_fields_without_equivalent() {
    let (run, dataset) = import("landscape", LANDSCAPE);
    check_output(&run, 1, &["“twitter”", "1 item", "“logo”", "“Beta”", "standard input:17: "]);
    let alpha = dataset.projects.iter().find(|project| project.name == "Alpha").unwrap();
    assert!(!alpha.domains.is_empty(), "its subcategory becomes a domain");
    let urls: Vec<_> = alpha.sources.iter().filter_map(|source| source.url.as_ref()).collect();
    assert!(urls.iter().any(|url| url.as_str() == "https://alpha.example.org/"), "{urls:?}");
}

#[test]
fn rejects_a_landscape_with_exponential_aliases() {
    let mut lines = vec!["a0: &a0 [x, x, x, x, x, x, x, x, x, x]".to_owned()];
    for level in 1..12 {
        let before = format!("*a{}, ", level - 1).repeat(10);
        lines.push(format!("a{level}: &a{level} [{}]", before.trim_end_matches(", ")));
    }
    lines.push("landscape: *a11".to_owned());
    let run = run_with_input(&["import", "landscape", "-"], &lines.join("\n"));
    assert_eq!(run.code, 2, "{}", run.stderr);
}

/// Generates spreadsheets from valid and invalid cells.
fn any_sheet() -> impl Strategy<Value = String> {
    const CELLS: [&str; 16] = [
        "organization",
        "project",
        "confidence",
        "source_1_url",
        "since",
        "Acme",
        "Gate",
        "confirmed",
        "unverified",
        "https://example.org/",
        "2020",
        "",
        "\"a\nb\"",
        "\"",
        "é;|",
        "\u{0}",
    ];
    let row = vec(prop_oneof![select(&CELLS[..]).prop_map(str::to_owned), "\\PC{0,6}"], 0..6);
    vec(row.prop_map(|cells| cells.join(",")), 0..6).prop_map(|rows| {
        format!("organization,project,confidence,source_1_url,since\n{}", rows.join("\n"))
    })
}

fn metadata() -> DatasetMetadata {
    DatasetMetadata { title: "T".to_owned(), ..DatasetMetadata::default() }
}

proptest! {
    #[test]
    fn any_spreadsheet_becomes_a_valid_dataset_or_is_rejected(sheet in any_sheet()) {
        if let Ok(imported) = csv::import(sheet.as_bytes(), &metadata()) {
            prop_assert_eq!(read(imported.text.as_bytes()).unwrap().1, []);
        }
    }

    #[test]
    fn any_bytes_are_imported_or_rejected(bytes in vec(any::<u8>(), 0..300)) {
        let _ = csv::import(&bytes, &metadata());
        let _ = landscape::import(&bytes, &metadata());
    }

    #[test]
    fn a_landscape_with_changed_bytes_becomes_a_valid_dataset_or_is_rejected(
        changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = LANDSCAPE.as_bytes().to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(imported) = landscape::import(&bytes, &metadata()) {
            prop_assert_eq!(read(imported.text.as_bytes()).unwrap().1, []);
        }
    }
}
