//! Output folder of a publication, written as a whole before it replaces the published one.

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

/// Name of the file that marks a folder as written by `publish`, so that `publish` may replace it.
pub const MARKER_FILE: &str = ".rustscape";

/// First line of the marker file.
const MARKER_TEXT: &str =
    "Written by `rustscape publish`, which replaces everything in this folder.\n";

/// Suffixes of the compressed variants of a file, which hosts send in its place.
const COMPRESSED_SUFFIXES: [&str; 2] = [".br", ".gz"];

/// Minimum size in bytes of a file that is compressed. Smaller files fit into one packet.
const COMPRESSED_MIN_BYTES: usize = 1_000;

/// Brotli quality for files that pages wait for: the highest one.
const ASSET_QUALITY: i32 = 11;

/// Brotli quality for all other files, of which there are thousands. From quality 7 on, brotli
/// allocates megabytes of tables for each file and takes twice as long to save one percent.
const QUALITY: i32 = 6;

/// Folder that is being written. The published folder stays untouched until
/// [`finish`](Self::finish).
#[derive(Debug)]
pub struct Output {
    folder: PathBuf,
    staging: PathBuf,
    n_written: AtomicUsize,
    n_unchanged: AtomicUsize,
    paths: Mutex<Vec<String>>,
}

/// Numbers of files that a publication wrote and kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublishSummary {
    /// Number of new and changed files.
    pub n_written: usize,
    /// Number of files that are the same as in the previous publication.
    pub n_unchanged: usize,
}

impl Output {
    /// Creates a staging folder next to `folder`.
    ///
    /// # Errors
    ///
    /// Fails if `folder` contains files that were not published, or if the staging folder cannot be
    /// created.
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

    /// Returns the content of a file of the previous publication.
    pub fn previous(&self, path: &str) -> Option<Vec<u8>> {
        fs::read(self.folder.join(path)).ok()
    }

    /// Returns the sorted paths of the files in a folder of the previous publication, without their
    /// compressed variants.
    pub fn previous_paths(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.folder.join(folder)).into_iter().flatten().flatten();
        let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
        let names = names.filter(|name| !COMPRESSED_SUFFIXES.iter().any(|end| name.ends_with(end)));
        let mut paths: Vec<_> = names.map(|name| [folder, &name].concat()).collect();
        paths.sort_unstable();
        paths
    }

    /// Returns the sorted paths of all files written so far.
    pub fn paths(&self) -> Vec<String> {
        let mut paths = self.paths.lock().map(|paths| paths.clone()).unwrap_or_default();
        paths.sort_unstable();
        paths
    }

    /// Writes a file and its compressed variants. An unchanged file is hard-linked from the
    /// previous publication where the file system allows that.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be written.
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

    /// Replaces the published folder with the staging folder. `notes` are added to the marker file.
    ///
    /// # Errors
    ///
    /// Fails if a folder cannot be renamed; the published folder is restored in that case.
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

    /// Links or copies a file of the previous publication with its compressed variants. Returns
    /// whether that succeeded.
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
    /// Removes the staging folder of a publication that did not finish.
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.staging));
    }
}

fn check_replaceable(folder: &Path) -> Result<(), Failure> {
    let Ok(mut entries) = fs::read_dir(folder) else {
        let is_file = folder.exists();
        return if is_file {
            Err(Failure::new(format!("{} is not a folder", folder.display())))
        } else {
            Ok(())
        };
    };
    if entries.next().is_none() || folder.join(MARKER_FILE).exists() {
        return Ok(());
    }
    let reason = format!("{} has files that were not published", folder.display());
    Err(Failure::new(reason).with_remedy(
        "publishing replaces everything in a folder: name an empty folder, or one that does not exist",
    ))
}

/// Returns the path of a hidden folder next to another one, and thus on the same file system.
fn hidden_sibling(folder: &Path, suffix: &str) -> PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!(".{name}.{suffix}"))
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

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut path = path.as_os_str().to_owned();
    path.push(suffix);
    PathBuf::from(path)
}

/// Returns the compressed variants that are smaller than the file, each with its suffix.
fn compressed(file: &File) -> Vec<(&'static str, Vec<u8>)> {
    const INCOMPRESSIBLE: [&str; 3] = [".png", ".ico", ".woff2"];
    let is_incompressible = INCOMPRESSIBLE.iter().any(|end| file.path.ends_with(end));
    if is_incompressible || file.bytes.len() < COMPRESSED_MIN_BYTES {
        return Vec::new();
    }
    // Pages on other sites load the loader.
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

/// Returns the brotli window size as a power of two: that of the file, within the limits of the
/// format (RFC 7932, section 9.1). Setting up a larger window takes longer than compressing a small
/// file.
fn window_bits(n_bytes: usize) -> i32 {
    let bits = n_bytes.next_power_of_two().trailing_zeros();
    i32::try_from(bits).unwrap_or(22).clamp(10, 22)
}

fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}
