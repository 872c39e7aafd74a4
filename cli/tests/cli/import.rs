//! `rustscape import`: a file of another form in, a dataset out, and word of everything that has no place.

use proptest::{collection::vec, prelude::*, sample::select};
use rustscape::dataset::{Dataset, read};
use rustscape_cli::import::{Head, csv, landscape};

use crate::program::{Run, file, run_with_input};

/// Imports a text; what comes out has to be a dataset of which every reader takes all.
#[track_caller]
fn import(form: &str, text: &str) -> (Run, Dataset) {
    let run =
        run_with_input(&["import", form, "-", "--title", "T", "--updated", "2026-11-25"], text);
    let (dataset, problems) = read(run.stdout.as_bytes()).expect("a dataset");
    assert_eq!(problems, [], "{}", run.stderr);
    assert_eq!(
        (dataset.title.as_str(), dataset.updated.as_ref().unwrap().as_str()),
        ("T", "2026-11-25")
    );
    (run, dataset)
}

#[track_caller]
fn check_said(run: &Run, code: i32, said: &[&str]) {
    assert_eq!(run.code, code, "{}", run.stderr);
    for part in said {
        assert!(run.stderr.contains(part), "{part:?} in:\n{}", run.stderr);
    }
}

#[test]
fn the_template_is_a_spreadsheet_that_can_be_imported() {
    let template = run_with_input(&["import", "csv", "--template"], "");
    assert_eq!((template.code, template.stderr.as_str()), (0, ""));
    assert!(template.stdout.starts_with("\u{feff}organization,"), "Excel takes it for UTF-8");
    let (run, dataset) = import("csv", &template.stdout);
    check_said(&run, 0, &["nothing to report"]);
    assert!(dataset.organizations[0].name.contains("sample"), "a sample says that it is one");
    let project = &dataset.projects[0];
    assert!(!project.outcomes.is_empty() && !project.sources.is_empty());
    let again = run_with_input(&["fmt", "-"], &run.stdout);
    assert_eq!(again.stdout, run.stdout, "it is in its canonical form");
}

#[test]
fn a_spreadsheet_as_programs_write_them_is_taken() {
    let sheet = "\u{feff}Project;ORGANIZATION;country;Replaces;confidence;Source 1 URL;source 1 title\r\n\
                 \"Gate\nway\";Ácme;uk;vans; trucks | Vans;reported;https://example.org/;One\r\n\
                 ;;;;;;\r\n\
                 Bridge;Ácme;GB;;unverified;;\r\n";
    let sheet = sheet.replace("vans; trucks | Vans", "\"vans; trucks | Vans\"");
    let (run, dataset) = import("csv", &sheet);
    check_said(&run, 0, &["1 organization with 2 projects"]);
    let acme = &dataset.organizations[0];
    assert_eq!((acme.id.as_str(), acme.country.as_deref()), ("acme", Some("GB")));
    assert_eq!(dataset.country_label("GB"), "United Kingdom");
    assert_eq!(dataset.projects[0].replaces.len(), 2, "one term whatever its case");
    assert_eq!(dataset.projects[1].id, "bridge");
}

#[test]
fn what_cannot_be_mapped_is_reported_with_its_line_and_column_and_never_dropped_silently() {
    let sheet = "organization,project,since,mood,confidence,source_1_url,source_1_title\n\
                 Acme,Gate,soon,good,confirmed,https://example.org/,One\n\
                 Acme,,2020,,confirmed,https://example.org/,One\n\
                 Bolt,Bridge,2020,,confirmed,,\n";
    let (run, dataset) = import("csv", sheet);
    check_said(
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
fn nothing_is_written_where_nothing_could_be_read() {
    let kept = file("import-kept.json", "kept");
    let path = kept.to_str().unwrap();
    for (form, text) in
        [("csv", ""), ("csv", "a,b\n1,2\n"), ("landscape", "landscape: 7"), ("landscape", "a: [")]
    {
        let run = run_with_input(&["import", form, "-", "--output", path], text);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{form} {text:?}: {}", run.stderr);
        assert!(run.stderr.contains("error"), "{}", run.stderr);
        assert_eq!(std::fs::read_to_string(&kept).unwrap(), "kept");
    }
    let missing = run_with_input(&["import", "csv", "no-such-file.csv"], "");
    check_said(&missing, 2, &["no-such-file.csv"]);
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
fn a_landscape_becomes_a_dataset_and_says_what_has_no_place() {
    let (run, dataset) = import("landscape", LANDSCAPE);
    check_said(&run, 1, &["“twitter”", "1 item", "“logo”", "“Beta”", "standard input:17: "]);
    let alpha = dataset.projects.iter().find(|project| project.name == "Alpha").unwrap();
    assert!(!alpha.domains.is_empty(), "its category is what it is about");
    let urls: Vec<_> = alpha.sources.iter().filter_map(|source| source.url.as_ref()).collect();
    assert!(urls.iter().any(|url| url.as_str() == "https://alpha.example.org/"), "{urls:?}");
}

#[test]
fn a_landscape_of_endless_aliases_is_refused_soon() {
    let mut lines = vec!["a0: &a0 [x, x, x, x, x, x, x, x, x, x]".to_owned()];
    for level in 1..12 {
        let before = format!("*a{}, ", level - 1).repeat(10);
        lines.push(format!("a{level}: &a{level} [{}]", before.trim_end_matches(", ")));
    }
    lines.push("landscape: *a11".to_owned());
    let run = run_with_input(&["import", "landscape", "-"], &lines.join("\n"));
    assert_eq!(run.code, 2, "{}", run.stderr);
}

/// Pieces of spreadsheets, sound and not.
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

fn head() -> Head {
    Head { title: "T".to_owned(), ..Head::default() }
}

proptest! {
    #[test]
    fn any_spreadsheet_becomes_a_sound_dataset_or_is_refused(sheet in any_sheet()) {
        if let Ok(made) = csv::import(sheet.as_bytes(), &head()) {
            prop_assert_eq!(read(made.text.as_bytes()).unwrap().1, []);
        }
    }

    #[test]
    fn any_bytes_are_imported_or_refused(bytes in vec(any::<u8>(), 0..300)) {
        let _ = csv::import(&bytes, &head());
        let _ = landscape::import(&bytes, &head());
    }

    #[test]
    fn a_landscape_with_some_wrong_bytes_becomes_a_sound_dataset_or_is_refused(
        changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = LANDSCAPE.as_bytes().to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(made) = landscape::import(&bytes, &head()) {
            prop_assert_eq!(read(made.text.as_bytes()).unwrap().1, []);
        }
    }
}
