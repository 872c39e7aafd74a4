//! Datasets that are not the site's own of today, and addresses that ask for them.

use super::encoding::{decode_query, encode_path};
use crate::dataset::{Date, json};

/// The key of the dataset that an address asks for.
pub(super) const DATA: &str = "data";

/// How many characters a day has.
const DAY_LEN: usize = "2026-11-22".len();

/// Where a dataset is from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Provenance {
    /// It is the site's own.
    #[default]
    Own,
    /// It was loaded from an address, which stands in every link.
    Address(String),
    /// It is a file of the reader, of this name, and never leaves the device.
    File(String),
    /// It is what the site's own was: the version of the day on which it last changed then, which
    /// stands in every link.
    Version(Date),
}

impl Provenance {
    /// Whether it is the site's own of today.
    pub fn is_own(&self) -> bool {
        matches!(self, Self::Own)
    }

    /// What links have to name, so that they lead to the same dataset.
    pub fn address(&self) -> Option<&str> {
        match self {
            Self::Address(address) => Some(address),
            Self::Version(day) => Some(day.as_str()),
            Self::Own | Self::File(_) => None,
        }
    }
}

/// The dataset that an address asks for, as it is written there: the first one, if there are
/// several. It is the [day](parse_day) of a version, or where another dataset is. `None` is the site's
/// own of today.
pub fn dataset_param(address: &str) -> Option<String> {
    let address = address.split('#').next().unwrap_or_default();
    let (_, pairs) = address.split_once('?')?;
    let mut pairs = pairs.split('&').filter_map(|pair| pair.split_once('='));
    let (_, value) = pairs.find(|(key, _)| decode_query(key).eq_ignore_ascii_case(DATA))?;
    Some(decode_query(value)).filter(|value| !value.is_empty() && !is_broken_day(value))
}

/// The day of the version that the value of `data` asks for; `None` where it is something else.
pub fn parse_day(data: &str) -> Option<Date> {
    Date::parse(data).filter(|_| data.len() == DAY_LEN)
}

/// Whether a value of `data` was meant as a day, but is none: no dataset is at such an address.
pub(super) fn is_broken_day(data: &str) -> bool {
    let is_dated = data.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    is_dated && !data.is_empty() && parse_day(data).is_none()
}

/// The version that was current on a day, by its own day and the address of its file below the site,
/// from the list that a published site has of them, newest first. `None` where that is today's, where none is that old, and where this is no such list.
pub fn find_version(day: &Date, list: &[u8]) -> Option<(Date, String)> {
    let list = json::parse(list).ok()?;
    for version in list.values() {
        let of = parse_day(version.get("day")?.as_str()?)?;
        if of <= *day {
            // What changed since then is not said of today's.
            version.get("changes")?.as_str()?;
            let file = version.get("file")?.as_str()?.to_owned();
            return Some((of, file));
        }
    }
    None
}

/// The same address of another dataset; of the site's own, where that is `None`.
pub fn with_dataset(address: String, data: Option<&str>) -> String {
    match data {
        Some(data) => with_params(address, &[(DATA, data)]),
        None => address,
    }
}

/// Appends keys and their values to an address, which may have some already.
pub fn with_params(mut address: String, values: &[(&str, &str)]) -> String {
    for (key, value) in values {
        address.push(if address.contains('?') { '&' } else { '?' });
        address.push_str(key);
        address.push('=');
        // As in a path: programs for mail do not read `+` as a space.
        encode_path(&mut address, value);
    }
    address
}
