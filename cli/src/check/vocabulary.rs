//! Rules for the vocabulary.

use std::collections::HashMap;

use rustscape::{
    dataset::{
        VocabularyKind,
        json::{Position, Value},
    },
    search::fold,
};

use super::{
    context::CheckContext,
    field_path::{FILE_RECORD, FieldPath},
    figure::COUNTED_BAD,
    rule::Rule,
    value::{position_of, text_of},
};
use crate::{
    default_vocabulary::default_vocabulary,
    schema::{self, FieldSchema, ObjectSchema},
};

/// Lists whose terms every dataset defines, so that unused terms are useless. The other lists have
/// fixed terms, and readers may want to see all of them.
const CUSTOM_LISTS: [&str; 3] = ["domain", "industry", "replaces"];

/// Fewest projects that make a domain useful as a filter.
const DOMAIN_USES_MIN: usize = 3;

/// Most terms of a list that a reader can look through.
const SIZES_MAX: [(&str, usize); 2] = [("domain", 40), ("industry", 24)];

/// Lists whose terms need no explanation.
const WITHOUT_HINTS: [&str; 2] = ["replaces", "country"];

/// Desirable quantities: “90% less safety” says the opposite of what was measured.
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

/// Words for a direction, which repeat or reverse the direction of the figure.
const DIRECTION_WORDS: [&str; 24] = [
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

impl CheckContext<'_> {
    /// Checks every list of the vocabulary.
    pub(super) fn check_vocabulary(&mut self, file: &Value<'_>) {
        let (Some(object_schema), Some(lists)) =
            (schema::file_schema().object("vocabulary"), file.get("vocabulary"))
        else {
            return;
        };
        for FieldSchema { key, value_type, .. } in &object_schema.fields {
            let (Some(object_schema), Some(list)) = (value_type.object(), lists.get(key)) else {
                continue;
            };
            self.check_terms(object_schema, key, list.values());
            self.check_known(key, list);
            self.check_size(key, list);
        }
    }

    fn check_terms(
        &mut self,
        object_schema: &'static ObjectSchema,
        list: &'static str,
        terms: &[Value<'_>],
    ) {
        let mut labels = HashMap::new();
        for (idx, term) in terms.iter().enumerate() {
            let record = format!("vocabulary.{list}[{idx}]");
            let path = FieldPath::Record(&record);
            let Some(members) = term.as_object() else { continue };
            self.check_fields(object_schema, members, term.at, &path);
            self.check_label(term, &mut labels, &path);
            self.check_hint(list, term, &path);
            self.check_use(list, term, &path);
            if list == "metric" {
                self.check_quantity(term, &path);
            }
        }
    }

    fn check_label(
        &mut self,
        term: &Value<'_>,
        labels: &mut HashMap<String, Position>,
        path: &FieldPath<'_>,
    ) {
        let Some(label) = text_of(term, "label") else { return };
        let at = position_of(term, "label");
        if let Some(first) = labels.insert(fold(label), at) {
            let reason =
                format_args!("“{label}” is the label of another term (line {})", first.line);
            self.findings.add(Rule::LabelTaken, at, &path.key("label"), reason);
        }
    }

    fn check_hint(&mut self, list: &str, term: &Value<'_>, path: &FieldPath<'_>) {
        let path = path.key("hint");
        match (text_of(term, "label"), text_of(term, "hint")) {
            (Some(label), Some(hint)) if fold(label) == fold(hint) => {
                let at = position_of(term, "hint");
                self.findings.add(
                    Rule::HintRepeatsLabel,
                    at,
                    &path,
                    format_args!("repeats the label"),
                );
            }
            (_, None) if !WITHOUT_HINTS.contains(&list) => {
                self.findings.add(
                    Rule::TermWithoutHint,
                    term.at,
                    &path,
                    format_args!("is missing"),
                );
            }
            _ => {}
        }
    }

    fn check_use(&mut self, list: &'static str, term: &Value<'_>, path: &FieldPath<'_>) {
        let Some(id) = text_of(term, "id").filter(|_| CUSTOM_LISTS.contains(&list)) else { return };
        let at = position_of(term, "id");
        match self.index.n_uses(list, id) {
            0 => {
                let reason = format_args!("“{id}” is never used");
                self.findings.add(Rule::UnusedTerm, at, &path.key("id"), reason);
            }
            n_uses if list == "domain" && n_uses < DOMAIN_USES_MIN => {
                let reason = format_args!("“{id}” is used {n_uses} times");
                self.findings.add(Rule::RareTerm, at, &path.key("id"), reason);
            }
            _ => {}
        }
    }

    /// Checks that figures of a metric read well. A figure is “90% less” or “10× more” and the quantity.
    fn check_quantity(&mut self, metric: &Value<'_>, path: &FieldPath<'_>) {
        let Some(id) = text_of(metric, "id") else { return };
        let path = path.key("quantity");
        let Some(quantity) = text_of(metric, "quantity") else {
            let n_figures = self.index.n_figures(id);
            if n_figures > 0 && id != "other" {
                let reason =
                    format_args!("is missing, although {n_figures} outcomes have a figure");
                self.findings.add(Rule::FigureWithoutQuantity, metric.at, &path, reason);
            }
            return;
        };
        let folded = fold(quantity);
        let is_good = COUNTED_BAD.contains(&id) && GOOD_THINGS.contains(&folded.as_str());
        let has_direction = folded.split(' ').any(|word| DIRECTION_WORDS.contains(&word));
        if is_good || has_direction {
            let reason =
                format_args!("turns figures around: they would read “90% less {quantity}”");
            let at = position_of(metric, "quantity");
            self.findings.add(Rule::QuantityReadsBackwards, at, &path, reason);
        }
    }

    /// Checks that a list with fixed terms contains exactly these terms.
    fn check_known(&mut self, list: &str, value: &Value<'_>) {
        let of = VocabularyKind::ALL.into_iter().find(|kind| kind.key() == list);
        let known = of.map_or(&[][..], default_vocabulary);
        if known.is_empty() {
            return;
        }
        let path = FILE_RECORD.key("vocabulary");
        let path = path.key(list);
        let ids = value.values().iter().filter_map(|term| text_of(term, "id"));
        for missing in known.iter().filter(|term| !ids.clone().any(|id| id == term.id)) {
            let reason = format_args!("lacks “{}”", missing.id);
            self.findings.add(Rule::NotATermOfTheForm, value.at, &path, reason);
        }
        for (idx, term) in value.values().iter().enumerate() {
            let id = text_of(term, "id").filter(|id| !known.iter().any(|term| term.id == *id));
            if let Some(id) = id {
                let reason = format_args!("“{id}” is no term that this program knows");
                let at = position_of(term, "id");
                self.findings.add(Rule::NotATermOfTheForm, at, &path.index(idx), reason);
            }
        }
    }

    fn check_size(&mut self, list: &str, value: &Value<'_>) {
        let Some((_, n_max)) = SIZES_MAX.iter().find(|(key, _)| *key == list) else { return };
        let n_terms = value.values().len();
        if n_terms > *n_max {
            let path = FILE_RECORD.key("vocabulary");
            let reason = format_args!("has {n_terms} terms, more than {n_max}");
            self.findings.add(Rule::LongVocabulary, value.at, &path.key(list), reason);
        }
    }
}
