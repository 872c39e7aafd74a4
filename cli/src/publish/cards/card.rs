//! Content of a preview card.

/// The width of a card in pixels.
pub const WIDTH: u32 = 1200;

/// The height of a card in pixels.
pub const HEIGHT: u32 = 630;

/// What a preview card says.
///
/// Any text may have any length and be in any script: what is too long becomes smaller, then
/// breaks into lines, then ends with an ellipsis. An empty text leaves its place empty. A letter
/// that no font has is output in ASCII, any other sign that no font has is left out; a text of
/// nothing but such signs is output out (`🦀` as "crab").
#[derive(Clone, Copy, Debug)]
pub struct Card<'c> {
    /// The title of the atlas.
    pub atlas: &'c str,
    /// What is shown: the sentence of a list, or the name of an organization or project. A number
    /// at its beginning is emphasized.
    pub sentence: &'c str,
    /// More about it: a summary, or a figure, such as "−70 % CPU against NGINX", whose number is
    /// emphasized.
    pub lead: Option<&'c str>,
    /// Leading names, the most important first. As many as fit on one line are shown.
    pub names: &'c [String],
    /// How many more names there are, besides `names`: with those that do not fit they are "and 31
    /// more".
    pub n_more: usize,
    /// Where the atlas is, as a reader types it: `example.org/rustscape`.
    pub address: &'c str,
    /// The hue of links and figures, as `#rrggbb`; how light and how vivid they are is decided
    /// here. None, and anything else, is the usual one.
    pub accent: Option<&'c str>,
    /// Whether the atlas is read from right to left. Where it is not, a card still is if most of its
    /// segments are.
    pub is_rtl: bool,
}
