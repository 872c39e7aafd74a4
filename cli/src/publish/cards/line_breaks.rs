//! Line breaking and truncation of text.

use std::ops::Range;

use unicode_linebreak::linebreaks;
use unicode_normalization::char::is_combining_mark;

use super::{glyph_runs::TextMetrics, transliterate::is_joiner};

/// Part of a text without a line break opportunity.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    /// Range in the text, without trailing spaces.
    pub(super) range: Range<usize>,
    /// Advance width in ems.
    pub(super) width: f32,
    /// Advance width of the trailing spaces in ems.
    pub(super) space: f32,
    /// Line height in ems.
    pub(super) leading: f32,
}

impl Segment {
    fn new(text: &str, range: Range<usize>, measure: &impl Fn(&str) -> TextMetrics) -> Self {
        let trimmed = text[range.clone()].trim_end_matches(' ');
        let end = range.start + trimmed.len();
        let TextMetrics { width, leading } = measure(trimmed);
        let space = if range.end > end { measure(&text[end..range.end]).width } else { 0.0 };
        Self { range: range.start..end, width, space, leading }
    }
}

/// Splits a text at its line break opportunities. The first segment has `first_len` bytes, unless
/// that is 0.
pub(super) fn segments(
    text: &str,
    first_len: usize,
    measure: &impl Fn(&str) -> TextMetrics,
) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    let mut start = 0;
    if first_len > 0 {
        let rest = text[first_len..].trim_start_matches(' ');
        start = text.len() - rest.len();
        segments.push(Segment::new(text, 0..start, measure));
    }
    let offset = start;
    for (end, _) in linebreaks(&text[offset..]) {
        let end = offset + end;
        if end > start && !is_within_hangul(text, end) {
            segments.push(Segment::new(text, start..end, measure));
            start = end;
        }
    }
    segments
}

/// Returns whether a position is within a Korean word. Unicode allows a break at each syllable, but
/// Korean is written with spaces and readers expect breaks there.
fn is_within_hangul(text: &str, position: usize) -> bool {
    let is_hangul = |c: char| matches!(c, '\u{ac00}'..='\u{d7a3}');
    let (before, after) = text.split_at(position);
    before.ends_with(is_hangul) && after.starts_with(is_hangul)
}

/// Splits segments that are wider than a line.
pub(super) fn split_long_segments(
    segments: &[Segment],
    text: &str,
    max_width: f32,
    measure: &impl Fn(&str) -> TextMetrics,
) -> Vec<Segment> {
    let mut parts: Vec<Segment> = Vec::new();
    for segment in segments {
        if segment.width <= max_width {
            parts.push(segment.clone());
            continue;
        }
        let mut part =
            Segment { range: segment.range.start..segment.range.start, width: 0.0, ..*segment };
        for position in cut_positions(&text[segment.range.clone()]).skip(1) {
            let end = segment.range.start + position;
            // Adds up the widths of single letters, without kerning, because there may be hundreds.
            let width = measure(&text[part.range.end..end]).width;
            if part.width + width > max_width && !part.range.is_empty() {
                parts.push(Segment { space: 0.0, range: part.range.clone(), ..part });
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

/// Fills lines greedily. Returns `None` if a segment is wider than a line.
pub(super) fn break_lines(segments: &[Segment], max_width: f32) -> Option<Vec<Range<usize>>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut end = 0.0;
    for segment in segments {
        if segment.width > max_width {
            return None;
        }
        match lines.last_mut() {
            Some(line) if end + segment.width <= max_width => {
                line.end = segment.range.end;
                end += segment.width + segment.space;
            }
            _ => {
                lines.push(segment.range.clone());
                end = segment.width + segment.space;
            }
        }
    }
    Some(lines)
}

/// Number of bisection steps for the width of balanced lines.
const N_HALVINGS: usize = 8;

/// Breaks segments into at most `n_lines` lines of similar width.
pub(super) fn balanced_lines(
    segments: &[Segment],
    n_lines: usize,
    max_width: f32,
) -> Vec<Range<usize>> {
    let (mut narrow, mut wide) = (0.0, max_width);
    for _ in 0..N_HALVINGS {
        let midpoint = f32::midpoint(narrow, wide);
        if break_lines(segments, midpoint).is_some_and(|lines| lines.len() <= n_lines) {
            wide = midpoint;
        } else {
            narrow = midpoint;
        }
    }
    break_lines(segments, wide).unwrap_or_default()
}

/// Returns the text if it fits on one line, or else truncates it with an ellipsis.
pub(super) fn fit_on_one_line(
    text: &str,
    max_width: f32,
    measure: &impl Fn(&str) -> TextMetrics,
) -> String {
    if measure(text).width <= max_width {
        text.to_owned()
    } else {
        truncate_with_ellipsis(text, max_width, measure)
    }
}

/// Truncates a text to the width of a line, including an ellipsis. Cuts between words if that does
/// not remove much more.
pub(super) fn truncate_with_ellipsis(
    text: &str,
    max_width: f32,
    measure: &impl Fn(&str) -> TextMetrics,
) -> String {
    let positions: Vec<usize> = cut_positions(text).collect();
    let with_ellipsis =
        |position: usize| format!("{}…", text[..position].trim_end_matches(is_pause));
    let n_fitting =
        positions.partition_point(|position| measure(&with_ellipsis(*position)).width <= max_width);
    let position = positions[..n_fitting].last().copied().unwrap_or_default();
    let kept = &text[..position];
    let is_within_word = kept.ends_with(char::is_alphanumeric)
        && text[position..].starts_with(char::is_alphanumeric);
    match kept.rfind(' ') {
        Some(space) if is_within_word && space > position / 2 => with_ellipsis(space),
        _ => with_ellipsis(position),
    }
}

/// Returns whether an ellipsis replaces the character.
fn is_pause(c: char) -> bool {
    matches!(c, ' ' | '.' | ',' | ';' | ':' | '…' | '、' | '。' | '，')
}

/// Returns the positions at which a text may be cut, in order: never between a letter and its
/// marks.
fn cut_positions(text: &str) -> impl Iterator<Item = usize> {
    let is_position = |position: &usize| {
        let (before, after) = text.split_at(*position);
        !before.ends_with(is_joiner) && !after.starts_with(|c| is_combining_mark(c) || is_joiner(c))
    };
    let starts = text.char_indices().map(|(position, _)| position);
    starts.chain([text.len()]).filter(is_position)
}
