//! Raster icons of the site, for programs that do not support SVG.

use resvg::{
    tiny_skia::{Color, Pixmap},
    usvg::{Options, Transform, Tree},
};

use super::app_color::PAPER;
use crate::publish::File;

/// Path of the SVG icon, from which the others are drawn.
pub(in crate::publish) const SVG: &str = "icon.svg";

/// Icons of the manifest: name, and edge length in pixels.
pub(in crate::publish) const ICON_SMALL: (&str, u16) = ("icon-192.png", 192);
pub(in crate::publish) const ICON_LARGE: (&str, u16) = ("icon-512.png", 512);

/// Icon for home screens. It has a background, because home screens fill transparent areas with
/// black.
const TOUCH_ICON: (&str, u16) = ("apple-touch-icon.png", 180);

/// Icon that programs request by default.
const FAVICON: (&str, u16) = ("favicon.ico", 32);

/// Divisor of the size of the home screen icon that gives the margin on each side. Devices round
/// the corners off.
const MARGIN: f32 = 8.0;

/// Draws `icon-192.png`, `icon-512.png`, `apple-touch-icon.png` and `favicon.ico` from an SVG.
///
/// # Errors
///
/// Returns the reason as the rest of a sentence that begins with the name of the SVG.
pub fn files(svg: &str) -> Result<Vec<File>, String> {
    let tree = Tree::from_str(svg, &Options::default())
        .map_err(|error| format!("cannot be drawn: {error}"))?;
    let [red, green, blue] = PAPER;
    let paper = Color::from_rgba8(red, green, blue, u8::MAX);
    let mut files = Vec::new();
    for (name, size) in [ICON_SMALL, ICON_LARGE] {
        files.push(File::new(name, png(&tree, size, Color::TRANSPARENT, 0.0)?));
    }
    let (name, size) = TOUCH_ICON;
    files.push(File::new(name, png(&tree, size, paper, f32::from(size) / MARGIN)?));
    let (name, size) = FAVICON;
    files.push(File::new(name, ico(size, &png(&tree, size, Color::TRANSPARENT, 0.0)?)?));
    Ok(files)
}

/// Draws the icon in the center of a square, as large as the margins allow.
fn png(tree: &Tree, size: u16, background: Color, margin: f32) -> Result<Vec<u8>, String> {
    let n_pixels = u32::from(size);
    let mut pixmap = Pixmap::new(n_pixels, n_pixels).ok_or("is to be drawn without a size")?;
    pixmap.fill(background);
    let (width, height) = (tree.size().width(), tree.size().height());
    let available = f32::from(size) - 2.0 * margin;
    let scale = available / width.max(height);
    let (left, top) =
        (margin + (available - width * scale) / 2.0, margin + (available - height * scale) / 2.0);
    let transform = Transform::from_row(scale, 0.0, 0.0, scale, left, top);
    resvg::render(tree, transform, &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| format!("cannot be written as PNG: {error}"))
}

/// Wraps a PNG of less than 256 by 256 pixels in an ICO file.
fn ico(size: u16, png: &[u8]) -> Result<Vec<u8>, String> {
    let too_large = |_| "is too large for an ICO".to_owned();
    let n_pixels = u8::try_from(size).map_err(too_large)?;
    let n_bytes = u32::try_from(png.len()).map_err(too_large)?;
    // Header: reserved, type (icon), number of images. Directory entry: width, height, number of
    // colors, reserved, planes, bits per pixel, length, offset. Both take 22 bytes.
    let mut ico = vec![0, 0, 1, 0, 1, 0, n_pixels, n_pixels, 0, 0, 1, 0, 32, 0];
    ico.extend(n_bytes.to_le_bytes());
    ico.extend(22_u32.to_le_bytes());
    ico.extend(png);
    Ok(ico)
}
