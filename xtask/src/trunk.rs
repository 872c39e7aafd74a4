//! Builds command lines of trunk.

use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use crate::remap;
use crate::setup::DevelopmentTools;
use crate::workspace::Workspace;

/// Compiler flags for a smaller application (`docs/decisions.md` has the numbers): Leptos erases the types
/// of components, and functions are inlined only where that makes the code smaller.
const SMALL_CODE: [&str; 3] = ["--cfg", "erase_components", "-Cllvm-args=--inline-threshold=0"];

/// Returns the command `trunk COMMAND` in the top folder, with pinned tools first on PATH and without
/// downloads of its own.
pub(crate) fn command(workspace: &Workspace, tools: &DevelopmentTools, command: &str) -> Command {
    let mut trunk = Command::new(&tools.trunk);
    trunk
        .arg(command)
        .current_dir(workspace.root())
        .env("PATH", path_with(tools))
        .env("TRUNK_OFFLINE", "true")
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        .env("TRUNK_TOOLS_WASM_BINDGEN", &tools.wasm_bindgen_version);
    // Trunk accepts only "true" and "false" in NO_COLOR, which is usually set to 1.
    if env::var_os("NO_COLOR").is_some() {
        trunk.env_remove("NO_COLOR").env("TRUNK_COLOR", "never");
    }
    compile_for_browser(&mut trunk, workspace);
    trunk
}

/// Adds the compiler flags for the browser to `command`, which compiles for nothing else. All such commands
/// have the same flags, so that nothing is compiled twice.
pub(crate) fn compile_for_browser(command: &mut Command, workspace: &Workspace) {
    remap::hide_paths(command, workspace, &SMALL_CODE);
}

fn path_with(tools: &DevelopmentTools) -> OsString {
    let folder = tools.wasm_bindgen.parent().map(Path::to_path_buf);
    let old = env::var_os("PATH").unwrap_or_default();
    let all = folder.into_iter().chain(env::split_paths(&old));
    env::join_paths(all).unwrap_or(old)
}
