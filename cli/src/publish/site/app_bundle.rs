//! The built app: the files of a release build that pages load.

use std::{fs, path::Path};

use crate::{Failure, publish::File};

/// Files of a release build of the app.
#[derive(Clone, Debug)]
pub struct AppBundle {
    files: Vec<File>,
}

/// Content of the files that pages load.
#[derive(Clone, Copy, Debug)]
pub struct AppParts<'a> {
    /// JavaScript that loads the WebAssembly module and names the chunks.
    pub script: &'a [u8],
    /// WebAssembly module.
    pub wasm: &'a [u8],
    /// Script of every page, which starts the app.
    pub boot: &'a [u8],
    /// Script of embeds, which reports their height.
    pub frame: &'a [u8],
    /// Script for other sites, which turns quotes into embeds.
    pub loader: &'a [u8],
    /// Icon of the site, as SVG.
    pub icon: &'a [u8],
}

/// Start of the names of the script and the WebAssembly module.
const APP: &str = "rustscape-app";

/// Start of the names of chunks.
const CHUNK: &str = "rustscape-";

// Ends of file names. A hash may come before them.
const CHUNK_SUFFIX: &str = ".wasm";
const WASM: &str = "_bg.wasm";
const BOOT: &str = "boot.js";
const FRAME: &str = "frame.js";
const ICON: &str = "icon.svg";
const SCRIPT: &str = ".js";
const STYLE: &str = ".css";

/// Path of the loader. Other sites load it by this path, so the path never changes.
pub const LOADER: &str = "embed.js";

/// Style sheets in cascade order.
const STYLES: [&str; 4] = ["tokens", "base", "components", "print"];

/// Files that the build script put into this program.
const EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/app.in"));

impl AppBundle {
    /// Returns the app in this program; `None` if the program was built without it.
    pub fn embedded() -> Option<Self> {
        let files = EMBEDDED.iter().map(|(name, bytes)| File::new(*name, *bytes));
        Self::of(files.collect()).ok()
    }

    /// Reads the files of a folder, without its subfolders.
    ///
    /// # Errors
    ///
    /// Fails if the folder cannot be read or does not contain the app.
    pub fn read(folder: &Path) -> Result<Self, Failure> {
        let entries = fs::read_dir(folder).map_err(|error| Failure::reading(folder, &error))?;
        let mut files = Vec::new();
        for path in entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()) {
            let bytes = fs::read(&path).map_err(|error| Failure::reading(&path, &error))?;
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push(File::new(name, bytes));
        }
        Self::of(files).map_err(|missing| {
            Failure::new(format!("{} is not the built app: {missing} is missing", folder.display()))
                .with_remedy("build it with `cargo xtask build`, which writes it to dist/")
        })
    }

    /// Creates a bundle from files.
    ///
    /// # Errors
    ///
    /// Returns the end of the name of a missing file.
    pub fn of(files: Vec<File>) -> Result<Self, &'static str> {
        let app = Self { files };
        for end in [BOOT, FRAME, LOADER, ICON] {
            app.file_with_suffix(end).ok_or(end)?;
        }
        for end in [WASM, SCRIPT] {
            app.app_file(end).ok_or(end)?;
        }
        for style in STYLES {
            app.style(style).ok_or(STYLE)?;
        }
        Ok(app)
    }

    /// Returns the files that pages load.
    pub fn parts(&self) -> AppParts<'_> {
        AppParts {
            script: self.app_file(SCRIPT).unwrap_or_default(),
            wasm: self.app_file(WASM).unwrap_or_default(),
            boot: self.file_with_suffix(BOOT).unwrap_or_default(),
            frame: self.file_with_suffix(FRAME).unwrap_or_default(),
            loader: self.file_with_suffix(LOADER).unwrap_or_default(),
            icon: self.file_with_suffix(ICON).unwrap_or_default(),
        }
    }

    /// Returns all style sheets in one, so that pages load a single file.
    pub fn styles(&self) -> Vec<u8> {
        STYLES.iter().filter_map(|style| self.style(style)).collect::<Vec<_>>().concat()
    }

    /// Returns the chunks, each with its name without the hash.
    pub fn chunks(&self) -> impl Iterator<Item = (&File, &str)> {
        self.files.iter().filter_map(|file| {
            let name = file.path.strip_prefix(CHUNK)?.strip_suffix(CHUNK_SUFFIX)?;
            let is_chunk = !file.path.starts_with(APP);
            name.split('-').next().filter(|_| is_chunk).map(|name| (file, name))
        })
    }

    fn app_file(&self, end: &str) -> Option<&[u8]> {
        self.find(|name| name.starts_with(APP) && name.ends_with(end))
    }

    fn style(&self, style: &str) -> Option<&[u8]> {
        self.find(|name| name.starts_with(style) && name.ends_with(STYLE))
    }

    fn file_with_suffix(&self, end: &str) -> Option<&[u8]> {
        self.find(|name| name.ends_with(end))
    }

    fn find(&self, is_it: impl Fn(&str) -> bool) -> Option<&[u8]> {
        let file = self.files.iter().find(|file| is_it(&file.path));
        file.map(|file| file.bytes.as_slice())
    }
}
