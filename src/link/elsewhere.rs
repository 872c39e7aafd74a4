//! Datasets that are not the site's own, and addresses that ask for them.

use super::encoding::{decode_query, encode_path};

/// The key of the dataset that an address asks for.
pub(super) const DATA: &str = "data";

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
}

impl Provenance {
    /// What links have to name, so that they lead to the same dataset.
    pub fn address(&self) -> Option<&str> {
        if let Self::Address(address) = self { Some(address) } else { None }
    }
}

/// The dataset that an address asks for, as it is written there: the first one, if there are
/// several. `None` is the site's own.
pub fn data_of(address: &str) -> Option<String> {
    let address = address.split('#').next().unwrap_or_default();
    let (_, pairs) = address.split_once('?')?;
    let mut pairs = pairs.split('&').filter_map(|pair| pair.split_once('='));
    let (_, value) = pairs.find(|(key, _)| decode_query(key).eq_ignore_ascii_case(DATA))?;
    Some(decode_query(value)).filter(|value| !value.is_empty())
}

/// The same address of another dataset; of the site's own, where that is `None`.
pub fn with_data(address: String, data: Option<&str>) -> String {
    match data {
        Some(data) => with_values(address, &[(DATA, data)]),
        None => address,
    }
}

/// Appends keys and their values to an address, which may have some already.
pub fn with_values(mut address: String, values: &[(&str, &str)]) -> String {
    for (key, value) in values {
        address.push(if address.contains('?') { '&' } else { '?' });
        address.push_str(key);
        address.push('=');
        // As in a path: programs for mail do not read `+` as a space.
        encode_path(&mut address, value);
    }
    address
}
