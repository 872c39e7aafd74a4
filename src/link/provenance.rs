//! Origin of a dataset, and the parameter of an address that selects another one.

use super::encoding::{decode_query, encode_path};
use crate::dataset::{Date, json};

/// Key of the parameter that selects a dataset.
pub(super) const DATA: &str = "data";

/// Length of a day in characters.
const DAY_LEN: usize = "2026-11-22".len();

/// Origin of a dataset.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Provenance {
    /// The site's own current dataset.
    #[default]
    Own,
    /// A dataset at another address, which is a parameter of every link.
    Address(String),
    /// A local file with this name, which never leaves the device.
    File(String),
    /// An earlier version of the site's own dataset, by the day of its last change, which is a parameter
    /// of every link.
    Version(Date),
}

impl Provenance {
    /// Returns whether this is the site's own current dataset.
    pub fn is_own(&self) -> bool {
        matches!(self, Self::Own)
    }

    /// Returns the value of the `data` parameter for links to the same dataset.
    pub fn address(&self) -> Option<&str> {
        match self {
            Self::Address(address) => Some(address),
            Self::Version(day) => Some(day.as_str()),
            Self::Own | Self::File(_) => None,
        }
    }
}

/// Returns the dataset parameter of an address: the [day](parse_day) of a version, or the address of
/// another dataset. Returns `None` for the site's own current dataset. The first of several parameters
/// counts.
///
/// # Examples
///
/// ```
/// use rustscape::link::dataset_param;
///
/// assert_eq!(dataset_param("org/acme/?data=2026-11-22").as_deref(), Some("2026-11-22"));
/// assert_eq!(dataset_param("org/acme/"), None);
/// ```
pub fn dataset_param(address: &str) -> Option<String> {
    let address = address.split('#').next().unwrap_or_default();
    let (_, pairs) = address.split_once('?')?;
    let mut pairs = pairs.split('&').filter_map(|pair| pair.split_once('='));
    let (_, value) = pairs.find(|(key, _)| decode_query(key).eq_ignore_ascii_case(DATA))?;
    Some(decode_query(value)).filter(|value| !value.is_empty() && !is_broken_day(value))
}

/// Parses a `data` parameter as the day of a version. Returns `None` for the address of a dataset.
pub fn parse_day(data: &str) -> Option<Date> {
    Date::parse(data).filter(|_| data.len() == DAY_LEN)
}

/// Returns whether a `data` parameter looks like a day but is not a valid one.
pub(super) fn is_broken_day(data: &str) -> bool {
    let is_dated = data.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    is_dated && !data.is_empty() && parse_day(data).is_none()
}

/// Finds the version that was current on a day in the list of a published site, which is sorted from
/// newest to oldest. Returns the day of the version and the address of its file below the site.
///
/// Returns `None` if the current dataset was current on that day, if all versions are newer, and if
/// `list` is not a list of versions.
pub fn find_version(day: &Date, list: &[u8]) -> Option<(Date, String)> {
    let list = json::parse(list).ok()?;
    for version in list.values() {
        let of = parse_day(version.get("day")?.as_str()?)?;
        if of <= *day {
            // Only the current version has no list of changes.
            version.get("changes")?.as_str()?;
            let file = version.get("file")?.as_str()?.to_owned();
            return Some((of, file));
        }
    }
    None
}

/// Adds a dataset parameter to an address; `None` leaves the address unchanged.
///
/// # Examples
///
/// ```
/// use rustscape::link::with_dataset;
///
/// let address = with_dataset("org/acme/?q=a".to_owned(), Some("2026-11-22"));
/// assert_eq!(address, "org/acme/?q=a&data=2026-11-22");
/// ```
pub fn with_dataset(address: String, data: Option<&str>) -> String {
    match data {
        Some(data) => with_params(address, &[(DATA, data)]),
        None => address,
    }
}

/// Appends parameters to an address, which may have some already.
pub fn with_params(mut address: String, values: &[(&str, &str)]) -> String {
    for (key, value) in values {
        address.push(if address.contains('?') { '&' } else { '?' });
        address.push_str(key);
        address.push('=');
        // Escaped as in a path, because email programs do not decode `+` as a space.
        encode_path(&mut address, value);
    }
    address
}
