//! Derives the industries of organizations from the categories of their items.

use std::collections::HashMap;

use rustscape::dataset::VocabularyKind;

use super::{items::LandscapeItem, organization_resolver::N_EXAMPLES, unmapped_fields::first_line};
use crate::{
    import::{
        draft::DatasetDraft,
        location::InputLocation,
        message::quoted,
        report::{ImportReport, Omission},
    },
    words::{counted, listed},
};

/// Counts the items of all organizations by category.
#[derive(Debug, Default)]
pub(super) struct IndustryCounter<'f> {
    /// The organizations in the order of the file.
    organizations: Vec<CategoryCounts<'f>>,
    /// The positions of the organizations by id.
    by_id: HashMap<String, usize>,
}

/// The items of an organization, counted by category.
#[derive(Debug)]
struct CategoryCounts<'f> {
    id: String,
    name: String,
    /// The line of the first item.
    line: u64,
    /// The number of items in each category; empty if all items are memberships.
    categories: Vec<(&'f str, usize)>,
}

impl<'f> IndustryCounter<'f> {
    /// Counts an item of an organization.
    pub(super) fn add(&mut self, id: &str, name: &str, item: &LandscapeItem<'f>) {
        let next = self.organizations.len();
        let at = *self.by_id.entry(id.to_owned()).or_insert(next);
        if at == next {
            self.organizations.push(CategoryCounts {
                id: id.to_owned(),
                name: name.to_owned(),
                line: item.line,
                categories: Vec::new(),
            });
        }
        if item.is_member {
            return;
        }
        let categories = &mut self.organizations[at].categories;
        match categories.iter_mut().find(|(category, _)| *category == item.category) {
            Some((_, n_items)) => *n_items += 1,
            None => categories.push((item.category, 1)),
        }
    }

    /// Sets the industry of each organization to the category with more than half of its items.
    /// Reports organizations without such a category, and those without any item.
    pub(super) fn apply(self, draft: &mut DatasetDraft, report: &mut ImportReport) {
        let (with_items, without_items): (Vec<_>, Vec<_>) =
            self.organizations.into_iter().partition(|counts| !counts.categories.is_empty());
        let mut undecided = Vec::new();
        for counts in with_items {
            let Some(category) = counts.main_category() else {
                undecided.push(counts);
                continue;
            };
            let industry = draft.vocabulary.term_id(VocabularyKind::Industry, category);
            let record = &mut draft.organization(&counts.id, &counts.name, counts.line).record;
            let name = format!("category of {}", quoted(&counts.name));
            let location = InputLocation { line: counts.line, name: &name };
            record.merge("industry", industry.into(), location, report);
        }
        let forms = [
            "organization has no category with most of its items, and so no industry",
            "organizations have no category with most of their items, and so no industry",
        ];
        report_organizations(&undecided, forms, report);
        let forms = [
            "organization is a member without any item: no list of projects shows it",
            "organizations are members without any item: no list of projects shows them",
        ];
        report_organizations(&without_items, forms, report);
    }
}

impl CategoryCounts<'_> {
    /// Returns the category with more than half of the items.
    fn main_category(&self) -> Option<&str> {
        let n_items: usize = self.categories.iter().map(|(_, n_items)| n_items).sum();
        let main = self.categories.iter().find(|(_, n)| 2 * n > n_items);
        main.map(|(category, _)| *category)
    }
}

/// Reports the number of organizations, with examples. The forms of the message are singular and
/// plural.
fn report_organizations(
    organizations: &[CategoryCounts<'_>],
    [one, many]: [&str; 2],
    report: &mut ImportReport,
) {
    let Some(line) = organizations.first().map(|counts| counts.line) else { return };
    let names = organizations.iter().take(N_EXAMPLES).map(|counts| quoted(&counts.name));
    let names = listed(&names.collect::<Vec<_>>());
    let n = organizations.len();
    let such_as = if n > N_EXAMPLES { "such as " } else { "" };
    let (count, first) = (counted(n, one, many), first_line(line, n));
    let text = format!("{count} ({such_as}{names}; {first})");
    report.add_summary("", text, (n, Omission::Nothing));
}
