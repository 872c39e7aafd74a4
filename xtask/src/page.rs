//! Writes the page of a release, with content hashes in file names as trunk does in development builds.

use std::fs;
use std::path::Path;

use crate::failure::Failure;
use crate::fingerprint;
use crate::split::{APP, CHUNK};
use crate::workspace::Workspace;

/// Folder of the files that are copied unchanged.
const PUBLIC: &str = "public";

/// Start of the path of a style in the page.
const STYLES: &str = "style/";

/// Copies the files that are not compiled into the folder of a site: those of `public/` and the styles.
pub(crate) fn copy_files(workspace: &Workspace, site: &Path) -> Result<(), Failure> {
    let public = workspace.root().join(PUBLIC);
    for path in fingerprint::files_below(&public)? {
        copy(&path, &site.join(path.strip_prefix(&public).unwrap_or(&path)))?;
    }
    let template = read(&workspace.root().join("index.html"))?;
    for style in template.lines().filter_map(style_of) {
        copy(&workspace.root().join(STYLES).join(style), &site.join(style))?;
    }
    Ok(())
}

/// Adds content hashes to the names of the app's files and writes the page that names them. Call it once
/// the content of the files is final.
pub(crate) fn write(workspace: &Workspace, site: &Path) -> Result<(), Failure> {
    let script = site.join(APP).with_extension("js");
    for path in fingerprint::files_below(site)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with(CHUNK) && !name.starts_with(APP) {
            let text = read(&script)?.replace(&name, &rename(site, &name)?);
            fs::write(&script, text).map_err(|error| Failure::of_file("write", &script, &error))?;
        }
    }
    let js = rename(site, &format!("{APP}.js"))?;
    let wasm = rename(site, &format!("{APP}_bg.wasm"))?;
    let template = read(&workspace.root().join("index.html"))?;
    let mut page = String::new();
    for line in template.lines() {
        let element = match style_of(line) {
            Some(style) => style_element(&rename(site, style)?),
            None if line.contains("data-trunk rel=\"rust\"") => script_element(&js, &wasm),
            None if line.contains("data-trunk rel=\"copy-dir\"") => preloads(&js, &wasm),
            None => line.to_owned(),
        };
        page.extend([&element, "\n"]);
    }
    let path = site.join("index.html");
    fs::write(&path, page).map_err(|error| Failure::of_file("write", &path, &error))
}

/// Returns the element that Trunk.toml has as `pattern_script`.
fn script_element(js: &str, wasm: &str) -> String {
    format!("  <script src=\"./boot.js\" data-js=\"./{js}\" data-wasm=\"./{wasm}\"></script>")
}

fn style_element(css: &str) -> String {
    format!("  <link rel=\"stylesheet\" href=\"./{css}\">")
}

/// Returns the elements that Trunk.toml has as `pattern_preload`.
fn preloads(js: &str, wasm: &str) -> String {
    format!(
        "  <link rel=\"modulepreload\" crossorigin href=\"./{js}\">\n  <link rel=\"preload\" \
         as=\"fetch\" type=\"application/wasm\" crossorigin href=\"./{wasm}\">"
    )
}

/// Returns the name of the style sheet in a line of the page; `None` for other lines.
fn style_of(line: &str) -> Option<&str> {
    let (_, path) = line.split_once("data-trunk rel=\"css\" href=\"")?;
    path.split('"').next()?.strip_prefix(STYLES)
}

/// Adds a hash of its content to the name of a file in a site. Returns the name.
fn rename(site: &Path, name: &str) -> Result<String, Failure> {
    let hash = fingerprint::of(site, &[name], "")?;
    // The main module keeps the ending that distinguishes it from chunks.
    let at = name.find("_bg.").or_else(|| name.rfind('.')).unwrap_or(name.len());
    let (stem, end) = name.split_at(at);
    let hashed = format!("{stem}-{hash}{end}");
    let path = site.join(name);
    fs::rename(&path, site.join(&hashed))
        .map_err(|error| Failure::of_file("rename", &path, &error))?;
    Ok(hashed)
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(|error| Failure::of_file("create", folder, &error))?;
    }
    fs::copy(from, to).map(drop).map_err(|error| Failure::of_file("copy", from, &error))
}

fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::of_file("read", path, &error))
}

#[cfg(test)]
mod tests {
    use super::style_of;

    #[test]
    fn finds_the_style_sheet_in_its_element() {
        let check = |line, expected| assert_eq!(style_of(line), expected, "{line}");
        check("  <link data-trunk rel=\"css\" href=\"style/tokens.css\">", Some("tokens.css"));
        check("  <link rel=\"icon\" type=\"image/svg+xml\" href=\"icon.svg\">", None);
    }
}
