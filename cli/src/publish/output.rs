//! The folder that is written: beside the old one, and then in its place.

use std::{
    fs, io,
    io::Write as _,
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use flate2::{Compression, write::GzEncoder};

use super::{File, LOADER};
use crate::{Failure, hosting::ASSETS};

/// The file that marks a folder as one that may be replaced.
pub const MARKER_FILE: &str = ".rustscape";

/// What stands first in it.
const MARKER_TEXT: &str =
    "PublishSummary by `rustscape publish`, which replaces everything in this folder.\n";

/// Ends of the names of the compressed forms of a file.
const COMPRESSED_SUFFIXES: [&str; 2] = [".br", ".gz"];

/// From this size on a file is compressed: a smaller one fits into one packet anyway.
const COMPRESSED_MIN_BYTES: usize = 1_000;

/// How hard files are compressed that pages wait for: as hard as brotli can.
const ASSET_QUALITY: i32 = 11;

/// How hard all others are, of which there are thousands. From 7 on brotli asks for tables of
/// megabytes for each file, and takes twice as long for a hundredth less.
const QUALITY: i32 = 6;

/// A folder that is written. Nothing of what is there is touched before [`finish`](Self::finish).
#[derive(Debug)]
pub struct Output {
    folder: PathBuf,
    staging: PathBuf,
    n_written: AtomicUsize,
    n_unchanged: AtomicUsize,
    paths: Mutex<Vec<String>>,
}

/// What became of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublishSummary {
    /// How many are new or changed.
    pub n_written: usize,
    /// How many are the same files as before.
    pub n_unchanged: usize,
}

impl Output {
    /// Begins to write what is to be in a folder.
    ///
    /// # Errors
    ///
    /// When something is there that was not published, or nothing can be written beside it.
    pub fn create(folder: &Path) -> Result<Self, Failure> {
        check_replaceable(folder)?;
        let staging = hidden_sibling(folder, "new");
        remove(&staging)?;
        fs::create_dir_all(&staging).map_err(|error| Failure::writing(&staging, &error))?;
        Ok(Self {
            folder: folder.to_owned(),
            staging,
            n_written: AtomicUsize::new(0),
            n_unchanged: AtomicUsize::new(0),
            paths: Mutex::default(),
        })
    }

    /// A file as it was published before.
    pub fn previous(&self, path: &str) -> Option<Vec<u8>> {
        fs::read(self.folder.join(path)).ok()
    }

    /// Returns the paths of the files that a folder had before, sorted, without the compressed forms.
    pub fn previous_paths(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.folder.join(folder)).into_iter().flatten().flatten();
        let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
        let names = names.filter(|name| !COMPRESSED_SUFFIXES.iter().any(|end| name.ends_with(end)));
        let mut paths: Vec<_> = names.map(|name| [folder, &name].concat()).collect();
        paths.sort_unstable();
        paths
    }

    /// The paths of the files that were put, sorted.
    pub fn paths(&self) -> Vec<String> {
        let mut paths = self.paths.lock().map(|paths| paths.clone()).unwrap_or_default();
        paths.sort_unstable();
        paths
    }

    /// Writes a file, and beside it what hosts may send in its place to save bytes. One that is the
    /// same as before stays that file.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn write(&self, file: &File) -> Result<(), Failure> {
        let target = self.staging.join(&file.path);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(|error| Failure::writing(folder, &error))?;
        }
        if let Ok(mut paths) = self.paths.lock() {
            paths.push(file.path.clone());
        }
        let is_unchanged = self.previous(&file.path).is_some_and(|previous| previous == file.bytes);
        if is_unchanged && self.reuse_previous(&file.path) {
            self.n_unchanged.fetch_add(1, Ordering::Relaxed);
            return Ok(());
        }
        self.n_written.fetch_add(1, Ordering::Relaxed);
        write_file(&target, &file.bytes)?;
        for (end, bytes) in compressed(file) {
            write_file(&with_suffix(&target, end), &bytes)?;
        }
        Ok(())
    }

    /// Puts what was written in the place of what was there.
    ///
    /// # Errors
    ///
    /// When that cannot be done; what was there is there then.
    pub fn finish(self, notes: &str) -> Result<PublishSummary, Failure> {
        write_file(&self.staging.join(MARKER_FILE), [MARKER_TEXT, notes].concat().as_bytes())?;
        let old = hidden_sibling(&self.folder, "old");
        remove(&old)?;
        let failed = |error: io::Error| Failure::writing(&self.folder, &error);
        let had_old = self.folder.exists();
        if had_old {
            fs::rename(&self.folder, &old).map_err(failed)?;
        }
        if let Err(error) = fs::rename(&self.staging, &self.folder) {
            if had_old {
                fs::rename(&old, &self.folder).map_err(failed)?;
            }
            return Err(failed(error));
        }
        remove(&old)?;
        Ok(PublishSummary {
            n_written: self.n_written.load(Ordering::Relaxed),
            n_unchanged: self.n_unchanged.load(Ordering::Relaxed),
        })
    }

    /// Takes a file of before over, with its compressed forms. False where that cannot be done.
    fn reuse_previous(&self, path: &str) -> bool {
        let (from, to) = (self.folder.join(path), self.staging.join(path));
        if fs::hard_link(&from, &to).is_err() && fs::copy(&from, &to).is_err() {
            return false;
        }
        for end in COMPRESSED_SUFFIXES {
            let (from, to) = (with_suffix(&from, end), with_suffix(&to, end));
            let is_kept =
                !from.exists() || fs::hard_link(&from, &to).is_ok() || fs::copy(&from, &to).is_ok();
            if !is_kept {
                return false;
            }
        }
        true
    }
}

