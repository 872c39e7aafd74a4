//! What an import did not take over as it was.

use std::fmt;

/// What became of something that is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// A whole record was left out.
    Record,
    /// Values were left out.
    Value,
    /// Nothing was left out, but somebody should look at it.
    Nothing,
}

/// Something that was not taken over as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The line of the file, from 1; `None` where it is about the file as a whole.
    pub line: Option<u64>,
    /// Which column, field or record, as the file calls it.
    pub place: String,
    /// What is the matter, and what was done, in a sentence without its full stop.
    pub text: String,
    /// What became of it.
    pub loss: Loss,
    /// How many values or records it is about.
    pub n: usize,
}

/// Everything that was not taken over as it was, in the order of the file when it is shown.
#[derive(Clone, Debug, Default)]
pub struct Report {
    remarks: Vec<Remark>,
}

impl Report {
    /// Whether there is nothing to report.
    pub fn is_empty(&self) -> bool {
        self.remarks.is_empty()
    }

    /// The remarks, by line; those on the whole file are last.
    pub fn remarks(&self) -> Vec<&Remark> {
        let mut remarks: Vec<_> = self.remarks.iter().collect();
        remarks.sort_by_key(|remark| (remark.line.is_none(), remark.line));
        remarks
    }

    /// How many values or records this became of.
    pub fn count(&self, loss: Loss) -> usize {
        self.remarks.iter().filter(|remark| remark.loss == loss).map(|remark| remark.n).sum()
    }

    /// A value was left out.
    pub(super) fn value(&mut self, line: u64, place: &str, text: impl Into<String>) {
        self.push(Some(line), place, text.into(), Loss::Value);
    }

    /// A record was left out.
    pub(super) fn record(&mut self, line: u64, place: &str, text: impl Into<String>) {
        self.push(Some(line), place, text.into(), Loss::Record);
    }

    /// Somebody should look at this.
    pub(super) fn look(&mut self, line: u64, place: &str, text: impl Into<String>) {
        self.push(Some(line), place, text.into(), Loss::Nothing);
    }

    /// The same about many values or records anywhere in the file.
    pub(super) fn whole(&mut self, place: &str, text: impl Into<String>, (n, loss): (usize, Loss)) {
        self.remarks.push(Remark {
            line: None,
            place: place.to_owned(),
            text: text.into(),
            loss,
            n,
        });
    }

    fn push(&mut self, line: Option<u64>, place: &str, text: String, loss: Loss) {
        self.remarks.push(Remark { line, place: place.to_owned(), text, loss, n: 1 });
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "{line}:")?;
        }
        if !self.place.is_empty() {
            write!(f, " {}:", self.place)?;
        }
        write!(f, " {}", self.text)
    }
}
