//! The graph of the modules of a crate: which file uses items of which other one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::visit::{self, Visit};

/// Path of a module or item from the top of the crate, without `crate`.
type ModulePath = Vec<String>;

/// Number of re-exports that are followed to the file that defines an item.
const MAX_RE_EXPORTS: usize = 8;

/// The parsed files of a crate by the path of their module.
pub(crate) struct Sources(BTreeMap<ModulePath, SourceFile>);

/// A file, parsed.
struct SourceFile {
    /// Source without comments.
    code: String,
    imports: Vec<Import>,
    /// Paths of at least two names in the code, including the arguments of macros.
    paths: Vec<Vec<String>>,
}

/// One name that a `use` declaration brings in.
struct Import {
    path: Vec<String>,
    /// The name in this file; `*` for a glob.
    name: String,
    is_public: bool,
}

impl Sources {
    /// Reads all files below a folder.
    pub(crate) fn read(folder: &Path) -> Self {
        let mut files = Vec::new();
        add_files(folder, folder, &mut files);
        Self::parse(files)
    }

    /// Parses files, given by the path below the source folder and the source.
    pub(crate) fn parse(files: impl IntoIterator<Item = (String, String)>) -> Self {
        let files: BTreeMap<_, _> = files.into_iter().collect();
        let has_library = files.contains_key("lib.rs");
        // Beside a library, main.rs is a crate of its own.
        let files = files.iter().filter(|(name, _)| !(has_library && *name == "main.rs"));
        Self(files.map(|(name, code)| (module_path(name), SourceFile::parse(name, code))).collect())
    }

    /// Returns the names of the modules at the top of the crate.
    pub(crate) fn layers(&self) -> BTreeSet<&str> {
        self.0.keys().filter_map(|path| path.first()).map(String::as_str).collect()
    }

    /// Returns each file of a layer with its code.
    pub(crate) fn code_of(&self, layer: &str) -> Vec<(String, &str)> {
        let files = self.0.iter().filter(|(path, _)| path.first().is_some_and(|top| top == layer));
        files.map(|(path, file)| (name_of(path), file.code.as_str())).collect()
    }

    /// Returns each file of a layer with the layers that it names, its own included.
    pub(crate) fn imports_of(&self, layer: &str) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for (path, file) in &self.0 {
            if path.first().is_none_or(|top| top != layer) {
                continue;
            }
            let imports = file.imports.iter().map(|import| &import.path);
            for used in imports.chain(&file.paths).filter_map(|used| self.absolute(path, used)) {
                let is_module = |name: &&String| self.0.contains_key(&vec![(*name).clone()]);
                found
                    .extend(used.first().filter(is_module).map(|top| (name_of(path), top.clone())));
            }
        }
        found
    }

    /// Returns a description of each cycle: its files, and the path that causes each use.
    pub(crate) fn cycles(&self) -> Vec<String> {
        let edges = self.edges();
        let reaches: BTreeMap<_, _> =
            self.0.keys().map(|from| (from, reachable(from, &edges))).collect();
        let mut seen = BTreeSet::new();
        let mut cycles = Vec::new();
        for from in self.0.keys() {
            let is_together = |to: &&ModulePath| reaches[to].contains(from);
            let cycle: BTreeSet<_> = reaches[from].iter().copied().filter(is_together).collect();
            if cycle.len() > 1 && seen.insert(cycle.clone()) {
                let inner = edges
                    .iter()
                    .filter(|((a, b), _)| cycle.contains(a) && cycle.contains(b))
                    .map(|((a, b), why)| format!("    {} -> {} by {why}", name_of(a), name_of(b)));
                cycles.push(
                    [format!("cycle of {} files:", cycle.len())]
                        .into_iter()
                        .chain(inner)
                        .collect::<Vec<_>>()
                        .join("\n"),
                );
            }
        }
        cycles
    }

    /// Returns every use of an item of another file, with the path that names it.
    fn edges(&self) -> BTreeMap<(&ModulePath, &ModulePath), String> {
        let mut edges = BTreeMap::new();
        for (from, file) in &self.0 {
            // A re-export is no use. An imported module is used where its name is.
            let imports = file.imports.iter().filter(|import| !import.is_public);
            let is_module = |path: &ModulePath| {
                self.absolute(from, path).is_some_and(|item| self.0.contains_key(&item))
            };
            let imports = imports.map(|import| &import.path).filter(|path| !is_module(path));
            for path in imports.chain(&file.paths) {
                let Some(item) = self.absolute(from, path) else { continue };
                if let Some(to) = self.defining(&item, 0).filter(|to| *to != from) {
                    edges.entry((from, to)).or_insert_with(|| path.join("::"));
                }
            }
        }
        edges
    }

    /// Returns a path as it is from the top of the crate; `None` for other crates and local names.
    fn absolute(&self, module: &ModulePath, path: &[String]) -> Option<ModulePath> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => return Some(rest.to_vec()),
            "self" => return Some([module, rest].concat()),
            "super" => {
                let n_levels = path.iter().take_while(|name| *name == "super").count();
                let parent = module.len().checked_sub(n_levels)?;
                return Some([&module[..parent], &path[n_levels..]].concat());
            }
            _ => {}
        }
        let child = [module.as_slice(), std::slice::from_ref(first)].concat();
        if self.0.contains_key(&child) {
            return Some([&child, rest].concat());
        }
        let mut imports = self.0.get(module)?.imports.iter();
        let import = imports.find(|import| import.name == *first && import.path[0] != *first)?;
        let imported = self.absolute(module, &import.path)?;
        self.0.contains_key(&imported).then(|| [&imported, rest].concat())
    }

    /// Returns the file that defines an item, through re-exports.
    fn defining(&self, item: &[String], depth: usize) -> Option<&ModulePath> {
        let n_names =
            (0..=item.len()).rev().find(|n_names| self.0.contains_key(&item[..*n_names]))?;
        let (module, file) = self.0.get_key_value(&item[..n_names])?;
        let Some(name) = item.get(n_names) else { return Some(module) };
        let import = file.imports.iter().find(|import| import.name == *name);
        if let Some(import) = import.filter(|_| depth < MAX_RE_EXPORTS)
            && let Some(source) = self.absolute(module, &import.path)
            && source != item
        {
            return self.defining(&source, depth + 1);
        }
        Some(module)
    }
}

