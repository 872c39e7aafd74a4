//! Calls of trunk.

use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use crate::remap;
use crate::setup::DevelopmentTools;
use crate::workspace::Workspace;

/// Flags that make less code for the browser (`docs/decisions.md` has the numbers): Leptos forgets the
/// types of components once they are made, and functions are only inlined where that makes them smaller.
const SMALL_CODE: [&str; 3] = ["--cfg", "erase_components", "-Cllvm-args=--inline-threshold=0"];

/// `trunk COMMAND` in the top folder, with its tools pinned and first on PATH, and without a
/// download of its own.
pub(crate) fn command(workspace: &Workspace, tools: &DevelopmentTools, command: &str) -> Command {
    let mut trunk = Command::new(&tools.trunk);
    trunk
        .arg(command)
        .current_dir(workspace.root())
        .env("PATH", path_with(tools))
        .env("TRUNK_OFFLINE", "true")
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        .env("TRUNK_TOOLS_WASM_BINDGEN", &tools.wasm_bindgen_version);
    // Trunk takes only the words "true" and "false" for what everyone else sets to 1.
    if env::var_os("NO_COLOR").is_some() {
        trunk.env_remove("NO_COLOR").env("TRUNK_COLOR", "never");
    }
    compile_for_browser(&mut trunk, workspace);
    trunk
}

/// Makes `command`, which compiles for the browser and only for it, keep the paths of this
/// machine out of what it writes. Everything that compiles for the browser has the same flags, so
/// that nothing is compiled twice.
pub(crate) fn compile_for_browser(command: &mut Command, workspace: &Workspace) {
    remap::hide_paths(command, workspace, &SMALL_CODE);
}

fn path_with(tools: &DevelopmentTools) -> OsString {
    let folder = tools.wasm_bindgen.parent().map(Path::to_path_buf);
    let old = env::var_os("PATH").unwrap_or_default();
    let all = folder.into_iter().chain(env::split_paths(&old));
    env::join_paths(all).unwrap_or(old)
}
