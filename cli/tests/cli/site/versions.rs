//! Versions of the dataset, and pages with the changes since.

use std::{fs, path::Path, time::SystemTime};

use rustscape_cli::publish::{BaseUrl, File};
use scraper::{Html, Selector};
use serde_json::{Value, json};

use super::{FIXED_SITE, folder, small, stand_in_files, write, write_with};
use crate::program::{Run, run_with_input};

/// Returns a small dataset as of a day, after `change`.
fn of_day(day: &str, change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut dataset = small("First");
    dataset["updated"] = json!(day);
    change(&mut dataset);
    dataset.to_string().into_bytes()
}

fn url() -> BaseUrl {
    BaseUrl::parse("https://bikes.example/").unwrap()
}

/// Returns the path of an empty test folder.
fn fresh(name: &str) -> std::path::PathBuf {
    let folder = folder(name);
    let _ = fs::remove_dir_all(&folder);
    folder
}

/// Returns the list of versions of a site, with the content of each file instead of its path.
#[track_caller]
fn list(site: &Path) -> Vec<(String, Vec<u8>, Option<String>)> {
    let list: Value =
        serde_json::from_slice(&fs::read(site.join("data/versions.json")).unwrap()).unwrap();
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let version = |version: &Value| {
        let file = fs::read(site.join(text(&version["file"]).unwrap())).unwrap();
        (text(&version["day"]).unwrap(), file, text(&version["changes"]))
    };
    list.as_array().unwrap().iter().map(version).collect()
}

fn files_of(folder: &Path) -> Vec<(String, SystemTime)> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let mut files: Vec<_> = entries
        .map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, entry.metadata().unwrap().modified().unwrap())
        })
        .collect();
    files.sort();
    files
}

#[test]
fn each_publication_adds_the_version_of_its_day() {
    let site = fresh("versions-kept");
    let first = of_day("2026-01-10", |_| {});
    let second = of_day("2026-02-20", |dataset| dataset["license"] = json!("Second"));
    let third = of_day("2026-03-30", |dataset| dataset["license"] = json!("Third"));
    write(&first, &url(), &site);
    assert_eq!(list(&site), [("2026-01-10".to_owned(), first.clone(), None)]);
    assert!(!site.join("data/since").exists());
    let before = files_of(&site.join("data/versions"));
    write(&second, &url(), &site);
    write(&third, &url(), &site);
    let since = |day: &str| Some(format!("data/since/{day}/"));
    let expected = [
        ("2026-03-30".to_owned(), third.clone(), None),
        ("2026-02-20".to_owned(), second, since("2026-02-20")),
        ("2026-01-10".to_owned(), first, since("2026-01-10")),
    ];
    assert_eq!(list(&site), expected);
    let after = files_of(&site.join("data/versions"));
    assert!(before.iter().all(|file| after.contains(file)), "a version is never written again");
    assert_eq!(write(&third, &url(), &site).n_written, 0);
    assert_eq!(list(&site), expected);
}

#[test]
fn last_publication_of_a_day_is_its_version() {
    let site = fresh("versions-day");
    let morning = of_day("2026-01-10", |_| {});
    let evening = of_day("2026-01-10", |dataset| dataset["license"] = json!("Evening"));
    write(&morning, &url(), &site);
    write(&evening, &url(), &site);
    assert_eq!(list(&site), [("2026-01-10".to_owned(), evening.clone(), None)]);
    let today = of_day("2026-02-20", |_| {});
    // Given files take precedence over published ones, and the last name over the others.
    let noon = of_day("2026-01-10", |dataset| dataset["license"] = json!("Noon"));
    let given = [File::new("2.json", noon.clone()), File::new("1.json", morning)];
    write_with(&today, &given, &url(), &site);
    let days: Vec<_> = list(&site).into_iter().map(|(day, file, _)| (day, file)).collect();
    assert_eq!(days, [("2026-02-20".to_owned(), today), ("2026-01-10".to_owned(), noon)]);
}

#[test]
fn site_without_versions_becomes_the_first_version() {
    let site = fresh("versions-first");
    let (old, new) = (of_day("2026-01-10", |_| {}), of_day("2026-02-20", |_| {}));
    write(&old, &url(), &site);
    fs::remove_file(site.join("data/versions.json")).unwrap();
    fs::remove_dir_all(site.join("data/versions")).unwrap();
    write(&new, &url(), &site);
    let days: Vec<_> = list(&site).into_iter().map(|(day, file, _)| (day, file)).collect();
    assert_eq!(days, [("2026-02-20".to_owned(), new), ("2026-01-10".to_owned(), old)]);
}

#[test]
fn dataset_without_a_day_adds_and_removes_no_version() {
    let site = fresh("versions-undated");
    let old = of_day("2026-01-10", |_| {});
    write(&old, &url(), &site);
    write(&of_day("2026-02", |_| {}), &url(), &site);
    let expected = ("2026-01-10".to_owned(), old, Some("data/since/2026-01-10/".to_owned()));
    assert_eq!(list(&site), [expected]);
}

