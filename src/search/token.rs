//! Tokenizer: words of a text and the tokens they are found by.

use std::ops::Range;

use super::{TEXT_MAX_CHARS, fold::fold_char};

/// Word separation of a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// Words are separated by spaces or punctuation.
    Spaced,
    /// Words follow each other without separation, so a word can begin at any character.
    Unspaced,
}

/// A word of a text.
///
/// In a spaced script, a word is a run of letters and digits with trailing signs, or several runs
/// joined by a dot, a hyphen or an apostrophe. In an unspaced script, a whole run is one word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    folded: String,
    parts: Vec<WordPart>,
    script: Script,
}

/// A part of a word that a prefix can match: a run or, in an unspaced script, a character. Both
/// ranges are in bytes, of the folded word and of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct WordPart {
    folded: Range<usize>,
    source: Range<usize>,
}

impl Word {
    /// Returns the folded word without joiners: `nodejs` for "Node.js".
    pub(super) fn joined(&self) -> &str {
        &self.folded
    }

    /// Returns whether the word has several runs.
    pub(super) fn is_compound(&self) -> bool {
        self.script == Script::Spaced && self.parts.len() > 1
    }

    /// Iterates over the folded runs of a compound word: `node` and `js` for "Node.js". Empty for
    /// other words.
    pub(super) fn runs(&self) -> impl Iterator<Item = &str> {
        let parts = if self.is_compound() { self.parts.as_slice() } else { &[] };
        parts.iter().map(|part| self.folded_part(part.folded.clone()))
    }

    /// Returns the word separation of its script.
    pub(super) fn script(&self) -> Script {
        self.script
    }

    /// Returns the bytes of the text that the word comes from.
    pub(super) fn source(&self) -> Range<usize> {
        source_of(&self.parts)
    }

    /// Calls `visit` with each token of the word and the bytes of the text that the token comes
    /// from.
    pub(super) fn each_token(&self, visit: &mut dyn FnMut(&str, Range<usize>)) {
        match self.script {
            Script::Unspaced => self.each_suffix(visit),
            Script::Spaced => {
                for part in &self.parts {
                    visit(self.folded_part(part.folded.clone()), part.source.clone());
                }
                if self.is_compound() {
                    visit(&self.folded, self.source());
                }
            }
        }
    }

    fn folded_part(&self, range: Range<usize>) -> &str {
        self.folded.get(range).unwrap_or_default()
    }

    /// Calls `visit` with the suffixes of a run. Their length is limited to that of a query's text,
    /// so that nothing is lost and the tokens of a long run do not grow quadratically.
    fn each_suffix(&self, visit: &mut dyn FnMut(&str, Range<usize>)) {
        for first in 0..self.parts.len() {
            let end = self.parts.len().min(first + TEXT_MAX_CHARS);
            let ending = &self.parts[first..end];
            let folded = ending[0].folded.start..ending[ending.len() - 1].folded.end;
            visit(self.folded_part(folded), source_of(ending));
        }
    }
}

fn source_of(parts: &[WordPart]) -> Range<usize> {
    match (parts.first(), parts.last()) {
        (Some(first), Some(last)) => first.source.start..last.source.end,
        _ => 0..0,
    }
}

/// Returns the words of a text, in its order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut tokenizer = Tokenizer::default();
    for (at, c) in text.char_indices() {
        tokenizer.read_char(c, &(at..at + c.len_utf8()));
    }
    tokenizer.end_word();
    tokenizer.words
}

/// Returns the end of the first `n_bytes` folded bytes of a token that starts at `start`.
///
/// A character is never split: one that folds to more bytes than are left counts as a whole, with
/// the marks that follow it.
pub(super) fn prefix_end(text: &str, start: usize, n_bytes: usize) -> usize {
    let mut n_left = n_bytes;
    let mut end = start;
    for (at, c) in text.get(start..).unwrap_or_default().char_indices() {
        let is_done = n_left == 0;
        let mut is_mark = true;
        fold_char(c, &mut |folded| {
            let class = CharClass::of(folded);
            is_mark &= class == CharClass::Mark;
            n_left = match class {
                _ if n_left == 0 => 0,
                // The token begins after this gap, in the middle of what one character folds to.
                CharClass::Gap => n_bytes,
                CharClass::Joiner => n_left,
                _ => n_left.saturating_sub(folded.len_utf8()),
            };
        });
        if is_done && !is_mark {
            break;
        }
        end = start + at + c.len_utf8();
    }
    end
}

/// Effect of a folded character on the word before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum CharClass {
    /// Continues the word.
    Name,
    /// Continues the word if it is in an unspaced script.
    Unspaced,
    /// Ends the run as a part of it: `c++`, `c#`.
    Sign,
    /// Joins the run to one that follows immediately.
    Joiner,
    /// Belongs to the character before it.
    Mark,
    /// Ends the word.
    #[default]
    Gap,
}

