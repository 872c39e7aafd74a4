//! Parsing of strings and their escapes.

use std::borrow::Cow;

use super::parser::{ParseError, ParseResult, Parser};

const UNFINISHED_TEXT: &str = "EOF while parsing a string";
const INVALID_ESCAPE: &str = "invalid escape";
const LONE_SURROGATE: &str = "lone leading surrogate in hex escape";

impl<'t> Parser<'t> {
    /// Parses a string, including both quotes.
    pub(super) fn text(&mut self) -> ParseResult<Cow<'t, str>> {
        self.offset += 1;
        let mut start = self.offset;
        let mut before = Vec::new();
        loop {
            match self.peek() {
                None => return self.fail(UNFINISHED_TEXT),
                Some(b'"') => break,
                Some(b'\\') => {
                    before.extend_from_slice(&self.bytes[start..self.offset]);
                    self.offset += 1;
                    let c = self.escaped()?;
                    before.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                    start = self.offset;
                }
                Some(0..=0x1f) => {
                    return self
                        .fail("control character (\\u0000-\\u001F) found while parsing a string");
                }
                Some(_) => self.offset += 1,
            }
        }
        let quote = self.offset;
        self.offset += 1;
        let rest = &self.bytes[start..quote];
        let text = if before.is_empty() {
            std::str::from_utf8(rest).map(Cow::Borrowed).map_err(|error| (rest.len(), error))
        } else {
            before.extend_from_slice(rest);
            let n_bytes = before.len();
            String::from_utf8(before).map(Cow::Owned).map_err(|e| (n_bytes, e.utf8_error()))
        };
        text.map_err(|(n_bytes, error)| ParseError {
            offset: quote - (n_bytes - error.valid_up_to()),
            reason: "invalid unicode code point",
        })
    }

    /// Parses the part of an escape after the backslash.
    fn escaped(&mut self) -> ParseResult<char> {
        let Some(byte) = self.peek() else { return self.fail(UNFINISHED_TEXT) };
        self.offset += 1;
        Ok(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.escaped_utf16(),
            _ => return self.fail_before(INVALID_ESCAPE),
        })
    }

    /// Parses a `\u` escape: one UTF-16 unit, or two for a character outside the basic plane.
    fn escaped_utf16(&mut self) -> ParseResult<char> {
        let first = self.utf16_unit()?;
        if let Some(c) = char::from_u32(first) {
            return Ok(c);
        }
        if first >= 0xdc00 {
            return self.fail_before(LONE_SURROGATE);
        }
        for expected in [b'\\', b'u'] {
            match self.peek() {
                None => return self.fail(UNFINISHED_TEXT),
                Some(byte) if byte == expected => self.offset += 1,
                Some(_) => return self.fail("unexpected end of hex escape"),
            }
        }
        match self.utf16_unit()? {
            second @ 0xdc00..=0xdfff => {
                let code = 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00);
                char::from_u32(code).map_or_else(|| self.fail_before(LONE_SURROGATE), Ok)
            }
            _ => self.fail_before(LONE_SURROGATE),
        }
    }

    fn utf16_unit(&mut self) -> ParseResult<u32> {
        let Some(digits) = self.bytes.get(self.offset..self.offset + 4) else {
            self.offset = self.bytes.len();
            return self.fail(UNFINISHED_TEXT);
        };
        self.offset += 4;
        let unit = digits
            .iter()
            .try_fold(0, |unit, digit| Some(unit * 16 + char::from(*digit).to_digit(16)?));
        unit.map_or_else(|| self.fail_before(INVALID_ESCAPE), Ok)
    }
}
