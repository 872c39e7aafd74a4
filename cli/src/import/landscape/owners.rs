//! Whose items they are.

use std::collections::BTreeMap;

use super::{
    items::Item,
    yaml::{Content, Entry, Node},
};
use crate::import::{
    identity::Identities,
    record::quoted,
    report::{Loss, Report},
    slug::slug,
};
use crate::words::{counted, listed};

/// How many names that were made are shown: enough to see what they are like.
pub(super) const N_SHOWN: usize = 3;

impl<'f> Item<'f> {
    /// A field that says something.
    pub(super) fn get(&self, key: &str) -> Option<&'f Node> {
        let found = self.fields.iter().find(|entry| entry.key == key);
        found.map(|Entry { value, .. }| value).filter(|value| !value.is_empty())
    }

    /// The name of the organization that it stands for, if it is a member and no project.
    pub(super) fn member(&self) -> Option<&'f str> {
        self.is_member.then_some(self.name)
    }

    /// Whether its `crunchbase` leads to an organization.
    pub(super) fn has_crunchbase(&self) -> bool {
        self.get("crunchbase").and_then(Node::text).and_then(crunchbase_name).is_some()
    }

    /// The last part of the Crunchbase address of the organization.
    fn crunchbase(&self) -> Option<&'f str> {
        let addresses = [self.get("crunchbase").and_then(Node::text), self.organization()];
        addresses.into_iter().flatten().find_map(crunchbase_name)
    }

    /// The name of the organization, where it is written.
    fn organization(&self) -> Option<&'f str> {
        let organization = self.get("organization")?;
        match &organization.content {
            Content::Object(_) => organization.get("name").and_then(Node::text),
            _ => organization.text(),
        }
    }
}

fn crunchbase_name(address: &str) -> Option<&str> {
    let (_, name) = address.split_once("crunchbase.com/organization/")?;
    name.split(['/', '?', '#']).next().filter(|name| !slug(name).is_empty())
}

/// How well a name for an organization is founded, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Origin {
    Written,
    Member,
    /// An item is called like its organization.
    Item,
    /// Made of the address.
    Address,
}

/// The organizations of a landscape.
#[derive(Debug)]
pub(super) struct Owners {
    identities: Identities,
    /// The names of those with a Crunchbase address, by their ids.
    names: BTreeMap<String, (Origin, String)>,
}

impl Owners {
    /// Finds out what the organizations are called. A landscape only has their addresses at
    /// Crunchbase, so names that had to be made of these are reported.
    pub(super) fn of(items: &[Item<'_>], report: &mut Report) -> Self {
        let mut names: BTreeMap<String, (Origin, String)> = BTreeMap::new();
        for item in items {
            let Some(crunchbase) = item.crunchbase() else { continue };
            let id = slug(crunchbase);
            let found = name_by(item, crunchbase, &id);
            match names.get_mut(&id) {
                Some(known) if found.0 < known.0 => *known = found,
                Some(_) => {}
                None => drop(names.insert(id, found)),
            }
        }
        let mut identities = Identities::new("organization");
        for (id, (_, name)) in &names {
            identities.announce(name, id);
        }
        report_made(&names, report);
        Self { identities, names }
    }

    /// The id and the name of the organization of an item, which is the item itself where there
    /// is none.
    pub(super) fn owner(&mut self, item: &Item<'_>) -> (String, String) {
        if let Some(id) = item.crunchbase().map(slug)
            && let Some((_, name)) = self.names.get(&id)
        {
            return (id, name.clone());
        }
        let name = item.organization().or(item.member()).unwrap_or(item.name);
        (self.identities.of_name(name), name.to_owned())
    }

    /// Why somebody should look at the id of an organization.
    pub(super) fn take_doubt(&mut self, name: &str) -> Option<String> {
        self.identities.take_doubt(name)
    }
}

fn name_by(item: &Item<'_>, crunchbase: &str, id: &str) -> (Origin, String) {
    let written = item.organization().filter(|name| crunchbase_name(name).is_none());
    if let Some(name) = written {
        return (Origin::Written, name.to_owned());
    }
    if let Some(name) = item.member() {
        return (Origin::Member, name.to_owned());
    }
    if slug(item.name) == id {
        return (Origin::Item, item.name.to_owned());
    }
    (Origin::Address, title_case(crunchbase))
}

fn title_case(crunchbase: &str) -> String {
    let words = crunchbase.split('-').filter(|word| !word.is_empty()).map(|word| {
        let mut chars = word.chars();
        let first = chars.next().into_iter().flat_map(char::to_uppercase);
        first.chain(chars).collect::<String>()
    });
    words.collect::<Vec<_>>().join(" ")
}

fn report_made(names: &BTreeMap<String, (Origin, String)>, report: &mut Report) {
    let made = names.values().filter(|(origin, _)| *origin == Origin::Address);
    let made: Vec<_> = made.map(|(_, name)| name).collect();
    if made.is_empty() {
        return;
    }
    let shown = made.iter().take(N_SHOWN).map(|name| quoted(name)).collect::<Vec<_>>();
    let n = made.len();
    let names = counted(n, "organization is named", "organizations are named");
    let text = format!("{names} after the address at Crunchbase, such as {}", listed(&shown));
    report.whole("", text, (n, Loss::Nothing));
}
