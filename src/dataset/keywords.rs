//! Keywords that the file format defines, independent of the vocabulary of a dataset.

use super::{CheckMethod, Direction, EventKind, Unit};

/// Keywords for the direction of an outcome.
pub const DIRECTIONS: [(&str, Direction); 3] =
    [("down", Direction::Down), ("up", Direction::Up), ("none", Direction::None)];

/// Keywords for units.
pub const UNITS: [(&str, Unit); 14] = [
    ("percent", Unit::Percent),
    ("times", Unit::Times),
    ("us", Unit::Us),
    ("ms", Unit::Ms),
    ("s", Unit::S),
    ("KB", Unit::Kb),
    ("MB", Unit::Mb),
    ("GB", Unit::Gb),
    ("requests-per-second", Unit::RequestsPerSecond),
    ("lines", Unit::Lines),
    ("count", Unit::Count),
    ("usd", Unit::Usd),
    ("developers-months", Unit::DevelopersMonths),
    ("other", Unit::Other),
];

/// Keywords for the way a source was checked.
pub const CHECK_METHODS: [(&str, CheckMethod); 4] = [
    ("original", CheckMethod::Original),
    ("copy", CheckMethod::Copy),
    ("listed", CheckMethod::Listed),
    ("not-checked", CheckMethod::NotChecked),
];

/// Keywords for kinds of events.
pub const EVENT_KINDS: [(&str, EventKind); 6] = [
    ("added", EventKind::Added),
    ("status", EventKind::Status),
    ("corrected", EventKind::Corrected),
    ("source", EventKind::Source),
    ("outcome", EventKind::Outcome),
    ("renamed", EventKind::Renamed),
];

/// Confidence that a project without sources must have.
pub const WITHOUT_SOURCES: &str = "unverified";

/// Fields of a project that can cite their own sources, in the order of the file format.
pub const CITED_FIELDS: [&str; 10] = [
    "summary",
    "domains",
    "kind",
    "replaces",
    "status",
    "since",
    "until",
    "open_source",
    "repository",
    "license",
];
