//! Measured outcomes as short figures, such as "−70 % CPU".

use crate::dataset::{Change, Outcome, Project, TermIdx, Unit, Vocabulary};

/// An outcome as a figure: the amount, and the quantity that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Amount of the change, such as `−70 %` or `10×`. Its spaces are no-break spaces.
    pub amount: String,
    /// Quantity that changed, such as `CPU` or `lower latency`.
    pub quantity: String,
}

/// Returns the figure of an outcome, or `None` if the outcome has no [numeric change](Outcome::change).
///
/// # Examples
///
/// ```
/// use rustscape::{dataset::read, wording::figure};
///
/// let file = r#"{"schema_version": 1, "title": "Atlas", "vocabulary": {
///     "confidence": [{"id": "unverified", "label": "Unverified"}],
///     "metric": [{"id": "cpu", "label": "CPU", "quantity": "CPU"}]}, "organizations": [
///     {"id": "acme", "name": "Acme", "projects": [
///         {"id": "gate", "name": "Gate", "confidence": "unverified", "outcomes": [{
///             "metric": "cpu", "direction": "down", "value": 70, "unit": "percent",
///             "statement": "70 % less CPU.", "source": 0}],
///          "sources": [{"title": "Report"}]}]}]}"#;
/// let (dataset, _) = read(file.as_bytes())?;
/// let figure = figure(&dataset.projects[0].outcomes[0], &dataset.vocabulary).expect("a figure");
/// assert_eq!(figure.amount, "−70\u{a0}%");
/// assert_eq!(figure.quantity, "CPU");
/// # Ok::<(), rustscape::dataset::DatasetError>(())
/// ```
pub fn figure(outcome: &Outcome, vocabulary: &Vocabulary) -> Option<Figure> {
    let change = outcome.change(vocabulary)?;
    let number = short_number(change.value);
    if change.unit == Unit::Times {
        return Some(Figure {
            amount: [number.as_str(), change.symbol].concat(),
            quantity: [comparative(&change), " ", change.quantity].concat(),
        });
    }
    let sign = if change.is_less { "−" } else { "+" };
    let amount = [sign, &number, "\u{a0}", change.symbol].concat();
    Some(Figure { amount, quantity: change.quantity.to_owned() })
}

/// Returns the first outcome of a project that has a figure, with the figure.
pub fn headline<'p>(
    project: &'p Project,
    vocabulary: &Vocabulary,
) -> Option<(&'p Outcome, Figure)> {
    project.outcomes.iter().find_map(|outcome| Some((outcome, figure(outcome, vocabulary)?)))
}

/// Returns the first outcome of a project with this metric that has a figure, with the figure.
pub fn figure_of<'p>(
    project: &'p Project,
    metric: TermIdx,
    vocabulary: &Vocabulary,
) -> Option<(&'p Outcome, Figure)> {
    let mut outcomes = project.outcomes.iter().filter(|outcome| outcome.metric == metric);
    outcomes.find_map(|outcome| Some((outcome, figure(outcome, vocabulary)?)))
}

/// Comparatives for a multiple of a quantity, by its last word: "lower latency", "fewer bugs", "less
/// memory". The first comparative is for a decrease, the second for an increase.
const COMPARATIVES: [(&[&str], [&str; 2]); 4] = [
    (&["time", "times"], ["faster", "slower"]),
    (&["size", "sizes", "footprint", "scale"], ["smaller", "larger"]),
    (&["memory", "cpu", "ram", "code", "data", "effort", "work", "traffic"], ["less", "more"]),
    // Plurals that are not countable.
    (&["costs", "emissions", "latencies", "prices", "rates"], ["lower", "higher"]),
];

fn comparative(change: &Change<'_>) -> &'static str {
    let last = change.quantity.rsplit(' ').next().unwrap_or_default();
    let is_last = |word: &&str| word.eq_ignore_ascii_case(last);
    let listed = COMPARATIVES.iter().find(|(words, _)| words.iter().any(is_last));
    // "Fewer" is for countable nouns, which are in the plural here.
    let is_plural = last.ends_with('s') && !last.ends_with("ss");
    let [less, more] = match listed {
        Some((_, comparatives)) => *comparatives,
        None if is_plural => ["fewer", "more"],
        None => ["lower", "higher"],
    };
    if change.is_less { less } else { more }
}

/// Minimum, divisor and suffix of each scale of short numbers. A scale begins where rounding to two
/// decimals reaches it.
const STEPS: [(f64, f64, &str); 3] =
    [(999_995_000.0, 1e9, "\u{a0}bn"), (999_995.0, 1e6, "\u{a0}M"), (9_999.995, 1e3, "\u{a0}k")];

/// Formats a non-negative number in a few characters: `70`, `2.5`, `12 k`, `40 M`, `1.2 bn`. Keeps at
/// most two decimals, and shortens numbers from ten thousand on.
pub fn short_number(value: f64) -> String {
    let step = STEPS.into_iter().find(|(from, _, _)| value >= *from);
    let (scale, suffix) = step.map_or((1.0, ""), |(_, scale, suffix)| (scale, suffix));
    [decimal(value / scale).as_str(), suffix].concat()
}

/// Formats a number with at most two decimals and without trailing zeros. Uses integers, because
/// formatting of floats would add some kilobytes to the WebAssembly module.
fn decimal(value: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it saturates")]
    let hundredths = (value * 100.0).round() as u64;
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match rest {
        0 => whole.to_string(),
        rest if rest % 10 == 0 => format!("{whole}.{}", rest / 10),
        rest => format!("{whole}.{rest:02}"),
    }
}
