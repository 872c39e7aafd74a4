//! PNG encoder for cards. Cards have few colors, so a palette makes files small and encoding fast.

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter};
use resvg::tiny_skia::PremultipliedColorU8;

use super::card::{HEIGHT, WIDTH};

/// Numbers of bits per channel that distinguish colors, tried in this order until the palette is
/// small enough. The difference is invisible at the edges of letters.
const BITS_PER_CHANNEL: [u32; 3] = [5, 4, 2];

/// Maximum number of colors in a palette of a PNG.
const PALETTE_MAX: usize = 256;

/// Encodes pixels as a PNG with a palette.
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
    // Fast compression only compresses runs of zeros. This filter writes a zero for each pixel that
    // equals the one above it.
    encoder.set_filter(Filter::Up);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&indices)?;
    writer.finish()?;
    Ok(bytes)
}

/// A color of the palette.
struct PaletteEntry {
    color: PremultipliedColorU8,
    /// Length of the longest run of pixels in this color.
    n_in_row: usize,
}

/// Returns the pixels as indices into a palette, and the palette as RGB bytes.
///
/// Of nearly equal colors, the one with the longest run represents all. Returns `None` if there are
/// too many colors.
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
        if row.len() > entry.n_in_row {
            *entry = PaletteEntry { color, n_in_row: row.len() };
        }
        indices.resize(indices.len() + row.len(), idx);
    }
    let rgb = |entry: &PaletteEntry| [entry.color.red(), entry.color.green(), entry.color.blue()];
    Some((indices, entries.iter().flat_map(rgb).collect()))
}

/// Returns the index of the bucket of colors that count as equal to `color`.
fn bucket(color: PremultipliedColorU8, n_bits: u32) -> usize {
    let part = |value: u8| usize::from(value >> (8 - n_bits));
    (part(color.red()) << (2 * n_bits)) | (part(color.green()) << n_bits) | part(color.blue())
}
