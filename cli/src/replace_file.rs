//! Atomic replacement of a file.

use std::{
    fs, io,
    io::Write as _,
    path::{Path, PathBuf},
};

use tempfile::{Builder, NamedTempFile};

/// Writes a text file atomically: readers see either the old content or all of the new one.
///
/// Writes a temporary file in the same folder and renames it. An existing file keeps its
/// permissions. If `path` is a symbolic link, its target is replaced and the link stays.
///
/// # Errors
///
/// Fails if the folder cannot be written to. The old file is then unchanged.
pub(crate) fn replace_file(path: &Path, text: &str) -> io::Result<()> {
    let (target, permissions) = match fs::canonicalize(path) {
        Ok(target) => {
            let permissions = fs::metadata(&target)?.permissions();
            (target, Some(permissions))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => (path.to_owned(), None),
        Err(error) => return Err(error),
    };
    let mut temporary = temporary_file_beside(&target)?;
    temporary.write_all(text.as_bytes())?;
    if let Some(permissions) = permissions {
        temporary.as_file().set_permissions(permissions)?;
    }
    temporary.as_file().sync_all()?;
    temporary.persist(&target)?;
    Ok(())
}

fn temporary_file_beside(target: &Path) -> io::Result<NamedTempFile> {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.map_or_else(|| PathBuf::from("."), Path::to_owned);
    let mut builder = Builder::new();
    builder.prefix(".rustscape-");
    // Temporary files are private by default. This one becomes the final file, so it gets the usual
    // permissions, limited by the umask.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}
