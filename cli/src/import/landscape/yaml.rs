//! Parses YAML into a tree, with limits on depth and size.

use std::collections::{HashMap, HashSet};

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};

use crate::{
    Failure,
    import::{
        message::{one_line, quoted},
        report::ImportReport,
    },
    invisible::CleanedText,
};

/// Most levels of nested lists and objects: far more than a landscape needs, and few enough for
/// recursion on a small stack.
const DEPTH_MAX: usize = 64;

/// Most memory that aliases may copy, in bytes: a hundred times a large landscape. Stops files whose
/// nested aliases expand without bound.
const REPEATED_MAX_BYTES: usize = 64 << 20;

/// Estimated memory of a value apart from its text, in bytes.
const NODE_BYTES: usize = 64;

/// A value with its line.
#[derive(Clone, Debug)]
pub(super) struct YamlNode {
    /// The line in which the value begins, counted from 1.
    pub(super) line: u64,
    pub(super) content: YamlContent,
}

/// A YAML value. Numbers and booleans are texts, as written in the file. Texts are on one line and
/// contain no invisible characters.
#[derive(Clone, Debug)]
pub(super) enum YamlContent {
    Null,
    Text(String),
    List(Vec<YamlNode>),
    Object(Vec<YamlEntry>),
}

/// A key with its value.
#[derive(Clone, Debug)]
pub(super) struct YamlEntry {
    pub(super) key: String,
    /// The line of the key, counted from 1.
    pub(super) line: u64,
    pub(super) value: YamlNode,
}

