//! Industries of organizations, by the categories of their items.

use std::collections::HashMap;

use rustscape::dataset::VocabularyKind;

use super::{
    items::{Item, first},
    owners::N_SHOWN,
};
use crate::{
    import::{
        draft::Draft,
        record::{Place, quoted},
        report::{Loss, Report},
    },
    words::{counted, listed},
};

/// The categories of organizations, in the order of the file.
#[derive(Debug, Default)]
pub(super) struct Industries<'f> {
    organizations: Vec<Spread<'f>>,
    by_id: HashMap<String, usize>,
}

/// The items of an organization, counted by category.
#[derive(Debug)]
struct Spread<'f> {
    id: String,
    name: String,
    line: u64,
    /// Number of items in each category. Empty for an organization that is only a member.
    categories: Vec<(&'f str, usize)>,
}

impl<'f> Industries<'f> {
    /// Counts an item of an organization.
    pub(super) fn add(&mut self, id: &str, name: &str, item: &Item<'f>) {
        let next = self.organizations.len();
        let at = *self.by_id.entry(id.to_owned()).or_insert(next);
        if at == next {
            self.organizations.push(Spread {
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

    /// Makes industries of the categories with more than half of an organization's items, and
    /// reports organizations without one, or without any item.
    pub(super) fn tell(self, draft: &mut Draft, report: &mut Report) {
        let (with, without): (Vec<_>, Vec<_>) =
            self.organizations.into_iter().partition(|spread| !spread.categories.is_empty());
        let mut undecided = Vec::new();
        for spread in with {
            let Some(category) = spread.main_category() else {
                undecided.push(spread);
                continue;
            };
            let industry = draft.words.id_of(VocabularyKind::Industry, category);
            let record = &mut draft.organization(&spread.id, &spread.name, spread.line).record;
            let name = format!("category of {}", quoted(&spread.name));
            let place = Place { line: spread.line, name: &name };
            record.tell("industry", industry.into(), place, report);
        }
        let what = [
            "organization has no category with most of its items, and so no industry",
            "organizations have no category with most of their items, and so no industry",
        ];
        report_spread(&undecided, what, report);
        let what = [
            "organization is a member without any item: no list of projects shows it",
            "organizations are members without any item: no list of projects shows them",
        ];
        report_spread(&without, what, report);
    }
}

impl Spread<'_> {
    fn main_category(&self) -> Option<&str> {
        let n_items: usize = self.categories.iter().map(|(_, n_items)| n_items).sum();
        let main = self.categories.iter().find(|(_, n)| n_items < 2 * n);
        main.map(|(category, _)| *category)
    }
}

fn report_spread(organizations: &[Spread<'_>], [one, many]: [&str; 2], report: &mut Report) {
    let Some(line) = organizations.first().map(|spread| spread.line) else { return };
    let names = organizations.iter().take(N_SHOWN).map(|spread| quoted(&spread.name));
    let names = listed(&names.collect::<Vec<_>>());
    let n = organizations.len();
    let such_as = if N_SHOWN < n { "such as " } else { "" };
    let (count, first) = (counted(n, one, many), first(line, n));
    report.whole("", format!("{count} ({such_as}{names}; {first})"), (n, Loss::Nothing));
}
