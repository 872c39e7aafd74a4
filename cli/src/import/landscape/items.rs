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
    words::counted,
};

/// Words in parentheses after the name of an organization that say what it is to the foundation.
const ROLES: [&str; 3] = ["member", "supporter", "contributor"];

/// Keys that only mark where something begins.
const MARKS: [&str; 3] = ["category", "subcategory", "item"];

/// The least number of items that make what they all end with the mark of their subcategory.
const MARKED_MIN: usize = 3;

/// Something in a landscape: a project, a product or a member.
#[derive(Debug)]
pub(super) struct Item<'f> {
    /// The line in which it begins, from 1.
    pub(super) line: u64,
    /// The name without its mark.
    pub(super) name: &'f str,
    /// A word in parentheses after the name that says in which list the item is, not what it is
    /// called: `Acme (member)`.
    pub(super) mark: Option<&'f str>,
    /// Whether it stands for an organization, as a member of the foundation.
    pub(super) is_member: bool,
    pub(super) category: &'f str,
    pub(super) subcategory: &'f str,
    /// Everything else that is said of it.
    pub(super) fields: &'f [Entry],
}

/// Counts fields that have no place in a dataset.
#[derive(Debug, Default)]
pub(super) struct Unplaced {
    /// Number of occurrences of each field and its first line, by path.
    fields: BTreeMap<String, (usize, u64)>,
}

impl Unplaced {
    /// Counts a field that says something.
    pub(super) fn count(&mut self, path: &str, line: u64) {
        self.fields.entry(path.to_owned()).or_insert((0, line)).0 += 1;
    }

    pub(super) fn report(self, report: &mut Report) {
        for (path, (n, line)) in self.fields {
            let (of, first) = (counted(n, "item", "items"), first(line, n));
            let text = format!("{} of {of} has no place in a dataset ({first})", quoted(&path));
            report.whole("", text, (n, Loss::Value));
        }
    }
}

/// The line of what is reported together with others like it.
pub(super) fn first(line: u64, n: usize) -> String {
    if n == 1 { format!("line {line}") } else { format!("the first in line {line}") }
}

/// A file, read.
#[derive(Debug, Default)]
pub(super) struct Landscape<'f> {
    /// In the order of the file.
    pub(super) items: Vec<Item<'f>>,
    /// Every category with each of its subcategories, also with an empty one.
    pub(super) places: Vec<(&'f str, &'f str)>,
}

/// The items of a file, and the places for them. What has no name, or is none, is reported.
///
/// # Errors
///
/// When the file has no list of categories.
pub(super) fn read_landscape<'f>(
    root: &'f Node,
    unplaced: &mut Unplaced,
    report: &mut Report,
) -> Result<Landscape<'f>, Failure> {
    let categories = root.get("landscape").or_else(|| root.get("categories"));
    let Some(categories) = categories.filter(|node| matches!(node.content, Content::List(_)))
    else {
        return Err(Failure::new("the file is YAML, but no landscape: it has no list “landscape”")
            .with_remedy("give the landscape.yml of a landscape, not its settings"));
    };
    count_others(root, "", &["landscape", "categories"], unplaced);
    let mut landscape = Landscape::default();
    for category in categories.values() {
        let Some(name) = name_of(category, "category", report) else { continue };
        count_others(category, "category.", &["name", "subcategories"], unplaced);
        for subcategory in list_of(category, "subcategories", report) {
            let Some(subname) = name_of(subcategory, "subcategory", report) else { continue };
            count_others(subcategory, "subcategory.", &["name", "items"], unplaced);
            landscape.places.push((name, subname));
            let n_before = landscape.items.len();
            for item in list_of(subcategory, "items", report) {
                let Some(item_name) = name_of(item, "item", report) else { continue };
                landscape.items.push(Item {
                    line: item.line,
                    name: item_name,
                    mark: None,
                    is_member: false,
                    category: name,
                    subcategory: subname,
                    fields: item.entries(),
                });
            }
            mark(landscape.items.get_mut(n_before..).unwrap_or_default());
        }
    }
    report_marks(&landscape.items, report);
    Ok(landscape)
}

