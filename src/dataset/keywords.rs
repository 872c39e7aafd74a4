//! The words that the form itself defines, whatever the vocabulary of a dataset.

use super::{CheckMethod, Direction, EventKind, Unit};

/// Which way an outcome went.
pub const DIRECTIONS: [(&str, Direction); 3] =
    [("down", Direction::Down), ("up", Direction::Up), ("none", Direction::None)];

/// What a value is counted in.
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

/// How a source was looked at.
pub const CHECK_METHODS: [(&str, CheckMethod); 4] = [
    ("original", CheckMethod::Original),
    ("copy", CheckMethod::Copy),
    ("listed", CheckMethod::Listed),
    ("not-checked", CheckMethod::NotChecked),
];

/// What an event did to the record.
pub const EVENT_KINDS: [(&str, EventKind); 6] = [
    ("added", EventKind::Added),
    ("status", EventKind::Status),
    ("corrected", EventKind::Corrected),
    ("source", EventKind::Source),
    ("outcome", EventKind::Outcome),
    ("renamed", EventKind::Renamed),
];

/// The confidence that a project without any source has to have.
pub const WITHOUT_SOURCES: &str = "unverified";

/// The fields of a project whose sources can be told one by one.
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
