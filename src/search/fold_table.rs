//! The table of characters that fold to others, decoded from its compact form.

use std::sync::OnceLock;

/// The table as `tests/native/folding/table.rs` writes it: the number of runs, then the gaps
/// between runs, then their lengths and ways, then the targets of some, all as variable-length
/// numbers, and last the texts of the others. Columns compress better than rows.
const BYTES: &[u8] = include_bytes!("fold_table.bin");

/// How many ways there are: lengths are multiplied by it to carry a way.
const N_WAYS: u32 = 5;

static TABLE: OnceLock<Vec<Run>> = OnceLock::new();

/// Successive characters that fold in the same way.
struct Run {
    first: u32,
    len: u32,
    way: Way,
}

#[derive(Clone, Copy)]
enum Way {
    /// Each to nothing.
    Nothing,
    /// Each to the character at the same distance from this one.
    Shifted(u32),
    /// All to this one.
    Same(u32),
    /// Capital and small letters alternate: each to the small one.
    Pairs,
    /// Each to a text of several characters. These are left, each with a NUL after it.
    Texts(&'static [u8]),
}

/// Visits the characters that a character folds to according to the table: itself where it is not
/// in the table.
pub(super) fn fold_by_table(c: char, visit: &mut dyn FnMut(char)) {
    let code = u32::from(c);
    let runs = TABLE.get_or_init(read_runs);
    let after = runs.partition_point(|run| run.first <= code);
    let run = after.checked_sub(1).and_then(|at| runs.get(at));
    let Some(run) = run.filter(|run| code - run.first < run.len) else { return visit(c) };
    let at = code - run.first;
    let folded = match run.way {
        Way::Nothing => return,
        Way::Shifted(to) => to + at,
        Way::Same(to) => to,
        Way::Pairs => run.first + (at | 1),
        Way::Texts(texts) => return visit_text(texts, at, visit),
    };
    visit(char::from_u32(folded).unwrap_or(c));
}

fn visit_text(texts: &[u8], at: u32, visit: &mut dyn FnMut(char)) {
    let text = texts.split(|byte| *byte == 0).nth(at as usize).unwrap_or_default();
    str::from_utf8(text).unwrap_or_default().chars().for_each(visit);
}

fn read_runs() -> Vec<Run> {
    let mut bytes = Bytes(BYTES);
    let mut end = 0x80;
    let mut runs = Vec::new();
    for _ in 0..bytes.number() {
        runs.push(Run { first: bytes.number(), len: 0, way: Way::Nothing });
    }
    for run in &mut runs {
        let number = bytes.number();
        run.first += end;
        run.len = number / N_WAYS;
        run.way = [Way::Nothing, Way::Shifted(0), Way::Same(0), Way::Pairs, Way::Texts(&[])]
            [(number % N_WAYS) as usize];
        end = run.first + run.len;
    }
    let mut last = 0;
    for run in &mut runs {
        if let Way::Shifted(to) | Way::Same(to) = &mut run.way {
            last = bytes.number_near(last);
            *to = last;
        }
    }
    for run in &mut runs {
        if let Way::Texts(texts) = &mut run.way {
            *texts = bytes.0;
            (0..run.len).for_each(|_| bytes.skip_text());
        }
    }
    runs
}

/// Bytes left to decode.
struct Bytes(&'static [u8]);

impl Bytes {
    /// The next number: seven bits a byte, the lowest first, the highest bit set in all but the
    /// last byte.
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

    /// The next number, which is written as its distance from another: twice that, one less if it
    /// is below.
    fn number_near(&mut self, other: u32) -> u32 {
        let distance = self.number();
        let half = distance.div_ceil(2);
        if distance.is_multiple_of(2) { other + half } else { other - half }
    }

    fn skip_text(&mut self) {
        while let [byte, rest @ ..] = self.0 {
            self.0 = rest;
            if *byte == 0 {
                break;
            }
        }
    }
}