impl CharClass {
    fn of(folded: char) -> Self {
        match folded {
            '+' | '#' => Self::Sign,
            '.' | '-' | '\'' | '\u{b7}' | '\u{2010}' | '\u{2019}' | '\u{2bc}' => Self::Joiner,
            c if is_mark(c) => Self::Mark,
            c if is_unspaced(c) => Self::Unspaced,
            c if c.is_alphanumeric() || is_virama(c) => Self::Name,
            _ => Self::Gap,
        }
    }
}

/// Returns whether a character is a mark that folds to itself, because it changes the character
/// before it: the voicing of kana, and the letters of a Hangul syllable after the first.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{3099}' | '\u{309a}' | '\u{1160}'..='\u{11ff}')
}

/// Returns whether a character is a virama, which joins consonants within a word. In the scripts of
/// India it has the same offset in every block; Sinhala is an exception.
fn is_virama(c: char) -> bool {
    let code = u32::from(c);
    c == '\u{dca}' || ((0x900..0xd80).contains(&code) && code % 0x80 == 0x4d)
}

/// Returns whether a character is of an unspaced script: Han, Hiragana, Katakana, Thai, Lao, Khmer
/// or Myanmar, including the marks in their blocks.
fn is_unspaced(c: char) -> bool {
    matches!(
        c,
        '\u{e00}'..='\u{eff}'
            | '\u{1000}'..='\u{109f}'
            | '\u{1780}'..='\u{17ff}'
            | '\u{2e80}'..='\u{2fdf}'
            | '\u{3005}'..='\u{3007}'
            | '\u{3041}'..='\u{309f}'
            | '\u{30a1}'..='\u{30fa}'
            | '\u{30fc}'..='\u{30ff}'
            | '\u{31f0}'..='\u{31ff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{ff66}'..='\u{ff9f}'
            | '\u{20000}'..='\u{3ffff}'
    )
}

/// Splits a text into words, one character at a time.
#[derive(Default)]
struct Tokenizer {
    words: Vec<Word>,
    word: Option<Word>,
    last: CharClass,
}

impl Tokenizer {
    /// Reads a character of the text in its folded form. A character that folds to nothing is a
    /// mark of the one before it.
    fn read_char(&mut self, c: char, source: &Range<usize>) {
        let mut is_mark = true;
        fold_char(c, &mut |folded| {
            is_mark = false;
            self.read(folded, source);
        });
        if is_mark && self.is_at_word() {
            self.extend_source(source.end);
        }
    }

    fn read(&mut self, folded: char, source: &Range<usize>) {
        let class = CharClass::of(folded);
        match class {
            CharClass::Mark if self.is_at_word() => return self.extend(folded, source.end),
            CharClass::Name | CharClass::Mark => self.read_name(folded, source),
            CharClass::Unspaced => self.read_unspaced(folded, source),
            CharClass::Sign if self.is_in_run() => self.extend(folded, source.end),
            CharClass::Joiner if self.is_in_run() => {}
            CharClass::Sign | CharClass::Joiner | CharClass::Gap => self.end_word(),
        }
        self.last = if class == CharClass::Mark { CharClass::Name } else { class };
    }

    /// Returns whether the last character was in a run of a spaced script.
    fn is_in_run(&self) -> bool {
        matches!(self.last, CharClass::Name | CharClass::Sign) && self.word.is_some()
    }

    /// Returns whether the last character was in a word. A mark after a joiner or a gap belongs to
    /// nothing.
    fn is_at_word(&self) -> bool {
        self.is_in_run() || self.last == CharClass::Unspaced
    }

    fn read_name(&mut self, folded: char, source: &Range<usize>) {
        match self.last {
            CharClass::Name => self.extend(folded, source.end),
            CharClass::Joiner => self.begin_part(folded, source, Script::Spaced),
            _ => {
                self.end_word();
                self.begin_part(folded, source, Script::Spaced);
            }
        }
    }

    fn read_unspaced(&mut self, folded: char, source: &Range<usize>) {
        if self.last != CharClass::Unspaced {
            self.end_word();
        }
        self.begin_part(folded, source, Script::Unspaced);
    }

    fn begin_part(&mut self, folded: char, source: &Range<usize>, script: Script) {
        let new = || Word { folded: String::new(), parts: Vec::new(), script };
        let word = self.word.get_or_insert_with(new);
        let start = word.folded.len();
        word.folded.push(folded);
        word.parts.push(WordPart { folded: start..word.folded.len(), source: source.clone() });
    }

    fn extend(&mut self, folded: char, end: usize) {
        let Some(word) = &mut self.word else { return };
        word.folded.push(folded);
        let n_bytes = word.folded.len();
        if let Some(part) = word.parts.last_mut() {
            part.folded.end = n_bytes;
        }
        self.extend_source(end);
    }

    fn extend_source(&mut self, end: usize) {
        let part = self.word.as_mut().and_then(|word| word.parts.last_mut());
        if let Some(part) = part {
            part.source.end = end;
        }
    }

    fn end_word(&mut self) {
        self.words.extend(self.word.take());
        self.last = CharClass::Gap;
    }
}
