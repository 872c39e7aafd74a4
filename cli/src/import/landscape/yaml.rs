//! YAML as a tree of texts, within bounds.

use std::collections::{HashMap, HashSet};

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};

use crate::{
    Failure,
    import::{
        record::{one_line, quoted},
        report::Report,
    },
    invisible::CleanedText,
};

/// How many lists and objects may lie in each other: many times what a landscape needs, and few
/// enough for any stack.
const DEPTH_MAX: usize = 64;

/// How much may be repeated by aliases, in bytes of memory: a hundred times a large landscape, and
/// little enough for any machine.
const REPEATED_MAX_BYTES: usize = 64 << 20;

/// What a value takes besides its text, in bytes, roughly.
const NODE_BYTES: usize = 64;

/// A value of the file.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// The line in which it begins, from 1.
    pub(super) line: u64,
    pub(super) content: Content,
}

/// Kinds of values. Numbers and truth values are the texts that they are written as; texts are on
/// one line and have no characters that cannot be seen.
#[derive(Clone, Debug)]
pub(super) enum Content {
    Null,
    Text(String),
    List(Vec<Node>),
    Object(Vec<Entry>),
}

/// A key with its value.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) key: String,
    /// The line of the key, from 1.
    pub(super) line: u64,
    pub(super) value: Node,
}

impl Node {
    /// The text, if it is one that is not empty.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Text(text) => Some(text.as_str()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// The values of a list; none for anything else.
    pub(super) fn values(&self) -> &[Node] {
        if let Content::List(values) = &self.content { values } else { &[] }
    }

    /// The keys with their values; none for anything but an object.
    pub(super) fn entries(&self) -> &[Entry] {
        if let Content::Object(entries) = &self.content { entries } else { &[] }
    }

    /// The value of a key; none for anything but an object.
    pub(super) fn get(&self, key: &str) -> Option<&Node> {
        self.entries().iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    /// Whether it says nothing.
    pub(super) fn is_empty(&self) -> bool {
        match &self.content {
            Content::Null => true,
            Content::Text(text) => text.is_empty(),
            Content::List(values) => values.is_empty(),
            Content::Object(entries) => entries.is_empty(),
        }
    }
}

/// Reads the first document of a file. A key that stands twice in an object is reported.
///
/// # Errors
///
/// When the file is not YAML, or too deep, or repeats too much by aliases.
pub(super) fn parse(text: &str, report: &mut Report) -> Result<Node, Failure> {
    let mut builder = Builder::default();
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        let (event, span) = event.map_err(|error| not_yaml(&error))?;
        if let Event::DocumentEnd = event {
            break;
        }
        builder.take(event, span, report)?;
    }
    builder.root.ok_or_else(|| Failure::new("the file is empty"))
}

fn not_yaml(error: &ScanError) -> Failure {
    let marker = error.marker();
    let (line, column) = (marker.line(), marker.col() + 1);
    let reason = error.info();
    Failure::new(format!("the file is not YAML: {reason} (line {line}, column {column})"))
}

/// A list or an object that has begun.
struct Open {
    line: u64,
    anchor: usize,
    inside: Inside,
}

enum Inside {
    List(Vec<Node>),
    Object {
        entries: Vec<Entry>,
        seen: HashSet<String>,
        /// A key that waits for its value.
        key: Option<(String, u64)>,
    },
}

/// A value that can be repeated.
struct Anchored {
    node: Node,
    n_bytes: usize,
    depth: usize,
}

/// Puts a tree together, event by event.
#[derive(Default)]
struct Builder {
    open: Vec<Open>,
    anchored: HashMap<usize, Anchored>,
    n_repeated_bytes: usize,
    root: Option<Node>,
}

