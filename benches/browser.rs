//! Size and speed of the page in Chromium. Run it with `cargo xtask bench`, which builds the app and
//! says where it and the browser are.
//!
//! * **Bytes** are those that a cold visit to the whole list asks for, as they come over the wire at brotli's quality
//!   11, without headers.
//! * **First card** is the time from the start of the navigation to the end of the first frame that has a card in it.
//!   A script that the browser runs before the page's own looks in every frame; nothing is cached.
//! * **Answer** is the time from a real click on a checkbox, or from a key, on the list of the whole dataset, to the end
//!   of the next painted frame: from the event's own time stamp to a message that is posted in the next
//!   `requestAnimationFrame` and arrives when that frame is laid out and painted. A screen shows a frame every 16.7 ms,
//!   for which an event and the frame after it wait; **work** is the answer without that: the event with all that
//!   follows from it, and the frame. After a click all cards are waited for before the next one; keys follow each other as fast as they
//!   are answered.
//! * **Shift** is the sum of the layout shifts until the whole page is there, as a share of the window.

#![allow(clippy::print_stdout, reason = "its output is its purpose")]
#![allow(clippy::expect_used, reason = "without its page there is nothing to measure")]
#![allow(clippy::disallowed_methods, reason = "it runs natively, where there is a clock")]

use rustscape_test_kit::driver::Network;
use rustscape_test_kit::page::Page;
use rustscape_test_kit::server::{Server, Site};
use serde_json::json;
use std::env;

/// Enough that one stumble of the machine is not the median.
const N_LOADS: usize = 9;

/// A slow load takes seconds.
const N_SLOW_LOADS: usize = 3;

/// Number of times that each value is chosen and removed. Two of them are about a hundred clicks.
const N_ROUNDS: usize = 13;

/// A phone of some years ago, in a network as slow as they still are.
const SLOW_PROCESSOR: u32 = 4;
const SLOW_NETWORK: Network =
    Network::Slow { latency_millis: 150, bytes_per_second: 1_600_000 / 8 };

/// Values to click: a value that most projects have, one that few have, one to leave out, one in the middle.
const CLICKED: [&str; 4] = [
    "side-status-production",
    "side-replaces-cpp",
    "side-not-domain-networking",
    "side-kind-rewrite",
];

/// Texts to type and delete: names, domains, a typo, and a word without results.
const TYPED: [&str; 4] = ["cloudflare proxy", "memory safety", "kuberntes", "zzz"];

fn main() {
    const PLACES: [&str; 3] = ["RUSTSCAPE_SITE", "RUSTSCAPE_CHROMIUM", "RUSTSCAPE_CHROMEDRIVER"];
    if PLACES.iter().any(|place| env::var_os(place).is_none()) {
        println!(
            "The benchmark of the page needs the published site and a browser: run `cargo xtask bench`."
        );
        return;
    }
    let server = Server::start(Site::published().brotli_quality(11));
    let page = Page::open(&server, "");
    wait_for_all_cards(&page);
    report_bytes(&page);
    report_loads(&server, &page);
    report_shifts(&server, &page);
    report_answers(&server, &page);
}

fn report_bytes(page: &Page) {
    const ASKED_FOR: &str = "Object.entries(Object.fromEntries(
        performance.getEntries().filter((entry) => 'encodedBodySize' in entry)
            .map((entry) => [entry.name, entry.encodedBodySize])))";
    let files = page.value_of(ASKED_FOR);
    let files: Vec<(&str, u64)> = files
        .as_array()
        .into_iter()
        .flatten()
        .map(|file| (file[0].as_str().expect("a URL"), file[1].as_u64().expect("bytes")))
        .collect();
    let sum = |ends: &[&str]| -> u64 {
        let of_kind = |url: &str| ends.iter().any(|end| url.ends_with(end));
        files.iter().filter(|(url, _)| of_kind(url)).map(|(_, n_bytes)| n_bytes).sum()
    };
    println!("{:<40}{:>10}", "over the wire", "bytes");
    println!("{:<40}{:>10}", "wasm and js", sum(&[".wasm", ".js"]));
    println!("{:<40}{:>10}", "css", sum(&[".css"]));
    println!("{:<40}{:>10}", "html", sum(&["/"]));
    println!("{:<40}{:>10}", "data", sum(&[".json"]));
    println!("{:<40}{:>10}", "all", sum(&[""]));
}

fn report_loads(server: &Server, page: &Page) {
    page.driver.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": WATCH_LOAD }));
    report_heading("first card, then an app that follows");
    report_load("as fast as this machine is", loads(server, page, N_LOADS));
    page.driver.throttle_cpu(SLOW_PROCESSOR);
    page.driver.set_network(SLOW_NETWORK);
    report_load("processor 4x slower, 1.6 Mbit/s, 150 ms", loads(server, page, N_SLOW_LOADS));
    page.driver.throttle_cpu(1);
    page.driver.set_network(Network::Normal);
}

