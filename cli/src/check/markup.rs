//! Detection of HTML in texts, which an atlas shows unchanged.

/// HTML elements that people copy into texts by accident. Other names in angle brackets are probably
/// types, as in `Vec<T>`.
const ELEMENTS: [&str; 33] = [
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "code",
    "div",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "hr",
    "i",
    "iframe",
    "img",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "script",
    "span",
    "strong",
    "sub",
    "sup",
    "td",
    "tr",
    "u",
    "ul",
];

/// Returns the first tag of a text, or else its first character reference such as `&amp;`.
pub(super) fn find_markup(text: &str) -> Option<&str> {
    tag(text).or_else(|| character_reference(text))
}

fn tag(text: &str) -> Option<&str> {
    text.match_indices('<').find_map(|(start, _)| {
        let length = text[start..].find('>')?;
        let inner = &text[start + 1..start + length];
        let (name, is_end) = inner.strip_prefix('/').map_or((inner, false), |name| (name, true));
        let n_letters = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let (name, rest) = name.split_at(n_letters);
        let is_named = name.starts_with(|c: char| c.is_ascii_alphabetic());
        let is_known = ELEMENTS.contains(&name.to_ascii_lowercase().as_str());
        let has_attribute = rest.starts_with(' ') && rest.contains('=');
        (is_named && (is_end || is_known || has_attribute)).then(|| &text[start..=start + length])
    })
}

fn character_reference(text: &str) -> Option<&str> {
    text.match_indices('&').find_map(|(start, _)| {
        let length = text[start..].find(';')?;
        let name = &text[start + 1..start + length];
        let is_letters =
            (2..=8).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_alphabetic());
        let is_number = name.strip_prefix('#').is_some_and(|number| {
            let digits = number.strip_prefix(['x', 'X']).unwrap_or(number);
            !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
        });
        (is_letters || is_number).then(|| &text[start..=start + length])
    })
}

#[cfg(test)]
mod tests {
    use super::find_markup;

    #[test]
    fn distinguishes_markup_from_types_and_operators() {
        check("a <b>bold</b> word", Some("<b>"));
        check("see <a href='x'>this</a>", Some("<a href='x'>"));
        check("a <BR/> b", Some("<BR/>"));
        check("one</x> two", Some("</x>"));
        check("R&amp;D", Some("&amp;"));
        check("it&#39;s", Some("&#39;"));
        check("Vec<T> and Option<Waker>", None);
        check("a < b > c", None);
        check("R&D; AT&T", None);
        check("x <", None);
    }

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(find_markup(text), expected, "{text}");
    }
}
