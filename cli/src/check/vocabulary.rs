//! The lists of coded values.

use std::collections::HashMap;

use rustscape::{
    dataset::{
        VocabularyKind,
        json::{Position, Value},
    },
    search::fold,
};

use super::{
    course::{Course, position_of, text_of},
    head::FILE_PLACE,
    place::Place,
    rule::Rule,
};
use crate::{
    default_vocabulary::default_vocabulary,
    schema::{self, FieldSchema, ObjectSchema},
};

/// Lists whose terms are a dataset's own, so that one that is never used is only in the way. Of the
/// other lists readers may want to see what there could be.
const OWN: [&str; 3] = ["domain", "industry", "replaces"];

/// How many projects a domain needs to be worth a value of its own in the refinements.
const DOMAIN_USES_MIN: usize = 3;

/// How many values of a list can still be looked through.
const SIZES_MAX: [(&str, usize); 2] = [("domain", 40), ("industry", 24)];

/// Lists whose terms explain themselves.
const WITHOUT_HINTS: [&str; 2] = ["replaces", "country"];

/// Metrics of which a figure counts bad events, so that less of it is better.
pub(super) const COUNTED_BAD: [&str; 2] = ["safety", "reliability"];

/// Names of good things: “90% less safety” says the opposite of what was measured.
const GOOD_THINGS: [&str; 9] = [
    "safety",
    "reliability",
    "security",
    "stability",
    "availability",
    "uptime",
    "quality",
    "robustness",
    "productivity",
];

/// Words that say which way a figure went, which the figure says already.
const WAYS: [&str; 24] = [
    "fewer",
    "less",
    "more",
    "lower",
    "higher",
    "faster",
    "slower",
    "smaller",
    "larger",
    "bigger",
    "shorter",
    "longer",
    "better",
    "worse",
    "reduced",
    "reduction",
    "increased",
    "increase",
    "decreased",
    "decrease",
    "saved",
    "savings",
    "improved",
    "improvement",
];

