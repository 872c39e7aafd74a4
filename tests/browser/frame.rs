//! The atlas in a frame of somebody else's page.

mod back_button;
mod embed_options;

use crate::list::{change, n_entries, n_projects, parts, serve, wait_for_focus};
use crate::takeover::asset;
use rustscape_test_kit::page::Page;
use rustscape_test_kit::prerequisite::Prerequisite;
use rustscape_test_kit::server::{Fault, Server, Site};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// Expression: `true` if the page is dark, by the color behind its rows.
const IS_DARK: &str = "getComputedStyle(document.querySelector('.shell')).backgroundColor.match(/\\d+/g).every((part) => part < 60)";

/// Expression: `true` if the application has taken over the page.
const IS_READY: &str = "'ready' in document.documentElement.dataset";

/// Expression: pixels by which the content is higher than the frame.
const HIDDEN_PX: &str = "document.documentElement.scrollHeight - innerHeight";

/// Expression: number of visible rows.
const N_ROWS: &str =
    "[...document.querySelectorAll('.row')].filter((row) => row.checkVisibility()).length";

/// The rights that snippets give a frame.
const RIGHTS: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

#[test]
fn a_frame_is_readable_without_the_app_and_filters_with_it() {
    let (atlas, host) = servers();
    let page = open_post(&atlas, &host, "embed/replaces/cpp/?theme=dark", RIGHTS);
    let n_before = n_entries(&page);
    page.driver.enter_frame("iframe");
    page.find("#rows .row");
    assert_eq!((page.value_of(IS_DARK), page.value_of(N_ROWS)), (json!(true), json!(6)));
    assert_eq!((page.driver.find_all(".bar").len(), page.value_of(HIDDEN_PX)), (0, json!(0)));
    let is_of_app = |target: &str| {
        target.contains(".wasm") || target.contains("/list.") || target.contains("/app.")
    };
    let asked: Vec<_> = atlas.requests().into_iter().map(|request| request.target).collect();
    assert!(!asked.iter().any(|target| is_of_app(target)), "{asked:?}");
    // A button that is used early does its work as soon as the app is there.
    page.find("#refine").click();
    page.find("#refine-sheet[open] #tray-kind-rewrite");
    assert_eq!(parts(&page), ["C++"]);
    let n_all = n_projects(&page);
    for _ in 0..2 {
        change(&page, || page.find("#tray-kind-rewrite").click());
        assert!(n_projects(&page) < n_all);
        change(&page, || page.find("#tray-kind-rewrite").click());
        assert_eq!(n_projects(&page), n_all);
    }
    change(&page, || page.find("#tray-kind-rewrite").click());
    page.find("#tray-show").click();
    wait_for_focus(&page, "refine");
    assert_eq!(parts(&page).len(), 2);
    page.wait_until("a frame of the new height", &format!("{HIDDEN_PX} === 0"));
    page.assert_no_horizontal_overflow();
    // A project is read on its page, in a tab of its own.
    let tab = page.driver.tab();
    page.find("#rows .row a").click();
    page.switch_to_new_tab();
    page.find("#record-heading");
    page.driver.switch_to_tab(&tab);
    page.driver.leave_frames();
    assert_eq!((n_entries(&page), page.driver.url()), (n_before, host.url("/post")));
    let said = said(&page, "rustscape:navigate");
    assert_eq!(said.last().map(|it| &it["view"]), Some(&json!("kind/rewrite/?replaces=cpp")));
    page.assert_no_errors();
}