/// Tells the marks of the items of a subcategory from their names. A mark is a role, the name of
/// the category or the subcategory, or what most of the items end with.
fn mark(items: &mut [Item<'_>]) {
    let n_items = items.len();
    let mut n_with: HashMap<String, usize> = HashMap::new();
    for (_, mark) in items.iter().filter_map(|item| split_mark(item.name)) {
        *n_with.entry(fold(mark)).or_default() += 1;
    }
    let n_with = |mark: &str| n_with.get(mark).copied().unwrap_or_default();
    let n_in_roles: usize = ROLES.iter().map(|role| n_with(role)).sum();
    for item in items {
        let category = fold(item.category);
        let is_for_members = category.split(' ').any(|word| matches!(word, "member" | "members"));
        item.is_member = is_for_members || n_items < 2 * n_in_roles;
        let Some((name, mark)) = split_mark(item.name) else { continue };
        let folded = fold(mark);
        let n = n_with(&folded);
        let is_mark = ROLES.contains(&folded.as_str())
            || [category, fold(item.subcategory)].contains(&folded)
            || (MARKED_MIN <= n && n_items < 2 * n);
        if is_mark {
            (item.name, item.mark) = (name, Some(mark));
        }
    }
}

/// The name and the mark of `Acme (member)`.
fn split_mark(name: &str) -> Option<(&str, &str)> {
    let (name, mark) = name.strip_suffix(')')?.rsplit_once('(')?;
    let (name, mark) = (name.trim(), mark.trim());
    (!name.is_empty() && !mark.is_empty()).then_some((name, mark))
}

/// Reports the marks that become no part of a dataset: what a member is, its summary says.
fn report_marks(items: &[Item<'_>], report: &mut Report) {
    let mut lines: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
    for item in items.iter().filter(|item| !item.is_member) {
        if let Some(mark) = item.mark {
            lines.entry(mark).or_default().push(item.line);
        }
    }
    for (mark, lines) in lines {
        let (n, line) = (lines.len(), lines.first().copied().unwrap_or_default());
        let names = counted(n, "name", "names");
        let (mark, first) = (quoted(&format!("({mark})")), first(line, n));
        let text = format!("{mark} after {names} marks a list and is left out ({first})");
        report.whole("", text, (n, Loss::Value));
    }
}

fn name_of<'f>(node: &'f Node, what: &str, report: &mut Report) -> Option<&'f str> {
    let name = node.get("name").and_then(Node::text);
    if name.is_none() {
        report.record(node.line, what, "has no name; left out with all that is in it");
    }
    name
}

/// The values of a list; one that is none is reported.
fn list_of<'f>(node: &'f Node, key: &str, report: &mut Report) -> &'f [Node] {
    let Some(list) = node.get(key) else { return &[] };
    if !list.is_empty() && list.values().is_empty() {
        report.record(list.line, &quoted(key), "is no list; left out with all that is in it");
    }
    list.values()
}

fn count_others(node: &Node, prefix: &str, known: &[&str], unplaced: &mut Unplaced) {
    for Entry { key, value, line } in node.entries() {
        let is_known = known.contains(&key.as_str()) || MARKS.contains(&key.as_str());
        if !is_known && !value.is_empty() {
            unplaced.count(&format!("{prefix}{key}"), *line);
        }
    }
}

/// A domain, made of a subcategory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Domain {
    pub(super) label: String,
    /// The category, in a few words.
    pub(super) hint: String,
}

/// The domains of all places.
#[derive(Debug)]
pub(super) struct Domains {
    /// The categories of each subcategory, without their case.
    categories: HashMap<String, HashSet<String>>,
    /// Every category with every subcategory in it, without their case.
    places: HashSet<(String, String)>,
}

impl Domains {
    pub(super) fn of(landscape: &Landscape<'_>) -> Self {
        let mut categories: HashMap<String, HashSet<String>> = HashMap::new();
        for (category, subcategory) in &landscape.places {
            categories.entry(fold(subcategory)).or_default().insert(fold(category));
        }
        let places = landscape.places.iter();
        let places = places.map(|(category, subcategory)| (fold(category), fold(subcategory)));
        Self { categories, places: places.collect() }
    }

    /// Whether the landscape has such a place.
    pub(super) fn has(&self, category: &str, subcategory: &str) -> bool {
        self.places.contains(&(fold(category), fold(subcategory)))
    }

    /// The domain of a place. A subcategory whose name is found elsewhere too is told apart by its
    /// category.
    pub(super) fn at(&self, category: &str, subcategory: &str) -> Domain {
        let places = self.categories.get(&fold(subcategory));
        let is_elsewhere = places.is_some_and(|places| places.len() > 1);
        let label = if is_elsewhere && fold(category) != fold(subcategory) {
            format!("{category}: {subcategory}")
        } else {
            subcategory.to_owned()
        };
        Domain { label, hint: format!("Part of {category}") }
    }
}
