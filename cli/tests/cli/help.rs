//! `rustscape --help`.

use std::process::Command;

#[test]
fn help_names_every_command() {
    let output = Command::new(env!("CARGO_BIN_EXE_rustscape")).arg("--help").output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    for command in [
        "check",
        "fmt",
        "diff",
        "import",
        "links",
        "new",
        "publish",
        "schema",
        "serve",
        "completions",
        "man",
    ] {
        assert!(help.contains(&format!("\n  {command} ")), "{command}: {help}");
    }
}
