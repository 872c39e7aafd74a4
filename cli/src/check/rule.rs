//! The table of rules, with their names, severities and remedies.

use rustscape::dataset::RuleViolation;

/// Severity of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Severity {
    /// The data is invalid, misleading or impossible.
    Error,
    /// The data may be outdated, incomplete or hard to read.
    Warning,
}

impl Severity {
    /// Returns the severity as a lower-case word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// The checks that apply a rule: all, or only strict ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All checks apply the rule.
    Always,
    /// Only strict checks apply the rule.
    Strict,
}

macro_rules! rules {
    ($($severity:ident $scope:ident $rule:ident $name:literal: $meaning:literal => $remedy:literal;)*) => {
        /// A rule that a dataset can break.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
                $(
                    #[doc = concat!("`", $name, "`")]
                    $rule,
                )*
        }

        impl Rule {
            /// All rules, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$rule),*];

            /// Returns the name of the rule, in lower case with hyphens.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$rule => $name),* }
            }

            /// Returns the severity of the rule.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$rule => Severity::$severity),* }
            }

            /// Returns which checks apply the rule.
            pub const fn scope(self) -> Scope {
                match self { $(Self::$rule => Scope::$scope),* }
            }

            /// Returns what a violation of the rule means, as a sentence.
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$rule => $meaning),* }
            }

            /// Returns what to do about a violation, unless the finding has a more specific remedy.
            pub const fn remedy(self) -> &'static str {
                match self { $(Self::$rule => $remedy),* }
            }
        }
    };
}

