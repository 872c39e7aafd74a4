use super::AppBundle;
use crate::{
    hosting::ASSETS,
    publish::{File, hash},
};

/// A file that pages name.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Where it is and what is in it.
    pub file: File,
    /// What a browser compares it with.
    pub integrity: String,
}

impl Asset {
    /// An asset called so, with this end of its name.
    pub fn new(name: &str, end: &str, bytes: &[u8]) -> Self {
        let path = format!("{ASSETS}{name}.{}{end}", hash::content_hash(bytes));
        Self { integrity: hash::integrity(bytes), file: File::new(path, bytes) }
    }

    /// Where it is, below the site.
    pub fn path(&self) -> &str {
        &self.file.path
    }
}

/// The files whose names follow from their content: those that every page names, and chunks.
#[derive(Clone, Debug)]
pub struct Assets {
    /// The script that WebAssembly is loaded by.
    pub script: Asset,
    /// The WebAssembly.
    pub wasm: Asset,
    /// The script that starts it.
    pub boot: Asset,
    /// The script of a page in a frame.
    pub frame: Asset,
    /// All styles.
    pub style: Asset,
    /// The part of the dataset that lists need.
    pub list: Asset,
    /// The chunks of the WebAssembly, which the script loads when they are needed.
    pub chunks: Vec<Asset>,
}

impl Assets {
    /// The assets of an app, with the part of a dataset that lists need and the color whose hue
    /// links and figures take.
    pub fn new(app: &AppBundle, list: &[u8], accent: Option<&str>) -> Self {
        let parts = app.parts();
        let mut styles = app.styles();
        if let Some(accent) = accent {
            styles.extend_from_slice(format!("\n:root {{ --brand: {accent}; }}\n").as_bytes());
        }
        let mut script = String::from_utf8_lossy(parts.script).into_owned();
        let mut chunks = Vec::new();
        for (file, name) in app.chunks() {
            let chunk = Asset::new(name, ".wasm", &file.bytes);
            // Both are in one folder.
            script = script.replace(&file.path, chunk.path().trim_start_matches(ASSETS));
            chunks.push(chunk);
        }
        Self {
            script: Asset::new("app", ".js", script.as_bytes()),
            wasm: Asset::new("app", ".wasm", parts.wasm),
            boot: Asset::new("boot", ".js", parts.boot),
            frame: Asset::new("frame", ".js", parts.frame),
            style: Asset::new("style", ".css", &styles),
            list: Asset::new("list", ".json", list),
            chunks,
        }
    }

    /// All of them.
    pub fn files(&self) -> Vec<&File> {
        let Self { script, wasm, boot, frame, style, list, chunks } = self;
        let named = [script, wasm, boot, frame, style, list].into_iter();
        named.chain(chunks).map(|asset| &asset.file).collect()
    }
}
