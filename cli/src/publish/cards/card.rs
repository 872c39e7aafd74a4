//! Content of a preview card.

/// Width of a card in pixels.
pub const WIDTH: u32 = 1200;

/// Height of a card in pixels.
pub const HEIGHT: u32 = 630;

/// Content of a preview card.
///
/// Texts may have any length and script. A text that is too long gets smaller, then breaks into
/// lines, then ends with an ellipsis. An empty text leaves its place blank.
///
/// A letter that no font has is spelled in ASCII, and any other such character is left out. A text
/// of only such characters is spelled out (`🦀` as "crab").
#[derive(Clone, Copy, Debug)]
pub struct Card<'c> {
    /// Title of the atlas.
    pub atlas: &'c str,
    /// Main text: the sentence of a list, or the name of an organization or project. A number at
    /// its start is emphasized.
    pub sentence: &'c str,
    /// Secondary text: a summary, or a figure such as "−70 % CPU against NGINX", whose number is
    /// emphasized.
    pub lead: Option<&'c str>,
    /// Names, the most important first. Those that fit on one line are shown.
    pub names: &'c [String],
    /// Number of further names. Together with those that do not fit, they are shown as "and 31
    /// more".
    pub n_more: usize,
    /// Address of the atlas as a reader types it, such as `example.org/rustscape`.
    pub address: &'c str,
    /// Color whose hue links and figures take, as `#rrggbb`; lightness and chroma are fixed. `None`
    /// and invalid values select the default.
    pub accent: Option<&'c str>,
    /// `true` if the atlas is read from right to left. Otherwise, a card is laid out from right to
    /// left if at least half of its words are.
    pub is_rtl: bool,
}
