//! Reduces the size of a built site.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::fingerprint;
use crate::panic_locations;
use crate::program;

/// Passes of wasm-opt in their order: drop unused exports of a dependency of Leptos, optimize for size,
/// restructure the control flow once and optimize again, and sort functions by name, which compresses
/// better. Together they save 3 % of this application after brotli. `--low-memory-unused` is safe, because
/// Rust keeps its stack in low memory and reaches the first kilobyte only when that overflows.
const PASSES: [&str; 8] = [
    "--remove-exports=*intounderlying*",
    "--low-memory-unused",
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--reorder-functions-by-name",
];

/// Number of hexadecimal digits that wasm-bindgen appends to the names of imports.
const HASH_DIGITS: usize = 16;

/// Shrinks the site in `dist`: its wasm by wasm-opt, its scripts by terser, its styles by their
/// comments, its data by the white space within lines.
pub(crate) fn site(dist: &Path, wasm_opt: &Path, terser: &Path) -> Result<(), Failure> {
    let files = fingerprint::files_below(dist)?;
    let with_end = |end: &str| {
        let is_such = |path: &&PathBuf| path.to_string_lossy().ends_with(end);
        files.iter().filter(is_such).cloned().collect::<Vec<_>>()
    };
    for wasm in with_end(".wasm") {
        program::run(Command::new(wasm_opt).arg(&wasm).args(PASSES).arg("-o").arg(&wasm))?;
        write(&wasm, &panic_locations::clear(&read(&wasm)?)?)?;
        // A chunk imports nothing from a script.
        if let Some(program) = wasm.to_string_lossy().strip_suffix("_bg.wasm") {
            number_imports(&wasm, &PathBuf::from(format!("{program}.js")))?;
        }
    }
    for script in with_end(".js") {
        minify(&script, terser)?;
    }
    for style in with_end(".css") {
        let text = String::from_utf8_lossy(&read(&style)?).into_owned();
        write(&style, without_comments(&text).as_bytes())?;
    }
    for data in with_end(".json") {
        let text = read(&data)?;
        write(&data, &without_indentation(&text))?;
    }
    Ok(())
}

/// Replaces the hashes in the names that a wasm and its script share by numbers of the same
/// length, which compress to almost nothing.
fn number_imports(wasm: &Path, script: &Path) -> Result<(), Failure> {
    let mut numbers = HashMap::new();
    for path in [script, wasm] {
        let bytes = read(path)?;
        write(path, &numbered(&bytes, &mut numbers))?;
    }
    Ok(())
}

fn numbered(bytes: &[u8], numbers: &mut HashMap<Vec<u8>, usize>) -> Vec<u8> {
    let mut numbered = bytes.to_vec();
    let mut at = 0;
    while at + HASH_DIGITS < bytes.len() {
        if !is_hash(bytes, at) {
            at += 1;
            continue;
        }
        let next = numbers.len();
        let number = *numbers.entry(bytes[at..at + HASH_DIGITS].to_vec()).or_insert(next);
        let digits = format!("{number:0HASH_DIGITS$}");
        numbered[at..at + HASH_DIGITS].copy_from_slice(digits.as_bytes());
        at += HASH_DIGITS;
    }
    numbered
}

/// Returns whether a hash of wasm-bindgen starts at `at`: after `__wbg_…_` or `…invoke__h`.
fn is_hash(bytes: &[u8], at: usize) -> bool {
    let digits = &bytes[at..at + HASH_DIGITS];
    let is_digit = |byte: &u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(byte);
    if !digits.iter().all(is_digit) || is_name(bytes[at + HASH_DIGITS]) {
        return false;
    }
    let name_start = bytes[..at].iter().rposition(|byte| !is_name(*byte)).map_or(0, |end| end + 1);
    let name = &bytes[name_start..at];
    // In WebAssembly a name follows its length, which may look like a part of it.
    let is_import = name.windows(6).any(|part| part == b"__wbg_") && name.ends_with(b"_");
    is_import || name.ends_with(b"invoke__h")
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Minifies a script. Three passes instead of one save 11 bytes of `embed.js` after brotli.
fn minify(script: &Path, terser: &Path) -> Result<(), Failure> {
    let text = String::from_utf8_lossy(&read(script)?).into_owned();
    let mut command = Command::new(terser);
    command.arg(script).args(["--compress", "passes=3", "--mangle", "--output"]).arg(script);
    let is_module = text.lines().any(|line| line.starts_with("export "));
    program::run(command.args(is_module.then_some("--module")))
}

/// Returns CSS without its comments. Assumes that no string contains `/*`.
fn without_comments(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    for (at, part) in css.split("/*").enumerate() {
        let code = if at == 0 { part } else { part.split_once("*/").map_or("", |(_, code)| code) };
        kept.push_str(code);
    }
    kept
}

/// Returns JSON without white space between its values, but with its line breaks: the app links reports of
/// errors to a line of the file, and the breaks cost half a kilobyte after brotli.
fn without_indentation(json: &[u8]) -> Vec<u8> {
    let mut compact = Vec::with_capacity(json.len());
    let (mut is_text, mut is_escaped) = (false, false);
    for &byte in json {
        if !is_text && matches!(byte, b' ' | b'\t' | b'\r') {
            continue;
        }
        compact.push(byte);
        if byte == b'"' && !is_escaped {
            is_text = !is_text;
        }
        is_escaped = is_text && byte == b'\\' && !is_escaped;
    }
    compact
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| Failure::of_file("read", path, &error))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|error| Failure::of_file("write", path, &error))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{numbered, without_comments, without_indentation};

    #[test]
    fn removes_comments_and_keeps_rules() {
        let css = "/* One. */\na { color: red; } /* Two, \n * three. */ b { margin: 0; }\n";
        assert_eq!(without_comments(css), "\na { color: red; }  b { margin: 0; }\n");
        assert_eq!(without_comments("a {}"), "a {}");
    }

    #[test]
    fn removes_white_space_between_values_only() {
        let check = |json: &str, expected: &str| {
            assert_eq!(without_indentation(json.as_bytes()), expected.as_bytes());
        };
        check("{\n  \"a b\": [1, 2],\r\n\t\"c\" : null }\n", "{\n\"a b\":[1,2],\n\"c\":null}\n");
        check(r#"[ "a \" b", "c \\", " d " ]"#, r#"["a \" b","c \\"," d "]"#);
        check("[\"\u{a0}é \"]", "[\"\u{a0}é \"]");
    }

    #[test]
    fn replaces_a_hash_by_the_same_number_in_both_files() {
        let mut numbers = HashMap::new();
        let mut check = |text: &str, expected: &str| {
            assert_eq!(numbered(text.as_bytes(), &mut numbers), expected.as_bytes());
        };
        check(
            "__wbg_get_0123456789abcdef, __wbg_set_fedcba9876543210(",
            "__wbg_get_0000000000000000, __wbg_set_0000000000000001(",
        );
        check("\x1a__wbg_set_fedcba9876543210\0", "\x1a__wbg_set_0000000000000001\0");
        check("3__wbg_set_fedcba9876543210\0", "3__wbg_set_0000000000000001\0");
        check("convert_invoke__haaaaaaaaaaaaaaaa_9", "convert_invoke__haaaaaaaaaaaaaaaa_9");
        check("convert_invoke__haaaaaaaaaaaaaaaa;", "convert_invoke__h0000000000000002;");
        check("other_0123456789abcdef ", "other_0123456789abcdef ");
    }
}
