//! Size budgets: limits on the bytes that readers load. `cargo xtask test` fails if one is exceeded.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::fingerprint;

/// A limit on the transfer size of files of the published site (brotli, quality 11).
struct Budget {
    /// Name in the table.
    name: &'static str,
    /// Most bytes of all files together.
    limit: u64,
    /// Paths of the files. A `*` stands for a hash; where several files match, the largest counts.
    files: &'static [&'static str],
}

const WASM: &str = "assets/app.*.wasm";
const SCRIPT: &str = "assets/app.*.js";
const BOOT: &str = "assets/boot.*.js";
const STYLE: &str = "assets/style.*.css";

/// The numbers are explained in `docs/decisions.md`.
const BUDGETS: [Budget; 7] = [
    Budget { name: "app, wasm", limit: 180_000, files: &[WASM] },
    Budget { name: "app, scripts", limit: 7_000, files: &[SCRIPT, BOOT] },
    Budget { name: "styles", limit: 8_000, files: &[STYLE] },
    Budget { name: "loader", limit: 2_000, files: &["embed.js"] },
    Budget {
        name: "frame",
        limit: 20_000,
        files: &["embed/*/index.html", STYLE, BOOT, "assets/frame.*.js"],
    },
    Budget {
        name: "first view",
        limit: 250_000,
        files: &["index.html", STYLE, SCRIPT, BOOT, WASM, "assets/list.*.json"],
    },
    Budget { name: "share dialog", limit: 24_000, files: &["assets/sharing.*.wasm"] },
];

/// Returns the table of all budgets with the sizes of a published site.
///
/// # Errors
///
/// When a file is missing or a budget is exceeded; the message has the table.
pub(crate) fn check(site: &Path) -> Result<String, Failure> {
    let files = fingerprint::files_below(site)?;
    let sizes = |path: PathBuf| {
        let name = path.strip_prefix(site).ok()?.to_string_lossy().replace('\\', "/");
        Some((name.strip_suffix(".br")?.to_owned(), fs::metadata(&path).ok()?.len()))
    };
    let sizes: Vec<_> = files.into_iter().filter_map(sizes).collect();
    let rows: Vec<_> = BUDGETS.iter().map(|budget| (budget, size(budget, &sizes))).collect();
    let table = table(&rows);
    let is_kept =
        |(budget, size): &(&Budget, Option<u64>)| size.is_some_and(|size| size <= budget.limit);
    if rows.iter().all(is_kept) {
        return Ok(table);
    }
    Err(Failure::new(format!("a budget is exceeded or a file of it is missing:\n{table}")))
}

/// Returns the bytes of all files of a budget; `None` if one is missing.
fn size(budget: &Budget, sizes: &[(String, u64)]) -> Option<u64> {
    let largest = |pattern: &&str| {
        let matching = sizes.iter().filter(|(name, _)| matches(pattern, name));
        matching.map(|(_, size)| *size).max()
    };
    budget.files.iter().map(largest).sum()
}

fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        Some((start, end)) => {
            start.len() + end.len() < name.len() && name.starts_with(start) && name.ends_with(end)
        }
        None => pattern == name,
    }
}

fn table(rows: &[(&Budget, Option<u64>)]) -> String {
    let mut text = format!("{:<14}{:>10}{:>10}\n", "brotli", "bytes", "limit");
    for (Budget { name, limit, .. }, size) in rows {
        let size = size.map_or_else(|| "missing".to_owned(), |size| size.to_string());
        let _ = writeln!(text, "{name:<14}{size:>10}{limit:>10}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{BUDGETS, Budget, matches, size};

    #[test]
    fn a_star_stands_for_any_text() {
        assert!(matches("assets/app.*.js", "assets/app.0123.js"));
        assert!(matches("embed/*/index.html", "embed/replaces/cpp/index.html"));
        assert!(!matches("assets/app.*.js", "assets/app.js"));
        assert!(matches("embed.js", "embed.js") && !matches("embed.js", "embed.js.map"));
    }

    #[test]
    fn the_largest_file_of_each_pattern_counts() {
        let budget = Budget { name: "", limit: 0, files: &["a.*", "b"] };
        let mut sizes = vec![("a.1".to_owned(), 10), ("a.2".to_owned(), 30)];
        assert_eq!(size(&budget, &sizes), None, "one is missing");
        sizes.push(("b".to_owned(), 5));
        assert_eq!(size(&budget, &sizes), Some(35));
    }

    #[test]
    fn no_two_budgets_have_the_same_name() {
        for (idx, budget) in BUDGETS.iter().enumerate() {
            assert!(BUDGETS[..idx].iter().all(|other| other.name != budget.name));
        }
    }
}
