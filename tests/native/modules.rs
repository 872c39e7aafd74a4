//! The modules of the sources: layers, which import only what is below them, and no cycles.

mod graph;

use std::path::Path;

use graph::Sources;

/// A layer and what is below it. `share` and `pages` are loaded as chunks: `chunks` names their code and
/// is above `state`, which gets its loaders from outside.
const LAYERS: [(&str, &[&str]); 11] = [
    ("dataset", &[]),
    ("search", &["dataset"]),
    ("chart", &["dataset"]),
    ("link", &["dataset", "search"]),
    ("wording", &["dataset", "search", "link"]),
    ("markup", &["dataset", "search", "chart", "link", "wording"]),
    ("state", &["dataset", "search", "chart", "link", "wording", "markup"]),
    ("components", &["dataset", "search", "chart", "link", "wording", "markup", "state"]),
    ("share", &["link", "markup", "state", "components"]),
    ("chunks", &["link", "markup", "state", "share", "pages"]),
    ("pages", &["dataset", "search", "chart", "link", "wording", "markup", "state", "components"]),
];

/// A command or a part of the native program, and the ones that it may import. All of them may import the
/// files directly in `cli/src`.
const COMMANDS: [(&str, &[&str]); 11] = [
    ("check", &["country", "schema"]),
    ("country", &[]),
    ("diff", &[]),
    ("fmt", &["schema"]),
    ("hosting", &[]),
    // An import is checked and formatted before it is written.
    ("import", &["check", "country", "fmt", "schema"]),
    ("links", &[]),
    ("new", &["publish", "schema"]),
    ("publish", &["check", "diff", "hosting", "schema"]),
    ("schema", &[]),
    ("serve", &["hosting"]),
];

/// Files directly in `cli/src` that put the commands together.
const COMMAND_LINE: [&str; 2] = ["args", "lib"];

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

/// Browser functions that only the state may call.
const BROWSER_CALLS: [&str; 10] = [
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

/// Reads the sources in a folder of the repository.
fn sources(folder: &str) -> Sources {
    Sources::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))
}

#[track_caller]
fn check_layers(sources: &Sources, layers: &[(&str, &[&str])], is_checked: fn(&str) -> bool) {
    let mut wrong = Vec::new();
    for (layer, below) in layers {
        assert!(sources.layers().contains(layer), "there is no layer {layer}");
        for (file, used) in sources.imports_of(layer) {
            if is_checked(&used) && used != *layer && !below.contains(&used.as_str()) {
                wrong.push(format!("{file} uses {used}"));
            }
        }
    }
    wrong.sort_unstable();
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_layer_imports_only_layers_below_it() {
    check_layers(&sources("src"), &LAYERS, |_| true);
}

#[test]
fn commands_import_only_the_admitted_ones() {
    let is_command = |used: &str| COMMANDS.iter().any(|(command, _)| *command == used);
    check_layers(&sources("cli/src"), &COMMANDS, is_command);
}

#[test]
fn files_that_commands_share_import_no_command() {
    let sources = sources("cli/src");
    let names = sources.layers();
    let is_command = |name: &str| COMMANDS.iter().any(|(command, _)| *command == name);
    let shared: Vec<(&str, &[&str])> = names
        .into_iter()
        .filter(|name| !is_command(name) && !COMMAND_LINE.contains(name))
        .map(|name| (name, &[][..]))
        .collect();
    check_layers(&sources, &shared, is_command);
}

#[test]
fn no_modules_form_a_cycle() {
    let folders = ["src", "cli/src", "xtask/src"];
    let cycles: Vec<String> =
        folders.into_iter().flat_map(|folder| sources(folder).cycles()).collect();
    assert!(cycles.is_empty(), "{} cycles:\n{}", cycles.len(), cycles.join("\n"));
}

#[test]
fn lower_layers_name_neither_the_browser_nor_serde() {
    let sources = sources("src");
    for (layer, names) in FORBIDDEN {
        for (file, code) in sources.code_of(layer) {
            let has_word = |word| code.split(|c| !graph::is_name(c)).any(|name| name == word);
            for name in names {
                assert!(!has_word(*name), "{file} names {name}");
            }
        }
    }
}

#[test]
fn links_and_wording_work_without_the_index() {
    let sources = sources("src");
    for (file, code) in ["link", "wording"].iter().flat_map(|layer| sources.code_of(layer)) {
        assert!(!code.split(|c| !graph::is_name(c)).any(|name| name == "Index"), "{file}");
    }
}

#[test]
fn only_the_state_calls_window_history_storage_and_network() {
    let sources = sources("src");
    for (file, code) in ["components", "pages"].iter().flat_map(|layer| sources.code_of(layer)) {
        for name in BROWSER_CALLS {
            assert!(!code.contains(name), "{file} calls {name}");
        }
    }
}

/// Returns the cycles of files with these names and sources.
fn cycles(files: &[(&str, &str)]) -> Vec<String> {
    Sources::parse(files.iter().map(|(name, code)| ((*name).to_owned(), (*code).to_owned())))
        .cycles()
}

#[test]
fn finds_a_cycle_through_super() {
    let parent = ("a/mod.rs", "mod b; pub struct A; fn f() { b::g() }");
    let found = cycles(&[("lib.rs", "mod a;"), parent, ("a/b.rs", "pub fn g(_: super::A) {}")]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("a -> a::b by b::g"), "{found:?}");
    assert!(found[0].contains("a::b -> a by super::A"), "{found:?}");
}

#[test]
fn finds_a_cycle_through_a_re_export() {
    let found = cycles(&[
        ("lib.rs", "mod a; mod b; pub use b::B;"),
        ("a.rs", "use crate::B; pub struct A(B);"),
        ("b.rs", "use crate::a; pub struct B; fn f(_: a::A) {}"),
    ]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("a -> b by crate::B"), "{found:?}");
}

#[test]
fn finds_a_cycle_in_the_arguments_of_a_macro() {
    let found = cycles(&[
        ("lib.rs", "mod a; mod b;"),
        ("a.rs", "pub struct A; fn f() { view! { <p>{crate::b::text()}</p> } }"),
        ("b.rs", "use super::a::A; pub fn text(_: A) {}"),
    ]);
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn re_exports_tests_and_other_crates_make_no_cycle() {
    let found = cycles(&[
        ("lib.rs", "pub mod a; mod b; pub use b::*;"),
        ("a/mod.rs", "mod c; pub use c::C; pub struct A;"),
        ("a/c.rs", "pub struct C; #[cfg(test)] mod tests { use crate::a::A; }"),
        ("b.rs", "use crate::a::{C, A as Other}; use std::a::A; fn f(_: Other, _: C) {}"),
    ]);
    assert_eq!(found, [] as [&str; 0]);
}

#[test]
fn a_layer_is_found_in_every_form_of_import() {
    let files = [
        ("lib.rs", "mod a; mod b; mod c;"),
        ("a/mod.rs", "mod deep; use crate::{b::B, c::{self, C}};"),
        ("a/deep.rs", "fn f() { super::super::b::g() }"),
    ];
    let files = files.map(|(name, code)| (name.to_owned(), code.to_owned()));
    let others = ["b.rs", "c.rs"].map(|name| (name.to_owned(), String::new()));
    let sources = Sources::parse(files.into_iter().chain(others));
    let mut used: Vec<_> = sources.imports_of("a").into_iter().map(|(_, used)| used).collect();
    used.sort_unstable();
    used.dedup();
    assert_eq!(used, ["b", "c"]);
}
