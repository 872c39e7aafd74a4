//! The form of a dataset file: what each of its objects may hold, in the canonical order.
//!
//! This is the table behind the published JSON Schema, the canonical order of keys and the checks
//! for unknown ones. It says nothing of its own: what a field has to be is decided by the
//! [reader](super::read), and the tests hold the table to it in both directions.

use super::{Coded, DIRECTIONS, EVENT_KINDS, HOW, UNITS};

/// An object of the file.
#[derive(Debug, PartialEq)]
pub struct Form {
    /// What it is called in the schema: a noun in `PascalCase`.
    pub name: &'static str,
    /// What it stands for, in a sentence.
    pub doc: &'static str,
    /// Its fields, in the order in which the canonical form writes them.
    pub fields: &'static [Field],
}

/// A field of an object.
#[derive(Debug, PartialEq)]
pub struct Field {
    /// Its key.
    pub key: &'static str,
    /// What its value has to be.
    pub kind: Kind,
    /// Whether it has to be there.
    pub presence: Presence,
    /// What it says, and what its absence means, for a curator.
    pub doc: &'static str,
}

/// Whether a field has to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// The record is left out without it.
    Required,
    /// Without it, or where it is `null`, this is unknown.
    Optional,
    /// Readers of the atlas never see it: it is there for curators and their tools.
    ForCurators,
}

