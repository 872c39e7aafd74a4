//! Plain explanations of JSON syntax errors.

use super::rule::Rule;

/// Start of lines that version control writes around conflicting changes.
const CONFLICT_MARKS: [&[u8]; 4] = [b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>"];

/// Returns a plain reason and a remedy for the syntax error on a line. `reason` is the message of
/// the JSON parser.
pub(super) fn explain<'r>(reason: &'r str, bytes: &[u8], line: usize) -> (&'r str, &'static str) {
    let line = bytes.split(|byte| *byte == b'\n').nth(line.saturating_sub(1)).unwrap_or_default();
    if CONFLICT_MARKS.iter().any(|mark| line.starts_with(mark)) {
        return ("there is the mark of a merge conflict", "resolve the conflict");
    }
    match reason {
        "trailing comma" => {
            ("there is a comma before the end", "remove the comma before this bracket")
        }
        "expected `,` or `}`" | "expected `,` or `]`" => (
            "a comma or a closing bracket is expected here",
            "add a comma before this, or close a bracket or a quotation mark",
        ),
        "expected `:`" => ("a colon is expected after a key", "write “\"key\": value”"),
        "key must be a string" => {
            ("a key is expected here", "write keys in double quotation marks, and no comments")
        }
        "expected value" | "expected ident" => (
            "a value is expected here",
            "write a text in double quotation marks, a number, true, false, null, a list or an object",
        ),
        "invalid number" => {
            ("a number is not written as JSON writes it", "write it as 12, 0.5 or 1e6")
        }
        "invalid escape" => (
            "a backslash is followed by something else than it may be",
            "write a backslash as \\\\",
        ),
        "trailing characters" => (
            "there is something after the end",
            "remove what follows, or a bracket too many before it",
        ),
        "invalid unicode code point" => ("a text is not UTF-8", "save the file as UTF-8"),
        "recursion limit exceeded" => {
            ("lists and objects are nested too deeply", Rule::NotJson.remedy())
        }
        _ if reason.starts_with("control character") => (
            "there is a line break or a control character in a text",
            "close the quotation mark before it, or write the line break as \\n",
        ),
        _ if reason.starts_with("EOF") => (
            "it ends too early",
            "close every quotation mark and bracket; perhaps it was cut short",
        ),
        other => (other, Rule::NotJson.remedy()),
    }
}
