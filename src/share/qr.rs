//! QR codes as SVG.

use std::fmt::Write as _;

use maud::{Markup, html};
use qrcodegen::{QrCode, QrCodeEcc};

/// Light margin around a code, in modules, as the standard requires.
const QUIET_ZONE: i32 = 4;

/// Maximum number of modules per side: each is three pixels wide in the dialog.
const SIZE_MAX: i32 = 65;

/// Returns a URL as a QR code, or `None` if the URL is too long for a code that cameras read well.
pub fn qr_code(url: &str) -> Option<Markup> {
    // Codes on a screen do not get damaged: large modules matter more than error correction.
    let code = QrCode::encode_binary(url.as_bytes(), QrCodeEcc::Low).ok()?;
    let size = code.size();
    if size > SIZE_MAX {
        return None;
    }
    let width = size + 2 * QUIET_ZONE;
    let view_box = format!("-{QUIET_ZONE} -{QUIET_ZONE} {width} {width}");
    Some(html! {
        svg.qr viewBox=(view_box) role="img" aria-label="QR code of the link" shape-rendering="crispEdges" {
            path d=(outline(&code)) {}
        }
    })
}

/// Returns the dark modules as a path with a rectangle for each horizontal run.
fn outline(code: &QrCode) -> String {
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let end = (x..size).find(|x| !code.get_module(*x, y)).unwrap_or(size);
            let run = end - x;
            if run > 0 {
                let _ = write!(path, "M{x} {y}h{run}v1h-{run}z");
            }
            x = end + 1;
        }
    }
    path
}
