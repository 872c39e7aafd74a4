//! Reads the categories and items of a landscape.

use std::collections::{BTreeMap, HashMap};

use rustscape::search::fold;

use super::{
    unmapped_fields::{UnmappedFields, first_line},
    yaml::{YamlContent, YamlEntry, YamlNode},
};
use crate::{
    Failure,
    import::{
        message::quoted,
        report::{ImportReport, Omission},
        slug::slug,
    },
    words::counted,
};

/// Suffixes of a name that state the role of an organization in the foundation.
const ROLES: [&str; 3] = ["member", "supporter", "contributor"];

/// Keys without a value that mark the beginning of an object.
const MARKER_KEYS: [&str; 3] = ["category", "subcategory", "item"];

/// The least number of items with the same suffix for it to be a label of their subcategory: fewer
/// can be a coincidence.
const COMMON_SUFFIX_MIN: usize = 3;

/// An item of a landscape: a project, a product or a member.
#[derive(Debug)]
pub(super) struct LandscapeItem<'f> {
    /// The line in which the item begins, counted from 1.
    pub(super) line: u64,
    /// The name without its suffix.
    pub(super) name: &'f str,
    /// Words in parentheses after the name that tell the list of the item and are not part of the
    /// name: “member” in `Acme (member)`.
    pub(super) suffix: Option<&'f str>,
    /// `true` if the item is an organization that is a member of the foundation.
    pub(super) is_member: bool,
    pub(super) category: &'f str,
    pub(super) subcategory: &'f str,
    /// All fields of the item, including its name.
    pub(super) fields: &'f [YamlEntry],
}

impl<'f> LandscapeItem<'f> {
    /// Returns the value of a field, unless it is empty.
    pub(super) fn get(&self, key: &str) -> Option<&'f YamlNode> {
        let found = self.fields.iter().find(|entry| entry.key == key);
        found.map(|YamlEntry { value, .. }| value).filter(|value| !value.is_empty())
    }

    /// Returns the name of the organization if the item is a member.
    pub(super) fn member(&self) -> Option<&'f str> {
        self.is_member.then_some(self.name)
    }

    /// Returns whether the field `crunchbase` is the URL of an organization.
    pub(super) fn has_crunchbase_organization(&self) -> bool {
        self.get("crunchbase").and_then(YamlNode::text).and_then(crunchbase_name).is_some()
    }

    /// Returns the last part of the organization's Crunchbase URL.
    pub(super) fn crunchbase(&self) -> Option<&'f str> {
        let urls = [self.get("crunchbase").and_then(YamlNode::text), self.organization()];
        urls.into_iter().flatten().find_map(crunchbase_name)
    }

    /// Returns the value of the field `organization`, or its name if it is an object.
    pub(super) fn organization(&self) -> Option<&'f str> {
        let organization = self.get("organization")?;
        match &organization.content {
            YamlContent::Object(_) => organization.get("name").and_then(YamlNode::text),
            _ => organization.text(),
        }
    }
}

/// Returns the last part of the Crunchbase URL of an organization.
pub(super) fn crunchbase_name(url: &str) -> Option<&str> {
    let (_, name) = url.split_once("crunchbase.com/organization/")?;
    name.split(['/', '?', '#']).next().filter(|name| !slug(name).is_empty())
}

/// The content of a landscape file.
#[derive(Debug, Default)]
pub(super) struct Landscape<'f> {
    /// The items in the order of the file.
    pub(super) items: Vec<LandscapeItem<'f>>,
    /// All pairs of category and subcategory, including those without items.
    pub(super) subcategories: Vec<(&'f str, &'f str)>,
}

/// Reads the items and subcategories of a file. Reports objects without a name and values of the
/// wrong type.
///
/// # Errors
///
/// Fails if the file has no list of categories.
pub(super) fn read_landscape<'f>(
    root: &'f YamlNode,
    unmapped: &mut UnmappedFields,
    report: &mut ImportReport,
) -> Result<Landscape<'f>, Failure> {
    let categories = root.get("landscape").or_else(|| root.get("categories"));
    let Some(categories) = categories.filter(|node| matches!(node.content, YamlContent::List(_)))
    else {
        return Err(Failure::new("the file is no landscape: the list “landscape” is missing")
            .with_remedy("import the file landscape.yml, not the settings of the landscape"));
    };
    count_unmapped(root, "", &["landscape", "categories"], unmapped);
    let mut landscape = Landscape::default();
    for category in categories.values() {
        let Some(name) = name_of(category, "category", report) else { continue };
        count_unmapped(category, "category.", &["name", "subcategories"], unmapped);
        for subcategory in list_of(category, "subcategories", report) {
            let Some(subname) = name_of(subcategory, "subcategory", report) else { continue };
            count_unmapped(subcategory, "subcategory.", &["name", "items"], unmapped);
            landscape.subcategories.push((name, subname));
            let n_before = landscape.items.len();
            for item in list_of(subcategory, "items", report) {
                let Some(item_name) = name_of(item, "item", report) else { continue };
                landscape.items.push(LandscapeItem {
                    line: item.line,
                    name: item_name,
                    suffix: None,
                    is_member: false,
                    category: name,
                    subcategory: subname,
                    fields: item.entries(),
                });
            }
            split_suffixes(landscape.items.get_mut(n_before..).unwrap_or_default());
        }
    }
    report_suffixes(&landscape.items, report);
    Ok(landscape)
}