impl Course<'_> {
    /// Checks every list of the vocabulary.
    pub(super) fn check_vocabulary(&mut self, file: &Value<'_>) {
        let (Some(form), Some(lists)) =
            (schema::file().object("vocabulary"), file.get("vocabulary"))
        else {
            return;
        };
        for FieldSchema { key, value_type, .. } in &form.fields {
            let (Some(form), Some(list)) = (value_type.object(), lists.get(key)) else {
                continue;
            };
            self.check_terms(form, key, list.values());
            self.check_known(key, list);
            self.check_size(key, list);
        }
    }

    fn check_terms(
        &mut self,
        form: &'static ObjectSchema,
        list: &'static str,
        terms: &[Value<'_>],
    ) {
        let mut labels = HashMap::new();
        for (idx, term) in terms.iter().enumerate() {
            let record = format!("vocabulary.{list}[{idx}]");
            let place = Place::Record(&record);
            let Some(members) = term.as_object() else { continue };
            self.check_form(form, members, term.at, &place);
            self.check_label(term, &mut labels, &place);
            self.check_hint(list, term, &place);
            self.check_use(list, term, &place);
            if list == "metric" {
                self.check_quantity(term, &place);
            }
        }
    }

    fn check_label(
        &mut self,
        term: &Value<'_>,
        labels: &mut HashMap<String, Position>,
        place: &Place<'_>,
    ) {
        let Some(label) = text_of(term, "label") else { return };
        let at = position_of(term, "label");
        if let Some(first) = labels.insert(fold(label), at) {
            let reason =
                format_args!("“{label}” is the label of another term (line {})", first.line);
            self.findings.add(Rule::LabelTaken, at, &place.key("label"), reason);
        }
    }

    fn check_hint(&mut self, list: &str, term: &Value<'_>, place: &Place<'_>) {
        let place = place.key("hint");
        match (text_of(term, "label"), text_of(term, "hint")) {
            (Some(label), Some(hint)) if fold(label) == fold(hint) => {
                let at = position_of(term, "hint");
                self.findings.add(
                    Rule::HintRepeatsLabel,
                    at,
                    &place,
                    format_args!("repeats the label"),
                );
            }
            (_, None) if !WITHOUT_HINTS.contains(&list) => {
                self.findings.add(
                    Rule::TermWithoutHint,
                    term.at,
                    &place,
                    format_args!("is missing"),
                );
            }
            _ => {}
        }
    }

    fn check_use(&mut self, list: &'static str, term: &Value<'_>, place: &Place<'_>) {
        let Some(id) = text_of(term, "id").filter(|_| OWN.contains(&list)) else { return };
        let at = position_of(term, "id");
        match self.census.n_uses(list, id) {
            0 => {
                let reason = format_args!("“{id}” is never used");
                self.findings.add(Rule::UnusedTerm, at, &place.key("id"), reason);
            }
            n_uses if list == "domain" && n_uses < DOMAIN_USES_MIN => {
                let reason = format_args!("“{id}” is used {n_uses} times");
                self.findings.add(Rule::RareTerm, at, &place.key("id"), reason);
            }
            _ => {}
        }
    }

    /// What a figure of a metric reads like: “90% less” or “10× more”, and then the quantity.
    fn check_quantity(&mut self, metric: &Value<'_>, place: &Place<'_>) {
        let Some(id) = text_of(metric, "id") else { return };
        let place = place.key("quantity");
        let Some(quantity) = text_of(metric, "quantity") else {
            let n_figures = self.census.n_figures(id);
            if 0 < n_figures && id != "other" {
                let reason =
                    format_args!("is missing, although {n_figures} outcomes have a figure");
                self.findings.add(Rule::FigureWithoutQuantity, metric.at, &place, reason);
            }
            return;
        };
        let folded = fold(quantity);
        let is_good = COUNTED_BAD.contains(&id) && GOOD_THINGS.contains(&folded.as_str());
        let has_way = folded.split(' ').any(|word| WAYS.contains(&word));
        if is_good || has_way {
            let reason =
                format_args!("turns figures around: they would read “90% less {quantity}”");
            let at = position_of(metric, "quantity");
            self.findings.add(Rule::QuantityReadsBackwards, at, &place, reason);
        }
    }

    /// Whether a list whose terms mean something to this program has these terms and no others.
    fn check_known(&mut self, list: &str, value: &Value<'_>) {
        let of = VocabularyKind::ALL.into_iter().find(|coded| coded.key() == list);
        let known = of.map_or(&[][..], default_vocabulary);
        if known.is_empty() {
            return;
        }
        let place = FILE_PLACE.key("vocabulary");
        let place = place.key(list);
        let ids = value.values().iter().filter_map(|term| text_of(term, "id"));
        for missing in known.iter().filter(|term| !ids.clone().any(|id| id == term.id)) {
            let reason = format_args!("lacks “{}”", missing.id);
            self.findings.add(Rule::NotATermOfTheForm, value.at, &place, reason);
        }
        for (idx, term) in value.values().iter().enumerate() {
            let id = text_of(term, "id").filter(|id| !known.iter().any(|term| term.id == *id));
            if let Some(id) = id {
                let reason = format_args!("“{id}” is no term that this program knows");
                let at = position_of(term, "id");
                self.findings.add(Rule::NotATermOfTheForm, at, &place.index(idx), reason);
            }
        }
    }

    fn check_size(&mut self, list: &str, value: &Value<'_>) {
        let Some((_, n_max)) = SIZES_MAX.iter().find(|(key, _)| *key == list) else { return };
        let n_terms = value.values().len();
        if *n_max < n_terms {
            let place = FILE_PLACE.key("vocabulary");
            let reason = format_args!("has {n_terms} terms, more than {n_max}");
            self.findings.add(Rule::LongVocabulary, value.at, &place.key(list), reason);
        }
    }
}
