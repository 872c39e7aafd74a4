//! `rustscape import`: complete output and reports for whole files.

use std::path::{Path, PathBuf};

use rustscape::dataset::read;

use crate::program::{Run, file, run_with_input};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import").join(name)
}

fn text(name: &str) -> String {
    std::fs::read_to_string(fixture(name)).unwrap()
}

/// Imports a fixture. Compares the dataset and the report with the files next to it.
#[track_caller]
fn check(format: &str, name: &str, title: &str) {
    let path = fixture(name);
    let run = run_with_input(&["import", format, path.to_str().unwrap(), "--title", title], "");
    let stem = name.split('.').next().unwrap();
    let folder = format!("{}/", path.parent().unwrap().display());
    assert_eq!(run.stderr.replace(&folder, ""), text(&format!("{stem}.report")), "{name}");
    assert_eq!(run.stdout, text(&format!("{stem}.json")), "{name}");
    assert_eq!(run.code, 1, "{name}");
    let (_, problems) = read(run.stdout.as_bytes()).unwrap();
    assert_eq!(problems, [], "{name}");
}

fn import_csv(text: &str) -> Run {
    run_with_input(&["import", "csv", "-"], text)
}

#[track_caller]
fn check_failure(run: &Run, expected: &str) {
    assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{}", run.stderr);
    assert!(run.stderr.contains(expected), "{}", run.stderr);
}

#[test]
fn imports_a_spreadsheet_and_reports_the_rest() {
    check("csv", "projects.csv", "Who ships");
}

#[test]
fn imports_a_landscape_and_reports_the_rest() {
    check("landscape", "landscape.yml", "Warehouse");
}

#[test]
fn the_help_documents_every_column_of_the_template() {
    let template = run_with_input(&["import", "csv", "--template"], "");
    let help = run_with_input(&["import", "csv", "--help"], "");
    let header = template.stdout.lines().next().unwrap();
    for column in header.trim_start_matches('\u{feff}').split(',') {
        assert!(help.stdout.contains(&format!("\n  {column}\n")), "{column}");
    }
}

#[test]
fn delimiters_and_line_ends_do_not_change_the_dataset() {
    let lines = "organization,project,domains\nAcme,Gate,\"Proxy|Cache\"\n\nAcme,Wall,Proxy\n";
    let expected = import_csv(lines);
    assert_eq!(expected.code, 0, "{}", expected.stderr);
    for other in [
        lines.replace('\n', "\r\n"),
        lines.replace('\n', "\r"),
        lines.replace(',', ";"),
        lines.replace(',', "\t"),
        format!("\u{feff}{lines}"),
        format!("sep=;\r\n{}", lines.replace(',', ";")),
        format!("\n,,\n{lines}"),
    ] {
        let run = import_csv(&other);
        assert_eq!((run.code, &run.stdout), (0, &expected.stdout), "{other:?}: {}", run.stderr);
    }
}

#[test]
fn reports_the_line_of_the_file() {
    for (text, line) in [
        ("organization,country\nAcme,Mars\n", 2),
        ("\n\norganization,country\n\n\nAcme,Mars\n", 6),
        ("organization,country\r\n\r\nAcme,Mars\r\n", 3),
        ("organization,country,organization_summary\nA,CH,\"one\ntwo\"\nAcme,Mars,\n", 4),
        ("sep=,\norganization,country\nAcme,Mars\n", 3),
        ("organization,country\rA,CH\rAcme,Mars\r", 3),
    ] {
        let run = import_csv(text);
        let expected = format!("the standard input:{line}: country: “Mars” is no country");
        assert!(run.stderr.contains(&expected), "{text:?}: {}", run.stderr);
        assert_eq!(run.code, 1, "{text:?}");
    }
}

