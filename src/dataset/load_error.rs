use super::DatasetError;

/// Why there is no dataset to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// The browser says that it has no network.
    Offline,
    /// The server could not be reached, or the connection broke off.
    Broken {
        /// How many bytes had arrived.
        n_bytes: usize,
    },
    /// Nothing more arrived for too long.
    TimedOut {
        /// How long, in milliseconds.
        after_millis: u32,
        /// How many bytes had arrived.
        n_bytes: usize,
    },
    /// The server answered, but not with the file.
    Status {
        /// The HTTP status.
        code: u16,
    },
    /// The address is on another site, from which this one does not load data.
    OtherOrigin {
        /// Scheme and host of that site, or the address, where it has none.
        origin: String,
    },
    /// A file of the reader is larger than a page can hold.
    TooLarge {
        /// The most bytes that it may have.
        n_bytes_max: usize,
    },
    /// A file of the reader could not be read from the device.
    Unreadable,
    /// The part of the application that shows the dataset did not load.
    MissingPart,
    /// The file is no dataset.
    Dataset(DatasetError),
}
