//! Where the lines of a text may end.

use std::ops::Range;

use unicode_linebreak::linebreaks;
use unicode_normalization::char::is_combining_mark;

use super::{line::Extent, spelling::is_joiner};

/// A part of a text within which no line ends.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Where it is in the text, without the spaces after it.
    pub(super) range: Range<usize>,
    /// Its width, and that of the spaces after it, in heights of the text.
    pub(super) width: f32,
    pub(super) space: f32,
    /// The distance of lines, in heights of the text.
    pub(super) leading: f32,
}

impl Word {
    fn new(text: &str, range: Range<usize>, measure: &impl Fn(&str) -> Extent) -> Self {
        let trimmed = text[range.clone()].trim_end_matches(' ');
        let end = range.start + trimmed.len();
        let Extent { width, leading } = measure(trimmed);
        let space = if end < range.end { measure(&text[end..range.end]).width } else { 0.0 };
        Self { range: range.start..end, width, space, leading }
    }
}

/// The words of a text. The first one is as long as is said, if that is not zero.
pub(super) fn words(text: &str, first_len: usize, measure: &impl Fn(&str) -> Extent) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut start = 0;
    if 0 < first_len {
        let rest = text[first_len..].trim_start_matches(' ');
        start = text.len() - rest.len();
        words.push(Word::new(text, 0..start, measure));
    }
    let offset = start;
    for (end, _) in linebreaks(&text[offset..]) {
        let end = offset + end;
        if start < end && !is_within_hangul(text, end) {
            words.push(Word::new(text, start..end, measure));
            start = end;
        }
    }
    words
}

/// Whether a place is within a word of Korean, which is written with spaces; other rules than
/// those of readers allow to break it at each syllable.
fn is_within_hangul(text: &str, place: usize) -> bool {
    let is_hangul = |c: char| matches!(c, '\u{ac00}'..='\u{d7a3}');
    let (before, after) = text.split_at(place);
    before.ends_with(is_hangul) && after.starts_with(is_hangul)
}

/// The words, those that are wider than a line in parts that are not.
pub(super) fn broken_apart(
    words: &[Word],
    text: &str,
    width_max: f32,
    measure: &impl Fn(&str) -> Extent,
) -> Vec<Word> {
    let mut parts: Vec<Word> = Vec::new();
    for word in words {
        if word.width <= width_max {
            parts.push(word.clone());
            continue;
        }
        let mut part = Word { range: word.range.start..word.range.start, width: 0.0, ..*word };
        for place in places(&text[word.range.clone()]).skip(1) {
            let end = word.range.start + place;
            // What single letters take, since there may be hundreds of them: kerning is left out.
            let width = measure(&text[part.range.end..end]).width;
            if width_max < part.width + width && !part.range.is_empty() {
                parts.push(Word { space: 0.0, range: part.range.clone(), ..part });
                part.range.start = part.range.end;
                part.width = 0.0;
            }
            part.range.end = end;
            part.width += width;
        }
        parts.push(part);
    }
    parts
}

/// The lines of words, each as full as it gets. None if a word is wider than a line.
pub(super) fn wrap(words: &[Word], width_max: f32) -> Option<Vec<Range<usize>>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut end = 0.0;
    for word in words {
        if width_max < word.width {
            return None;
        }
        match lines.last_mut() {
            Some(line) if end + word.width <= width_max => {
                line.end = word.range.end;
                end += word.width + word.space;
            }
            _ => {
                lines.push(word.range.clone());
                end = word.width + word.space;
            }
        }
    }
    Some(lines)
}

/// How exactly the width of balanced lines is found: each step halves what is open.
const N_HALVINGS: usize = 8;

/// The lines of words, as many as without that but of about the same width.
pub(super) fn balanced(words: &[Word], n_lines: usize, width_max: f32) -> Vec<Range<usize>> {
    let (mut narrow, mut wide) = (0.0, width_max);
    for _ in 0..N_HALVINGS {
        let middle = f32::midpoint(narrow, wide);
        if wrap(words, middle).is_some_and(|lines| lines.len() <= n_lines) {
            wide = middle;
        } else {
            narrow = middle;
        }
    }
    wrap(words, wide).unwrap_or_default()
}

/// The text if one line has room for it, or as much of it as there is room for and an ellipsis.
pub(super) fn on_one_line(text: &str, width_max: f32, measure: &impl Fn(&str) -> Extent) -> String {
    if measure(text).width <= width_max {
        text.to_owned()
    } else {
        shortened(text, width_max, measure)
    }
}

/// As much of a text as a line has room for, and an ellipsis: whole words, where that does not take
/// much away.
pub(super) fn shortened(text: &str, width_max: f32, measure: &impl Fn(&str) -> Extent) -> String {
    let places: Vec<usize> = places(text).collect();
    let with_ellipsis = |place: usize| format!("{}…", text[..place].trim_end_matches(is_pause));
    let n_fitting =
        places.partition_point(|place| measure(&with_ellipsis(*place)).width <= width_max);
    let place = places[..n_fitting].last().copied().unwrap_or_default();
    let kept = &text[..place];
    let is_within_word =
        kept.ends_with(char::is_alphanumeric) && text[place..].starts_with(char::is_alphanumeric);
    match kept.rfind(' ') {
        Some(space) if is_within_word && place / 2 < space => with_ellipsis(space),
        _ => with_ellipsis(place),
    }
}

/// Whether an ellipsis takes its place.
fn is_pause(c: char) -> bool {
    matches!(c, ' ' | '.' | ',' | ';' | ':' | '…' | '、' | '。' | '，')
}

/// Where a text may be cut, from its beginning to its end: not before marks that belong to the
/// letter before them.
fn places(text: &str) -> impl Iterator<Item = usize> {
    let is_place = |place: &usize| {
        let (before, after) = text.split_at(*place);
        !before.ends_with(is_joiner) && !after.starts_with(|c| is_combining_mark(c) || is_joiner(c))
    };
    let starts = text.char_indices().map(|(place, _)| place);
    starts.chain([text.len()]).filter(is_place)
}
