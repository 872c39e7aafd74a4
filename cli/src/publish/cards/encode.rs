//! Pixels to PNG: quick and small, because a card has few colors.

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter};
use resvg::tiny_skia::PremultipliedColorU8;

use super::card::{HEIGHT, WIDTH};

/// How many bits of each part of a color tell colors apart, if they make few enough colors: no eye
/// sees a difference at the edge of a letter.
const BITS_PER_CHANNEL: [u32; 3] = [5, 4, 2];

/// How many colors a palette has at most.
const PALETTE_MAX: usize = 256;

/// The picture as a PNG with a palette.
pub(super) fn encode(pixels: &[PremultipliedColorU8]) -> Result<Vec<u8>, EncodingError> {
    let (indices, palette) = BITS_PER_CHANNEL
        .into_iter()
        .find_map(|n_bits| quantize(pixels, n_bits))
        .unwrap_or_default();
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, WIDTH, HEIGHT);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette);
    encoder.set_compression(Compression::Fast);
    // The compression is quick because it knows nothing but rows of zeros; where a pixel is as the
    // one above it, this filter makes a zero.
    encoder.set_filter(Filter::Up);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&indices)?;
    writer.finish()?;
    Ok(bytes)
}

/// A color of the palette.
struct PaletteEntry {
    color: PremultipliedColorU8,
    /// The longest row of pixels of this color.
    n_in_row: usize,
}

/// The pixels as slots in a palette of red, green and blue. Colors that are nearly the same get
/// the one that covers an area. None if there are too many of them.
fn quantize(pixels: &[PremultipliedColorU8], n_bits: u32) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut slots: Vec<Option<u8>> = vec![None; 1 << (3 * n_bits)];
    let mut entries: Vec<PaletteEntry> = Vec::new();
    let mut indices = Vec::with_capacity(pixels.len());
    for row in pixels.chunk_by(|one, other| one == other) {
        let Some(color) = row.first().copied() else { continue };
        let slot = &mut slots[bucket(color, n_bits)];
        let idx = match *slot {
            Some(idx) => idx,
            None if entries.len() == PALETTE_MAX => return None,
            None => {
                let idx = u8::try_from(entries.len()).ok()?;
                entries.push(PaletteEntry { color, n_in_row: 0 });
                *slot.insert(idx)
            }
        };
        let entry = &mut entries[usize::from(idx)];
        if entry.n_in_row < row.len() {
            *entry = PaletteEntry { color, n_in_row: row.len() };
        }
        indices.resize(indices.len() + row.len(), idx);
    }
    let rgb = |entry: &PaletteEntry| [entry.color.red(), entry.color.green(), entry.color.blue()];
    Some((indices, entries.iter().flat_map(rgb).collect()))
}

/// Where a color is among those that are told apart.
fn bucket(color: PremultipliedColorU8, n_bits: u32) -> usize {
    let part = |value: u8| usize::from(value >> (8 - n_bits));
    (part(color.red()) << (2 * n_bits)) | (part(color.green()) << n_bits) | part(color.blue())
}
