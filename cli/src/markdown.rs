//! Markdown for GitHub in which nothing from outside is read as Markdown.
//!
//! Everything that was not written here stands in a code span: neither HTML, links, mentions of
//! people, references to issues, emoji nor formulas are read in one.

use crate::plain::plain;

/// The longest text that is written. GitHub refuses comments and issues of more than 65,536
/// characters; the rest is for what a workflow puts around it.
pub(crate) const TEXT_MAX_CHARS: usize = 60_000;

/// From how many lines on a list is folded away.
pub(crate) const FOLDED_FROM_LINES: usize = 20;

/// Paths below a repository of GitHub that a link leaves a trace at, in the sight of everybody who
/// reads that issue, each time a report is written.
const TRACED: [&str; 6] = ["issues", "pull", "discussions", "commit", "commits", "compare"];

/// A text as it is: on one line, in a code span.
pub(crate) fn code(text: &str) -> String {
    let text = plain(text);
    let text = text.trim();
    if text.is_empty() {
        return "(empty)".to_owned();
    }
    let longest_run = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest_run + 1);
    // A backtick at an end would lengthen the fence.
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// An `https` or `http` address as a link, or as a code span where a link would do more than lead
/// there.
pub(crate) fn link(url: &str) -> String {
    let is_safe = url.chars().all(|c| c.is_ascii_graphic() && !"<>\\`".contains(c));
    if !is_safe || leaves_a_trace(url) {
        return code(url);
    }
    format!("<{url}>")
}

/// Puts lines below a heading, folded away where they are many.
pub(crate) fn section(heading: &str, lines: &[String]) -> String {
    if lines.len() < FOLDED_FROM_LINES {
        return format!("### {heading}\n\n{}\n", lines.join("\n"));
    }
    format!(
        "### {heading}\n\n<details><summary>Show all</summary>\n\n{}\n\n</details>\n",
        lines.join("\n")
    )
}

fn leaves_a_trace(url: &str) -> bool {
    let mut parts = url.split('/').skip(2);
    let host = parts.next().unwrap_or_default().to_ascii_lowercase();
    let is_github = host == "github.com" || host == "www.github.com";
    is_github && parts.nth(2).is_some_and(|part| TRACED.contains(&part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_its_code_span() {
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
    fn links_lead_somewhere_and_do_nothing_else() {
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
