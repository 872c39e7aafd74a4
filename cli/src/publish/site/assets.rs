//! Assets: files with a hash in their names, which browsers cache for ever.

use super::AppBundle;
use crate::{
    hosting::ASSETS,
    publish::{File, hash},
};

/// A file with a hash in its name, and its integrity value.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Path and content.
    pub file: File,
    /// Value of the `integrity` attribute of elements that load the file.
    pub integrity: String,
}

impl Asset {
    /// Creates the asset `assets/{name}.{hash}{end}`.
    pub fn new(name: &str, end: &str, bytes: &[u8]) -> Self {
        let path = format!("{ASSETS}{name}.{}{end}", hash::content_hash(bytes));
        Self { integrity: hash::integrity(bytes), file: File::new(path, bytes) }
    }

    /// Returns the path below the site.
    pub fn path(&self) -> &str {
        &self.file.path
    }
}

/// Assets of a site: the files that every page loads, and chunks.
#[derive(Clone, Debug)]
pub struct Assets {
    /// JavaScript that loads the WebAssembly module.
    pub script: Asset,
    /// WebAssembly module.
    pub wasm: Asset,
    /// Script of every page, which starts the app.
    pub boot: Asset,
    /// Script of embeds.
    pub frame: Asset,
    /// All styles.
    pub style: Asset,
    /// Part of the dataset that lists need.
    pub list: Asset,
    /// Chunks of the WebAssembly module, which the script loads on demand.
    pub chunks: Vec<Asset>,
}

impl Assets {
    /// Creates the assets of an app.
    ///
    /// `list` is the part of the dataset that lists need; `accent` is the color whose hue links and
    /// figures take.
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
            // The script and the chunks are in the same folder.
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

    /// Returns the files of all assets.
    pub fn files(&self) -> Vec<&File> {
        let Self { script, wasm, boot, frame, style, list, chunks } = self;
        let named = [script, wasm, boot, frame, style, list].into_iter();
        named.chain(chunks).map(|asset| &asset.file).collect()
    }
}
