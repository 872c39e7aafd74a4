//! The workflows of the repository and the templates for curators: their calls of the program and
//! their security settings.

use std::{fs, path::PathBuf, process::Command};

use clap::Parser as _;
use rustscape_cli::Cli;
use saphyr::{LoadableYamlNode as _, Yaml};

/// The root folder of the repository.
const TOP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// Returns the workflows and actions of the repository, as paths and contents.
fn files() -> Vec<(String, String)> {
    let folder = PathBuf::from(TOP).join(".github");
    let workflows = fs::read_dir(folder.join("workflows")).expect("there are workflows");
    let actions = fs::read_dir(folder.join("actions")).expect("there are actions");
    let workflows = workflows.map(|entry| entry.expect("an entry").path());
    let actions = actions.map(|entry| entry.expect("an entry").path().join("action.yml"));
    let mut files: Vec<(String, String)> = workflows
        .chain(actions)
        .map(|path| {
            (path.display().to_string(), fs::read_to_string(&path).expect("it can be read"))
        })
        .collect();
    files.sort();
    files
}

/// Returns the workflow templates for curators, as names and contents.
fn templates() -> Vec<(String, String)> {
    let folder = PathBuf::from(TOP).join("cli/templates/workflow");
    ["check.yml", "pages.yml"]
        .map(|name| {
            let text = fs::read_to_string(folder.join(name)).expect("it can be read");
            (name.to_owned(), text)
        })
        .into()
}

/// Collects every value of a key, at any depth.
fn values_of<'y>(yaml: &'y Yaml<'_>, key: &str, found: &mut Vec<&'y str>) {
    for (name, value) in yaml.as_mapping().into_iter().flatten() {
        if name.as_str() == Some(key) {
            found.extend(value.as_str());
        }
        values_of(value, key, found);
    }
    for value in yaml.as_sequence().into_iter().flatten() {
        values_of(value, key, found);
    }
}

