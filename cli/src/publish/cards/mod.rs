//! Preview cards and icons: the pictures of a site.
//!
//! A preview card is the picture that a chat or a social network shows next to a link. Its text is
//! laid out with the real widths of the glyphs and written as SVG, which `resvg` rasterizes. Fonts
//! come with the program or from the publisher, never from the system, so a card is the same
//! picture on every machine.

pub mod icons;

pub(super) mod app_color;
pub(super) mod page_cards;

mod card;
mod card_renderer;
mod color;
mod embedded_fonts;
mod encode;
mod fit;
mod font_face;
mod font_set;
mod font_weight;
mod glyph_runs;
mod layout;
mod leading_number;
mod line_breaks;
mod svg_canvas;
mod transliterate;

pub use card::{Card, HEIGHT, WIDTH};
pub use card_renderer::CardRenderer;
