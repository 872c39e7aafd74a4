//! Time to draw preview cards, and their size.
//!
//! `cargo bench -p rustscape-cli --bench cards --profile dist-cli` draws the cards of all
//! organizations and projects of the published dataset on one thread. It fails if they exceed the
//! limits. Other profiles only print the numbers.

#![allow(clippy::disallowed_methods, reason = "native code has a clock")]

use std::{error::Error, fs, sync::LazyLock, time::Instant};

use rustscape_cli::publish::cards::{Card, CardRenderer};
use serde_json::Value;

const DATASET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../public/data/rustscape.json");

/// Longest average time for a card in milliseconds. Publishing draws a thousand cards and should take
/// about ten seconds in total.
const MILLIS_MAX: f64 = 12.0;
/// Largest average size of a card in kilobytes. Some social networks ignore large pictures.
const KILOBYTES_MAX: f64 = 60.0;

fn main() -> Result<(), Box<dyn Error>> {
    let dataset: Value = serde_json::from_slice(&fs::read(DATASET)?)?;
    let pages = pages(&dataset);
    let renderer = CardRenderer::new(Vec::new()).map_err(|failure| failure.to_string())?;
    let start = seconds();
    let svgs: Vec<String> = pages.iter().map(|page| renderer.svg(&page.card())).collect();
    let svg_millis = millis_per_card(start, pages.len());
    let start = seconds();
    let mut n_bytes = 0;
    for svg in &svgs {
        n_bytes += renderer.png(svg).map_err(|failure| failure.to_string())?.len();
    }
    let png_millis = millis_per_card(start, pages.len());
    #[allow(clippy::cast_precision_loss, reason = "both are small")]
    let kilobytes = n_bytes as f64 / 1000.0 / pages.len() as f64;
    eprintln!(
        "{} cards: {svg_millis:.2} ms each to lay out, {png_millis:.2} ms to draw, \
         {kilobytes:.1} kB each",
        pages.len()
    );
    let is_measured = env!("CARGO_BIN_EXE_rustscape").contains("dist-cli");
    let is_fine = svg_millis + png_millis < MILLIS_MAX && kilobytes < KILOBYTES_MAX;
    assert!(is_fine || !is_measured, "a card exceeds its limits");
    Ok(())
}

fn millis_per_card(start: f64, n_cards: usize) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "it is small")]
    let n_cards = n_cards as f64;
    (seconds() - start) * 1000.0 / n_cards
}

/// Returns the processor time of this thread in seconds, so that other load does not count. Systems
/// other than Linux do not report it; there, returns the elapsed time.
fn seconds() -> f64 {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let clock = START.elapsed().as_secs_f64();
    let text = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanos: Option<f64> = text.split(' ').next().and_then(|nanos| nanos.parse().ok());
    nanos.map_or(clock, |nanos| nanos / 1e9)
}

/// Content of the page of an organization or project.
struct Page {
    name: String,
    lead: Option<String>,
    names: Vec<String>,
}

impl Page {
    fn of(record: &Value, names: Vec<String>) -> Self {
        let lead = record["summary"].as_str().map(str::to_owned);
        Self { name: name_of(record), lead, names }
    }

    fn card(&self) -> Card<'_> {
        Card {
            atlas: "Rustscape",
            sentence: &self.name,
            lead: self.lead.as_deref(),
            names: &self.names,
            n_more: 0,
            address: "example.org/rustscape",
            is_rtl: false,
            accent: None,
        }
    }
}

fn pages(dataset: &Value) -> Vec<Page> {
    let mut pages = Vec::new();
    for organization in dataset["organizations"].as_array().into_iter().flatten() {
        let projects = organization["projects"].as_array().map_or(&[][..], Vec::as_slice);
        pages.push(Page::of(organization, projects.iter().map(name_of).collect()));
        let names = vec![name_of(organization)];
        pages.extend(projects.iter().map(|project| Page::of(project, names.clone())));
    }
    pages
}

fn name_of(record: &Value) -> String {
    record["name"].as_str().unwrap_or_default().to_owned()
}