rules! {
    // The file.
    Error Always EmptyFile "empty-file": "There is nothing in the file." => "perhaps it was only written in part: take it from its history";
    Error Always NotJson "not-json": "The file is not JSON." => "correct the text at this place; everything after it has not been looked at";
    Error Always NotADataset "not-a-dataset": "The file is JSON, but lacks a part that every dataset has." => "see “rustscape schema” for the form of a dataset";
    Error Always WrongVersion "wrong-version": "The version of the form is one that this program cannot read." => "use a newer version of this program";
    Warning Always NewerVersion "newer-version": "The version of the form is newer than this program." => "use a newer version of this program: what the form has learned since is not checked";
    Error Always ByteOrderMark "byte-order-mark": "The file begins with a byte order mark, which other programs refuse." => "save it as UTF-8 without one";
    Error Always DuplicateKey "duplicate-key": "An object has a key twice; only the last one counts." => "keep one of them";
    Warning Always UnknownKey "unknown-key": "A key is not of the form: no reader sees it." => "remove it, or see “rustscape schema” for the keys that there are";
    Error Strict FieldAbsent "field-absent": "A field is absent: one cannot tell whether it is unknown or was forgotten." => "write null, where it is unknown";

    // Rules of the reader.
    Error Always Missing "missing": "Something that has to be there is not; the record is left out." => "add it";
    Error Always WrongKind "wrong-kind": "A value is of another kind than it has to be." => "write the kind of value that the form asks for";
    Error Always NotASlug "not-a-slug": "An id is not a slug." => "use a-z, 0-9 and single hyphens, at most 60 characters";
    Error Always IdTaken "id-taken": "An earlier record has the same id; this one is left out." => "give this record an id of its own, or merge the two and add a redirect";
    Error Always NamedTwice "named-twice": "A list names something twice." => "keep one of them";
    Error Always NotInVocabulary "not-in-vocabulary": "A coded value is not in the vocabulary; the record is left out." => "use an id of the vocabulary, or add the term there";
    Error Always NotADate "not-a-date": "A text is not a date." => "write a year, a month or a day: 2022, 2022-09, 2022-09-14";
    Error Always NotAnAddress "not-an-address": "A text is not an address that a reader can be led to." => "write the whole address, from https:// on, without a user name";
    Error Always NotAWord "not-a-word": "A text is none of the words that the form has for it." => "use one of the words of the form";
    Error Always NotACountry "not-a-country": "A text is not a country code." => "write the two upper-case letters of ISO 3166-1";
    Error Always NotAColor "not-a-color": "A text is not a color." => "write it as #rrggbb";
    Error Always NoSuchSource "no-such-source": "The source that is named is not there." => "sources are counted from 0: name one of the list, or add it";
    Error Always WithoutSource "without-source": "A project rests on nothing, and does not say so." => "add a source, or set the confidence to “unverified”";
    Error Always EndsBeforeItBegins "ends-before-it-begins": "A project ended before it began." => "correct “since” or “until”";

    // Texts.
    Warning Always Empty "empty": "A text is empty, which counts as absent." => "write null, or leave the field out";
    Warning Always EmptyList "empty-list": "A list that need not be there is empty." => "leave the field out";
    Warning Always Spaces "spaces": "A text has spaces at its ends, several in a row, or a line break." => "keep single spaces between words";
    Error Always InvisibleCharacter "invisible-character": "A text has a character that cannot be seen." => "remove it, or type the text anew";
    Warning Always NotNormalized "not-normalized": "A text is not in Unicode's composed form (NFC): it is not found by what one types." => "normalize it to NFC";
    Warning Always Markup "markup": "A text has markup, which readers see as it is written." => "write it as plain text";
    Warning Always CopiedText "copied-text": "Two fields carry the same text." => "say in each what only that one can say";
    Error Strict TooLong "too-long": "A text is longer than there is room for." => "shorten it, and move details to a note";
    Error Strict NotASentence "not-a-sentence": "A text that should be a sentence is none." => "begin with a capital letter or a number, and end with a full stop";
    Error Strict CurlyQuote "curly-quote": "A text has curly quotation marks, which are not found by what one types." => "use straight ones";

    // Dates.
    Error Always InTheFuture "in-the-future": "A date or year is later than the last change of the dataset." => "correct it, or “updated”";
    Error Always NoSuchDay "no-such-day": "The calendar has no such day." => "correct the day";
    Warning Always NotADay "not-a-day": "A date is less exact than a day." => "write the day: 2022-09-14";
    Warning Always VerifiedTooLongAgo "verified-too-long-ago": "The sources of a project were last looked at too long ago." => "look at its sources again, and set “verified” and “checked” to that day";
    Warning Always NeverVerified "never-verified": "It is unknown when the sources of a project were looked at." => "look at its sources, and set “verified” to that day";
    Warning Always CheckedBeforePublished "checked-before-published": "A source was looked at before it was published." => "correct one of the dates";
    Error Always BeforeFirstYear "before-first-year": "A year is before the first one that can be (see --first-year)." => "correct the year";

    // Addresses and sources.
    Warning Always InsecureAddress "insecure-address": "An address is not encrypted." => "try whether it answers to https";
    Warning Always OddAddress "odd-address": "An address may not lead anywhere from the open web." => "open it in a browser and copy it from there";
    Warning Always SourceTwice "source-twice": "A project has the same page as a source twice." => "merge the two, and point “source” of outcomes and notes to the one that stays";
    Warning Always SourceWithoutAddress "source-without-address": "A source has no address: nobody can look it up." => "add its address, if it is on the web";
    Error Strict NotAPublisher "not-a-publisher": "A publisher is more than a name." => "name who published it, and move remarks to “supports”";

    // Names and the vocabulary.
    Error Always NotALanguage "not-a-language": "The language is not a BCP 47 tag." => "write a tag such as “en” or “pt-BR”";
    Error Always NoSuchCountry "no-such-country": "ISO 3166-1 has no such country." => "look up the two letters of the country";
    Warning Always CountryWithoutName "country-without-name": "A country is not in the vocabulary: readers see its letters." => "add it to “vocabulary.country”, with its letters in lower case as id";
    Warning Always NameTaken "name-taken": "Two records beside each other have the same name." => "merge them, or tell them apart by their names";
    Warning Always UselessAlias "useless-alias": "An alias adds nothing: the record is found by it anyway." => "remove it";
    Warning Always SharedAlias "shared-alias": "Several organizations have the same alias." => "keep it where readers expect it";
    Error Always LabelTaken "label-taken": "Two terms of a list have the same label." => "merge them, or give one another label";
    Warning Always HintRepeatsLabel "hint-repeats-label": "The hint of a term says no more than its label." => "explain the term, or remove the hint";
    Error Strict TermWithoutHint "term-without-hint": "A term is not explained." => "add a hint of one line";
    Warning Always UnusedTerm "unused-term": "A term of the vocabulary is never used." => "remove it, or use it";
    Error Strict RareTerm "rare-term": "A domain has fewer than 3 projects." => "fold it into a wider one";
    Error Strict LongVocabulary "long-vocabulary": "A list of the vocabulary has more terms than can be looked through." => "fold rare terms into wider ones";
    Error Strict NotATermOfTheForm "not-a-term-of-the-form": "A list whose terms this program knows has other ones, or lacks some." => "keep to the terms of the form: rules about confidence, status and sources go by them";
    Warning Always Unsorted "unsorted": "A list is not in its order." => "run “rustscape fmt”, or move the record to its place";

    // References.
    Error Always NotAPath "not-a-path": "A redirect has something that is not the path of a record." => "write “org/organization” or “org/organization/project”";
    Error Always RedirectFromRecord "redirect-from-record": "A path is redirected, although its record exists: the redirect never counts." => "remove the redirect, or the record";
    Error Always DanglingRedirect "dangling-redirect": "A redirect leads to a record that does not exist." => "let it lead to a record of this file";
    Error Always RedirectLoop "redirect-loop": "Redirects lead in a circle." => "let one of them lead to a record";
    Warning Always RedirectChain "redirect-chain": "A redirect leads to another redirect." => "let it lead to the record itself";
    Error Always RedirectLevel "redirect-level": "A redirect leads from an organization to a project, or the other way." => "let organizations lead to organizations and projects to projects";
    Error Always RedirectTwice "redirect-twice": "A path is redirected twice." => "keep one of the two";
    Error Always DanglingReference "dangling-reference": "A record is named that does not exist." => "name a record of this file, as “organization” or “organization/project”";
    Error Always SelfReference "self-reference": "A project names itself." => "remove it, or name the project that was meant";

    // Records.
    Warning Always NoProjects "no-projects": "An organization has no project: no list shows it." => "add a project, or remove the organization";
    Error Strict Unclassified "unclassified": "An industry, kind, status or domain is unknown." => "choose a term: a curator can tell";
    Error Always UntilWhileRunning "until-while-running": "A project has ended by “until”, but not by its status." => "set the status to “discontinued” or “handed-over”, or “until” to null";
    Warning Always EndedWithoutYear "ended-without-year": "A project has ended, but “until” does not say when." => "add the year";
    Warning Always EndedWithoutSource "ended-without-source": "A project has ended, and no source says so." => "add the source that says so";
    Warning Always LicenseWithoutCode "license-without-code": "A license is given, but neither open source code nor a repository." => "set “open_source” or “repository”, or remove the license";
    Error Always ConfirmedOnHearsay "confirmed-on-hearsay": "A project is confirmed without a first-party source, repository, paper or talk." => "add such a source, or set the confidence to “reported”";
    Error Always ConfirmedUnseen "confirmed-unseen": "A project is confirmed by sources that nobody has read." => "read one of them and set “checked”, or set the confidence to “reported”";
    Warning Always NoteWithoutSource "note-without-source": "A note names no source." => "name the source that says so";
    Warning Always CitesNothing "cites-nothing": "Sources are cited for a field that says nothing." => "fill the field, or remove the citation";

    // The post and its claims.
    Error Always InPostMismatch "in-post-mismatch": "“in_post” and the claims do not agree." => "set “in_post” to true exactly where there is a claim, and at the organization";
    Warning Always InPostFalse "in-post-false": "“in_post” is there, but not true." => "remove it";
    Error Strict PostNotFirst "post-not-first": "Projects that the post names come after others." => "move them to the front";
    Warning Always ClaimWithoutPost "claim-without-post": "There are claims, but the dataset does not say of which post." => "add “post” with its title and address";
    Error Always ClaimOutrunsSources "claim-outruns-sources": "A claim is judged better than the project is supported." => "an “unverified” project can only have claims that are “unsupported” or “wrong”";
    Warning Always ClaimWithoutNote "claim-without-note": "A claim is judged without saying what the sources say." => "add the note";

    // Outcomes and figures.
    Error Always ChangeOfZero "change-of-zero": "An outcome is a change of zero." => "set the direction to “none”, where the value is a level";
    Error Always MoreThanAll "more-than-all": "A share or a reduction is of more than 100 percent." => "give it as “times”, or correct the value";
    Error Always TimesWithoutDirection "times-without-direction": "A multiple has no direction." => "say whether it went “up” or “down”";
    Error Always TimesBelowOne "times-below-one": "A multiple of one or less reads as the opposite: “0.5 times more”." => "turn the direction around, and the value upside down";
    Error Always ImplausibleValue "implausible-value": "A value is larger than anything that is measured." => "use a larger unit, or correct the value";
    Warning Always ChangeWithoutBaseline "change-without-baseline": "A change does not say what it is compared with." => "add the baseline";
    Warning Always FigureWithoutValue "figure-without-value": "An outcome has a unit but no value: it cannot be shown as a figure." => "add the value, or set the unit to “other”";
    Warning Always FigureWithoutQuantity "figure-without-quantity": "A metric has figures, but does not say what they count: they are not shown." => "add “quantity”, as in “safety bugs”";
    Warning Always UnitDoesNotFit "unit-does-not-fit": "A metric is measured in a unit of something else." => "correct the metric or the unit";
    Error Always QuantityReadsBackwards "quantity-reads-backwards": "A quantity turns its figures around: “10× more fewer bugs”, “90% less safety”." => "name what is counted, without saying which way is good: “safety bugs”";
    Warning Always ReadsAsWorse "reads-as-worse": "A figure says that there are more failures or bugs." => "check that it did get worse: what is counted goes down where it gets better";
    Error Strict StatementWithoutNumber "statement-without-number": "The statement of an outcome has no number." => "say in it what was measured";
}

impl Rule {
    /// Returns the rule with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.name() == name)
    }

    /// Returns the rule for a violation that the reader found.
    pub(super) const fn from_violation(violation: RuleViolation) -> Self {
        match violation {
            RuleViolation::Missing => Self::Missing,
            RuleViolation::WrongKind => Self::WrongKind,
            RuleViolation::NotASlug => Self::NotASlug,
            RuleViolation::IdTaken => Self::IdTaken,
            RuleViolation::NamedTwice => Self::NamedTwice,
            RuleViolation::NotInVocabulary => Self::NotInVocabulary,
            RuleViolation::NotADate => Self::NotADate,
            RuleViolation::NotAnAddress => Self::NotAnAddress,
            RuleViolation::NotAWord => Self::NotAWord,
            RuleViolation::NotACountry => Self::NotACountry,
            RuleViolation::NotAColor => Self::NotAColor,
            RuleViolation::NoSuchSource => Self::NoSuchSource,
            RuleViolation::WithoutSource => Self::WithoutSource,
            RuleViolation::EndsBeforeItBegins => Self::EndsBeforeItBegins,
        }
    }
}
