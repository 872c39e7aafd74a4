//! Random addresses, most of them malformed.

use proptest::prelude::{Just, Strategy, any};
use proptest::sample::{Index, select};
use proptest::{collection::vec, prop_oneof};

/// Fragments of addresses, valid and malformed.
const PIECES: [&str; 67] = [
    "/",
    "?",
    "&",
    "=",
    ",",
    "-",
    "..",
    ".",
    "#",
    "+",
    "%",
    "%2",
    "%zz",
    "%2F",
    "%2C",
    "%26",
    "%3D",
    "%00",
    "%0A",
    "%C3",
    "%C3%A9",
    "%FF",
    "%25",
    "%2e%2e",
    "\u{0}",
    "\n",
    "\t",
    " ",
    "é",
    "🦀",
    "\u{202e}",
    "\u{feff}",
    "q",
    "org",
    "domain",
    "replaces",
    "since",
    "status",
    "pick",
    "sort",
    "brief",
    "embed",
    "index.html",
    "claims",
    "utm_source",
    "theme",
    "lang",
    "acme",
    "old",
    "bolt",
    "acme/a",
    "proxy",
    "Storage",
    "C%2B%2B",
    "cpp",
    "unknown",
    "2018",
    "2020..",
    "name",
    "domain:",
    "sort:",
    "\"",
    "US",
    "storge",
    "++",
    "c++",
    "+++",
];

/// Valid parameters for the small dataset of the tests.
const PAIRS: [&str; 14] = [
    "q=first",
    "org=acme",
    "industry=cloud",
    "country=us,-unknown",
    "domain=proxy,storage",
    "kind=rewrite",
    "status=-production",
    "replaces=cpp",
    "since=2018..",
    "oss=yes",
    "confidence=confirmed",
    "metric=cpu",
    "pick=acme/a,old/b",
    "sort=name",
];

/// Maximum length of a link that servers accept.
const LONG_BYTES: usize = 64 * 1024;

/// Any address: fragments in any order, arbitrary bytes, valid parameters in any order, deep paths, and
/// sometimes a very long address.
pub(super) fn any_address() -> impl Strategy<Value = String> {
    prop_oneof![
        40 => any_pieces(24),
        20 => any_pieces(8).prop_map(|pieces| format!("?q={pieces}")),
        20 => any_bytes(),
        20 => any_pairs(),
        10 => (any_pieces(3), 1_usize..200).prop_map(|(piece, n)| format!("{piece}/").repeat(n)),
        1 => any_long(),
    ]
}

fn any_pieces(n_max: usize) -> impl Strategy<Value = String> {
    vec(select(&PIECES[..]), 0..=n_max).prop_map(|pieces| pieces.concat())
}

fn any_bytes() -> impl Strategy<Value = String> {
    vec(any::<u8>(), 0..60).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// Valid pairs, some of them repeated, below any path.
fn any_pairs() -> impl Strategy<Value = String> {
    let path = select(&["", "/", "brief/", "org/acme/", "replaces/cpp/", "embed/", "nowhere"][..]);
    (path, vec(select(&PAIRS[..]), 0..=PAIRS.len()))
        .prop_map(|(path, pairs)| format!("{path}?{}", pairs.join("&")))
}

fn any_long() -> impl Strategy<Value = String> {
    let start = select(&["", "?", "?q=", "?org=", "?domain=", "?pick=", "?since=", "org/"][..]);
    let piece = prop_oneof![any_pieces(3), Just("x,".to_owned()), Just("a&".to_owned())];
    (start, piece, any::<Index>()).prop_map(|(start, piece, n)| {
        let n_times = LONG_BYTES / piece.len().max(1);
        format!("{start}{}", piece.repeat(n.index(n_times) + 1))
    })
}
