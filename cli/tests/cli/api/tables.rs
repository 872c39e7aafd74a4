//! Projects as rows of CSV and as JSON objects.

use rustscape::{dataset::read, link::Route, wording::headline};
use serde_json::{Map, Value, json};

use super::published::{PublishedApi, empty, real, small};
use crate::program::run_with_input;

/// Columns in order. Programs rely on them, so only append new ones.
const COLUMNS: [&str; 23] = [
    "organization_id",
    "organization",
    "industry",
    "country",
    "project_id",
    "project",
    "summary",
    "domains",
    "replaces",
    "kind",
    "status",
    "since",
    "until",
    "open_source",
    "repository",
    "license",
    "confidence",
    "verified",
    "headline",
    "n_sources",
    "source_1_url",
    "url",
    "file",
];

/// Decodes a cell as the OpenAPI document tells programs to.
fn text_of(cell: &str) -> &str {
    let starts = ['=', '+', '-', '@', '\t', '\r', '\n', '\'', '＝', '＋', '－', '＠'];
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(starts)).unwrap_or(cell)
}

fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
    let rows = reader.records().map(|row| row.unwrap());
    rows.map(|row| row.iter().map(|cell| text_of(cell).to_owned()).collect()).collect()
}

/// Returns a value as the text of a cell.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(cell).collect::<Vec<_>>().join(";"),
        value => value.to_string(),
    }
}

/// Returns the expected row of a project, made from the dataset file.
fn expected(api: &PublishedApi, org: &Value, project: &Value) -> Map<String, Value> {
    let ids = [org["id"].as_str().unwrap(), project["id"].as_str().unwrap()].join("/");
    let route = api.publication.route(&format!("org/{ids}/"));
    let Route::Project(idx) = route else { panic!("no {ids}") };
    let dataset = api.publication.dataset();
    let figure = headline(dataset.project(idx), &dataset.vocabulary).map(|(_, figure)| figure);
    let sources = project["sources"].as_array().cloned().unwrap_or_default();
    let mut row = Map::new();
    for column in COLUMNS {
        let value = match column {
            "organization_id" => org["id"].clone(),
            "organization" => org["name"].clone(),
            "industry" | "country" => org[column].clone(),
            "project_id" => project["id"].clone(),
            "project" => project["name"].clone(),
            "domains" | "replaces" if project[column].is_null() => json!([]),
            "headline" => json!(figure.as_ref().map(|figure| {
                format!("{} {}", figure.amount, figure.quantity).replace('\u{a0}', " ")
            })),
            "n_sources" => json!(sources.len()),
            "source_1_url" => {
                let urls = sources.iter().map(|source| source["url"].clone());
                urls.into_iter().find(Value::is_string).unwrap_or_default()
            }
            "url" => json!(api.publication.url.absolute(&format!("org/{ids}/"))),
            "file" => json!(api.publication.url.absolute(&format!("api/v1/projects/{ids}.json"))),
            _ => project[column].clone(),
        };
        row.insert(column.to_owned(), value);
    }
    row
}

#[test]
fn csv_rows_match_the_dataset() {
    for api in [real(), small(), &empty()] {
        let rows = rows(api.text("projects.csv"));
        assert_eq!(rows[0], COLUMNS);
        let projects = api.projects();
        assert_eq!(rows.len(), 1 + projects.len());
        for (row, (org, project)) in rows[1..].iter().zip(projects) {
            let expected = expected(api, org, project);
            assert_eq!(row, &expected.values().map(cell).collect::<Vec<_>>());
        }
    }
}

#[test]
fn csv_follows_rfc_4180() {
    let text = small().text("projects.csv");
    let header = COLUMNS.join(",");
    assert!(text.starts_with(&format!("{header}\r\nacme,\"'=ACME, \"\"Inc.\"\"\",cloud,CH,gate,")));
    assert!(text.ends_with("\r\n"));
    assert_eq!(empty().text("projects.csv"), format!("{header}\r\n"));
}

#[test]
fn spreadsheet_tables_only_add_a_byte_order_mark() {
    for api in [real(), small(), &empty()] {
        let mut n_tables = 0;
        for file in api.files.iter().filter(|file| file.path.ends_with(".csv")) {
            if let Some(of) = file.path.strip_suffix(".spreadsheet.csv") {
                let plain = api.files.iter().find(|other| other.path == format!("{of}.csv"));
                let expected = ["\u{feff}".as_bytes(), &plain.unwrap().bytes].concat();
                assert!(file.bytes == expected, "{}", file.path);
                n_tables += 1;
            } else {
                assert!(!file.bytes.starts_with("\u{feff}".as_bytes()), "{}", file.path);
                n_tables -= 1;
            }
        }
        assert_eq!(n_tables, 0, "every table has a variant for spreadsheets");
    }
}

