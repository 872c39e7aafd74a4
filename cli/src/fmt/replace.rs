use std::{
    fs, io,
    io::Write as _,
    path::{Path, PathBuf},
};

use tempfile::{Builder, NamedTempFile};

/// Puts a text in the place of a file, or where none was. At no moment is there half a file: the
/// text is written beside it and takes its place when it is complete. Permissions stay as they
/// were, and a symbolic link stays one: what it leads to is replaced.
///
/// # Errors
///
/// When the folder cannot be written to; the file is then as it was.
pub(crate) fn replace(path: &Path, text: &str) -> io::Result<()> {
    let (target, permissions) = match fs::canonicalize(path) {
        Ok(target) => {
            let permissions = fs::metadata(&target)?.permissions();
            (target, Some(permissions))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => (path.to_owned(), None),
        Err(error) => return Err(error),
    };
    let mut beside = new_file_beside(&target)?;
    beside.write_all(text.as_bytes())?;
    if let Some(permissions) = permissions {
        beside.as_file().set_permissions(permissions)?;
    }
    beside.as_file().sync_all()?;
    beside.persist(&target)?;
    Ok(())
}

fn new_file_beside(target: &Path) -> io::Result<NamedTempFile> {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.map_or_else(|| PathBuf::from("."), Path::to_owned);
    let mut builder = Builder::new();
    builder.prefix(".rustscape-");
    // A temporary file is private; this one is there to stay, so the usual mask decides.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}
