//! Report as text for a terminal.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use super::summary::{headline, single_value};
use crate::{
    diff::change::{Change, ChangeType, FieldChange},
    escape::escape_invisible,
};

/// Largest total length, in characters, at which both values of a field are on one line.
const ONE_LINE_MAX_CHARS: usize = 72;

/// Returns the changes by organization. The headline comes last, because the end of the output
/// stays visible in a terminal.
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
    if changes.iter().any(|change| change.kind.is_loss()) {
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
    let sign = match change.kind.change_type() {
        ChangeType::Added => '+',
        ChangeType::Removed => '-',
        ChangeType::Changed => '~',
        ChangeType::Confirmed => '=',
    };
    let _ = write!(text, "  {style}{sign} {}{style:#}", change.kind.label());
    if !change.record.is_empty() {
        let _ = write!(text, " {} ({})", change.record, escape_invisible(&change.name));
    }
    if !change.subject.is_empty() {
        let _ = write!(text, ": {}", escape_invisible(&change.subject));
    }
    match change.kind.change_type() {
        ChangeType::Added | ChangeType::Removed => write_key_fields(text, &change.fields),
        ChangeType::Changed | ChangeType::Confirmed => {
            text.push('\n');
            for field in &change.fields {
                write_field(text, field);
            }
        }
    }
}

fn write_key_fields(text: &mut String, fields: &[FieldChange]) {
    let fields = fields.iter().filter_map(single_value);
    let fields: Vec<String> =
        fields.map(|(field, value)| format!("{field} {}", escape_invisible(value))).collect();
    if fields.is_empty() {
        text.push('\n');
        return;
    }
    let _ = writeln!(text, "\n      {}", fields.join(", "));
}

fn write_field(text: &mut String, change: &FieldChange) {
    let shown =
        |value: &Option<String>| value.as_deref().map_or("unknown".to_owned(), escape_invisible);
    let (before, after) = (shown(&change.before), shown(&change.after));
    let field = &change.field;
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
    let style = match change.kind.change_type() {
        ChangeType::Added => AnsiColor::Green.on_default(),
        ChangeType::Removed => AnsiColor::Red.on_default(),
        ChangeType::Changed => AnsiColor::Yellow.on_default(),
        ChangeType::Confirmed => AnsiColor::Cyan.on_default(),
    };
    if change.kind.is_loss() { style.bold() } else { style }
}