impl Drop for Output {
    /// What was not finished leaves nothing behind.
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.staging));
    }
}

fn check_replaceable(folder: &Path) -> Result<(), Failure> {
    let Ok(mut entries) = fs::read_dir(folder) else {
        let is_file = folder.exists();
        return if is_file {
            Err(Failure::new(format!("{} is no folder", folder.display())))
        } else {
            Ok(())
        };
    };
    if entries.next().is_none() || folder.join(MARKER_FILE).exists() {
        return Ok(());
    }
    let reason = format!("{} has files that were not published", folder.display());
    Err(Failure::new(reason).with_remedy(
        "publishing replaces everything in a folder: name an empty one, or one that does not exist",
    ))
}

/// A hidden folder beside another one, on the same disk.
fn hidden_sibling(folder: &Path, what: &str) -> PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!(".{name}.{what}"))
}

fn remove(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(Failure::writing(folder, &error))
        }
        _ => Ok(()),
    }
}

fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|error| Failure::writing(path, &error))
}

fn with_suffix(path: &Path, end: &str) -> PathBuf {
    let mut path = path.as_os_str().to_owned();
    path.push(end);
    PathBuf::from(path)
}

/// The forms of a file that are smaller than it, with the ends of their names.
fn compressed(file: &File) -> Vec<(&'static str, Vec<u8>)> {
    const PACKED_ALREADY: [&str; 3] = [".png", ".ico", ".woff2"];
    let is_packed = PACKED_ALREADY.iter().any(|end| file.path.ends_with(end));
    if is_packed || file.bytes.len() < COMPRESSED_MIN_BYTES {
        return Vec::new();
    }
    // Other people's readers pay for the loader.
    let is_asset = file.path.starts_with(ASSETS) || file.path == LOADER;
    let quality = if is_asset { ASSET_QUALITY } else { QUALITY };
    let forms = [brotli(&file.bytes, quality), gzip(&file.bytes)];
    let smaller = |form: Option<Vec<u8>>| form.filter(|form| form.len() < file.bytes.len());
    COMPRESSED_SUFFIXES
        .into_iter()
        .zip(forms)
        .filter_map(|(end, form)| Some((end, smaller(form)?)))
        .collect()
}

fn brotli(bytes: &[u8], quality: i32) -> Option<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams {
        quality,
        size_hint: bytes.len(),
        lgwin: window_bits(bytes.len()),
        ..brotli::enc::BrotliEncoderParams::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &params).ok()?;
    Some(packed)
}

/// The window in which brotli looks for repetitions, as a power of two: as large as the file, within
/// what the format has (RFC 7932, section 9.1). Making a larger one ready takes longer than small
/// files do.
fn window_bits(n_bytes: usize) -> i32 {
    let bits = n_bytes.next_power_of_two().trailing_zeros();
    i32::try_from(bits).unwrap_or(22).clamp(10, 22)
}

fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}
