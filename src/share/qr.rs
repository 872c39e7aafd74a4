use std::fmt::Write as _;

use maud::{Markup, html};
use qrcodegen::{QrCode, QrCodeEcc};

/// The light margin around a code, in modules: what the standard asks for.
const QUIET: i32 = 4;

/// The most modules of a side: at the size of the dialog, each is then three pixels wide.
const SIZE_MAX: i32 = 65;

/// An address as a QR code. `None` where it is too long for one that a camera reads well.
pub fn qr_code(url: &str) -> Option<Markup> {
    // Nothing wears off a screen: modules as large as can be matter more than mending many.
    let code = QrCode::encode_binary(url.as_bytes(), QrCodeEcc::Low).ok()?;
    let size = code.size();
    if size > SIZE_MAX {
        return None;
    }
    let width = size + 2 * QUIET;
    let view_box = format!("-{QUIET} -{QUIET} {width} {width}");
    Some(html! {
        svg.qr viewBox=(view_box) role="img" aria-label="QR code of the link" shape-rendering="crispEdges" {
            path d=(outline(&code)) {}
        }
    })
}

/// The dark modules, as a rectangle for each run of them.
fn outline(code: &QrCode) -> String {
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let end = (x..size).find(|x| !code.get_module(*x, y)).unwrap_or(size);
            let run = end - x;
            if 0 < run {
                let _ = write!(path, "M{x} {y}h{run}v1h-{run}z");
            }
            x = end + 1;
        }
    }
    path
}
