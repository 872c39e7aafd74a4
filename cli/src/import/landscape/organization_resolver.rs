//! Determines the organization of each item.

use std::collections::BTreeMap;

use super::items::{LandscapeItem, crunchbase_name};
use crate::{
    import::{
        id_allocator::IdAllocator,
        message::{capitalized, quoted},
        report::{ImportReport, Omission},
        slug::slug,
    },
    words::{counted, listed},
};

/// Most names that a message shows as examples.
pub(super) const N_EXAMPLES: usize = 3;

/// The origin of an organization's name, most reliable first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum NameOrigin {
    /// The field `organization` of an item.
    Field,
    /// The name of a member.
    Member,
    /// An item with the same name as its organization.
    Item,
    /// The last part of the Crunchbase URL.
    Url,
}

/// The organizations of a landscape.
#[derive(Debug)]
pub(super) struct OrganizationResolver {
    ids: IdAllocator,
    /// The names of organizations with a Crunchbase URL, by id.
    names: BTreeMap<String, (NameOrigin, String)>,
}

impl OrganizationResolver {
    /// Finds the names of all organizations. A landscape often contains only their Crunchbase
    /// URLs; names that had to be derived from these are reported.
    pub(super) fn new(items: &[LandscapeItem<'_>], report: &mut ImportReport) -> Self {
        let mut names: BTreeMap<String, (NameOrigin, String)> = BTreeMap::new();
        for item in items {
            let Some(crunchbase) = item.crunchbase() else { continue };
            let id = slug(crunchbase);
            let found = name_from(item, crunchbase, &id);
            match names.get_mut(&id) {
                Some(known) if known.0 > found.0 => *known = found,
                Some(_) => {}
                None => drop(names.insert(id, found)),
            }
        }
        let mut ids = IdAllocator::new("organization");
        for (id, (_, name)) in &names {
            ids.reserve(name, id);
        }
        report_names_from_urls(&names, report);
        Self { ids, names }
    }

    /// Returns the id and the name of an item's organization. An item without an organization is
    /// its own.
    pub(super) fn organization_of(&mut self, item: &LandscapeItem<'_>) -> (String, String) {
        if let Some(id) = item.crunchbase().map(slug)
            && let Some((_, name)) = self.names.get(&id)
        {
            return (id, name.clone());
        }
        let name = item.organization().or(item.member()).unwrap_or(item.name);
        (self.ids.id_for(name), name.to_owned())
    }

    /// Removes and returns the warning about the id of an organization.
    pub(super) fn take_warning(&mut self, name: &str) -> Option<String> {
        self.ids.take_warning(name)
    }
}

/// Returns the name that an item gives to its organization.
fn name_from(item: &LandscapeItem<'_>, crunchbase: &str, id: &str) -> (NameOrigin, String) {
    let field = item.organization().filter(|name| crunchbase_name(name).is_none());
    if let Some(name) = field {
        return (NameOrigin::Field, name.to_owned());
    }
    if let Some(name) = item.member() {
        return (NameOrigin::Member, name.to_owned());
    }
    if slug(item.name) == id {
        return (NameOrigin::Item, item.name.to_owned());
    }
    (NameOrigin::Url, title_case(crunchbase))
}

fn title_case(crunchbase: &str) -> String {
    let words = crunchbase.split('-').filter(|word| !word.is_empty());
    words.map(capitalized).collect::<Vec<_>>().join(" ")
}

fn report_names_from_urls(
    names: &BTreeMap<String, (NameOrigin, String)>,
    report: &mut ImportReport,
) {
    let names = names.values().filter(|(origin, _)| *origin == NameOrigin::Url);
    let names: Vec<_> = names.map(|(_, name)| name).collect();
    if names.is_empty() {
        return;
    }
    let examples = names.iter().take(N_EXAMPLES).map(|name| quoted(name)).collect::<Vec<_>>();
    let n = names.len();
    let count = counted(n, "organization is named", "organizations are named");
    let text = format!("{count} after the address at Crunchbase, such as {}", listed(&examples));
    report.add_summary("", text, (n, Omission::Nothing));
}