impl YamlNode {
    /// Returns the text; `None` if it is empty or the value has another type.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.content {
            YamlContent::Text(text) => Some(text.as_str()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// Returns the values of a list; empty for other types.
    pub(super) fn values(&self) -> &[YamlNode] {
        if let YamlContent::List(values) = &self.content { values } else { &[] }
    }

    /// Returns the entries of an object; empty for other types.
    pub(super) fn entries(&self) -> &[YamlEntry] {
        if let YamlContent::Object(entries) = &self.content { entries } else { &[] }
    }

    /// Returns the value of a key of an object.
    pub(super) fn get(&self, key: &str) -> Option<&YamlNode> {
        self.entries().iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    /// Returns whether the value is null or empty.
    pub(super) fn is_empty(&self) -> bool {
        match &self.content {
            YamlContent::Null => true,
            YamlContent::Text(text) => text.is_empty(),
            YamlContent::List(values) => values.is_empty(),
            YamlContent::Object(entries) => entries.is_empty(),
        }
    }
}

/// Parses the first document of a file. Reports duplicate keys and keeps the first.
///
/// # Errors
///
/// Fails if the text is not YAML, nests too deeply, or if aliases copy too much.
pub(super) fn parse(text: &str, report: &mut ImportReport) -> Result<YamlNode, Failure> {
    let mut builder = TreeBuilder::default();
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        let (event, span) = event.map_err(|error| not_yaml(&error))?;
        if let Event::DocumentEnd = event {
            break;
        }
        builder.add_event(event, span, report)?;
    }
    builder.root.ok_or_else(|| Failure::new("the file is empty"))
}

fn not_yaml(error: &ScanError) -> Failure {
    let marker = error.marker();
    let (line, column) = (marker.line(), marker.col() + 1);
    let reason = error.info();
    Failure::new(format!("the file is not YAML: {reason} (line {line}, column {column})"))
}

/// A list or an object whose end was not read yet.
struct OpenCollection {
    line: u64,
    anchor: usize,
    content: PartialContent,
}

enum PartialContent {
    List(Vec<YamlNode>),
    Object {
        entries: Vec<YamlEntry>,
        seen: HashSet<String>,
        /// A key whose value was not read yet.
        key: Option<(String, u64)>,
    },
}

/// A value that aliases can repeat.
struct AnchoredNode {
    node: YamlNode,
    n_bytes: usize,
    depth: usize,
}

/// Builds the tree from parser events.
#[derive(Default)]
struct TreeBuilder {
    open: Vec<OpenCollection>,
    anchored: HashMap<usize, AnchoredNode>,
    n_repeated_bytes: usize,
    root: Option<YamlNode>,
}

impl TreeBuilder {
    fn add_event(
        &mut self,
        event: Event<'_>,
        span: Span,
        report: &mut ImportReport,
    ) -> Result<(), Failure> {
        let line = u64::try_from(span.start.line()).unwrap_or(u64::MAX);
        match event {
            Event::Scalar(text, style, anchor, _) => {
                let text = self.visible_text(&text, line, report);
                let content = scalar(&text, style);
                self.add(YamlNode { line, content }, anchor, report)
            }
            Event::SequenceStart(anchor, _) => self.start(OpenCollection {
                line,
                anchor,
                content: PartialContent::List(Vec::new()),
            }),
            Event::MappingStart(anchor, _) => {
                let content =
                    PartialContent::Object { entries: Vec::new(), seen: HashSet::new(), key: None };
                self.start(OpenCollection { line, anchor, content })
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(report),
            Event::Alias(anchor) => self.repeat(anchor, line, report),
            _ => Ok(()),
        }
    }

    /// Removes invisible characters from a text and reports them with the key of the text.
    fn visible_text(&self, text: &str, line: u64, report: &mut ImportReport) -> String {
        let visible = CleanedText::new(text);
        let text = one_line(&visible.text);
        if let Some(notice) = visible.notice() {
            let subject = match self.open.last().map(|open| &open.content) {
                Some(PartialContent::Object { key: Some((key, _)), .. }) => quoted(key),
                _ => String::new(),
            };
            report.add_warning(line, &subject, format!("{notice} of {}", quoted(&text)));
        }
        text
    }

    fn start(&mut self, open: OpenCollection) -> Result<(), Failure> {
        if self.open.len() == DEPTH_MAX {
            return Err(too_deep(open.line));
        }
        self.open.push(open);
        Ok(())
    }

    fn end(&mut self, report: &mut ImportReport) -> Result<(), Failure> {
        let Some(OpenCollection { line, anchor, content }) = self.open.pop() else { return Ok(()) };
        let content = match content {
            PartialContent::List(values) => YamlContent::List(values),
            PartialContent::Object { entries, .. } => YamlContent::Object(entries),
        };
        self.add(YamlNode { line, content }, anchor, report)
    }

    fn repeat(
        &mut self,
        anchor: usize,
        line: u64,
        report: &mut ImportReport,
    ) -> Result<(), Failure> {
        // An anchor is known only after its value ends, so no value can contain itself.
        let Some(anchored) = self.anchored.get(&anchor) else {
            return Err(Failure::new(format!("an alias is inside its own anchor (line {line})")));
        };
        if self.open.len() + anchored.depth > DEPTH_MAX {
            return Err(too_deep(line));
        }
        self.n_repeated_bytes = self.n_repeated_bytes.saturating_add(anchored.n_bytes);
        if self.n_repeated_bytes > REPEATED_MAX_BYTES {
            return Err(Failure::new(format!("aliases repeat too much (line {line})")));
        }
        let node = anchored.node.clone();
        self.add(node, 0, report)
    }

    /// Adds a value to the innermost open list or object, and to the anchors if it has one.
    fn add(
        &mut self,
        node: YamlNode,
        anchor: usize,
        report: &mut ImportReport,
    ) -> Result<(), Failure> {
        if anchor != 0 {
            let (n_bytes, depth) = size(&node);
            self.n_repeated_bytes = self.n_repeated_bytes.saturating_add(n_bytes);
            self.anchored.insert(anchor, AnchoredNode { node: node.clone(), n_bytes, depth });
        }
        match self.open.last_mut().map(|open| &mut open.content) {
            None => self.root = Some(node),
            Some(PartialContent::List(values)) => values.push(node),
            Some(PartialContent::Object { entries, seen, key }) => match key.take() {
                None => *key = Some(key_of(&node)?),
                Some((key, line)) if seen.insert(key.clone()) => {
                    entries.push(YamlEntry { key, line, value: node });
                }
                Some((key, line)) => {
                    let text = "stands twice in one object; the first is kept";
                    report.add_omitted_value(line, &quoted(&key), text);
                }
            },
        }
        Ok(())
    }
}

fn too_deep(line: u64) -> Failure {
    Failure::new(format!("the file is nested more than {DEPTH_MAX} levels deep (line {line})"))
}

/// Converts a scalar. `null` and `~` are null, unless they are quoted.
fn scalar(text: &str, style: ScalarStyle) -> YamlContent {
    let is_null = matches!(text, "" | "~" | "null" | "Null" | "NULL");
    if style == ScalarStyle::Plain && is_null {
        return YamlContent::Null;
    }
    YamlContent::Text(text.to_owned())
}

fn key_of(node: &YamlNode) -> Result<(String, u64), Failure> {
    match &node.content {
        YamlContent::Text(text) => Ok((text.clone(), node.line)),
        YamlContent::Null => Ok((String::new(), node.line)),
        _ => Err(Failure::new(format!("a key is not a text (line {})", node.line))),
    }
}

/// Returns the estimated memory of a value in bytes, and its number of levels.
fn size(node: &YamlNode) -> (usize, usize) {
    let add = |(bytes, depth): (usize, usize), (more, deep): (usize, usize)| {
        (bytes.saturating_add(more), depth.max(deep))
    };
    let (n_bytes, depth) = match &node.content {
        YamlContent::Null => (0, 0),
        YamlContent::Text(text) => (text.len(), 0),
        YamlContent::List(values) => add(values.iter().map(size).fold((0, 0), add), (0, 0)),
        YamlContent::Object(entries) => {
            let sizes = entries.iter().map(|entry| add(size(&entry.value), (entry.key.len(), 0)));
            sizes.fold((0, 0), add)
        }
    };
    let is_open = matches!(node.content, YamlContent::List(_) | YamlContent::Object(_));
    (n_bytes.saturating_add(NODE_BYTES), depth + usize::from(is_open))
}

#[cfg(test)]
mod tests {
    use super::{DEPTH_MAX, YamlContent, parse};
    use crate::import::report::ImportReport;

