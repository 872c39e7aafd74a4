//! Web addresses of data licenses.

/// Common licenses of data and text: SPDX ids with the address of their text.
const LICENSES: [(&str, &str); 18] = [
    ("0BSD", "https://spdx.org/licenses/0BSD.html"),
    ("Apache-2.0", "https://www.apache.org/licenses/LICENSE-2.0"),
    ("BSD-3-Clause", "https://spdx.org/licenses/BSD-3-Clause.html"),
    ("CC-BY-3.0", "https://creativecommons.org/licenses/by/3.0/"),
    ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
    ("CC-BY-NC-4.0", "https://creativecommons.org/licenses/by-nc/4.0/"),
    ("CC-BY-NC-ND-4.0", "https://creativecommons.org/licenses/by-nc-nd/4.0/"),
    ("CC-BY-NC-SA-4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
    ("CC-BY-ND-4.0", "https://creativecommons.org/licenses/by-nd/4.0/"),
    ("CC-BY-SA-3.0", "https://creativecommons.org/licenses/by-sa/3.0/"),
    ("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    ("CDLA-Permissive-2.0", "https://cdla.dev/permissive-2-0/"),
    ("MIT", "https://opensource.org/license/mit"),
    ("ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    ("ODC-By-1.0", "https://opendatacommons.org/licenses/by/1-0/"),
    ("PDDL-1.0", "https://opendatacommons.org/licenses/pddl/1-0/"),
    ("Unlicense", "https://unlicense.org/"),
];

/// Returns the address of a license, or `license` itself if it is an address.
///
/// Returns `None` for an unknown license and for an expression of several licenses.
pub(super) fn license_url(license: &str) -> Option<&str> {
    if rustscape::dataset::Url::parse(license).is_ok() {
        return Some(license);
    }
    let known = LICENSES.iter().find(|(id, _)| id.eq_ignore_ascii_case(license));
    known.map(|(_, url)| *url)
}
