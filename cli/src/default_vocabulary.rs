//! Default vocabulary terms, in display order. They fit any language or community; a dataset may
//! define others.

use rustscape::dataset::VocabularyKind;

/// A term of a default vocabulary. Importers recognize its id and its label.
#[derive(Debug)]
pub(crate) struct DefaultTerm {
    pub(crate) id: &'static str,
    pub(crate) label: &'static str,
    pub(crate) hint: &'static str,
    /// For a metric, the quantity that its figures count, as in "90% less memory". Empty for other
    /// terms.
    pub(crate) quantity: &'static str,
}

const fn term(id: &'static str, label: &'static str, hint: &'static str) -> DefaultTerm {
    DefaultTerm { id, label, hint, quantity: "" }
}

const fn metric(
    id: &'static str,
    label: &'static str,
    quantity: &'static str,
    hint: &'static str,
) -> DefaultTerm {
    DefaultTerm { id, label, hint, quantity }
}

static KINDS: [DefaultTerm; 6] = [
    term("new", "New project", "Written from scratch"),
    term("rewrite", "Rewrite", "A new program took the place of an existing one"),
    term("component", "Component", "A part inside a larger system in other languages"),
    term(
        "migration",
        "Migration",
        "An existing code base is moved piece by piece, or users are moved to another program",
    ),
    term("bindings", "Bindings", "Makes an existing interface usable from another language"),
    term("platform-support", "Platform support", "Lets others use it on a platform or service"),
];

static STATUSES: [DefaultTerm; 6] = [
    term("production", "In production", "In regular use, or released for regular use"),
    term("rolling-out", "Rolling out", "Announced, being introduced or not yet for everyone"),
    term("experimental", "Experimental", "Prototype, research or preview"),
    term("handed-over", "Handed over", "Given to another organization, which continues it"),
    term("discontinued", "Discontinued", "Ended or removed"),
    term("unknown", "Unknown", "The sources do not say how it stands today"),
];

static METRICS: [DefaultTerm; 13] = [
    metric("cpu", "CPU", "CPU", "Processor time or processor load"),
    metric("memory", "Memory", "memory", "Memory use"),
    metric("latency", "Latency", "latency", "Time of one request, frame or operation"),
    metric("throughput", "Throughput", "throughput", "Work done per unit of time"),
    metric("time", "Run time", "run time", "Time of a whole job, such as a build or a check"),
    metric("size", "Size", "size", "Size of programs, firmware or files"),
    metric("cost", "Cost", "cost", "Money"),
    metric("safety", "Safety", "safety bugs", "Security problems; fewer is better"),
    metric("reliability", "Reliability", "failures", "Failures and alerts; fewer is better"),
    metric("productivity", "Effort", "effort", "Work of developers"),
    metric("lines-of-code", "Lines of code", "code", "Amount or share of code"),
    metric("scale", "Scale", "scale", "How much the system serves, holds or covers"),
    term("other", "Other", "Measured, but in none of the other groups"),
];

static SOURCE_KINDS: [DefaultTerm; 6] = [
    term("first-party", "First-party", "By the organization, or by people who did the work"),
    term("repository", "Repository", "Source code, its documentation or a package record"),
    term("paper", "Paper", "A scientific paper or white paper"),
    term("talk", "Talk", "A talk, podcast or question session with people who did the work"),
    term("press", "Press", "News, blogs and other reports by third parties"),
    term("third-party-list", "Third-party list", "A list or encyclopedia kept by others"),
];

static VERDICTS: [DefaultTerm; 5] = [
    term("confirmed", "Confirmed", "The sources that were seen support the claim as it stands"),
    term("imprecise", "Imprecise", "Right in essence, but scope, wording or a detail is off"),
    term("outdated", "Outdated", "Was right, but the sources describe a newer state"),
    term("wrong", "Wrong", "The sources contradict the main point"),
    term("unsupported", "Unsupported", "No source backs it, or they disagree"),
];

static CONFIDENCES: [DefaultTerm; 3] = [
    term("confirmed", "Confirmed", "A first-party page or the repository itself was seen"),
    term("reported", "Reported", "A third party that was seen says so"),
    term("unverified", "Unverified", "No source that was seen supports it"),
];

/// Returns the default terms of a vocabulary; none if every dataset defines its own.
pub(crate) fn default_vocabulary(kind: VocabularyKind) -> &'static [DefaultTerm] {
    match kind {
        VocabularyKind::Kind => &KINDS,
        VocabularyKind::Status => &STATUSES,
        VocabularyKind::Metric => &METRICS,
        VocabularyKind::SourceKind => &SOURCE_KINDS,
        VocabularyKind::Verdict => &VERDICTS,
        VocabularyKind::Confidence => &CONFIDENCES,
        VocabularyKind::Domain
        | VocabularyKind::Replaces
        | VocabularyKind::Industry
        | VocabularyKind::Country => &[],
    }
}
