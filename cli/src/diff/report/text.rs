//! Changes for a terminal.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use super::{happening, headline, sketched};
use crate::{
    diff::change::{Change, Edit, Turn},
    escape::escape_invisible,
};

/// Up to this many characters both values of a field stand on one line.
const ONE_LINE_MAX_CHARS: usize = 72;

/// Writes the changes by organization, the headline last, where a terminal leaves off.
pub(super) fn write(changes: &[Change]) -> String {
    let mut text = String::new();
    let bold = Style::new().bold();
    for group in changes.chunk_by(|a, b| a.org_id() == b.org_id()) {
        let title = match group[0].org_id() {
            "" => "The dataset as a whole",
            id => id,
        };
        let _ = writeln!(text, "{bold}{title}{bold:#}");
        for change in group {
            write_change(&mut text, change);
        }
        text.push('\n');
    }
    let _ = writeln!(text, "{}.", headline(changes));
    write_losses(&mut text, changes);
    text
}

fn write_losses(text: &mut String, changes: &[Change]) {
    if changes.iter().any(|change| change.what.is_loss()) {
        let loud = AnsiColor::Red.on_default().bold();
        let _ = writeln!(
            text,
            "{loud}Something is lost{loud:#}: nothing is deleted because it ended (it gets another \
             status, a year and a source), and what is renamed or merged gets a redirect."
        );
    }
}

fn write_change(text: &mut String, change: &Change) {
    let style = style(change);
    let sign = match change.what.turn() {
        Turn::Added => '+',
        Turn::Removed => '-',
        Turn::Changed => '~',
        Turn::Confirmed => '=',
    };
    let _ = write!(text, "  {style}{sign} {}{style:#}", happening(change.what));
    if !change.record.is_empty() {
        let _ = write!(text, " {} ({})", change.record, escape_invisible(&change.name));
    }
    if !change.subject.is_empty() {
        let _ = write!(text, ": {}", escape_invisible(&change.subject));
    }
    match change.what.turn() {
        Turn::Added | Turn::Removed => write_sketch(text, &change.edits),
        Turn::Changed | Turn::Confirmed => {
            text.push('\n');
            for edit in &change.edits {
                write_edit(text, edit);
            }
        }
    }
}

fn write_sketch(text: &mut String, edits: &[Edit]) {
    let fields = edits.iter().filter_map(sketched);
    let fields: Vec<String> =
        fields.map(|(field, value)| format!("{field} {}", escape_invisible(value))).collect();
    if fields.is_empty() {
        text.push('\n');
        return;
    }
    let _ = writeln!(text, "\n      {}", fields.join(", "));
}

fn write_edit(text: &mut String, edit: &Edit) {
    let shown =
        |value: &Option<String>| value.as_deref().map_or("unknown".to_owned(), escape_invisible);
    let (before, after) = (shown(&edit.before), shown(&edit.after));
    let field = &edit.field;
    if before.chars().count() + after.chars().count() <= ONE_LINE_MAX_CHARS {
        let _ = writeln!(text, "      {field}: {before} → {after}");
        return;
    }
    let (red, green) = (AnsiColor::Red.on_default(), AnsiColor::Green.on_default());
    let _ = writeln!(text, "      {field}:");
    let _ = writeln!(text, "        {red}- {before}{red:#}");
    let _ = writeln!(text, "        {green}+ {after}{green:#}");
}

fn style(change: &Change) -> Style {
    let style = match change.what.turn() {
        Turn::Added => AnsiColor::Green.on_default(),
        Turn::Removed => AnsiColor::Red.on_default(),
        Turn::Changed => AnsiColor::Yellow.on_default(),
        Turn::Confirmed => AnsiColor::Cyan.on_default(),
    };
    if change.what.is_loss() { style.bold() } else { style }
}
