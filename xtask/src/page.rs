//! The page of a release: names its files by their content, as trunk does for a development build.

use std::fs;
use std::path::Path;

use crate::failure::Failure;
use crate::fingerprint;
use crate::split::{APP, CHUNK};
use crate::workspace::Workspace;

/// Folder of the files that are copied as they are.
const PUBLIC: &str = "public";

/// Start of the path of a style in the page.
const STYLES: &str = "style/";

/// Copies what is not compiled into the folder of a site: the files of `public/` and the styles.
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

/// Gives the files of the app in a site their names, and writes the page that names them. To be
/// called once their content is final.
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

/// The element that Trunk.toml names `pattern_script`.
fn script_element(js: &str, wasm: &str) -> String {
    format!("  <script src=\"./boot.js\" data-js=\"./{js}\" data-wasm=\"./{wasm}\"></script>")
}

fn style_element(css: &str) -> String {
    format!("  <link rel=\"stylesheet\" href=\"./{css}\">")
}

/// The elements that Trunk.toml names `pattern_preload`.
fn preloads(js: &str, wasm: &str) -> String {
    format!(
        "  <link rel=\"modulepreload\" crossorigin href=\"./{js}\">\n  <link rel=\"preload\" \
         as=\"fetch\" type=\"application/wasm\" crossorigin href=\"./{wasm}\">"
    )
}

/// The file of the style that a line of the page names.
fn style_of(line: &str) -> Option<&str> {
    let (_, path) = line.split_once("data-trunk rel=\"css\" href=\"")?;
    path.split('"').next()?.strip_prefix(STYLES)
}

/// Adds a hash of its content to the name of a file in a site. Returns the name.
fn rename(site: &Path, name: &str) -> Result<String, Failure> {
    let hash = fingerprint::of(site, &[name], "")?;
    // The main part keeps the end by which it is told from chunks.
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
        fs::create_dir_all(folder).map_err(|error| Failure::of_file("make", folder, &error))?;
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
    fn a_style_is_named_by_its_element() {
        let check = |line, expected| assert_eq!(style_of(line), expected, "{line}");
        check("  <link data-trunk rel=\"css\" href=\"style/tokens.css\">", Some("tokens.css"));
        check("  <link rel=\"icon\" type=\"image/svg+xml\" href=\"icon.svg\">", None);
    }
}
