//! Texts and what is escaped in them.

use std::borrow::Cow;

use super::reader::{Fault, Read, Reader};

const UNFINISHED_TEXT: &str = "EOF while parsing a string";
const INVALID_ESCAPE: &str = "invalid escape";
const LONE_SURROGATE: &str = "lone leading surrogate in hex escape";

impl<'t> Reader<'t> {
    /// Reads a text from one quote to the other.
    pub(super) fn text(&mut self) -> Read<Cow<'t, str>> {
        self.at += 1;
        let mut start = self.at;
        let mut before = Vec::new();
        loop {
            match self.peek() {
                None => return self.fail(UNFINISHED_TEXT),
                Some(b'"') => break,
                Some(b'\\') => {
                    before.extend_from_slice(&self.bytes[start..self.at]);
                    self.at += 1;
                    let c = self.escaped()?;
                    before.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                    start = self.at;
                }
                Some(0..=0x1f) => {
                    return self
                        .fail("control character (\\u0000-\\u001F) found while parsing a string");
                }
                Some(_) => self.at += 1,
            }
        }
        let quote = self.at;
        self.at += 1;
        let rest = &self.bytes[start..quote];
        let text = if before.is_empty() {
            std::str::from_utf8(rest).map(Cow::Borrowed).map_err(|fault| (rest.len(), fault))
        } else {
            before.extend_from_slice(rest);
            let n_bytes = before.len();
            String::from_utf8(before).map(Cow::Owned).map_err(|e| (n_bytes, e.utf8_error()))
        };
        text.map_err(|(n_bytes, fault)| Fault {
            at: quote - (n_bytes - fault.valid_up_to()),
            reason: "invalid unicode code point",
        })
    }

    /// Reads what stands after a backslash.
    fn escaped(&mut self) -> Read<char> {
        let Some(byte) = self.peek() else { return self.fail(UNFINISHED_TEXT) };
        self.at += 1;
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

    /// Reads a character of one unit of UTF-16 or, outside of the basic plane, of two.
    fn escaped_utf16(&mut self) -> Read<char> {
        let first = self.utf16_unit()?;
        if let Some(c) = char::from_u32(first) {
            return Ok(c);
        }
        if 0xdc00 <= first {
            return self.fail_before(LONE_SURROGATE);
        }
        for expected in [b'\\', b'u'] {
            match self.peek() {
                None => return self.fail(UNFINISHED_TEXT),
                Some(byte) if byte == expected => self.at += 1,
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

    fn utf16_unit(&mut self) -> Read<u32> {
        let Some(digits) = self.bytes.get(self.at..self.at + 4) else {
            self.at = self.bytes.len();
            return self.fail(UNFINISHED_TEXT);
        };
        self.at += 4;
        let unit = digits
            .iter()
            .try_fold(0, |unit, digit| Some(unit * 16 + char::from(*digit).to_digit(16)?));
        unit.map_or_else(|| self.fail_before(INVALID_ESCAPE), Ok)
    }
}
