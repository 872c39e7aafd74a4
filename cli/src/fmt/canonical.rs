//! Writer for the canonical form of a dataset file.

use std::{collections::HashSet, fmt};

use rustscape::dataset::{
    self, DatasetError,
    json::{Content, Object, Position, Value},
};

use super::number::canonical_number;
use crate::schema::{self, ObjectSchema, ValueType};

/// An error that makes a file impossible to format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormatError {
    /// The file is not a dataset.
    Dataset(DatasetError),
    /// An object contains a key twice, so its meaning is ambiguous.
    KeyTwice {
        /// Key that is repeated.
        key: String,
        /// Line of the second value, counted from 1.
        line: u32,
    },
    /// The file has 4 GB or more, so positions in it do not fit into 32 bits.
    TooLarge,
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dataset(error) => error.fmt(f),
            Self::KeyTwice { key, line } => {
                write!(f, "an object has the key “{key}” twice (the second time in line {line})")
            }
            Self::TooLarge => f.write_str("the file is 4 GB or larger"),
        }
    }
}

impl std::error::Error for FormatError {}

/// Returns a dataset file in canonical form. Formatting the result again changes nothing.
///
/// The canonical form is:
///
/// * UTF-8 without a byte order mark, with LF line endings and a final line break;
/// * indentation by two spaces, `[]` for an empty list and `{}` for an empty object;
/// * keys in the order of the [schema](schema::file_schema), followed by unknown keys in the order
///   of the file;
/// * organizations sorted by id, and all other lists in the order of the file;
/// * texts with the fewest possible escapes;
/// * numbers with their digits, unless fewer digits have exactly the same value.
///
/// # Errors
///
/// Fails if the file is not a dataset, contains a key twice in one object, or has 4 GB or more.
/// Records that break a rule are formatted like all others.
///
/// # Examples
///
/// ```
/// use rustscape_cli::fmt::canonical;
///
/// let written = br#"{"title": "Who uses it", "schema_version": "1.0",
///     "vocabulary": {}, "organizations": []}"#;
/// let expected = r#"{
///   "schema_version": "1.0",
///   "title": "Who uses it",
///   "vocabulary": {},
///   "organizations": []
/// }
/// "#;
/// assert_eq!(canonical(written).as_deref(), Ok(expected));
/// ```
pub fn canonical(bytes: &[u8]) -> Result<String, FormatError> {
    if u32::try_from(bytes.len()).is_err() {
        return Err(FormatError::TooLarge);
    }
    let bytes = dataset::strip_byte_order_mark(bytes);
    let file = dataset::parse(bytes).map_err(FormatError::Dataset)?;
    dataset::read_parsed(&file).map_err(FormatError::Dataset)?;
    let mut writer = Writer::new(bytes);
    writer.value(&file, Some(&ValueType::Object(schema::file_schema().clone())))?;
    writer.text.push('\n');
    Ok(writer.text)
}

struct Writer<'t> {
    bytes: &'t [u8],
    /// Offset of the start of each line in `bytes`.
    line_starts: Vec<usize>,
    /// Output so far.
    text: String,
    /// Number of open lists and objects.
    depth: usize,
}

impl<'t> Writer<'t> {
    fn new(bytes: &'t [u8]) -> Self {
        let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        let line_starts = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        Self { bytes, line_starts, text: String::with_capacity(bytes.len()), depth: 0 }
    }

    fn value(&mut self, value: &Value<'_>, of: Option<&ValueType>) -> Result<(), FormatError> {
        match &value.content {
            Content::Null => self.text.push_str("null"),
            Content::Bool(true) => self.text.push_str("true"),
            Content::Bool(false) => self.text.push_str("false"),
            Content::Number(_) => {
                let number = canonical_number(&self.written_number(value.at));
                self.text.push_str(&number);
            }
            Content::Text(text) => self.quoted(text),
            Content::List(values) => {
                let of = if let Some(ValueType::List(of)) = of { Some(&**of) } else { None };
                self.list(values, of)?;
            }
            Content::Object(object) => {
                let of = if let Some(ValueType::Object(of)) = of { Some(&**of) } else { None };
                self.object(object, of)?;
            }
        }
        Ok(())
    }

