//! Compiles the app for the browser and splits its chunks off.
//!
//! A program is split between the compiler and wasm-bindgen, where trunk has no hook. So releases are built
//! here, and trunk only serves development builds, which have no chunks.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_split_cli_support::Options;

use crate::failure::Failure;
use crate::fingerprint;
use crate::program;
use crate::setup::ReleaseTools;
use crate::tools;
use crate::trunk;
use crate::workspace::Workspace;

/// Name of the program, of its script and of its main part.
pub(crate) const APP: &str = "rustscape-app";

/// Start of the names of chunks, which end with `.wasm`.
pub(crate) const CHUNK: &str = "rustscape-";

/// Name of the script that loads the chunks, until it is joined with that of the program.
const LOADER: &str = "__wasm_split.js";

/// Longest time for which a chunk may load, in milliseconds, as an expression of the script: the time
/// after which the app gives up on a silent server (`TIMEOUT_MILLIS` in src/state/loading.rs). A line
/// of 2 kB a second brings a chunk of this app in it.
const CHUNK_MILLIS: &str =
    "document.querySelector('meta[name=\"rustscape:timeout-millis\"]')?.content ?? 15000";

/// Writes the release of the app into an empty folder: its script, its main part and its chunks.
pub(crate) fn build(
    workspace: &Workspace,
    tools: &ReleaseTools,
    folder: &Path,
) -> Result<(), Failure> {
    compile(workspace)?;
    let compiled = workspace.target().join(tools::WASM_TARGET).join("release");
    let parts = workspace.target().join("xtask/parts");
    remove(&parts)?;
    let main = split(&compiled.join(APP).with_extension("wasm"), &parts)?;
    let mut bindgen = Command::new(&tools.wasm_bindgen);
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", APP]);
    program::run(bindgen.arg("--out-dir").arg(folder).arg(&main))?;
    join(&folder.join(APP).with_extension("js"), &parts.join(LOADER))?;
    for path in fingerprint::files_below(&parts)? {
        if let Some(name) = chunk_name(&path).filter(|_| path != main) {
            let to = folder.join(name);
            fs::copy(&path, &to).map_err(|error| Failure::of_file("write", &to, &error))?;
        }
    }
    Ok(())
}

fn compile(workspace: &Workspace) -> Result<(), Failure> {
    let mut cargo = program::cargo(workspace);
    cargo.args(["rustc", "--release", "--locked", "--target", tools::WASM_TARGET]);
    // The splitter needs the relocations of the linker.
    cargo.args(["--bin", APP, "--features", "split", "--", "-Clink-args=--emit-relocs"]);
    trunk::compile_for_browser(&mut cargo, workspace);
    program::run(&mut cargo)
}

/// Splits a program into `parts`. Returns the path of its main part.
fn split(whole: &Path, parts: &Path) -> Result<PathBuf, Failure> {
    let input = fs::read(whole).map_err(|error| Failure::of_file("read", whole, &error))?;
    let (main, script) = (parts.join(APP).with_extension("wasm"), format!("./{APP}.js"));
    let mut options = Options::new(&input);
    options.output_dir = parts;
    options.main_out_path = &main;
    options.main_module = &script;
    wasm_split_cli_support::transform(options).map_err(|error| {
        Failure::new(format!("{} could not be split: {error}", whole.display()))
    })?;
    Ok(main)
}

/// Returns the name of a chunk in the site; `None` for other files.
fn chunk_name(path: &Path) -> Option<String> {
    let is_wasm = path.extension()? == "wasm";
    let name = path.file_name()?.to_str()?;
    is_wasm.then(|| [CHUNK, name.strip_prefix("split_").unwrap_or(name)].concat())
}

/// Puts the script that loads the chunks into that of the program: the two import each other, which
/// files whose names are hashes of their content cannot do.
fn join(script: &Path, loader: &Path) -> Result<(), Failure> {
    let read =
        |path| fs::read_to_string(path).map_err(|error| Failure::of_file("read", path, &error));
    let joined = joined(&read(script)?, &read(loader)?).ok_or_else(|| {
        Failure::new("the script that loads chunks has changed; adapt xtask/src/split.rs")
    })?;
    fs::write(script, joined).map_err(|error| Failure::of_file("write", script, &error))
}