/// Returns the values of a key in all files.
fn all_values_of(key: &str, files: &[(String, String)]) -> Vec<String> {
    let mut all = Vec::new();
    for (name, text) in files {
        let documents = Yaml::load_from_str(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut found = Vec::new();
        for yaml in &documents {
            values_of(yaml, key, &mut found);
        }
        all.extend(found.into_iter().map(str::to_owned));
    }
    all
}

/// Values for variables of the workflows, where the program parses the value.
const VARIABLES: [(&str, &str); 2] =
    [("$BASE_URL", "https://acme.example/atlas"), ("$today", "2026-11-25")];

/// Returns the calls of the program in a script as words, without redirections and pipes.
fn calls(script: &str) -> Vec<Vec<String>> {
    let mut script = script.replace("\\\n", " ");
    for (variable, value) in VARIABLES {
        script = script.replace(variable, value);
    }
    let lines = script.lines().map(str::trim).filter(|line| line.starts_with("rustscape "));
    let is_word = |word: &&str| !word.starts_with(['>', '|', ';', '&', '<']) && *word != "2>";
    lines
        .map(|line| {
            let words = line.split_whitespace().take_while(is_word);
            words.map(|word| word.trim_matches('"').to_owned()).collect()
        })
        .collect()
}

#[test]
fn every_call_of_the_program_is_one_that_it_understands() {
    let calls: Vec<Vec<String>> = all_values_of("run", &[files(), templates()].concat())
        .iter()
        .flat_map(|run| calls(run))
        .collect();
    for command in ["check", "fmt", "diff", "links", "publish"] {
        assert!(calls.iter().any(|call| call[1] == command), "{command}: {calls:?}");
    }
    for call in &calls {
        if let Err(error) = Cli::try_parse_from(call) {
            panic!("{}\n{error}", call.join(" "));
        }
    }
}

#[test]
fn every_file_that_is_named_in_a_call_is_there() {
    for call in all_values_of("run", &files()).iter().flat_map(|run| calls(run)) {
        let is_file = |word: &&String| word.contains('/') && !word.contains("://");
        for word in call.iter().filter(is_file).filter(|word| !word.starts_with('$')) {
            assert!(PathBuf::from(TOP).join(word).is_file(), "{word}");
        }
    }
}

/// Both workflows use the same cache entry. Otherwise each of them would build the program.
#[test]
fn workflows_that_are_made_for_others_share_the_program() {
    let caches: Vec<Vec<String>> = templates()
        .into_iter()
        .map(|template| {
            let template = [template];
            let keys = all_values_of("key", &template);
            let mut shared: Vec<String> =
                keys.into_iter().filter(|key| key.starts_with("rustscape-")).collect();
            let paths = all_values_of("path", &template);
            shared.extend(paths.into_iter().filter(|path| path.ends_with("/rustscape")));
            shared
        })
        .collect();
    assert_eq!(caches[0].len(), 2, "{caches:?}");
    assert_eq!(caches[0], caches[1]);
}

/// If the cache key missed a source file, a change of that file would keep an old program in use.
#[test]
fn the_program_is_built_anew_when_any_part_of_it_changes() {
    let keys = all_values_of("key", &templates());
    let key = keys.iter().find(|key| key.starts_with("rustscape-")).expect("a key");
    for pattern in ["/Cargo.lock'", "/index.html'", "/public/*.js'", "/**/*.css'", "/**/*.rs'"] {
        assert!(key.contains(&format!("'rustscape{pattern}")), "{pattern}: {key}");
    }
}

#[test]
fn actions_of_others_are_pinned_to_a_commit() {
    let all = [files(), templates()].concat();
    for used in all_values_of("uses", &all).iter().filter(|used| !used.starts_with("./")) {
        let (_, commit) = used.split_once('@').expect("a version");
        assert!(commit.len() == 40 && commit.bytes().all(|b| b.is_ascii_hexdigit()), "{used}");
    }
}

/// Text from a pull request, such as the name of a branch, must never become part of a script.
#[test]
fn scripts_take_what_comes_from_outside_from_their_environment() {
    for run in all_values_of("run", &[files(), templates()].concat()) {
        assert!(!run.contains("${{"), "{run}");
    }
}

#[test]
fn workflows_grant_nothing_that_a_job_does_not_ask_for() {
    let files = files().into_iter().filter(|(name, _)| name.contains("workflows"));
    for (name, text) in files.chain(templates()) {
        assert!(text.contains("\npermissions: {}\n"), "{name}");
        assert!(!text.contains("contents: write"), "{name}");
        assert!(!text.contains("pull_request_target"), "{name}");
    }
}

#[test]
fn every_change_runs_all_checks_with_all_tools() {
    let files = files();
    let (_, text) = files.iter().find(|(name, _)| name.ends_with("test.yml")).expect("a workflow");
    let documents = Yaml::load_from_str(text).expect("YAML");
    let triggers = documents[0].as_mapping_get("on").expect("triggers");
    assert!(triggers.as_mapping_get("pull_request").is_some());
    assert!(text.contains("push:\n    branches: [main]"));
    assert!(text.contains("permissions:\n      contents: read\n"));
    let runs = all_values_of("run", &[("test.yml".to_owned(), text.clone())]);
    for command in ["cargo xtask setup hosts", "cargo xtask test"] {
        assert!(runs.iter().flat_map(|run| run.lines()).any(|line| line == command), "{command}");
    }
    let ci = fs::read_to_string(PathBuf::from(TOP).join(".ci/run")).expect("it can be read");
    for text in runs.iter().chain([&ci]) {
        assert!(!text.contains("|| true"), "a failure is hidden: {text}");
    }
}

#[test]
fn the_exceptions_of_the_repository_can_be_read() {
    let path = PathBuf::from(TOP).join(".github/links.toml");
    let path = path.to_str().expect("UTF-8");
    let dataset =
        r#"{"schema_version": "1.0", "title": "None", "vocabulary": {}, "organizations": []}"#;
    let run = crate::program::run_with_input(&["links", "-", "--exceptions", path], dataset);
    assert_eq!(run.stdout, "0 links asked\n", "{run:?}");
}

/// Returns the script of a step.
#[track_caller]
fn script(text: &str, name: &str) -> String {
    fn find<'y>(yaml: &'y Yaml<'_>, name: &str) -> Option<&'y str> {
        let member = |key: &str| yaml.as_mapping_get(key).and_then(Yaml::as_str);
        if member("name") == Some(name) {
            return member("run");
        }
        let members = yaml.as_mapping().into_iter().flatten().map(|(_, value)| value);
        members.chain(yaml.as_sequence().into_iter().flatten()).find_map(|yaml| find(yaml, name))
    }
    let documents = Yaml::load_from_str(text).expect("YAML");
    documents.iter().find_map(|yaml| find(yaml, name)).expect("such a step").to_owned()
}

#[test]
fn earlier_versions_are_the_last_ones_of_their_days_on_the_branch() {
    let repository = tempfile::tempdir().unwrap();
    let temp = tempfile::tempdir().unwrap();
    let run = |day: &str, command: &str, args: &[&str]| {
        let date = format!("{day}T12:00:00Z");
        let output = Command::new(command)
            .args(args)
            .current_dir(repository.path())
            .env("GIT_AUTHOR_DATE", &date)
            .env("GIT_COMMITTER_DATE", &date)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("RUNNER_TEMP", temp.path())
            .output()
            .expect(command);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    let commit = |day: &str, text: Option<&str>| {
        let file = repository.path().join("atlas.json");
        match text {
            Some(text) => fs::write(file, text).unwrap(),
            None => fs::remove_file(file).unwrap(),
        }
        run(day, "git", &["add", "--all"]);
        let who = ["-c", "user.name=Ada", "-c", "user.email=ada@acme.example"];
        run(day, "git", &[&who[..], &["commit", "--message", "A change"]].concat());
    };
    run("2026-01-01", "git", &["init", "--quiet"]);
    commit("2026-01-01", Some("morning"));
    commit("2026-01-01", Some("evening"));
    commit("2026-02-01", None);
    commit("2026-03-01", Some("today"));
    let (_, pages) = templates().pop().expect("a template");
    let script = script(&pages, "Collect earlier versions of the dataset");
    run("2026-03-01", "bash", &["--noprofile", "--norc", "-eo", "pipefail", "-c", &script]);
    let text = |day: &str| fs::read_to_string(temp.path().join(format!("versions/{day}.json")));
    assert_eq!(text("2026-01-01").unwrap(), "evening");
    assert_eq!(text("2026-03-01").unwrap(), "today");
    // `rustscape publish` ignores a version that is not a dataset.
    assert_eq!(text("2026-02-01").unwrap(), "");
}