/// Returns the files that a file uses, directly or through others.
fn reachable<'g>(
    from: &ModulePath,
    edges: &BTreeMap<(&'g ModulePath, &'g ModulePath), String>,
) -> BTreeSet<&'g ModulePath> {
    let (mut found, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(next) = open.pop() {
        for (_, to) in edges.keys().filter(|(a, _)| *a == next) {
            if found.insert(*to) {
                open.push(to);
            }
        }
    }
    found
}

impl SourceFile {
    fn parse(name: &str, source: &str) -> Self {
        let file = syn::parse_file(source).unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut file_uses = Uses { imports: Vec::new(), paths: Vec::new() };
        file_uses.visit_file(&file);
        let lines = source.lines().map(|line| line.split("//").next().unwrap_or_default());
        let code = lines.collect::<Vec<_>>().join("\n");
        Self { code, imports: file_uses.imports, paths: file_uses.paths }
    }
}

/// Collects the imports and paths of a file.
struct Uses {
    imports: Vec<Import>,
    paths: Vec<Vec<String>>,
}

impl Visit<'_> for Uses {
    fn visit_item_mod(&mut self, item: &syn::ItemMod) {
        let is_test = |attribute: &syn::Attribute| {
            attribute.path().is_ident("cfg")
                && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"))
        };
        if !item.attrs.iter().any(is_test) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &syn::ItemUse) {
        if item.leading_colon.is_none() {
            let is_public = !matches!(item.vis, syn::Visibility::Inherited);
            add_imports(&item.tree, &mut Vec::new(), is_public, &mut self.imports);
        }
    }

    /// Skips visibilities: `pub(in crate::a)` uses nothing of that module.
    fn visit_visibility(&mut self, _: &syn::Visibility) {}

    fn visit_path(&mut self, path: &syn::Path) {
        let names: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if path.leading_colon.is_none() && names.len() > 1 {
            self.paths.push(names);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &syn::Macro) {
        visit::visit_macro(self, item);
        add_paths(&item.tokens.to_string(), &mut self.paths);
    }
}

fn add_imports(
    tree: &syn::UseTree,
    path: &mut Vec<String>,
    is_public: bool,
    imports: &mut Vec<Import>,
) {
    let (last, name) = match tree {
        syn::UseTree::Path(part) => {
            path.push(part.ident.to_string());
            add_imports(&part.tree, path, is_public, imports);
            path.pop();
            return;
        }
        syn::UseTree::Group(group) => {
            for tree in &group.items {
                add_imports(tree, path, is_public, imports);
            }
            return;
        }
        syn::UseTree::Name(part) => (part.ident.to_string(), part.ident.to_string()),
        syn::UseTree::Rename(part) => (part.ident.to_string(), part.rename.to_string()),
        syn::UseTree::Glob(_) => ("*".to_owned(), "*".to_owned()),
    };
    let mut path = path.clone();
    if last == "self" && !path.is_empty() {
        let name = if name == "self" { path.last().cloned().unwrap_or_default() } else { name };
        imports.push(Import { path, name, is_public });
    } else {
        path.push(last);
        imports.push(Import { path, name, is_public });
    }
}

/// Adds the paths in the tokens of a macro call, which are printed with spaces around `::`.
fn add_paths(tokens: &str, paths: &mut Vec<Vec<String>>) {
    let tokens = tokens.replace("::", " :: ");
    let mut path: Vec<String> = Vec::new();
    let mut expects_name = true;
    for word in tokens.split_inclusive(|c| !is_name(c)).flat_map(split_end) {
        match word {
            ":" | " " | "\n" | "" => {}
            _ if word.chars().all(is_name) && expects_name => path.push(word.to_owned()),
            _ => {
                paths.extend(Some(std::mem::take(&mut path)).filter(|path| path.len() > 1));
                path.extend(word.chars().all(is_name).then(|| word.to_owned()));
            }
        }
        if !word.trim().is_empty() {
            expects_name = word == ":" || path.is_empty();
        }
    }
    paths.extend(Some(path).filter(|path| path.len() > 1));
}

/// Splits a word from the character that ends it.
fn split_end(part: &str) -> [&str; 2] {
    let end = part.char_indices().next_back().filter(|(_, c)| !is_name(*c));
    end.map_or([part, ""], |(at, _)| [&part[..at], &part[at..]])
}

pub(crate) fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn add_files(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            add_files(root, &path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            files.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

/// Returns the path of the module in a file.
fn module_path(file: &str) -> ModulePath {
    let name = file.strip_suffix(".rs").unwrap_or(file);
    let name = name.strip_suffix("/mod").unwrap_or(name);
    match name {
        "lib" | "main" => Vec::new(),
        _ => name.split('/').map(str::to_owned).collect(),
    }
}

fn name_of(path: &[String]) -> String {
    if path.is_empty() { "crate".to_owned() } else { path.join("::") }
}
