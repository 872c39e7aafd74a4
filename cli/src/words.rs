//! Counts and lists of names in English text.

/// Returns a count with its noun: `1 project`, `1,153 sources`.
pub(crate) fn counted(n: usize, one: &str, many: &str) -> String {
    let n = u32::try_from(n).unwrap_or(u32::MAX);
    let (number, noun) = rustscape::wording::counted(n, one, many);
    format!("{number} {noun}")
}

/// Joins names with commas and an "and": `a, b and c`.
pub(crate) fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
