use std::{fs, path::Path};

use crate::{Failure, publish::File};

/// The built app, as a folder of a release has it.
#[derive(Clone, Debug)]
pub struct AppBundle {
    files: Vec<File>,
}

/// Its parts that pages name.
#[derive(Clone, Copy, Debug)]
pub struct AppParts<'a> {
    /// The script that WebAssembly is loaded by; names the chunks.
    pub script: &'a [u8],
    /// The WebAssembly.
    pub wasm: &'a [u8],
    /// The script that starts it.
    pub boot: &'a [u8],
    /// The script of a page in a frame.
    pub frame: &'a [u8],
    /// The script that other pages turn quotes into frames by.
    pub loader: &'a [u8],
    /// The picture of the site.
    pub icon: &'a [u8],
}

// The name of the program, and the start of the names of its chunks; a hash may follow.
const APP: &str = "rustscape-app";
const CHUNK: &str = "rustscape-";
const CHUNK_END: &str = ".wasm";

// The ends of the names of its parts, before which a hash may stand.
const WASM: &str = "_bg.wasm";
const BOOT: &str = "boot.js";
const FRAME: &str = "frame.js";
/// The loader, whose address other pages name: it never changes.
pub const LOADER: &str = "embed.js";
const ICON: &str = "icon.svg";
const SCRIPT: &str = ".js";
const STYLE: &str = ".css";

/// The styles of the app, in the order in which they apply.
const STYLES: [&str; 4] = ["tokens", "base", "components", "print"];

/// The files that were put into this program when it was built.
const EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/app.in"));

impl AppBundle {
    /// The app in this program; `None` where it was built without one.
    pub fn embedded() -> Option<Self> {
        let files = EMBEDDED.iter().map(|(name, bytes)| File::new(*name, *bytes));
        Self::of(files.collect()).ok()
    }

    /// Reads the files of a folder; what is in its folders is not the app.
    ///
    /// # Errors
    ///
    /// When it cannot be read, or is not the app.
    pub fn read(folder: &Path) -> Result<Self, Failure> {
        let entries = fs::read_dir(folder).map_err(|error| Failure::reading(folder, &error))?;
        let mut files = Vec::new();
        for path in entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()) {
            let bytes = fs::read(&path).map_err(|error| Failure::reading(&path, &error))?;
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push(File::new(name, bytes));
        }
        Self::of(files).map_err(|missing| {
            Failure::new(format!("{} is not the built app: it has no {missing}", folder.display()))
                .with_remedy("build it with `cargo xtask build`, which writes it to dist/")
        })
    }

    /// The app of these files.
    ///
    /// # Errors
    ///
    /// The end of the name of a file that is missing.
    pub fn of(files: Vec<File>) -> Result<Self, &'static str> {
        let app = Self { files };
        for end in [BOOT, FRAME, LOADER, ICON] {
            app.ending(end).ok_or(end)?;
        }
        for end in [WASM, SCRIPT] {
            app.of_program(end).ok_or(end)?;
        }
        for style in STYLES {
            app.style_of(style).ok_or(STYLE)?;
        }
        Ok(app)
    }

    /// The parts that pages name.
    pub fn parts(&self) -> AppParts<'_> {
        AppParts {
            script: self.of_program(SCRIPT).unwrap_or_default(),
            wasm: self.of_program(WASM).unwrap_or_default(),
            boot: self.ending(BOOT).unwrap_or_default(),
            frame: self.ending(FRAME).unwrap_or_default(),
            loader: self.ending(LOADER).unwrap_or_default(),
            icon: self.ending(ICON).unwrap_or_default(),
        }
    }

    /// All styles in one, so that pages wait for one file.
    pub fn styles(&self) -> Vec<u8> {
        STYLES.iter().filter_map(|style| self.style_of(style)).collect::<Vec<_>>().concat()
    }

    /// The chunks, each with its name in the script and its name without the hash.
    pub fn chunks(&self) -> impl Iterator<Item = (&File, &str)> {
        self.files.iter().filter_map(|file| {
            let name = file.path.strip_prefix(CHUNK)?.strip_suffix(CHUNK_END)?;
            let is_chunk = !file.path.starts_with(APP);
            name.split('-').next().filter(|_| is_chunk).map(|name| (file, name))
        })
    }

    fn of_program(&self, end: &str) -> Option<&[u8]> {
        self.find(|name| name.starts_with(APP) && name.ends_with(end))
    }

    fn style_of(&self, style: &str) -> Option<&[u8]> {
        self.find(|name| name.starts_with(style) && name.ends_with(STYLE))
    }

    fn ending(&self, end: &str) -> Option<&[u8]> {
        self.find(|name| name.ends_with(end))
    }

    fn find(&self, is_it: impl Fn(&str) -> bool) -> Option<&[u8]> {
        let file = self.files.iter().find(|file| is_it(&file.path));
        file.map(|file| file.bytes.as_slice())
    }
}