impl Builder {
    fn take(&mut self, event: Event<'_>, span: Span, report: &mut Report) -> Result<(), Failure> {
        let line = u64::try_from(span.start.line()).unwrap_or(u64::MAX);
        match event {
            Event::Scalar(text, style, anchor, _) => {
                let text = self.visible(&text, line, report);
                let content = scalar(&text, style);
                self.add(Node { line, content }, anchor, report)
            }
            Event::SequenceStart(anchor, _) => {
                self.start(Open { line, anchor, inside: Inside::List(Vec::new()) })
            }
            Event::MappingStart(anchor, _) => {
                let inside =
                    Inside::Object { entries: Vec::new(), seen: HashSet::new(), key: None };
                self.start(Open { line, anchor, inside })
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(report),
            Event::Alias(anchor) => self.repeat(anchor, line, report),
            _ => Ok(()),
        }
    }

    /// A text without what cannot be seen, which is reported with the key that it is of.
    fn visible(&self, text: &str, line: u64, report: &mut Report) -> String {
        let visible = CleanedText::new(text);
        let text = one_line(&visible.text);
        if let Some(notice) = visible.notice() {
            let place = match self.open.last().map(|open| &open.inside) {
                Some(Inside::Object { key: Some((key, _)), .. }) => quoted(key),
                _ => String::new(),
            };
            report.look(line, &place, format!("{notice} of {}", quoted(&text)));
        }
        text
    }

    fn start(&mut self, open: Open) -> Result<(), Failure> {
        if self.open.len() == DEPTH_MAX {
            return Err(too_deep(open.line));
        }
        self.open.push(open);
        Ok(())
    }

    fn end(&mut self, report: &mut Report) -> Result<(), Failure> {
        let Some(Open { line, anchor, inside }) = self.open.pop() else { return Ok(()) };
        let content = match inside {
            Inside::List(values) => Content::List(values),
            Inside::Object { entries, .. } => Content::Object(entries),
        };
        self.add(Node { line, content }, anchor, report)
    }

    fn repeat(&mut self, anchor: usize, line: u64, report: &mut Report) -> Result<(), Failure> {
        // A list cannot have itself in it: it is not known before it ends.
        let Some(anchored) = self.anchored.get(&anchor) else {
            return Err(Failure::new(format!(
                "an alias stands inside of its anchor (line {line})"
            )));
        };
        if self.open.len() + anchored.depth > DEPTH_MAX {
            return Err(too_deep(line));
        }
        self.n_repeated_bytes = self.n_repeated_bytes.saturating_add(anchored.n_bytes);
        if self.n_repeated_bytes > REPEATED_MAX_BYTES {
            return Err(Failure::new(format!("too much is repeated by aliases (line {line})")));
        }
        let node = anchored.node.clone();
        self.add(node, 0, report)
    }

    /// Adds a value to what is open; it can be repeated if it has an anchor.
    fn add(&mut self, node: Node, anchor: usize, report: &mut Report) -> Result<(), Failure> {
        if anchor != 0 {
            let (n_bytes, depth) = size(&node);
            self.n_repeated_bytes = self.n_repeated_bytes.saturating_add(n_bytes);
            self.anchored.insert(anchor, Anchored { node: node.clone(), n_bytes, depth });
        }
        match self.open.last_mut().map(|open| &mut open.inside) {
            None => self.root = Some(node),
            Some(Inside::List(values)) => values.push(node),
            Some(Inside::Object { entries, seen, key }) => match key.take() {
                None => *key = Some(key_of(&node)?),
                Some((key, line)) if seen.insert(key.clone()) => {
                    entries.push(Entry { key, line, value: node });
                }
                Some((key, line)) => {
                    let text = "stands twice in one object; the first is kept";
                    report.value(line, &quoted(&key), text);
                }
            },
        }
        Ok(())
    }
}

fn too_deep(line: u64) -> Failure {
    Failure::new(format!("more than {DEPTH_MAX} levels lie in each other (line {line})"))
}

/// A plain word may stand for nothing; the same in quotes is a text.
fn scalar(text: &str, style: ScalarStyle) -> Content {
    let is_null = matches!(text, "" | "~" | "null" | "Null" | "NULL");
    if style == ScalarStyle::Plain && is_null {
        return Content::Null;
    }
    Content::Text(text.to_owned())
}

fn key_of(node: &Node) -> Result<(String, u64), Failure> {
    match &node.content {
        Content::Text(text) => Ok((text.clone(), node.line)),
        Content::Null => Ok((String::new(), node.line)),
        _ => Err(Failure::new(format!("a key is no text (line {})", node.line))),
    }
}

/// How many bytes of memory a value takes, roughly, and how many levels it has.
fn size(node: &Node) -> (usize, usize) {
    let add = |(bytes, depth): (usize, usize), (more, deep): (usize, usize)| {
        (bytes.saturating_add(more), depth.max(deep))
    };
    let (n_bytes, depth) = match &node.content {
        Content::Null => (0, 0),
        Content::Text(text) => (text.len(), 0),
        Content::List(values) => add(values.iter().map(size).fold((0, 0), add), (0, 0)),
        Content::Object(entries) => {
            let sizes = entries.iter().map(|entry| add(size(&entry.value), (entry.key.len(), 0)));
            sizes.fold((0, 0), add)
        }
    };
    let is_open = matches!(node.content, Content::List(_) | Content::Object(_));
    (n_bytes.saturating_add(NODE_BYTES), depth + usize::from(is_open))
}

#[cfg(test)]
mod tests {
    use super::{Content, DEPTH_MAX, parse};
    use crate::import::report::Report;

    fn failure(text: &str) -> String {
        let failure = parse(text, &mut Report::default()).unwrap_err();
        failure.to_string()
    }

    #[test]
    fn values_know_their_lines_and_quoted_words_are_texts() {
        let root = parse("a: ~\nb: '~'\nc:\n  - x\n  - 1\n", &mut Report::default()).unwrap();
        assert!(matches!(root.get("a").unwrap().content, Content::Null));
        assert_eq!(root.get("b").unwrap().text(), Some("~"));
        let lines = root.get("c").unwrap().values().iter().map(|value| value.line);
        assert_eq!(lines.collect::<Vec<_>>(), [4, 5]);
    }

    #[test]
    fn a_key_that_stands_twice_is_reported() {
        let mut report = Report::default();
        let root = parse("a: 1\na: 2\n", &mut report).unwrap();
        assert_eq!(root.get("a").unwrap().text(), Some("1"));
        assert_eq!(report.remarks()[0].line, Some(2));
    }

    #[test]
    fn aliases_repeat_what_they_stand_for_within_bounds() {
        let root = parse("a: &x [1, 2]\nb: *x\n", &mut Report::default()).unwrap();
        assert_eq!(root.get("b").unwrap().values().len(), 2);
        let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for level in 1..20 {
            let before = format!("*a{}, ", level - 1).repeat(10);
            let of = before.trim_end_matches(", ");
            bomb = format!("{bomb}a{level}: &a{level} [{of}]\n");
        }
        assert!(failure(&bomb).contains("too much is repeated"), "{}", failure(&bomb));
        assert!(failure("a: &x [*x]\n").contains("inside of its anchor"));
    }

    #[test]
    fn what_is_too_deep_is_refused() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(parse(&nested(DEPTH_MAX), &mut Report::default()).is_ok());
        assert!(failure(&nested(DEPTH_MAX + 1)).contains("levels lie in each other"));
        assert!(!failure(&nested(100_000)).is_empty());
        let mut chain = String::from("- &a0 [x]\n");
        for level in 1..=DEPTH_MAX {
            chain = format!("{chain}- &a{level} [*a{}]\n", level - 1);
        }
        assert!(failure(&chain).contains("levels lie in each other"));
    }
}
