//! GitHub Markdown that includes untrusted text safely.
//!
//! Text of a dataset goes into code spans. GitHub interprets no HTML, links, mentions of people,
//! references to issues, emoji or formulas inside a code span.

use crate::escape::escape_invisible;

/// Most characters of a report. GitHub limits comments and issues to 65,536 characters; the margin
/// is for text that a workflow adds.
pub(crate) const TEXT_MAX_CHARS: usize = 60_000;

/// Number of lines from which on a list is collapsed.
pub(crate) const FOLDED_FROM_LINES: usize = 20;

/// Parts of a GitHub repository that show a visible reference to every page that links to them.
/// Each new report would add one to the issue, pull request or commit.
const BACKLINKED: [&str; 6] = ["issues", "pull", "discussions", "commit", "commits", "compare"];

/// Returns a text on one line in a code span.
pub(crate) fn code(text: &str) -> String {
    let text = escape_invisible(text);
    let text = text.trim();
    if text.is_empty() {
        return "(empty)".to_owned();
    }
    let longest_run = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest_run + 1);
    // A backtick at either end would become part of the fence.
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Returns an `https` or `http` address as a link, or as a code span if a link is unsafe or creates
/// a backlink on GitHub.
pub(crate) fn link(url: &str) -> String {
    let is_safe = url.chars().all(|c| c.is_ascii_graphic() && !"<>\\`".contains(c));
    if !is_safe || creates_backlink(url) {
        return code(url);
    }
    format!("<{url}>")
}

/// Returns lines below a heading, collapsed from [`FOLDED_FROM_LINES`] lines on.
pub(crate) fn section(heading: &str, lines: &[String]) -> String {
    if lines.len() < FOLDED_FROM_LINES {
        return format!("### {heading}\n\n{}\n", lines.join("\n"));
    }
    format!(
        "### {heading}\n\n<details><summary>Show all</summary>\n\n{}\n\n</details>\n",
        lines.join("\n")
    )
}

fn creates_backlink(url: &str) -> bool {
    let mut parts = url.split('/').skip(2);
    let host = parts.next().unwrap_or_default().to_ascii_lowercase();
    let is_github = host == "github.com" || host == "www.github.com";
    is_github && parts.nth(2).is_some_and(|part| BACKLINKED.contains(&part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_any_text_inside_its_code_span() {
        for (text, written) in [
            ("@everyone <b>#1</b>", "`@everyone <b>#1</b>`"),
            ("a `b` c", "``a `b` c``"),
            ("`", "`` ` ``"),
            ("``x", "``` ``x ```"),
            ("one\n\n# two", "`one  # two`"),
            ("  ", "(empty)"),
        ] {
            assert_eq!(code(text), written, "{text:?}");
        }
    }

    #[test]
    fn links_only_addresses_that_are_safe_to_link() {
        for (url, written) in [
            ("https://acme.example/a?b=c&d#e", "<https://acme.example/a?b=c&d#e>"),
            ("https://github.com/acme/gate", "<https://github.com/acme/gate>"),
            ("https://github.com/acme/gate/issues/1", "`https://github.com/acme/gate/issues/1`"),
            ("https://acme.example/ä", "`https://acme.example/ä`"),
            ("https://acme.example/<b>", "`https://acme.example/<b>`"),
        ] {
            assert_eq!(link(url), written, "{url}");
        }
    }
}
