//! Raster icons.

use resvg::tiny_skia::Pixmap;
use rustscape_cli::publish::icons;

use crate::publications::paths;

/// Icon of the app.
const SVG: &str = include_str!("../../../../public/icon.svg");

#[test]
fn draws_each_icon_in_its_size() {
    let files = icons::files(SVG).unwrap();
    let names = ["icon-192.png", "icon-512.png", "apple-touch-icon.png", "favicon.ico"];
    assert_eq!(paths(&files), names);
    for (file, size) in files.iter().zip([192, 512, 180, 32]) {
        let png = if file.path == "favicon.ico" { &file.bytes[22..] } else { &file.bytes };
        let picture = Pixmap::decode_png(png).unwrap();
        assert_eq!((picture.width(), picture.height()), (size, size), "{}", file.path);
        let n_drawn = picture.pixels().iter().filter(|pixel| pixel.red() > pixel.blue()).count();
        assert!(picture.pixels().len() / 20 < n_drawn, "{}: {n_drawn}", file.path);
        let is_opaque = picture.pixels().iter().all(|pixel| pixel.alpha() == u8::MAX);
        assert_eq!(is_opaque, file.path == "apple-touch-icon.png", "{}", file.path);
    }
}

#[test]
fn describes_the_png_in_the_ico() {
    let files = icons::files(SVG).unwrap();
    let ico = &files[3].bytes;
    assert_eq!(ico[..8], [0, 0, 1, 0, 1, 0, 32, 32]);
    let n_bytes = u32::from_le_bytes(ico[14..18].try_into().unwrap());
    assert_eq!(usize::try_from(n_bytes).unwrap(), ico.len() - 22);
    assert_eq!(ico[18..22], [22, 0, 0, 0]);
    assert_eq!(ico[22..26], *b"\x89PNG");
}

#[test]
fn rejects_a_file_that_is_not_svg() {
    for broken in
        ["", "<svg", "<html/>", r#"<svg xmlns="http://www.w3.org/2000/svg" width="0" height="1"/>"#]
    {
        let reason = icons::files(broken).unwrap_err();
        assert!(reason.starts_with("cannot be drawn: "), "{broken}: {reason}");
    }
}
