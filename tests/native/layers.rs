//! The layers of the source: each imports only what is below it.

use std::fs;
use std::path::{Path, PathBuf};

/// A layer and what is below it. Components are told apart from pages because pages only arrange
/// them. Chunks are the one seam: their code may be above the state, which loads them and only hands on
/// what they are entered by.
const LAYERS: [(&str, &[&str]); 11] = [
    ("dataset", &[]),
    ("search", &["dataset"]),
    ("chart", &["dataset"]),
    ("link", &["dataset", "search"]),
    ("wording", &["dataset", "search", "link"]),
    ("markup", &["dataset", "search", "chart", "link", "wording"]),
    ("state", &["dataset", "search", "chart", "link", "wording", "markup", "chunks"]),
    ("components", &["dataset", "search", "chart", "link", "wording", "markup", "state"]),
    ("share", &["link", "markup", "state", "components"]),
    ("chunks", &["link", "markup", "state", "share", "pages"]),
    ("pages", &["dataset", "search", "chart", "link", "wording", "markup", "state", "components"]),
];

/// Names that code of a layer must not have.
const FORBIDDEN: [(&str, &[&str]); 9] = [
    ("dataset", BROWSER),
    ("search", BROWSER),
    ("chart", BROWSER),
    ("link", BROWSER),
    ("wording", BROWSER),
    ("markup", BROWSER),
    ("search", &["serde", "serde_json"]),
    ("chart", &["serde", "serde_json"]),
    ("pages", &["web_sys", "wasm_bindgen", "js_sys"]),
];

const BROWSER: &[&str] =
    &["leptos", "web_sys", "wasm_bindgen", "js_sys", "gloo_net", "gloo_timers"];

/// What only the state may touch of the browser, as it is called.
const EDGE: [&str; 10] = [
    "window(",
    "document(",
    "history(",
    "location(",
    "local_storage",
    "session_storage",
    "fetch_with",
    "set_interval",
    "gloo_net",
    "gloo_timers",
];

#[test]
fn each_layer_imports_only_what_is_below_it() {
    for (layer, below) in LAYERS {
        each_file(layer, &mut |path, code| {
            for used in modules_used(code) {
                let is_fine = used == layer || below.contains(&used.as_str());
                assert!(is_fine, "{} uses crate::{used}", path.display());
            }
            let is_root = path.ends_with(format!("src/{layer}/mod.rs"));
            assert!(!(is_root && code.contains("super::")), "{} leaves its layer", path.display());
            assert!(!code.contains("super::super"), "{} climbs", path.display());
        });
    }
}

#[test]
fn the_lower_layers_know_neither_the_browser_nor_what_is_not_theirs() {
    for (layer, names) in FORBIDDEN {
        each_file(layer, &mut |path, code| {
            for name in names {
                assert!(!has_word(code, name), "{} names {name}", path.display());
            }
        });
    }
}

#[test]
fn links_and_wording_work_without_the_index() {
    for layer in ["link", "wording"] {
        each_file(layer, &mut |path, code| {
            assert!(!has_word(code, "Index"), "{} names the index", path.display());
        });
    }
}

#[test]
fn only_the_state_touches_window_history_storage_and_network() {
    for layer in ["components", "pages"] {
        each_file(layer, &mut |path, code| {
            for name in EDGE {
                assert!(!code.contains(name), "{} calls {name}", path.display());
            }
        });
    }
}

#[test]
fn modules_are_found_in_every_form_of_import() {
    let code = code_of("use crate::dataset::Dataset; // crate::pages\nlet x = crate::link::read;");
    assert_eq!(modules_used(&code), ["dataset", "link"]);
    let code =
        code_of("use crate::{\n    dataset::{A, b::C},\n    search::{self, D},\n    chart,\n};");
    assert_eq!(modules_used(&code), ["dataset", "search", "chart"]);
    assert!(has_word("use leptos::prelude", "leptos") && !has_word("is_leptos_like", "leptos"));
}

/// Calls `check` with the code of each file of a layer.
fn each_file(layer: &str, check: &mut dyn FnMut(&Path, &str)) {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    add_files(&src.join(layer), &mut files);
    files.extend(Some(src.join(format!("{layer}.rs"))).filter(|file| file.exists()));
    assert!(!files.is_empty(), "there is no layer {layer}");
    for file in files {
        check(&file, &code_of(&fs::read_to_string(&file).unwrap()));
    }
}

fn add_files(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            add_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// A source without its comments. Texts that contain `//` lose their end, which is no code.
fn code_of(source: &str) -> String {
    let lines = source.lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

/// The modules at the top of the crate that a source names: `crate::a`, `crate::{a::B, c}`.
fn modules_used(code: &str) -> Vec<String> {
    let mut modules = Vec::new();
    for rest in code.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(list) => modules.extend(names_at_the_top(list)),
            None => modules.push(first_name(rest)),
        }
    }
    modules
}

/// The first names of the parts of a list up to its closing brace.
fn names_at_the_top(list: &str) -> Vec<String> {
    let (mut depth, mut names, mut part) = (0_usize, Vec::new(), String::new());
    for c in list.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(std::mem::take(&mut part)),
            _ => part.push(c),
        }
    }
    names.push(part);
    let names = names.iter().map(|part| first_name(part.trim()));
    names.filter(|name| !name.is_empty()).collect()
}

fn first_name(path: &str) -> String {
    path.chars().take_while(|c| is_name(*c)).collect()
}

fn has_word(code: &str, word: &str) -> bool {
    code.split(|c| !is_name(c)).any(|name| name == word)
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