/// Separates the suffixes of a subcategory's items from their names. Words in parentheses are a
/// suffix if they are a role, the name of the category or subcategory, or common to most items.
fn split_suffixes(items: &mut [LandscapeItem<'_>]) {
    let n_items = items.len();
    let mut n_with: HashMap<String, usize> = HashMap::new();
    for (_, suffix) in items.iter().filter_map(|item| split_suffix(item.name)) {
        *n_with.entry(fold(suffix)).or_default() += 1;
    }
    let n_with = |suffix: &str| n_with.get(suffix).copied().unwrap_or_default();
    let n_with_role: usize = ROLES.iter().map(|role| n_with(role)).sum();
    for item in items {
        let category = fold(item.category);
        let is_for_members = category.split(' ').any(|word| matches!(word, "member" | "members"));
        item.is_member = is_for_members || 2 * n_with_role > n_items;
        let Some((name, suffix)) = split_suffix(item.name) else { continue };
        let folded = fold(suffix);
        let n = n_with(&folded);
        let is_suffix = ROLES.contains(&folded.as_str())
            || [category, fold(item.subcategory)].contains(&folded)
            || (n >= COMMON_SUFFIX_MIN && 2 * n > n_items);
        if is_suffix {
            (item.name, item.suffix) = (name, Some(suffix));
        }
    }
}

/// Splits `Acme (member)` into name and suffix.
fn split_suffix(name: &str) -> Option<(&str, &str)> {
    let (name, suffix) = name.strip_suffix(')')?.rsplit_once('(')?;
    let (name, suffix) = (name.trim(), suffix.trim());
    (!name.is_empty() && !suffix.is_empty()).then_some((name, suffix))
}

/// Reports the suffixes that were left out. The summary of a member contains its suffix.
fn report_suffixes(items: &[LandscapeItem<'_>], report: &mut ImportReport) {
    let mut lines: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
    for item in items.iter().filter(|item| !item.is_member) {
        if let Some(suffix) = item.suffix {
            lines.entry(suffix).or_default().push(item.line);
        }
    }
    for (suffix, lines) in lines {
        let (n, line) = (lines.len(), lines.first().copied().unwrap_or_default());
        let names = counted(n, "name", "names");
        let (suffix, first) = (quoted(&format!("({suffix})")), first_line(line, n));
        let text = format!("{suffix} after {names} marks a list and is left out ({first})");
        report.add_summary("", text, (n, Omission::Value));
    }
}

fn name_of<'f>(node: &'f YamlNode, subject: &str, report: &mut ImportReport) -> Option<&'f str> {
    let name = node.get("name").and_then(YamlNode::text);
    if name.is_none() {
        let text = "has no name; left out with all that is in it";
        report.add_omitted_record(node.line, subject, text);
    }
    name
}

/// Returns the values of a list. Reports a value that is not a list.
fn list_of<'f>(node: &'f YamlNode, key: &str, report: &mut ImportReport) -> &'f [YamlNode] {
    let Some(list) = node.get(key) else { return &[] };
    if !list.is_empty() && list.values().is_empty() {
        let text = "is no list; left out with all that is in it";
        report.add_omitted_record(list.line, &quoted(key), text);
    }
    list.values()
}

fn count_unmapped(node: &YamlNode, prefix: &str, known: &[&str], unmapped: &mut UnmappedFields) {
    for YamlEntry { key, value, line } in node.entries() {
        let is_known = known.contains(&key.as_str()) || MARKER_KEYS.contains(&key.as_str());
        if !is_known && !value.is_empty() {
            unmapped.count(&format!("{prefix}{key}"), *line);
        }
    }
}
