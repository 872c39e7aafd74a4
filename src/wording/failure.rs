//! Messages about datasets that could not be loaded.

use crate::dataset::{DatasetError, LoadError};

/// Returns a title and an explanation of a failed load.
pub fn load_failure(error: &LoadError) -> (&'static str, String) {
    const MISSING: &str = "The dataset did not load";
    match error {
        LoadError::Offline => {
            (MISSING, "This device is offline. Connect it to a network and try again.".to_owned())
        }
        LoadError::Broken { n_bytes: 0 } => {
            (MISSING, "The server could not be reached, or the connection was closed.".to_owned())
        }
        LoadError::Broken { n_bytes } => {
            (MISSING, format!("The connection was lost after {} kB.", n_bytes / 1000))
        }
        LoadError::TimedOut { after_millis, n_bytes } => {
            let seconds = after_millis.div_ceil(1000);
            let arrived = n_bytes / 1000;
            (MISSING, format!("No data arrived for {seconds} s, after {arrived} kB."))
        }
        LoadError::Status { code } => (MISSING, status(*code)),
        LoadError::OtherOrigin { origin } => (
            "This dataset is on another site",
            format!(
                "This atlas is not allowed to load data from {origin}. Download the file and open it here, \
                 or ask the owner of this site to allow that origin."
            ),
        ),
        LoadError::TooLarge { n_bytes_max } => (
            "The file is too large",
            format!("The limit is {} MB. Choose a smaller file.", n_bytes_max / 1_000_000),
        ),
        LoadError::Unreadable => (
            "The file cannot be read",
            "It may have been moved, or it is a folder. Choose it again.".to_owned(),
        ),
        LoadError::MissingPart => (
            "The dataset cannot be shown",
            "A part of the app did not load. Check the network and try again.".to_owned(),
        ),
        LoadError::Dataset(error) => ("The dataset cannot be read", unusable(error)),
    }
}

fn status(code: u16) -> String {
    let meaning = match code {
        404 | 410 => " (not found)",
        401 | 403 => " (not allowed)",
        429 => " (too many requests)",
        500..=599 => " (server error)",
        _ => "",
    };
    format!("The server answered {code}{meaning}.")
}

fn unusable(error: &DatasetError) -> String {
    let advice = match error {
        DatasetError::Empty => "The file may be incomplete.",
        DatasetError::Utf16 => "Save it as UTF-8.",
        DatasetError::NotJson { .. } | DatasetError::NotADataset { .. } => {
            "Check that you chose a dataset file."
        }
        DatasetError::WrongVersion { .. } => "A newer version of this site may support it.",
    };
    let mut text = error.to_string();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    format!("{text}. {advice}")
}
