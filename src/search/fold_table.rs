//! Table of characters that fold to others, decoded from a compact form.

use std::sync::OnceLock;

/// Encoded table, as written by `tests/native/folding/table.rs`.
///
/// The table consists of the number of runs, the gaps between runs, their lengths and rules, the targets
/// of the runs that have one (all as variable-length integers), and the texts of the other runs.
/// Columns compress better than rows.
const BYTES: &[u8] = include_bytes!("fold_table.bin");

static TABLE: OnceLock<Table> = OnceLock::new();

struct Table {
    runs: Vec<Run>,
    /// Texts, each followed by a NUL.
    texts: Vec<char>,
}

/// Consecutive characters that fold by the same rule.
struct Run {
    first: u32,
    len: u32,
    rule: Rule,
    to: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Rule {
    /// Each character folds to nothing.
    Nothing,
    /// Each character folds to the one at the same distance from `to`.
    Shifted,
    /// All characters fold to `to`.
    Same,
    /// Upper-case and lower-case letters alternate. Each folds to the lower-case one.
    Pairs,
    /// Each character folds to a text of several characters. The first text is at `to`.
    Texts,
}

/// Number of rules.
const N_RULES: u32 = 5;

/// Rules by their numbers.
const RULES: [Rule; N_RULES as usize] =
    [Rule::Nothing, Rule::Shifted, Rule::Same, Rule::Pairs, Rule::Texts];

/// Calls `visit` with each character that a character folds to by the table; a character that is
/// not in the table folds to itself.
pub(super) fn fold_by_table(c: char, visit: &mut dyn FnMut(char)) {
    let code = u32::from(c);
    let table = TABLE.get_or_init(read_table);
    let after = table.runs.partition_point(|run| run.first <= code);
    let run = after.checked_sub(1).and_then(|at| table.runs.get(at));
    let Some(run) = run.filter(|run| code - run.first < run.len) else { return visit(c) };
    let at = code - run.first;
    let folded = match run.rule {
        Rule::Nothing => return,
        Rule::Shifted => run.to + at,
        Rule::Same => run.to,
        Rule::Pairs => run.first + (at | 1),
        Rule::Texts => return visit_text(&table.texts[run.to as usize..], at, visit),
    };
    visit(char::from_u32(folded).unwrap_or(c));
}

/// Calls `visit` with each character of the text at position `at`.
fn visit_text(texts: &[char], at: u32, visit: &mut dyn FnMut(char)) {
    let mut n_before = at;
    for c in texts {
        match (c, n_before) {
            ('\0', 0) => return,
            ('\0', _) => n_before -= 1,
            (c, 0) => visit(*c),
            _ => {}
        }
    }
}

fn read_table() -> Table {
    let mut bytes = Bytes(BYTES);
    let mut runs = Vec::new();
    for _ in 0..bytes.number() {
        runs.push(Run { first: bytes.number(), len: 0, rule: Rule::Nothing, to: 0 });
    }
    let mut end = 0x80;
    for run in &mut runs {
        let number = bytes.number();
        run.first += end;
        run.len = number / N_RULES;
        run.rule = RULES[(number % N_RULES) as usize];
        end = run.first + run.len;
    }
    let mut last = 0;
    for run in &mut runs {
        if matches!(run.rule, Rule::Shifted | Rule::Same) {
            last = bytes.number_near(last);
            run.to = last;
        }
    }
    let texts = str::from_utf8(bytes.0).unwrap_or_default().chars().collect::<Vec<_>>();
    let mut starts = (0..).zip(&texts).filter(|(_, c)| **c == '\0').map(|(at, _)| at + 1);
    let mut next = 0;
    for run in runs.iter_mut().filter(|run| run.rule == Rule::Texts) {
        run.to = next;
        (0..run.len).for_each(|_| next = starts.next().unwrap_or_default());
    }
    drop(starts);
    Table { runs, texts }
}

/// Remaining bytes to decode.
struct Bytes(&'static [u8]);

impl Bytes {
    /// Decodes the next number: seven bits per byte, the lowest first. The highest bit is set in
    /// every byte except the last.
    fn number(&mut self) -> u32 {
        let mut number = 0;
        let mut shift = 0;
        while let [byte, rest @ ..] = self.0 {
            self.0 = rest;
            number |= u32::from(byte & 0x7f) << shift;
            if *byte < 0x80 {
                break;
            }
            shift += 7;
        }
        number
    }

    /// Decodes the next number from its distance to another one: twice the distance, minus one if
    /// it is below.
    fn number_near(&mut self, other: u32) -> u32 {
        let distance = self.number();
        let half = distance.div_ceil(2);
        if distance.is_multiple_of(2) { other + half } else { other - half }
    }
}