const WATCH_LOAD: &str = "
    const watch = (isThere, name) => {
        const look = () => {
            if (!isThere()) return requestAnimationFrame(look);
            setTimeout(() => { window[name] = performance.now(); });
        };
        requestAnimationFrame(look);
    };
    watch(() => document.querySelector('#cards article.card'), 'firstCardMillis');
    watch(() => 'ready' in document.documentElement.dataset, 'readyMillis');";

/// Times of the first painted card, and of the end of the take-over.
fn loads(server: &Server, page: &Page, n_loads: usize) -> [Vec<f64>; 2] {
    let mut millis = [Vec::new(), Vec::new()];
    for _ in 0..n_loads {
        page.visit(server, "");
        for (name, millis) in ["firstCardMillis", "readyMillis"].into_iter().zip(&mut millis) {
            let at = page.wait_for(name, &format!("window.{name}"));
            millis.push(at.as_f64().expect("a time"));
        }
        wait_for_all_cards(page);
    }
    millis
}

fn report_load(circumstances: &str, [first_card, ready]: [Vec<f64>; 2]) {
    report_millis(circumstances, first_card);
    report_millis("  followed", ready);
}

fn report_shifts(server: &Server, page: &Page) {
    println!("\n{:<40}{:>10}", "shift", "share");
    for address in ["", "org/cloudflare/", "org/cloudflare/pingora/"] {
        page.visit(server, address);
        if address.is_empty() {
            wait_for_all_cards(page);
        } else {
            page.find("#record-heading");
        }
        println!("/{address:<39}{:>10.4}", page.layout_shift());
    }
}

fn report_answers(server: &Server, page: &Page) {
    report_heading("answer");
    page.visit(server, "");
    wait_for_all_cards(page);
    page.value_of(&format!("({WATCH_ANSWERS})('click')"));
    for id in CLICKED.into_iter().cycle().take(CLICKED.len() * N_ROUNDS) {
        // Chosen, and taken back: one of the two shows the whole list.
        for _ in 0..2 {
            answered(page, || page.find(&format!("#{id}")).click());
            wait_for_all_cards(page);
        }
    }
    report_answered(page, "to a click");
    page.visit(server, "");
    wait_for_all_cards(page);
    page.value_of(&format!("({WATCH_ANSWERS})('input')"));
    page.press('/');
    for text in TYPED.into_iter().cycle().take(TYPED.len() * 2) {
        for char in text.chars() {
            answered(page, || page.press(char));
        }
        for _ in text.chars() {
            answered(page, || page.press(rustscape_test_kit::driver::Key::Backspace));
        }
    }
    report_answered(page, "to a key");
}

const WATCH_ANSWERS: &str = "(kind) => {
    window.answers = [];
    const later = (act) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = act;
        port2.postMessage(0);
    };
    addEventListener(kind, ({ timeStamp, isTrusted }) => {
        if (!isTrusted) return;
        const begun = performance.now();
        let handled;
        later(() => { handled = performance.now(); });
        requestAnimationFrame(() => {
            const frame = performance.now();
            later(() => {
                const answer = performance.now() - timeStamp;
                const waited = Math.max(0, frame - (handled ?? frame));
                answers.push([answer, answer - waited - (begun - timeStamp)]);
            });
        });
    }, true);
}";

/// Does something and waits until it is measured.
fn answered(page: &Page, act: impl FnOnce()) {
    let n_before = page.value_of("answers.length");
    act();
    page.wait_until("an answer", &format!("{n_before} < answers.length"));
}

fn report_answered(page: &Page, name: &str) {
    let answers = page.value_of("answers");
    let answers = answers.as_array().expect("a list");
    for (at, what) in ["", ", work"].into_iter().enumerate() {
        let millis = answers.iter().map(|answer| answer[at].as_f64().expect("a time"));
        report_millis(&format!("{name}{what}"), millis.collect());
    }
}

/// A heading for [`report_millis`].
fn report_heading(name: &str) {
    println!("\n{name:<40}{:>10}{:>10}{:>10}{:>10}", "p50 ms", "p95 ms", "most", "times");
}

fn report_millis(name: &str, mut millis: Vec<f64>) {
    millis.sort_by(f64::total_cmp);
    let percentiles = [50, 95, 100].map(|percent| percentile(&millis, percent));
    print!("{name:<40}");
    for millis in percentiles {
        print!("{millis:>10.1}");
    }
    println!("{:>10}", millis.len());
}

/// The smallest value that so many percent of the sorted ones do not exceed.
fn percentile(sorted: &[f64], percent: usize) -> f64 {
    sorted[(sorted.len() * percent).div_ceil(100).max(1) - 1]
}

/// A list is there as a whole when its last frame added nothing more.
fn wait_for_all_cards(page: &Page) {
    const ARE_ALL: &str = "(() => {
        const n = document.querySelectorAll('#cards article.card').length;
        const orgs = document.querySelector('#heading')?.innerText.match(/at ([\\d,]+) organization/)?.[1];
        return n === Number((orgs ?? '-1').replace(',', ''));
    })()";
    page.wait_until("all cards", ARE_ALL);
}
