//! Changes for a comment on GitHub.

use std::fmt::Write as _;

use super::{happening, headline, sketched};
use crate::{
    diff::change::{Change, Edit, Turn, What},
    markdown::{FOLDED_FROM_LINES, TEXT_MAX_CHARS, code, link},
    words::counted,
};

/// How many losses are named above the list: nobody reads more than these one by one.
const LOSSES_MAX: usize = 50;

/// Writes the headline, what is lost, and the changes by organization as far as they fit.
pub(super) fn write(changes: &[Change]) -> String {
    let mut text = format!("**{}.**\n", headline(changes));
    write_losses(&mut text, changes);
    if changes.is_empty() {
        return text;
    }
    let is_folded = changes.len() >= FOLDED_FROM_LINES;
    if is_folded {
        let n = counted(changes.len(), "change", "changes");
        let _ = writeln!(text, "\n<details><summary>All {n}</summary>");
    }
    let n_left_out = write_groups(&mut text, changes);
    if n_left_out > 0 {
        let n = counted(n_left_out, "change does", "changes do");
        let _ = writeln!(text, "\n{n} not fit here: `rustscape diff` shows all.");
    }
    if is_folded {
        text.push_str("\n</details>\n");
    }
    text
}

fn write_losses(text: &mut String, changes: &[Change]) {
    let losses = changes.iter().filter(|change| change.what.is_loss());
    let lines: Vec<String> = losses.map(|change| format!("> - {}", title(change))).collect();
    if lines.is_empty() {
        return;
    }
    text.push_str(
        "\n> [!WARNING]\n> Something is lost. Nothing is deleted because it ended: it gets another \
         status, a year and a source. What is renamed or merged gets a redirect.\n>\n",
    );
    for line in lines.iter().take(LOSSES_MAX) {
        let _ = writeln!(text, "{line}");
    }
    if let Some(n) = lines.len().checked_sub(LOSSES_MAX).filter(|n| *n > 0) {
        let _ = writeln!(text, "> - and {n} more");
    }
}

/// Writes the changes until there is no more room; the number of those that are left.
fn write_groups(text: &mut String, changes: &[Change]) -> usize {
    let mut room = TEXT_MAX_CHARS.saturating_sub(text.chars().count());
    let mut n_written = 0;
    for group in changes.chunk_by(|a, b| a.org_id() == b.org_id()) {
        let heading = match group[0].org_id() {
            "" => "\n#### The dataset as a whole\n\n".to_owned(),
            id => format!("\n#### {}\n\n", code(id)),
        };
        for (at, change) in group.iter().enumerate() {
            let heading = if at == 0 { heading.as_str() } else { "" };
            let line = format!("{heading}- {}\n", line(change));
            let n_chars = line.chars().count();
            if n_chars > room {
                return changes.len() - n_written;
            }
            room -= n_chars;
            text.push_str(&line);
            n_written += 1;
        }
    }
    0
}

/// What happened to what.
fn title(change: &Change) -> String {
    let mut text = happening(change.what).to_owned();
    if !change.record.is_empty() {
        let _ = write!(text, " {} ({})", code(&change.record), code(&change.name));
    }
    if !change.subject.is_empty() {
        let _ = write!(text, ": {}", value(&change.subject));
    }
    text
}

fn line(change: &Change) -> String {
    let mut text = title(change);
    if change.what.is_loss() {
        text = format!("**{}**{}", happening(change.what), &text[happening(change.what).len()..]);
    }
    match change.what.turn() {
        Turn::Added | Turn::Removed => {
            let fields = change.edits.iter().filter_map(sketched);
            let fields: Vec<String> =
                fields.map(|(field, held)| format!("{field} {}", value(held))).collect();
            if !fields.is_empty() {
                let _ = write!(text, ", {}", fields.join(", "));
            }
        }
        Turn::Changed | Turn::Confirmed => {
            for edit in &change.edits {
                let _ = write!(text, "{}", edited(edit, change.what));
            }
        }
    }
    text
}

/// A field on a line of its own below the change, or beside it where it is the change.
fn edited(edit: &Edit, what: What) -> String {
    let shown = |held: &Option<String>| held.as_deref().map_or("unknown".to_owned(), value);
    let (before, after) = (shown(&edit.before), shown(&edit.after));
    let is_the_change = matches!(
        what,
        What::StatusChanged | What::ConfidenceChanged | What::Verified | What::SourceRechecked
    );
    let field = &edit.field;
    let separator = if is_the_change { ", " } else { "\n  - " };
    format!("{separator}{field}: {before} → {after}")
}

/// A value of the dataset: a link where it is an address, otherwise as it is.
fn value(text: &str) -> String {
    if text.starts_with("https://") || text.starts_with("http://") {
        link(text)
    } else {
        code(text)
    }
}