fn joined(script: &str, loader: &str) -> Option<String> {
    let loader = loader.strip_prefix(&format!("import {{ initSync }} from \"./{APP}.js\";\n"))?;
    let loader = replaced(loader, "\"./split_", &format!("\"./{CHUNK}"))?;
    let loader = loader.replace("\"./chunk_", &format!("\"./{CHUNK}chunk_"));
    // Like the main part, chunks load from hosts that send WebAssembly with another media type.
    let loader = replaced(
        &loader,
        "WebAssembly.instantiateStreaming(src, imports)",
        "__wbg_load(await src, imports)",
    )?;
    let loader = replaced(
        &loader,
        ", import.meta.url)",
        &format!(", import.meta.url), {{ signal: AbortSignal.timeout?.({CHUNK_MILLIS}) }}"),
    )?;
    let exports = loader.lines().filter_map(|line| line.strip_prefix("export const "));
    let names: Vec<_> = exports.filter_map(|line| line.split(' ').next()).collect();
    let loader = replaced(&loader, "export const ", "const ")?;
    // wasm-bindgen imports the whole of it once for each function.
    let (start, end) = ("import * as ", format!(" from \"./{LOADER}\""));
    let import = |line: &str| Some(line.strip_prefix(start)?.strip_suffix(&end)?.to_owned());
    let mut joined = format!("{loader}const chunks = {{ {} }};\n", names.join(", "));
    for line in script.lines() {
        let line = import(line).map_or(line.to_owned(), |name| format!("const {name} = chunks;"));
        joined.extend([line.as_str(), "\n"]);
    }
    (joined.contains("= chunks;") && !joined.contains(&end)).then_some(joined)
}

/// Returns `text` with `other` in place of each `part`; `None` if there is none.
fn replaced(text: &str, part: &str, other: &str) -> Option<String> {
    text.contains(part).then(|| text.replace(part, other))
}

/// Removes a folder with its content, if it exists.
pub(crate) fn remove(folder: &Path) -> Result<(), Failure> {
    if !folder.exists() {
        return Ok(());
    }
    fs::remove_dir_all(folder).map_err(|error| Failure::of_file("remove", folder, &error))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{chunk_name, joined};

    const SCRIPT: &str = "import * as import1 from \"./__wasm_split.js\"\nlet wasm;\nimport * as import2 from \"./__wasm_split.js\"\n";
    const LOADER: &str = "import { initSync } from \"./rustscape-app.js\";\n
export const __wasm_split_load_a = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL(\"./split_a.wasm\", import.meta.url));
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, []));\n";

    #[test]
    fn joins_the_loader_with_the_script() {
        let joined = joined(SCRIPT, LOADER).unwrap();
        for expected in [
            "new URL(\"./rustscape-a.wasm\", import.meta.url), { signal",
            "\nconst __wasm_split_load_a = ",
            "__wbg_load(await src, imports)",
            "\nconst chunks = { __wasm_split_load_a };\nconst import1 = chunks;\nlet wasm;\nconst import2 = chunks;\n",
        ] {
            assert!(joined.contains(expected), "{joined}");
        }
        assert!(!joined.contains("import ") && !joined.contains("export "), "{joined}");
    }

    #[test]
    fn refuses_an_unknown_loader() {
        assert_eq!(joined(SCRIPT, ""), None);
        assert_eq!(joined("", LOADER), None);
        assert_eq!(joined(SCRIPT, &LOADER.replace("Streaming", "")), None);
    }

    #[test]
    fn names_a_chunk_after_the_app() {
        let check = |path, expected: Option<&str>| {
            assert_eq!(chunk_name(Path::new(path)).as_deref(), expected, "{path}");
        };
        check("parts/split_records.wasm", Some("rustscape-records.wasm"));
        check("parts/chunk_3.wasm", Some("rustscape-chunk_3.wasm"));
        check("parts/__wasm_split.js", None);
    }
}
