//! Counts the fields of a landscape that have no equivalent in a dataset.

use std::collections::BTreeMap;

use crate::{
    import::{
        message::quoted,
        report::{ImportReport, Omission},
    },
    words::counted,
};

/// The fields that were left out, counted by path.
#[derive(Debug, Default)]
pub(super) struct UnmappedFields {
    /// The number of occurrences of each path, and its first line.
    fields: BTreeMap<String, (usize, u64)>,
}

impl UnmappedFields {
    /// Counts a field that is not empty.
    pub(super) fn count(&mut self, path: &str, line: u64) {
        self.fields.entry(path.to_owned()).or_insert((0, line)).0 += 1;
    }

    /// Adds one diagnostic per path.
    pub(super) fn report(self, report: &mut ImportReport) {
        for (path, (n, line)) in self.fields {
            let (of, first) = (counted(n, "item", "items"), first_line(line, n));
            let text = format!("{} of {of} has no place in a dataset ({first})", quoted(&path));
            report.add_summary("", text, (n, Omission::Value));
        }
    }
}

/// Returns the line of `n` occurrences for a message: “line 7” or “the first in line 7”.
pub(super) fn first_line(line: u64, n: usize) -> String {
    if n == 1 { format!("line {line}") } else { format!("the first in line {line}") }
}
