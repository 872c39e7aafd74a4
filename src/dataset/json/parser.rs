//! Recursive descent parser for JSON.

use std::borrow::Cow;

use super::{Content, Object, Position, Value};

/// Maximum nesting of arrays and objects, so that no file can exhaust the stack.
const DEPTH_MAX: usize = 127;

pub(super) const UNFINISHED_VALUE: &str = "EOF while parsing a value";

/// Closing bracket of an array or object, with its error messages.
struct Brackets {
    end: u8,
    unfinished: &'static str,
    expected: &'static str,
}

const LIST: Brackets =
    Brackets { end: b']', unfinished: "EOF while parsing a list", expected: "expected `,` or `]`" };

const OBJECT: Brackets = Brackets {
    end: b'}',
    unfinished: "EOF while parsing an object",
    expected: "expected `,` or `}`",
};

/// A syntax error and the offset of the byte where it shows.
pub(super) struct ParseError {
    pub(super) offset: usize,
    pub(super) reason: &'static str,
}

pub(super) type ParseResult<T> = Result<T, ParseError>;

/// Parser state: the input, the current offset and the current line.
pub(super) struct Parser<'t> {
    pub(super) bytes: &'t [u8],
    pub(super) offset: usize,
    /// Number of arrays and objects that are still open.
    n_open: usize,
    /// Current line, counted from 1, and the offset of its first byte.
    line: u32,
    line_start: usize,
}

impl<'t> Parser<'t> {
    pub(super) fn new(bytes: &'t [u8]) -> Self {
        Self { bytes, offset: 0, n_open: 0, line: 1, line_start: 0 }
    }

    /// Parses one value and rejects anything after it.
    pub(super) fn document(&mut self) -> ParseResult<Value<'t>> {
        let value = self.value()?;
        match self.peek_after_space() {
            None => Ok(value),
            Some(_) => self.fail("trailing characters"),
        }
    }

    fn value(&mut self) -> ParseResult<Value<'t>> {
        let first = self.peek_after_space();
        let at = self.position();
        let content = match first {
            None => self.fail(UNFINISHED_VALUE),
            Some(b'n') => self.literal(b"null", Content::Null),
            Some(b't') => self.literal(b"true", Content::Bool(true)),
            Some(b'f') => self.literal(b"false", Content::Bool(false)),
            Some(b'-' | b'0'..=b'9') => self.number().map(Content::Number),
            Some(b'"') => self.text().map(Content::Text),
            Some(b'[' | b'{') if self.n_open == DEPTH_MAX => self.fail("recursion limit exceeded"),
            Some(b'[') => self.list().map(Content::List),
            Some(b'{') => self.object().map(|members| Content::Object(Object(members))),
            Some(_) => self.fail("expected value"),
        };
        content.map(|content| Value { at, content })
    }

    fn position(&self) -> Position {
        let column = u32::try_from(self.offset - self.line_start).unwrap_or(u32::MAX);
        Position { line: self.line, column: column.saturating_add(1) }
    }

    fn literal(&mut self, literal: &[u8], meaning: Content<'t>) -> ParseResult<Content<'t>> {
        for expected in literal {
            match self.peek() {
                None => return self.fail(UNFINISHED_VALUE),
                Some(byte) if byte != *expected => return self.fail("expected ident"),
                Some(_) => self.offset += 1,
            }
        }
        Ok(meaning)
    }

    fn list(&mut self) -> ParseResult<Vec<Value<'t>>> {
        let mut values = Vec::new();
        self.open();
        while self.has_next(&LIST, values.len())? {
            values.push(self.value()?);
        }
        Ok(values)
    }

    fn object(&mut self) -> ParseResult<Vec<(Cow<'t, str>, Value<'t>)>> {
        let mut members = Vec::new();
        self.open();
        while self.has_next(&OBJECT, members.len())? {
            let key = match self.peek() {
                None => return self.fail(UNFINISHED_VALUE),
                Some(b'"') => self.text()?,
                Some(_) => return self.fail("key must be a string"),
            };
            match self.peek_after_space() {
                None => return self.fail(OBJECT.unfinished),
                Some(b':') => self.offset += 1,
                Some(_) => return self.fail("expected `:`"),
            }
            members.push((key, self.value()?));
        }
        Ok(members)
    }

    fn open(&mut self) {
        self.offset += 1;
        self.n_open += 1;
    }

    /// Moves to the next element or member, or past the closing bracket.
    fn has_next(&mut self, brackets: &Brackets, n_before: usize) -> ParseResult<bool> {
        match self.peek_after_space() {
            None => self.fail(brackets.unfinished),
            Some(byte) if byte == brackets.end => {
                self.offset += 1;
                self.n_open -= 1;
                Ok(false)
            }
            Some(_) if n_before == 0 => Ok(true),
            Some(b',') => {
                self.offset += 1;
                match self.peek_after_space() {
                    Some(byte) if byte == brackets.end => self.fail("trailing comma"),
                    _ => Ok(true),
                }
            }
            Some(_) => self.fail(brackets.expected),
        }
    }

    /// Consumes a byte if it is the next one, and returns whether it was.
    pub(super) fn skips(&mut self, byte: u8) -> bool {
        let is_there = self.peek() == Some(byte);
        self.offset += usize::from(is_there);
        is_there
    }

    fn peek_after_space(&mut self) -> Option<u8> {
        // Only whitespace can contain a line break: in strings it has to be escaped.
        while let Some(space @ (b' ' | b'\n' | b'\t' | b'\r')) = self.peek() {
            self.offset += 1;
            if space == b'\n' {
                self.line += 1;
                self.line_start = self.offset;
            }
        }
        self.peek()
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.offset).copied()
    }

    /// Returns an error at the next byte.
    pub(super) fn fail<T>(&self, reason: &'static str) -> ParseResult<T> {
        Err(ParseError { offset: self.offset, reason })
    }

    /// Returns an error at the byte that was consumed last.
    pub(super) fn fail_before<T>(&self, reason: &'static str) -> ParseResult<T> {
        Err(ParseError { offset: self.offset - 1, reason })
    }
}