#[test]
fn no_cell_starts_like_a_formula() {
    for api in [real(), small()] {
        let text = api.text("projects.csv");
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        for row in reader.records().map(|row| row.unwrap()) {
            for cell in &row {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{cell}");
            }
        }
    }
    for guarded in ["'=ACME", "'@scope/gate", "'+ first", "'-bare", "'+2.5 %", "''MIT"] {
        assert!(small().text("projects.csv").contains(guarded), "{guarded}");
    }
}

#[test]
fn files_of_a_value_list_its_projects_in_the_order_of_its_page() {
    for api in [real(), small()] {
        let facets = api.json("facets.json");
        for facet in facets["facets"].as_array().unwrap() {
            for value in facet["values"].as_array().unwrap() {
                check_value(api, facet["facet"].as_str().unwrap(), value);
            }
        }
    }
}

fn check_value(api: &PublishedApi, facet: &str, value: &Value) {
    let id = value["value"].as_str().unwrap();
    let file = api.json(&format!("facets/{facet}/{id}.json"));
    assert_eq!(file["facet"], facet);
    for key in ["value", "label", "hint", "n_projects", "url", "csv"] {
        assert_eq!(file[key], value[key], "{facet}/{id}: {key}");
    }
    let Route::Explore(query) = api.publication.route(&format!("{facet}/{id}/")) else {
        panic!("{facet}/{id} is no list")
    };
    let found = api.publication.search(&query);
    let dataset = api.publication.dataset();
    let projects = file["projects"].as_array().unwrap();
    let ids = |project: &Value| {
        format!("{}/{}", cell(&project["organization_id"]), cell(&project["project_id"]))
    };
    let listed: Vec<_> = projects.iter().map(ids).collect();
    assert_eq!(listed, found.projects().map(|idx| dataset.full_id(idx)).collect::<Vec<_>>());
    assert_eq!(value["n_projects"], projects.len());
    let rows = rows(api.text(&format!("facets/{facet}/{id}.csv")));
    assert_eq!(rows[0], COLUMNS);
    let as_cells =
        |project: &Value| project.as_object().unwrap().values().map(cell).collect::<Vec<_>>();
    assert_eq!(rows[1..], projects.iter().map(as_cells).collect::<Vec<_>>());
}

#[test]
fn values_of_a_facet_cover_all_projects() {
    for api in [real(), small()] {
        let facets = api.json("facets.json");
        let of_facet = |key: &str| {
            let mut all = facets["facets"].as_array().unwrap().iter();
            let facet = all.find(|facet| facet["facet"] == key).unwrap();
            let values = facet["values"].as_array().unwrap().iter();
            values.map(|value| value["n_projects"].as_u64().unwrap()).sum::<u64>()
        };
        for facet in ["industry", "country", "kind", "status", "since", "oss", "confidence"] {
            assert_eq!(of_facet(facet), api.projects().len() as u64, "{facet}");
        }
    }
}

#[test]
fn importing_a_table_restores_its_projects() {
    for api in [real(), small()] {
        let args = ["import", "csv", "-", "--title", "T", "--updated", "2026-11-25"];
        let run = run_with_input(&args, api.text("projects.csv"));
        let of_spreadsheet = run_with_input(&args, api.text("projects.spreadsheet.csv"));
        assert_eq!(of_spreadsheet.stdout, run.stdout);
        let (_, problems) = read(run.stdout.as_bytes()).unwrap();
        assert_eq!(problems, [], "{}", run.stderr);
        let imported: Value = serde_json::from_str(&run.stdout).unwrap();
        let imported = imported["organizations"].as_array().unwrap();
        for (org, project) in api.projects() {
            let found_org = found(imported, org);
            let found = found(found_org["projects"].as_array().unwrap(), project);
            for key in ["name", "industry", "country"] {
                check_same(&found_org[key], &org[key], key);
            }
            for key in
                ["name", "summary", "domains", "replaces", "kind", "status", "since", "until"]
            {
                check_same(&found[key], &project[key], key);
            }
            for key in ["open_source", "repository", "license", "verified"] {
                check_same(&found[key], &project[key], key);
            }
            // A table does not say who checked the sources, so an import cannot confirm a project.
            let confidence = project["confidence"].as_str().unwrap();
            let confidence = if confidence == "confirmed" { "reported" } else { confidence };
            assert_eq!(found["confidence"], confidence);
        }
    }
}

#[track_caller]
fn found<'v>(records: &'v [Value], record: &Value) -> &'v Value {
    let found = records.iter().find(|found| found["id"] == record["id"]);
    found.unwrap_or_else(|| panic!("no {}", record["id"]))
}

/// Compares texts on one line, because an import joins lines and omits unknown values.
#[track_caller]
fn check_same(imported: &Value, original: &Value, key: &str) {
    let one_line = |value: &Value| cell(value).split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(one_line(imported), one_line(original), "{key}");
}