#[test]
fn source_numbers_refer_to_the_sources_of_the_row() {
    let run = import_csv(
        "organization,project,source_1_url,source_2_url,outcome_1,outcome_1_source,note_1\n\
         Acme,Gate,https://a.example,https://b.example,Faster.,2,Old.\n\
         Acme,Gate,https://c.example,https://a.example,Smaller.,1,\n\
         Acme,Gate,,,Cheaper.,1,\n",
    );
    let (dataset, _) = read(run.stdout.as_bytes()).unwrap();
    let project = &dataset.projects[0];
    let urls = project.sources.iter().map(|source| source.url.as_ref().unwrap().as_str());
    let urls = urls.collect::<Vec<_>>();
    assert_eq!(urls, ["https://a.example", "https://b.example", "https://c.example"]);
    let sources = project.outcomes.iter().map(|outcome| (&*outcome.statement, outcome.source));
    assert_eq!(sources.collect::<Vec<_>>(), [("Faster.", 1), ("Smaller.", 2)]);
    assert_eq!(project.notes[0].source, None);
    assert_eq!(run.stderr.matches("; left out\n").count(), 1, "{}", run.stderr);
}

#[test]
fn rejects_confidence_without_source_and_an_end_before_the_beginning() {
    let run =
        import_csv("organization,project,confidence,since,until\nAcme,Gate,confirmed,2022,2020\n");
    let (dataset, problems) = read(run.stdout.as_bytes()).unwrap();
    assert_eq!(problems, []);
    assert_eq!(dataset.projects[0].until, None);
    assert!(run.stderr.contains(":2: confidence: “confirmed” needs a source"), "{}", run.stderr);
    assert!(run.stderr.contains(":2: until: 2020 is before it began (2022)"), "{}", run.stderr);
}

#[test]
fn reports_an_unclosed_quote() {
    let run = import_csv("organization,project\nAcme,Gate\nBell,\"Chime\nCrow,Caw\nDoe,Ray\n");
    assert!(run.stderr.contains(":3: a quote is opened here"), "{}", run.stderr);
    assert_eq!(run.code, 1);
}

#[test]
fn invalid_files_fail_without_output() {
    check_failure(&import_csv(""), "the file is empty");
    check_failure(&import_csv("name,owner\nAcme,Eva\n"), "no column is called “organization”");
    check_failure(&import_csv("organization,project\n"), "nothing could be imported");
    check_failure(&import_csv("PK\u{3}\u{4}"), "is a workbook");
    let landscape = |text| run_with_input(&["import", "landscape", "-"], text);
    check_failure(&landscape(""), "the file is empty");
    check_failure(&landscape("a: [b"), "is not YAML");
    check_failure(&landscape("a: b\n"), "no landscape");
    check_failure(&landscape("landscape: []\n"), "nothing could be imported");
}

#[test]
fn replaces_the_output_file_only_on_success() {
    let output = file("import-output.json", "before");
    let args = ["import", "csv", "-", "--output", output.to_str().unwrap()];
    check_failure(&run_with_input(&args, "organization\n"), "nothing could be imported");
    assert_eq!(std::fs::read_to_string(&output).unwrap(), "before");
    let run = run_with_input(&args, "organization\nAcme\n");
    assert_eq!((run.code, run.stdout.as_str()), (0, ""), "{}", run.stderr);
    let written = std::fs::read_to_string(&output).unwrap();
    assert_eq!(written, import_csv("organization\nAcme\n").stdout);
}

#[test]
fn writes_the_metadata_from_the_options() {
    let args = [
        "import",
        "csv",
        "-",
        "--title",
        "T",
        "--description",
        "D.",
        "--language",
        "en",
        "--license",
        "CC0-1.0",
        "--updated",
        "2026-11-25",
    ];
    let (dataset, problems) =
        read(run_with_input(&args, "organization\nAcme\n").stdout.as_bytes()).unwrap();
    assert_eq!(problems, []);
    assert_eq!((&*dataset.title, &*dataset.description), ("T", "D."));
    assert_eq!(dataset.license.as_deref(), Some("CC0-1.0"));
    assert_eq!(dataset.updated.unwrap().as_str(), "2026-11-25");
    let run = run_with_input(&["import", "csv", "-", "--updated", "soon"], "organization\nAcme\n");
    check_failure(&run, "not a date");
}
