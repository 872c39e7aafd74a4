//! Changes for programs.

use serde_json::{Map, Value, json};

use super::{counts, headline};
use crate::diff::change::Change;

/// Writes one object. `rustscape diff --help` has its form.
pub(super) fn write(changes: &[Change]) -> String {
    let counts: Map<String, Value> =
        counts(changes).into_iter().map(|(what, n)| (what.key().to_owned(), n.into())).collect();
    let changes_as_json: Vec<Value> = changes.iter().map(change).collect();
    let object = json!({
        "headline": headline(changes),
        "counts": counts,
        "changes": changes_as_json,
    });
    format!("{object:#}\n")
}

fn change(change: &Change) -> Value {
    let known = |text: &str| if text.is_empty() { None } else { Some(text.to_owned()) };
    let edits = change
        .edits
        .iter()
        .map(|edit| json!({"field": edit.field, "before": edit.before, "after": edit.after}));
    json!({
        "change": change.what.key(),
        "is_loss": change.what.is_loss(),
        "record": known(&change.record),
        "name": known(&change.name),
        "subject": known(&change.subject),
        "edits": edits.collect::<Vec<_>>(),
    })
}