    fn failure(text: &str) -> String {
        let failure = parse(text, &mut ImportReport::default()).unwrap_err();
        failure.to_string()
    }

    #[test]
    fn values_have_lines_and_quoted_words_are_texts() {
        let root = parse("a: ~\nb: '~'\nc:\n  - x\n  - 1\n", &mut ImportReport::default()).unwrap();
        assert!(matches!(root.get("a").unwrap().content, YamlContent::Null));
        assert_eq!(root.get("b").unwrap().text(), Some("~"));
        let lines = root.get("c").unwrap().values().iter().map(|value| value.line);
        assert_eq!(lines.collect::<Vec<_>>(), [4, 5]);
    }

    #[test]
    fn reports_duplicate_keys() {
        let mut report = ImportReport::default();
        let root = parse("a: 1\na: 2\n", &mut report).unwrap();
        assert_eq!(root.get("a").unwrap().text(), Some("1"));
        assert_eq!(report.diagnostics()[0].line, Some(2));
    }

    #[test]
    fn aliases_copy_values_within_limits() {
        let root = parse("a: &x [1, 2]\nb: *x\n", &mut ImportReport::default()).unwrap();
        assert_eq!(root.get("b").unwrap().values().len(), 2);
        let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for level in 1..20 {
            let before = format!("*a{}, ", level - 1).repeat(10);
            let of = before.trim_end_matches(", ");
            bomb = format!("{bomb}a{level}: &a{level} [{of}]\n");
        }
        assert!(failure(&bomb).contains("aliases repeat too much"), "{}", failure(&bomb));
        assert!(failure("a: &x [*x]\n").contains("inside its own anchor"));
    }

    #[test]
    fn rejects_deep_nesting() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(parse(&nested(DEPTH_MAX), &mut ImportReport::default()).is_ok());
        assert!(failure(&nested(DEPTH_MAX + 1)).contains("levels deep"));
        assert!(!failure(&nested(100_000)).is_empty());
        let mut chain = String::from("- &a0 [x]\n");
        for level in 1..=DEPTH_MAX {
            chain = format!("{chain}- &a{level} [*a{}]\n", level - 1);
        }
        assert!(failure(&chain).contains("levels deep"));
    }
}
