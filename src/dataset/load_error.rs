//! Errors of loading a dataset.

use super::DatasetError;

/// Reason why no dataset can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// The browser reports that the device is offline.
    Offline,
    /// The server is unreachable, or the connection was interrupted.
    Broken {
        /// Number of bytes received before the interruption.
        n_bytes: usize,
    },
    /// No data arrived for too long.
    TimedOut {
        /// Timeout, in milliseconds.
        after_millis: u32,
        /// Number of bytes received before the timeout.
        n_bytes: usize,
    },
    /// The server answered with an error status.
    Status {
        /// HTTP status code.
        code: u16,
    },
    /// The dataset is on another origin, from which this site does not load data.
    OtherOrigin {
        /// Scheme and host of the other site; the whole address if it has none.
        origin: String,
    },
    /// A file on the reader's device exceeds the size limit.
    TooLarge {
        /// Maximum file size, in bytes.
        n_bytes_max: usize,
    },
    /// A file on the reader's device could not be read.
    Unreadable,
    /// The chunk that shows the dataset did not load.
    MissingPart,
    /// The file is not a dataset.
    Dataset(DatasetError),
}