#[test]
fn damaged_list_entry_affects_no_other_version() {
    let site = fresh("versions-damaged");
    write(&of_day("2026-01-10", |_| {}), &url(), &site);
    write(&of_day("2026-02-20", |_| {}), &url(), &site);
    let path = site.join("data/versions.json");
    let mut damaged: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    // The damage to the second entry does not matter, because the file contains its day.
    damaged[0]["day"] = json!(20);
    damaged.as_array_mut().unwrap().extend([json!(null), json!({}), json!({"file": 1})]);
    fs::write(&path, damaged.to_string()).unwrap();
    write(&of_day("2026-03-30", |_| {}), &url(), &site);
    let published: Vec<_> = list(&site).into_iter().map(|(day, ..)| day).collect();
    assert_eq!(published, ["2026-03-30", "2026-02-20", "2026-01-10"]);
}

/// Runs `publish` with a folder of versions.
fn publish(data: &Path, versions: &Path, out: &Path) -> Run {
    let app = folder("versions-app");
    fs::create_dir_all(&app).unwrap();
    for file in stand_in_files() {
        fs::write(app.join(&file.path), &file.bytes).unwrap();
    }
    let text = |path: &Path| path.display().to_string();
    let (data, versions, out, app) = (text(data), text(versions), text(out), text(&app));
    let args = ["publish", "--data", &data, "--versions", &versions, "--out", &out, "--app", &app];
    run_with_input(&[&args[..], &["--base-url", "https://bikes.example/"]].concat(), "")
}

#[test]
fn reads_a_folder_of_versions_and_warns_of_other_files() {
    let top = fresh("versions-given");
    let (versions, data) = (top.join("old"), top.join("atlas.json"));
    fs::create_dir_all(&versions).unwrap();
    fs::write(&data, of_day("2026-12-30", |_| {})).unwrap();
    let old = of_day("2026-01-10", |dataset| dataset["license"] = json!("Old"));
    for (name, bytes) in [
        ("2026-01-10.json", of_day("2026-01-10", |_| {})),
        ("2026-01-11.json", old.clone()),
        ("2026-12-30.json", of_day("2026-12-30", |dataset| dataset["license"] = json!("Same day"))),
        ("future.json", of_day("2027-01-01", |_| {})),
        ("month.json", of_day("2026-01", |_| {})),
        ("broken.json", b"{\"title\": ".to_vec()),
        ("page.html", b"<title>".to_vec()),
    ] {
        fs::write(versions.join(name), bytes).unwrap();
    }
    let (one, two) = (top.join("one"), top.join("two"));
    let run = publish(&data, &versions, &one);
    assert_eq!(run.code, 0, "{run:?}");
    let days: Vec<_> = list(&one).into_iter().map(|(day, file, _)| (day, file)).collect();
    assert_eq!(days[2..], [("2026-01-10".to_owned(), old)]);
    // A version that is newer than the published dataset causes a warning, but stays.
    assert_eq!([&*days[0].0, &*days[1].0], ["2027-01-01", "2026-12-30"]);
    for (name, why) in [
        (
            "future.json",
            "is of 2027-01-01, which is later than the published dataset of 2026-12-30",
        ),
        ("month.json", "its field `updated` does not name a day"),
        ("broken.json", "the file is not JSON"),
    ] {
        let told = |line: &str| line.contains(name) && line.contains(why);
        assert!(run.stderr.lines().any(told), "{name}: {}", run.stderr);
    }
    assert_eq!(run.stderr.lines().count(), 3, "{}", run.stderr);
    assert_eq!(publish(&data, &versions, &two).code, 0);
    for path in ["data/versions.json", "data/since/2026-01-10/index.html"] {
        assert_eq!(fs::read(one.join(path)).unwrap(), fs::read(two.join(path)).unwrap(), "{path}");
    }
    let missing = publish(&data, &top.join("nowhere"), &one);
    assert_eq!(missing.code, 2);
    assert!(missing.stderr.contains("nowhere"), "{}", missing.stderr);
}

#[test]
fn page_of_a_version_lists_changes_with_links() {
    let page = Html::parse_document(FIXED_SITE.text("data/since/2020-02-29/index.html"));
    let texts = |css: &str| -> Vec<String> {
        let selector = Selector::parse(css).unwrap();
        page.select(&selector).map(|element| element.text().collect()).collect()
    };
    let links = |css: &str| -> Vec<String> {
        let selector = Selector::parse(css).unwrap();
        page.select(&selector).filter_map(|link| link.attr("href")).map(str::to_owned).collect()
    };
    assert_eq!(texts("title"), ["What changed since 2020-02-29 · Rustscape"]);
    assert_eq!(texts("h1"), ["What changed since 2020-02-29"]);
    let lead = texts(".lead").concat();
    assert!(lead.contains("1 organization removed"), "{lead}");
    assert!(lead.contains("1 organization added"), "{lead}");
    assert_eq!(links(".crumbs a"), ["./"]);
    let ways = links(".lead a");
    assert_eq!(ways[0], "./?data=2020-02-29");
    assert!(ways[1].starts_with("./data/versions/"), "{ways:?}");
    let added = links("li:has(.good) a");
    assert!(added.iter().any(|link| link.starts_with("./org/")), "{added:?}");
    let removed = texts("li:has(.bad)");
    assert!(removed.iter().any(|text| text.starts_with("organization removed")), "{removed:?}");
    assert_eq!(links("li:has(.bad) a[href^='./']"), [] as [&str; 0]);
    assert!(texts("del").iter().any(|text| text.contains("</script>")), "{:?}", texts("del"));
}
