//! Measures the bytes that a first visit loads and those of the chunks.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::fingerprint;
use crate::program;
use crate::split::CHUNK;

/// Kinds of files in the order of the table, with the ends of their names.
const KINDS: [(&str, &str); 5] =
    [("wasm", ".wasm"), ("js", ".js"), ("css", ".css"), ("data", ".json"), ("html", ".html")];

/// Script that prints the size of each file compressed with brotli, quality 11. Node.js is installed for
/// wasm-opt anyway, and saves this program from compiling a compressor.
const BROTLI: &str = "const { readFileSync } = require('fs');
const { brotliCompressSync, constants } = require('zlib');
for (const path of process.argv.slice(1)) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  console.log(brotliCompressSync(readFileSync(path), { params }).length);
}";

struct File {
    kind: String,
    raw: u64,
    /// `None` without Node.js.
    brotli: Option<u64>,
}

/// Returns a table of the bytes that a first visit to the site in `dist` loads, raw and after brotli, by
/// kind and in sum. The chunks, which are loaded on demand, follow below.
pub(crate) fn table(dist: &Path) -> Result<String, Failure> {
    let page = dist.join("index.html");
    let html =
        fs::read_to_string(&page).map_err(|error| Failure::of_file("read", &page, &error))?;
    let (mut loaded, mut chunks) = (Vec::new(), Vec::new());
    for file in fingerprint::files_below(dist)? {
        let name = file.strip_prefix(dist).unwrap_or(&file);
        let name = name.to_string_lossy().replace('\\', "/");
        if let Some(kind) = kind_of(&name).filter(|_| is_loaded(&name, &html)) {
            loaded.push((kind.to_owned(), file));
        } else if let Some(chunk) = chunk_of(&name) {
            chunks.push((chunk.to_owned(), file));
        }
    }
    Ok(lines(&measure(&loaded)) + &chunk_lines(&measure(&chunks)))
}

fn measure(loaded: &[(String, PathBuf)]) -> Vec<File> {
    let mut node = Command::new("node");
    node.args(["-e", BROTLI]).args(loaded.iter().map(|(_, path)| path));
    let lengths = program::output(&mut node).unwrap_or_default();
    let mut lengths = lengths.lines().map(|line| line.parse().ok());
    loaded
        .iter()
        .map(|(kind, path)| File {
            kind: kind.clone(),
            raw: fs::metadata(path).map_or(0, |metadata| metadata.len()),
            brotli: lengths.next().flatten(),
        })
        .collect()
}

/// Returns whether a first visit loads a file: the page, a file that it names, or a snippet that the
/// script of the application imports.
fn is_loaded(name: &str, html: &str) -> bool {
    name == "index.html" || name.starts_with("snippets/") || html.contains(&format!("{name}\""))
}

fn kind_of(name: &str) -> Option<&'static str> {
    let (kind, _) = KINDS.iter().find(|(_, end)| name.ends_with(end))?;
    Some(kind)
}

/// Returns the name of a chunk without its hash; `None` for other files.
fn chunk_of(name: &str) -> Option<&str> {
    name.strip_prefix(CHUNK)?.strip_suffix(".wasm")?.split('-').next()
}

fn lines(files: &[File]) -> String {
    let mut text = format!("{:<8}{:>12}{:>12}\n", "bytes", "raw", "brotli");
    for (kind, _) in KINDS {
        write_line(&mut text, kind, files.iter().filter(|file| file.kind == kind));
    }
    write_line(&mut text, "sum", files.iter());
    text
}

fn chunk_lines(chunks: &[File]) -> String {
    let mut text = "loaded on demand\n".to_owned();
    for chunk in chunks {
        write_line(&mut text, &chunk.kind, std::iter::once(chunk));
    }
    text
}

fn write_line<'a>(text: &mut String, name: &str, files: impl Iterator<Item = &'a File> + Clone) {
    let raw: u64 = files.clone().map(|file| file.raw).sum();
    let brotli: Option<u64> = files.map(|file| file.brotli).sum();
    let brotli = brotli.map_or_else(|| "needs node".to_owned(), grouped);
    let _ = writeln!(text, "{name:<8}{:>12}{brotli:>12}", grouped(raw));
}

/// Returns a number with a space between thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (idx, digit) in digits.chars().enumerate() {
        if idx > 0 && (digits.len() - idx).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{File, chunk_lines, chunk_of, grouped, is_loaded, lines};

    fn check_loaded(name: &str, expected: bool) {
        let html =
            r#"<script src="./boot.js" data-js="./app-1.js"></script><a href="data/a.json">"#;
        assert_eq!(is_loaded(name, html), expected, "{name}");
    }

    #[test]
    fn a_first_visit_loads_the_page_and_the_files_that_it_names() {
        check_loaded("index.html", true);
        check_loaded("boot.js", true);
        check_loaded("app-1.js", true);
        check_loaded("snippets/x/inline0.js", true);
        check_loaded("data/a.json", true);
        check_loaded("404.html", false);
        check_loaded("embed.js", false);
        check_loaded("app-1.j", false);
    }

    #[test]
    fn recognizes_a_chunk_by_its_name() {
        for (name, expected) in [
            ("rustscape-records-0123456789abcdef.wasm", Some("records")),
            ("rustscape-chunk_3-0123456789abcdef.wasm", Some("chunk_3")),
            ("boot.js", None),
        ] {
            assert_eq!(chunk_of(name), expected, "{name}");
        }
        let chunk = File { kind: "records".to_owned(), raw: 1_000, brotli: Some(300) };
        assert_eq!(chunk_lines(&[chunk]).lines().last(), Some("records        1 000         300"));
    }

    #[test]
    fn thousands_are_grouped() {
        for (number, expected) in
            [(0, "0"), (999, "999"), (1_000, "1 000"), (1_234_567, "1 234 567")]
        {
            assert_eq!(grouped(number), expected);
        }
    }

    #[test]
    fn shows_no_sum_of_incomplete_sizes() {
        let file = |kind: &str, brotli| File { kind: kind.to_owned(), raw: 1_000, brotli };
        let table = lines(&[file("wasm", Some(300)), file("js", Some(50)), file("js", None)]);
        let row = |name: &str| {
            let line = table.lines().find(|line| line.starts_with(name)).unwrap();
            line.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        assert_eq!(row("wasm"), "wasm 1 000 300");
        assert_eq!(row("js"), "js 2 000 needs node");
        assert_eq!(row("sum"), "sum 3 000 needs node");
    }
}
