//! Report as Markdown for a comment on GitHub.

use std::fmt::Write as _;

use super::summary::{headline, single_value};
use crate::{
    diff::change::{Change, ChangeKind, ChangeType, FieldChange},
    markdown::{FOLDED_FROM_LINES, TEXT_MAX_CHARS, code, link},
    words::counted,
};

/// Largest number of losses in the warning at the top. Nobody reads more of them one by one.
const LOSSES_MAX: usize = 50;

/// Returns the headline, a warning about losses, and the changes by organization. Omits changes
/// beyond [`TEXT_MAX_CHARS`] and counts them.
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
    let losses = changes.iter().filter(|change| change.kind.is_loss());
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

/// Writes changes until the text is full and returns the number of omitted changes.
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

/// Returns the kind, record and subject of a change.
fn title(change: &Change) -> String {
    let mut text = change.kind.label().to_owned();
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
    if change.kind.is_loss() {
        text = format!("**{}**{}", change.kind.label(), &text[change.kind.label().len()..]);
    }
    match change.kind.change_type() {
        ChangeType::Added | ChangeType::Removed => {
            let fields = change.fields.iter().filter_map(single_value);
            let fields: Vec<String> =
                fields.map(|(field, text)| format!("{field} {}", value(text))).collect();
            if !fields.is_empty() {
                let _ = write!(text, ", {}", fields.join(", "));
            }
        }
        ChangeType::Changed | ChangeType::Confirmed => {
            for field in &change.fields {
                let _ = write!(text, "{}", changed_field(field, change.kind));
            }
        }
    }
    text
}

/// Returns a field on its own line below the change, or on the same line if the change kind already
/// names the field.
fn changed_field(change: &FieldChange, kind: ChangeKind) -> String {
    let shown = |text: &Option<String>| text.as_deref().map_or("unknown".to_owned(), value);
    let (before, after) = (shown(&change.before), shown(&change.after));
    let is_same_line = matches!(
        kind,
        ChangeKind::StatusChanged
            | ChangeKind::ConfidenceChanged
            | ChangeKind::Verified
            | ChangeKind::SourceRechecked
    );
    let field = &change.field;
    let separator = if is_same_line { ", " } else { "\n  - " };
    format!("{separator}{field}: {before} → {after}")
}

/// Returns a value of the dataset as a link if it is a URL, and as a code span otherwise.
fn value(text: &str) -> String {
    if text.starts_with("https://") || text.starts_with("http://") {
        link(text)
    } else {
        code(text)
    }
}