#[test]
fn a_frame_reports_its_height_in_every_format() {
    let (atlas, host) = servers();
    let page = open_post(&atlas, &host, "embed/replaces/cpp/#?secret=a1b2c3", "allow-scripts");
    let answer =
        fs::read(Prerequisite::Site.path().join("replaces/cpp/oembed.json")).expect("a file");
    let answer: Value = serde_json::from_slice(&answer).expect("JSON");
    page.wait_until("a height", "said.some((it) => it.type === 'rustscape:height')");
    let height = said(&page, "rustscape:height")[0]["height"].clone();
    assert_eq!(height, answer["height"], "it is kept free where a link is pasted");
    let all = page.value_of("said");
    for dialect in [
        json!({ "message": "height", "value": height, "secret": "a1b2c3" }),
        json!({ "sentinel": "amp", "type": "embed-size", "height": height }),
    ] {
        assert!(all.as_array().is_some_and(|all| all.contains(&dialect)), "{dialect} in {all}");
    }
    let embedly = all.as_array().into_iter().flatten().find_map(Value::as_str);
    let embedly: Value = serde_json::from_str(embedly.expect("a text")).expect("JSON");
    assert_eq!((&embedly["context"], &embedly["height"]), (&json!("iframe.resize"), &height));
    for width in [320, 480, 700] {
        page.value_of(&format!("document.querySelector('iframe').width = {width}"));
        page.driver.enter_frame("iframe");
        page.wait_until("that width", &format!("innerWidth === {width}"));
        assert_eq!(page.value_of(HIDDEN_PX), 0, "{width}");
        page.assert_no_horizontal_overflow();
        page.driver.leave_frames();
    }
    assert_eq!(said(&page, "rustscape:height").len(), 1, "nothing of that changed its height");
    page.driver.emulate_media(&[("prefers-color-scheme", "dark")]);
    page.driver.enter_frame("iframe");
    assert_eq!(page.value_of(IS_DARK), false, "what WordPress shows around it is light");
    page.driver.leave_frames();
    // WordPress opens links of its frames itself, and asks a frame that it has just made.
    page.value_of("said.length = 0, document.querySelector('iframe').contentWindow.postMessage({ message: 'ready', secret: 'a1b2c3' }, '*')");
    page.wait_until("the height again", "said.some((it) => it.message === 'height')");
    page.driver.enter_frame("iframe");
    page.find(".frame-foot a").click();
    page.driver.leave_frames();
    page.wait_until("a link", "said.some((it) => it.message === 'link')");
    let link = page.value_of("said.find((it) => it.message === 'link')");
    let expected =
        json!({ "message": "link", "value": atlas.url("replaces/cpp/"), "secret": "a1b2c3" });
    assert_eq!(link, expected);
    page.assert_no_errors();
}

#[test]
fn embed_options_apply_and_only_the_parent_sets_the_theme() {
    let (atlas, host) = servers();
    let page = open_post(&atlas, &host, "embed/replaces/c/?show=search,sources&max=3", RIGHTS);
    page.driver.emulate_media(&[("prefers-color-scheme", "light")]);
    page.driver.enter_frame("iframe");
    page.wait_until("its rows", &format!("{N_ROWS} === 3"));
    let shown = "['.search', '#refine', '.row-trust'].map((css) => document.querySelector(css).checkVisibility()).join()";
    assert_eq!(page.value_of(shown), "true,false,true");
    assert_eq!((page.value_of(HIDDEN_PX), page.value_of(IS_DARK)), (json!(0), json!(false)));
    // Another window than the one around it, here its own, changes nothing.
    page.value_of("postMessage({ type: 'rustscape:theme', theme: 'dark' }, '*')");
    page.driver.leave_frames();
    for (theme, is_dark) in [("nonsense", false), ("dark", true), ("auto", false)] {
        page.value_of(&format!("document.querySelector('iframe').contentWindow.postMessage({{ type: 'rustscape:theme', theme: '{theme}' }}, '*')"));
        page.driver.enter_frame("iframe");
        page.wait_until(theme, &format!("{IS_DARK} === {is_dark}"));
        page.driver.leave_frames();
    }
    page.driver.enter_frame("iframe");
    assert_eq!(page.value_of(IS_READY), false, "all of that needs no app");
    // Whoever begins to search gets it, and loses nothing of what is typed.
    page.find("#search").type_text("kernel");
    page.wait_until("what was typed", "document.querySelector('h1').innerText.includes('kernel')");
    page.wait_until("its rows", &format!("{IS_READY} && 0 < {N_ROWS} && {N_ROWS} <= 3"));
    assert_eq!(page.value_of(shown), "true,false,true", "the application keeps the look");
    page.assert_no_errors();
}