    /// Returns the digits of a number as they are in the file.
    fn written_number(&self, at: Position) -> String {
        let line = (at.line as usize).saturating_sub(1);
        let start = self.line_starts.get(line).copied().unwrap_or_default();
        let start = start + (at.column as usize).saturating_sub(1);
        let rest = self.bytes.get(start..).unwrap_or_default().iter();
        let number =
            rest.take_while(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'));
        number.map(|byte| char::from(*byte)).collect()
    }

    fn quoted(&mut self, text: &str) {
        self.text.push('"');
        for c in text.chars() {
            match c {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                '\r' => self.text.push_str("\\r"),
                '\t' => self.text.push_str("\\t"),
                '\u{8}' => self.text.push_str("\\b"),
                '\u{c}' => self.text.push_str("\\f"),
                '\0'..='\u{1f}' => {
                    self.text.push_str("\\u00");
                    self.text.extend(hexadecimal_digits(c));
                }
                _ => self.text.push(c),
            }
        }
        self.text.push('"');
    }

    fn list(&mut self, values: &[Value<'_>], of: Option<&ValueType>) -> Result<(), FormatError> {
        let mut values: Vec<_> = values.iter().collect();
        if is_organization(of) {
            // Organizations without an id are invalid and come last.
            let id = |value: &Value<'_>| value.get("id").and_then(Value::as_str).map(str::to_owned);
            values.sort_by_cached_key(|value| (id(value).is_none(), id(value)));
        }
        if values.is_empty() {
            self.text.push_str("[]");
            return Ok(());
        }
        self.text.push('[');
        self.depth += 1;
        for (idx, value) in values.into_iter().enumerate() {
            self.start_line(idx);
            self.value(value, of)?;
        }
        self.end(']');
        Ok(())
    }

    fn object(
        &mut self,
        object: &Object<'_>,
        of: Option<&ObjectSchema>,
    ) -> Result<(), FormatError> {
        if object.members().len() == 0 {
            self.text.push_str("{}");
            return Ok(());
        }
        self.text.push('{');
        self.depth += 1;
        for (idx, (key, value, value_type)) in sorted_members(object, of)?.into_iter().enumerate() {
            self.start_line(idx);
            self.quoted(key);
            self.text.push_str(": ");
            self.value(value, value_type)?;
        }
        self.end('}');
        Ok(())
    }

    /// Starts the line of a list or object value that has `n_before` values before it.
    fn start_line(&mut self, n_before: usize) {
        if n_before > 0 {
            self.text.push(',');
        }
        self.indent();
    }

    fn end(&mut self, bracket: char) {
        self.depth -= 1;
        self.indent();
        self.text.push(bracket);
    }

    fn indent(&mut self) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n("  ", self.depth));
    }
}

/// Returns the two hexadecimal digits of a control character.
fn hexadecimal_digits(c: char) -> impl Iterator<Item = char> {
    let code = u32::from(c);
    [code / 16, code % 16].into_iter().filter_map(|digit| char::from_digit(digit, 16))
}

fn is_organization(of: Option<&ValueType>) -> bool {
    matches!(of, Some(ValueType::Object(object)) if object.name == "Organization")
}

/// A key, its value and, for a key of the schema, the type of the value.
type Member<'v, 't> = (&'v str, &'v Value<'t>, Option<&'v ValueType>);

fn sorted_members<'v, 't>(
    object: &'v Object<'t>,
    of: Option<&'v ObjectSchema>,
) -> Result<Vec<Member<'v, 't>>, FormatError> {
    let fields = of.map_or(&[][..], |of| &of.fields);
    let mut seen = HashSet::new();
    let mut members = Vec::new();
    for (key, value) in object.members() {
        if !seen.insert(key) {
            return Err(FormatError::KeyTwice { key: key.to_owned(), line: value.at.line });
        }
        let rank = fields.iter().position(|field| field.key == key);
        let value_type = rank.and_then(|rank| fields.get(rank)).map(|field| &field.value_type);
        members.push((rank.unwrap_or(fields.len()), (key, value, value_type)));
    }
    members.sort_by_key(|(rank, _)| *rank);
    Ok(members.into_iter().map(|(_, member)| member).collect())
}
