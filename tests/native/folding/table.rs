//! Makes the table of folded characters that the engine has.

use std::collections::BTreeMap;

use super::model::{every_char, folded, is_in_table, is_left_out, is_letter_mark_or_number};

/// Successive characters that fold in the same way, as `src/search/fold_table.rs` reads them.
struct Run {
    first: u32,
    len: u32,
    way: Way,
}

#[derive(Clone, Copy)]
enum Way {
    Nothing,
    Shifted(u32),
    Same(u32),
    Pairs,
    Texts,
}

impl Way {
    const N: u32 = 5;

    fn number(self) -> u32 {
        match self {
            Self::Nothing => 0,
            Self::Shifted(_) => 1,
            Self::Same(_) => 2,
            Self::Pairs => 3,
            Self::Texts => 4,
        }
    }
}

/// The folded form of every character of the table, by code point.
type Folds = BTreeMap<u32, String>;

/// The bytes of the table.
pub(super) fn make() -> Vec<u8> {
    let folds = folds();
    let runs = runs(&folds);
    let mut bytes = Vec::new();
    push_number(u32::try_from(runs.len()).unwrap(), &mut bytes);
    let mut end = 0x80;
    for run in &runs {
        push_number(run.first - end, &mut bytes);
        end = run.first + run.len;
    }
    for run in &runs {
        push_number(run.len * Way::N + run.way.number(), &mut bytes);
    }
    let mut last = 0;
    for run in &runs {
        if let Way::Shifted(to) | Way::Same(to) = run.way {
            push_number(distance(last, to), &mut bytes);
            last = to;
        }
    }
    for run in runs.iter().filter(|run| matches!(run.way, Way::Texts)) {
        for text in folds.range(run.first..run.first + run.len).map(|(_, text)| text) {
            bytes.extend(text.bytes().chain([0]));
        }
    }
    bytes
}

/// The characters that fold to something else. Hangul is computed.
fn folds() -> Folds {
    let is_hangul = |c: &char| ('\u{ac00}'..='\u{d7a3}').contains(c);
    every_char()
        .filter(|c| is_letter_mark_or_number(*c) || is_in_table(*c))
        .filter(|c| !is_left_out(*c) && !is_hangul(c))
        .map(|c| (c, folded(c)))
        .filter(|(c, folded)| *folded != c.to_string())
        .map(|(c, folded)| (u32::from(c), folded))
        .collect()
}

fn runs(folds: &Folds) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (code, text) in folds {
        if runs.last().is_none_or(|run| run.first + run.len <= *code) {
            runs.push(longest_run(folds, *code, text));
        }
    }
    runs
}

fn longest_run(folds: &Folds, first: u32, text: &str) -> Run {
    let run = |way, fits: &dyn Fn(u32, Option<&str>) -> bool| {
        let is_in = |at: &u32| fits(*at, folds.get(&(first + at)).map(String::as_str));
        Run { first, len: u32::try_from((0..=0xffff).take_while(is_in).count()).unwrap(), way }
    };
    if text.is_empty() {
        return run(Way::Nothing, &|_, text| text.is_some_and(str::is_empty));
    }
    let Some(to) = only_char(text) else {
        let is_text = |text: &str| 1 < text.chars().count();
        return run(Way::Texts, &|_, text| text.is_some_and(is_text));
    };
    let code_of = |text: Option<&str>| text.and_then(only_char);
    let shifted = run(Way::Shifted(to), &|at, text| code_of(text) == Some(to + at));
    let same = run(Way::Same(to), &|_, text| code_of(text) == Some(to));
    let small = |at| (at % 2 == 0).then_some(first + at + 1);
    let pairs = run(Way::Pairs, &|at, text| {
        code_of(text) == small(at) && (text.is_none() || code_of(text).is_some())
    });
    let even_pairs = Run { len: pairs.len / 2 * 2, ..pairs };
    [even_pairs, same].into_iter().fold(shifted, |a, b| if a.len < b.len { b } else { a })
}

fn only_char(text: &str) -> Option<u32> {
    let mut chars = text.chars();
    let first = chars.next().map(u32::from);
    first.filter(|_| chars.next().is_none())
}

/// Twice the distance from one number to another, one less if that is below.
fn distance(from: u32, to: u32) -> u32 {
    if from <= to { (to - from) * 2 } else { (from - to) * 2 - 1 }
}

/// Seven bits a byte, the lowest first, the highest bit set in all but the last byte.
fn push_number(mut number: u32, bytes: &mut Vec<u8>) {
    while 0x80 <= number {
        bytes.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
}