#[test]
fn shows_pending_filters_and_explains_invalid_options() {
    let (atlas, host) = servers();
    let wasm = asset("app.", ".wasm");
    atlas.fault(&wasm, Fault::Held);
    let page = open_post(&atlas, &host, "embed/replaces/cpp/?kind=rewrite&max=x", RIGHTS);
    page.driver.enter_frame("iframe");
    page.wait_until(
        "what is coming",
        "document.querySelector('h1').innerText.endsWith('… not applied yet: kind: rewrite')",
    );
    atlas.clear_fault(&wasm);
    page.wait_until("the app", IS_READY);
    page.wait_until("both parts", "document.querySelectorAll('#heading .part').length === 2");
    assert!(!page.sentence().contains("… loading"));
    page.wait_for_text(
        ".notice span",
        "The link contains “max=x”, which this site does not support.",
    );
    let mend = page.find(".anew a").property("href");
    assert_eq!(mend, atlas.url("kind/rewrite/?replaces=cpp#share"));
    page.driver.leave_frames();
    // Without script it is the slice that is nearest.
    page.driver.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": true }));
    page.driver.navigate(&atlas.url("embed/replaces/cpp/"));
    assert!(page.driver.find("h1").text().contains("C++"));
    assert!(page.driver.find(".row a").is_displayed());
    page.assert_no_errors();
}

#[test]
fn links_of_a_frame_are_large_enough_for_touch() {
    let (atlas, host) = servers();
    let page = open_post(&atlas, &host, "embed/replaces/cpp/?show=sentence,sources", RIGHTS);
    page.driver.enter_frame("iframe");
    page.find("#rows .row");
    let low = "[...document.querySelectorAll('.row a, .frame-foot a')].filter((link) => link.checkVisibility() && link.getBoundingClientRect().height < 24).map((link) => link.outerHTML)";
    assert_eq!(page.value_of(low), json!([]));
    page.assert_no_errors();
}

/// The most that a frame takes before its reader refines, and the loader, in bytes with brotli.
const SLICE_MAX_BYTES: u64 = 20_000;
const LOADER_MAX_BYTES: u64 = 2_048;

#[test]
fn frames_and_the_loader_stay_within_their_size_limits() {
    let site = Prerequisite::Site.path();
    let n_bytes = |path: &Path| fs::metadata(path).expect("a packed file").len();
    let assets = fs::read_dir(site.join("assets")).expect("assets").flatten();
    let is_of_slice = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_first = ["boot.", "frame.", "style."].iter().any(|start| name.starts_with(start));
        is_first && path.extension().is_some_and(|end| end == "br")
    };
    let assets: Vec<_> = assets.map(|entry| entry.path()).filter(is_of_slice).collect();
    assert_eq!(assets.len(), 3, "{assets:?}");
    let with_each: u64 = assets.iter().map(|path| n_bytes(path)).sum();
    let mut folders = vec![site.join("embed")];
    let mut n_frames = 0;
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).expect("frames").flatten();
        folders.extend(entries.map(|entry| entry.path()).filter(|path| path.is_dir()));
        let page = folder.join("index.html.br");
        if page.exists() {
            assert!(with_each + n_bytes(&page) <= SLICE_MAX_BYTES, "{}", page.display());
            n_frames += 1;
        }
    }
    assert!(900 < n_frames, "{n_frames}");
    assert!(n_bytes(&site.join("embed.js.br")) <= LOADER_MAX_BYTES);
}

fn servers() -> (Server, Server) {
    (serve(), Server::start(Site::empty()))
}

/// Opens a page of the host that holds a frame of the atlas, gives it the height that it asks for, and
/// keeps what it says.
#[track_caller]
fn open_post(atlas: &Server, host: &Server, address: &str, rights: &str) -> Page {
    host.page("/post", &post(&atlas.url(address), rights));
    let page = Page::open(host, "/post");
    page.allow_origin(&atlas.origin());
    page
}

fn post(url: &str, rights: &str) -> String {
    format!(
        "<!doctype html><html lang=en><title>A post</title><h1>A post</h1>
        <script>
          const said = [];
          addEventListener('message', ({{ data, source }}) => {{
            const frame = document.querySelector('iframe');
            if (source !== frame?.contentWindow) return;
            said.push(data);
            if (data.type === 'rustscape:height') frame.height = data.height;
          }});
        </script>
        <iframe title='Who replaced what' sandbox='{rights}' width=480 height=521 style='border:0' src='{url}'></iframe>"
    )
}

/// Returns the messages of one type that a frame has sent so far.
fn said(page: &Page, kind: &str) -> Vec<Value> {
    let of_kind = page.value_of(&format!("said.filter((it) => it.type === '{kind}')"));
    of_kind.as_array().cloned().unwrap_or_default()
}
