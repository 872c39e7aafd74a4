//! The items of a landscape, with the categories they are in.

use std::collections::{BTreeMap, HashMap, HashSet};

use rustscape::search::fold;

use super::yaml::{Content, Entry, Node};
use crate::{
    Failure,
    import::{
        record::quoted,
        report::{Loss, Report},
    },
};

/// Keys that only mark where something begins.
const MARKS: [&str; 3] = ["category", "subcategory", "item"];

/// Something in a landscape: a project, a product or a member.
#[derive(Debug)]
pub(super) struct Item<'f> {
    /// The line in which it begins, from 1.
    pub(super) line: u64,
    pub(super) name: &'f str,
    pub(super) category: &'f str,
    pub(super) subcategory: &'f str,
    /// Everything else that is said of it.
    pub(super) fields: &'f [Entry],
}

/// Counts fields that have no place in a dataset.
#[derive(Debug, Default)]
pub(super) struct Unplaced {
    /// How often each field occurs, by its path.
    fields: BTreeMap<String, usize>,
}

impl Unplaced {
    /// Counts a field that says something.
    pub(super) fn count(&mut self, path: &str) {
        *self.fields.entry(path.to_owned()).or_default() += 1;
    }

    pub(super) fn report(self, report: &mut Report) {
        for (path, n) in self.fields {
            let of = if n == 1 { "1 item".to_owned() } else { format!("{n} items") };
            let text = format!("of {of} has no place in a dataset");
            report.whole(&quoted(&path), text, (n, Loss::Value));
        }
    }
}

/// The items of a file, in their order. What has no name, or is none, is reported.
///
/// # Errors
///
/// When the file has no list of categories.
pub(super) fn items_of<'f>(
    root: &'f Node,
    unplaced: &mut Unplaced,
    report: &mut Report,
) -> Result<Vec<Item<'f>>, Failure> {
    let categories = root.get("landscape").or_else(|| root.get("categories"));
    let Some(categories) = categories.filter(|node| matches!(node.content, Content::List(_)))
    else {
        return Err(Failure::new("the file is YAML, but no landscape: it has no list “landscape”")
            .with_remedy("give the landscape.yml of a landscape, not its settings"));
    };
    count_others(root, "", &["landscape", "categories"], unplaced);
    let mut items = Vec::new();
    for category in categories.values() {
        let Some(name) = name_of(category, "category", report) else { continue };
        count_others(category, "category.", &["name", "subcategories"], unplaced);
        for subcategory in category.get("subcategories").map_or(&[][..], Node::values) {
            let Some(subname) = name_of(subcategory, "subcategory", report) else { continue };
            count_others(subcategory, "subcategory.", &["name", "items"], unplaced);
            for item in subcategory.get("items").map_or(&[][..], Node::values) {
                let Some(item_name) = name_of(item, "item", report) else { continue };
                items.push(Item {
                    line: item.line,
                    name: item_name,
                    category: name,
                    subcategory: subname,
                    fields: item.entries(),
                });
            }
        }
    }
    Ok(items)
}

fn name_of<'f>(node: &'f Node, what: &str, report: &mut Report) -> Option<&'f str> {
    let name = node.get("name").and_then(Node::text);
    if name.is_none() {
        report.record(node.line, what, "has no name; left out with all that is in it");
    }
    name
}

fn count_others(node: &Node, prefix: &str, known: &[&str], unplaced: &mut Unplaced) {
    for Entry { key, value, .. } in node.entries() {
        let is_known = known.contains(&key.as_str()) || MARKS.contains(&key.as_str());
        if !is_known && !value.is_empty() {
            unplaced.count(&format!("{prefix}{key}"));
        }
    }
}

/// What categories and subcategories are called as domains.
#[derive(Debug)]
pub(super) struct Domains {
    /// The categories of each subcategory, without their case; a category is one of its own.
    categories: HashMap<String, HashSet<String>>,
    /// Every category with every subcategory in it, without their case.
    places: HashSet<(String, String)>,
}

impl Domains {
    pub(super) fn of(items: &[Item<'_>]) -> Self {
        let mut categories: HashMap<String, HashSet<String>> = HashMap::new();
        let places = items.iter().map(|item| (fold(item.category), fold(item.subcategory)));
        let places = places.collect();
        for item in items {
            let category = fold(item.category);
            categories.entry(fold(item.subcategory)).or_default().insert(category.clone());
            categories.entry(category.clone()).or_default().insert(category);
        }
        Self { categories, places }
    }

    /// Whether there is an item in such a place.
    pub(super) fn has(&self, category: &str, subcategory: &str) -> bool {
        self.places.contains(&(fold(category), fold(subcategory)))
    }

    /// The domains of a place: the category, and the subcategory in it. A subcategory whose name
    /// is found elsewhere too is told apart by its category.
    pub(super) fn at(&self, category: &str, subcategory: &str) -> [String; 2] {
        let places = self.categories.get(&fold(subcategory));
        let is_elsewhere = places.is_some_and(|places| places.len() > 1);
        let domain = if is_elsewhere && fold(category) != fold(subcategory) {
            format!("{category}: {subcategory}")
        } else {
            subcategory.to_owned()
        };
        [category.to_owned(), domain]
    }
}
