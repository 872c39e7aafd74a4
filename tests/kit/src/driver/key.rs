//! Keys, and what `WebDriver` calls them.

use serde_json::{Value, json};

/// A key of the keyboard.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Key {
    /// A key that writes.
    Char(char),
    /// The arrow up.
    Up,
    /// The arrow down.
    Down,
    /// The arrow to the left.
    Left,
    /// The arrow to the right.
    Right,
    /// The backspace key.
    Backspace,
    /// The delete key.
    Delete,
    /// The tab key.
    Tab,
    /// The enter key of the main block.
    Enter,
    /// The escape key.
    Escape,
    /// The home key.
    Home,
    /// The end key.
    End,
    /// The key for a page up.
    PageUp,
    /// The key for a page down.
    PageDown,
    /// The left shift key.
    Shift,
    /// The left control key.
    Control,
    /// The left alt key.
    Alt,
    /// The left command or Windows key.
    Meta,
}

impl From<char> for Key {
    fn from(char: char) -> Key {
        Key::Char(char)
    }
}

/// The actions that press and release keys one after the other, while others are held down.
pub(super) fn strokes(held: &[Key], keys: &[Key]) -> Value {
    let down = |key: &Key| json!({ "type": "keyDown", "value": key.code() });
    let up = |key: &Key| json!({ "type": "keyUp", "value": key.code() });
    let mut actions: Vec<Value> = held.iter().map(down).collect();
    actions.extend(keys.iter().flat_map(|key| [down(key), up(key)]));
    actions.extend(held.iter().rev().map(up));
    json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] })
}

impl Key {
    /// The character that stands for the key, from the table in `WebDriver`'s chapter on keyboard actions.
    fn code(self) -> char {
        match self {
            Key::Char(char) => char,
            Key::Backspace => '\u{E003}',
            Key::Tab => '\u{E004}',
            Key::Enter => '\u{E006}',
            Key::Shift => '\u{E008}',
            Key::Control => '\u{E009}',
            Key::Alt => '\u{E00A}',
            Key::Escape => '\u{E00C}',
            Key::PageUp => '\u{E00E}',
            Key::PageDown => '\u{E00F}',
            Key::End => '\u{E010}',
            Key::Home => '\u{E011}',
            Key::Left => '\u{E012}',
            Key::Up => '\u{E013}',
            Key::Right => '\u{E014}',
            Key::Down => '\u{E015}',
            Key::Delete => '\u{E017}',
            Key::Meta => '\u{E03D}',
        }
    }
}
