//! Generator of the folding table in `src/search/fold_table.bin`.

use std::collections::BTreeMap;

use super::model::{every_char, folded, is_in_table, is_left_out, is_letter_mark_or_number};

/// Consecutive characters that fold by the same rule, as `src/search/fold_table.rs` reads them.
struct Run {
    first: u32,
    len: u32,
    rule: Rule,
}

#[derive(Clone, Copy)]
enum Rule {
    Nothing,
    Shifted(u32),
    Same(u32),
    Pairs,
    Texts,
}

impl Rule {
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

/// Folded form of every character of the table, by code point.
type Folds = BTreeMap<u32, String>;

/// Returns the bytes of the table.
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
        push_number(run.len * Rule::N + run.rule.number(), &mut bytes);
    }
    let mut last = 0;
    for run in &runs {
        if let Rule::Shifted(to) | Rule::Same(to) = run.rule {
            push_number(distance(last, to), &mut bytes);
            last = to;
        }
    }
    for run in runs.iter().filter(|run| matches!(run.rule, Rule::Texts)) {
        for text in folds.range(run.first..run.first + run.len).map(|(_, text)| text) {
            bytes.extend(text.bytes().chain([0]));
        }
    }
    bytes
}

/// Returns the characters that fold to something else, except Hangul, which is computed.
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
    let run = |rule, fits: &dyn Fn(u32, Option<&str>) -> bool| {
        let is_in = |at: &u32| fits(*at, folds.get(&(first + at)).map(String::as_str));
        Run { first, len: u32::try_from((0..=0xffff).take_while(is_in).count()).unwrap(), rule }
    };
    if text.is_empty() {
        return run(Rule::Nothing, &|_, text| text.is_some_and(str::is_empty));
    }
    let Some(to) = only_char(text) else {
        let is_text = |text: &str| text.chars().count() > 1;
        return run(Rule::Texts, &|_, text| text.is_some_and(is_text));
    };
    let code_of = |text: Option<&str>| text.and_then(only_char);
    let shifted = run(Rule::Shifted(to), &|at, text| code_of(text) == Some(to + at));
    let same = run(Rule::Same(to), &|_, text| code_of(text) == Some(to));
    let small = |at| (at % 2 == 0).then_some(first + at + 1);
    let pairs = run(Rule::Pairs, &|at, text| {
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

/// Returns twice the distance between two numbers, minus one if `to` is below `from`.
fn distance(from: u32, to: u32) -> u32 {
    if to >= from { (to - from) * 2 } else { (from - to) * 2 - 1 }
}

/// Encodes a number in seven bits per byte, the lowest first. The highest bit is set in every byte
/// except the last.
fn push_number(mut number: u32, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
}