/// What a value has to be.
#[derive(Debug, PartialEq)]
pub enum Kind {
    /// A text of one line or more; an empty one counts as absent.
    Text,
    /// A lower-case ASCII slug.
    Slug,
    /// An absolute `https` or `http` address.
    Url,
    /// A year, a month or a day: `2022`, `2022-09`, `2022-09-14`.
    Date,
    /// A year as a number.
    Year,
    /// A number from 0 on.
    Amount,
    /// A position in `sources`, from 0.
    SourceIndex,
    /// `true` or `false`.
    Bool,
    /// Two upper-case letters of ISO 3166-1.
    Country,
    /// A color as `#rrggbb`.
    Color,
    /// One of these words.
    Word(&'static [&'static str]),
    /// The id of a term of this list of the vocabulary.
    Term(Coded),
    /// An object.
    Object(&'static Form),
    /// A list of such values.
    List(&'static Kind),
}

/// Shorthands, so that the tables below read as tables.
const fn required(key: &'static str, kind: Kind, doc: &'static str) -> Field {
    Field { key, kind, presence: Presence::Required, doc }
}

const fn optional(key: &'static str, kind: Kind, doc: &'static str) -> Field {
    Field { key, kind, presence: Presence::Optional, doc }
}

const fn for_curators(key: &'static str, kind: Kind, doc: &'static str) -> Field {
    Field { key, kind, presence: Presence::ForCurators, doc }
}

/// The words of a list of words with their meanings.
const fn words<T: Copy, const N: usize>(list: &[(&'static str, T); N]) -> [&'static str; N] {
    let mut words = [""; N];
    let mut idx = 0;
    while idx < N {
        words[idx] = list[idx].0;
        idx += 1;
    }
    words
}

static DIRECTION_WORDS: [&str; DIRECTIONS.len()] = words(&DIRECTIONS);
static UNIT_WORDS: [&str; UNITS.len()] = words(&UNITS);
static HOW_WORDS: [&str; HOW.len()] = words(&HOW);
static EVENT_WORDS: [&str; EVENT_KINDS.len()] = words(&EVENT_KINDS);

/// The whole file.
pub static FILE: Form = Form {
    name: "Dataset",
    doc: "Who uses what, what it replaced and what that brought, every claim with its source.",
    fields: &[
        for_curators(
            "$schema",
            Kind::Text,
            "Where this schema is, so that editors complete and check while one types.",
        ),
        required(
            "schema_version",
            Kind::Text,
            "The version of this form: “1.0”. A newer minor version only adds fields, which older readers ignore.",
        ),
        required("title", Kind::Text, "What the atlas is called."),
        optional("description", Kind::Text, "What it is about, in a sentence."),
        optional(
            "language",
            Kind::Text,
            "The language of its texts as a BCP 47 tag, such as “en”.",
        ),
        optional(
            "license",
            Kind::Text,
            "The license of the data, as an SPDX expression where there is one.",
        ),
        optional(
            "updated",
            Kind::Date,
            "The day of the last change. Entries are told to be in need of a re-check by this day, not by the reader's clock.",
        ),
        optional(
            "accent",
            Kind::Color,
            "The color of links and figures, as #rrggbb. Only its hue is taken: lightness follows the theme, so that text can be read on any ground.",
        ),
        optional(
            "post",
            Kind::Object(&POST),
            "The text whose claims are checked, if there is one.",
        ),
        optional(
            "contribute",
            Kind::Object(&CONTRIBUTE),
            "Where readers report what is wrong. Without it they are not asked to.",
        ),
        optional(
            "links",
            Kind::List(&Kind::Object(&LINK)),
            "Where the footer leads, besides the data.",
        ),
        required(
            "vocabulary",
            Kind::Object(&VOCABULARY),
            "What coded values are called, each list in display order.",
        ),
        optional(
            "redirects",
            Kind::List(&Kind::Object(&REDIRECT)),
            "Renamed and merged records: old links keep working.",
        ),
        optional(
            "events",
            Kind::List(&Kind::Object(&EVENT)),
            "What changed in the data, newest first.",
        ),
        required(
            "organizations",
            Kind::List(&Kind::Object(&ORGANIZATION)),
            "Who uses it, sorted by id.",
        ),
    ],
};

static POST: Form = Form {
    name: "Post",
    doc: "A text that makes claims, which projects quote and check.",
    fields: &[
        required("title", Kind::Text, "Its title."),
        optional("url", Kind::Url, "Where it is."),
        optional("publisher", Kind::Text, "Who published it."),
        optional("date", Kind::Date, "When it was published."),
    ],
};

static CONTRIBUTE: Form = Form {
    name: "Contribute",
    doc: "Where readers report what is wrong. At least one of the addresses, or nothing is offered.",
    fields: &[
        optional(
            "issues",
            Kind::Url,
            "Where a new issue is opened; “title” and “body” are added as parameters, as GitHub, GitLab and Forgejo take them.",
        ),
        optional("mail", Kind::Text, "An address for mail."),
        optional(
            "file",
            Kind::Url,
            "Where this file is shown with line numbers; “#L” and the line are added.",
        ),
    ],
};

static LINK: Form = Form {
    name: "Link",
    doc: "A link out of the atlas.",
    fields: &[
        required("label", Kind::Text, "What it is called."),
        required("url", Kind::Url, "Where it leads."),
    ],
};

static VOCABULARY: Form = Form {
    name: "Vocabulary",
    doc: "What coded values are called. A list that is missing has no terms.",
    fields: &[
        optional("domain", TERMS, "What projects are about."),
        optional("industry", TERMS, "What organizations do."),
        optional(
            "country",
            TERMS,
            "What countries are called, by their codes in lower case. One that is not here is shown by its code.",
        ),
        optional("kind", TERMS, "How projects came to be."),
        optional(
            "status",
            TERMS,
            "How projects stand. “discontinued” and “handed-over” are those that ended.",
        ),
        optional(
            "replaces",
            Kind::List(&Kind::Object(&REPLACED)),
            "What projects took the place of.",
        ),
        optional("metric", Kind::List(&Kind::Object(&METRIC)), "What outcomes measure."),
        optional(
            "source_kind",
            TERMS,
            "What sort of publication a source is. “first-party” and “repository” are those of the organization itself.",
        ),
        optional("verdict", TERMS, "How a claim compares with the sources."),
        optional(
            "confidence",
            TERMS,
            "How well a project is supported: “confirmed”, “reported” or “unverified”.",
        ),
    ],
};

const TERMS: Kind = Kind::List(&Kind::Object(&TERM));

const TERM_ID: Field = required("id", Kind::Slug, "Unique in its list; it never changes.");
const TERM_LABEL: Field = required("label", Kind::Text, "What readers see.");
const TERM_HINT: Field = optional("hint", Kind::Text, "One line that explains it.");

static TERM: Form =
    Form { name: "Term", doc: "A coded value.", fields: &[TERM_ID, TERM_LABEL, TERM_HINT] };

static REPLACED: Form = Form {
    name: "ReplacedTerm",
    doc: "A language or a product that something was replaced in or from.",
    fields: &[
        TERM_ID,
        TERM_LABEL,
        for_curators(
            "type",
            Kind::Word(&["language", "product"]),
            "Whether it is a language or a product.",
        ),
        TERM_HINT,
    ],
};

static METRIC: Form = Form {
    name: "MetricTerm",
    doc: "Something that can be measured.",
    fields: &[
        TERM_ID,
        TERM_LABEL,
        TERM_HINT,
        optional(
            "quantity",
            Kind::Text,
            "What a figure of it counts, such as “safety bugs”. Without it, its outcomes are told by their statements only.",
        ),
    ],
};

static REDIRECT: Form = Form {
    name: "Redirect",
    doc: "A record that was renamed or merged.",
    fields: &[
        required(
            "from",
            Kind::Text,
            "The old path: “org/organization” or “org/organization/project”.",
        ),
        required("to", Kind::Text, "The path that took its place."),
    ],
};

static EVENT: Form = Form {
    name: "Event",
    doc: "A change of the data that readers should know of.",
    fields: &[
        required("date", Kind::Date, "The day of the change."),
        optional(
            "record",
            Kind::Text,
            "What it is about: “organization” or “organization/project”. Without it, the dataset as a whole.",
        ),
        required("kind", Kind::Word(&EVENT_WORDS), "What sort of change it is."),
        required("note", Kind::Text, "What changed, in a sentence."),
    ],
};

static ORGANIZATION: Form = Form {
    name: "Organization",
    doc: "Who uses it.",
    fields: &[
        required(
            "id",
            Kind::Slug,
            "Unique in the file; it never changes: a renamed record gets a redirect.",
        ),
        required("name", Kind::Text, "What readers see."),
        optional("aliases", TEXTS, "Other names it is found by."),
        for_curators("in_post", Kind::Bool, "True where the post names it; otherwise absent."),
        optional("industry", Kind::Term(Coded::Industry), "What it does."),
        optional("country", Kind::Country, "Where it is at home."),
        optional("homepage", Kind::Url, "Its own site."),
        optional("summary", Kind::Text, "Who it is, in a sentence."),
        optional("projects", Kind::List(&Kind::Object(&PROJECT)), "What it uses it for."),
    ],
};

const TEXTS: Kind = Kind::List(&Kind::Text);

static PROJECT: Form = Form {
    name: "Project",
    doc: "What an organization uses it for. Nothing is deleted because it ended: it gets a status, “until” and a source.",
    fields: &[
        required(
            "id",
            Kind::Slug,
            "Unique in its organization; it never changes: a renamed record gets a redirect.",
        ),
        required("name", Kind::Text, "What readers see."),
        optional("aliases", TEXTS, "Other names it is found by."),
        for_curators("in_post", Kind::Bool, "True where the post names it; otherwise absent."),
        optional("summary", Kind::Text, "What it is, in a sentence or two."),
        optional(
            "domains",
            Kind::List(&Kind::Term(Coded::Domain)),
            "What it is about; empty is unknown.",
        ),
        optional("kind", Kind::Term(Coded::Kind), "How it came to be."),
        optional(
            "replaces",
            Kind::List(&Kind::Term(Coded::Replaces)),
            "What it took the place of; empty is unknown.",
        ),
        optional("status", Kind::Term(Coded::Status), "How it stands."),
        optional("since", Kind::Year, "The year from which it is in use."),
        optional("until", Kind::Year, "The year in which it ended."),
        optional("open_source", Kind::Bool, "Whether its source code is open."),
        optional("repository", Kind::Url, "Where its source code is."),
        optional(
            "license",
            Kind::Text,
            "The license of its source code, as an SPDX expression where there is one.",
        ),
        optional("outcomes", Kind::List(&Kind::Object(&OUTCOME)), "What it changed, measured."),
        optional(
            "notes",
            Kind::List(&Kind::Object(&NOTE)),
            "Context, caveats and incidents: the honest rest.",
        ),
        optional(
            "sources",
            Kind::List(&Kind::Object(&SOURCE)),
            "Where all this is from. Only an “unverified” project may have none.",
        ),
        optional(
            "cites",
            Kind::Object(&CITES),
            "Which sources say so, for each fact of which that is known. A fact that is not here rests on the sources as a whole.",
        ),
        required("confidence", Kind::Term(Coded::Confidence), "How well it is supported."),
        optional("verified", Kind::Date, "The day on which its sources were last looked at."),
        optional(
            "claim",
            Kind::Object(&CLAIM),
            "What the post says of it, beside what the sources say.",
        ),
        optional(
            "also",
            TEXTS,
            "Projects elsewhere that this one adopts, as “organization/project”.",
        ),
    ],
};

const CITED: Kind = Kind::List(&Kind::SourceIndex);

/// The facts that can be cited, by the keys of their fields.
pub static CITES: Form = Form {
    name: "Cites",
    doc: "The sources of facts, from 0, by the key of the field.",
    fields: &[
        optional("summary", CITED, "Of the summary."),
        optional("domains", CITED, "Of the domains."),
        optional("kind", CITED, "Of the kind."),
        optional("replaces", CITED, "Of what it replaced."),
        optional("status", CITED, "Of the status."),
        optional("since", CITED, "Of the year from which it is in use."),
        optional("until", CITED, "Of the year in which it ended."),
        optional("open_source", CITED, "Of whether its source code is open."),
        optional("repository", CITED, "Of where its source code is."),
        optional("license", CITED, "Of the license."),
    ],
};

static OUTCOME: Form = Form {
    name: "Outcome",
    doc: "What using it changed, measured.",
    fields: &[
        required("metric", Kind::Term(Coded::Metric), "What was measured."),
        required(
            "direction",
            Kind::Word(&DIRECTION_WORDS),
            "Whether there is less (“down”) or more (“up”) than in the baseline, or “none”, where the value is a level and no change.",
        ),
        optional("value", Kind::Amount, "How much; with a direction, the amount of the change."),
        required(
            "unit",
            Kind::Word(&UNIT_WORDS),
            "What the value is counted in; “other” is only readable through the statement.",
        ),
        optional("baseline", Kind::Text, "What it is compared with."),
        required("statement", Kind::Text, "The outcome as a sentence."),
        required("source", Kind::SourceIndex, "The source that says so, from 0."),
    ],
};

static NOTE: Form = Form {
    name: "Note",
    doc: "A sentence of context.",
    fields: &[
        required("statement", Kind::Text, "The sentence."),
        optional("source", Kind::SourceIndex, "The source that says so, from 0."),
    ],
};

static SOURCE: Form = Form {
    name: "Source",
    doc: "Where a statement is from.",
    fields: &[
        optional("url", Kind::Url, "Its address on the web."),
        required("title", Kind::Text, "Its title."),
        optional("publisher", Kind::Text, "Who published it."),
        optional(
            "date",
            Kind::Date,
            "When it was published; for a repository, its newest commit that was seen.",
        ),
        optional("kind", Kind::Term(Coded::SourceKind), "What sort of publication it is."),
        optional("supports", Kind::Text, "What it supports, in a few words."),
        optional("checked", Kind::Object(&CHECKED), "When and how it was looked at."),
    ],
};

static CHECKED: Form = Form {
    name: "Checked",
    doc: "When and how a source was looked at.",
    fields: &[
        required("date", Kind::Date, "The day."),
        required(
            "how",
            Kind::Word(&HOW_WORDS),
            "“original”: the page itself was read. “copy”: an excerpt, a translation or a mirror. “listed”: only its link and title were seen. “not-checked”: nobody has looked.",
        ),
    ],
};

static CLAIM: Form = Form {
    name: "Claim",
    doc: "A sentence of the post, checked.",
    fields: &[
        required("text", Kind::Text, "What the post says."),
        required("verdict", Kind::Term(Coded::Verdict), "How that compares with the sources."),
        optional("note", Kind::Text, "What the sources say."),
    ],
};

#[cfg(test)]
mod agreement;
