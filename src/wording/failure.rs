//! Why there is no dataset, in words.

use crate::dataset::{DatasetError, LoadError};

/// What happened, and why.
pub fn load_failure(error: &LoadError) -> (&'static str, String) {
    const MISSING: &str = "The dataset did not arrive";
    match error {
        LoadError::Offline => {
            (MISSING, "This device is offline. Connect it to a network and try again.".to_owned())
        }
        LoadError::Broken { n_bytes: 0 } => (
            MISSING,
            "The server could not be reached, or the connection broke off at once.".to_owned(),
        ),
        LoadError::Broken { n_bytes } => {
            (MISSING, format!("The connection broke off after {} kB.", n_bytes / 1000))
        }
        LoadError::TimedOut { after_millis, n_bytes } => {
            let seconds = after_millis.div_ceil(1000);
            let arrived = n_bytes / 1000;
            (MISSING, format!("Nothing more arrived for {seconds} s, after {arrived} kB."))
        }
        LoadError::Status { code } => (MISSING, status(*code)),
        LoadError::OtherOrigin { origin } => (
            "This dataset is on another site",
            format!(
                "This atlas does not load data from {origin}. Download the file and open it here, \
                 or ask whoever runs this site to allow that origin."
            ),
        ),
        LoadError::TooLarge { n_bytes_max } => {
            ("The file is too large", format!("A page can hold {} MB.", n_bytes_max / 1_000_000))
        }
        LoadError::Unreadable => (
            "The file cannot be read",
            "The device does not give it out. Perhaps it was moved or is a folder.".to_owned(),
        ),
        LoadError::MissingPart => (
            "The dataset cannot be shown",
            "A part of the application did not load. Try again when the network is there."
                .to_owned(),
        ),
        LoadError::Dataset(error) => ("The dataset cannot be read", unusable(error)),
    }
}

fn status(code: u16) -> String {
    let meaning = match code {
        404 | 410 => " (not found). The dataset is not where it should be",
        401 | 403 => " (not allowed)",
        429 => " (too many requests)",
        500..=599 => " (a fault of the server)",
        _ => "",
    };
    format!("The server answered {code}{meaning}.")
}

fn unusable(error: &DatasetError) -> String {
    let advice = match error {
        DatasetError::Empty => "Perhaps it was only written in part.",
        DatasetError::Utf16 => "Save it as UTF-8.",
        DatasetError::NotJson { .. } => "Perhaps it is another page, or was cut short.",
        DatasetError::NotADataset { .. } => "Perhaps it is another file.",
        DatasetError::WrongVersion { .. } => "A newer version of this page may be able to.",
    };
    let mut text = error.to_string();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    format!("{text}. {advice}")
}
