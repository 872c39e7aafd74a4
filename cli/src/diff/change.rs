//! Kinds of changes between two datasets.

use serde::Serialize;

/// A change of one record, or of one part of it, between two datasets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// Kind of the change.
    pub(crate) kind: ChangeKind,
    /// Id path of the record, such as `acme` or `acme/gate`. Uses the ids of the new dataset if it
    /// has the record; empty for the dataset as a whole.
    pub(crate) record: String,
    /// Name of the record; empty for the dataset as a whole.
    pub(crate) name: String,
    /// Part of the record, such as the URL of a source or the statement of an outcome. Empty for
    /// the record itself.
    pub(crate) subject: String,
    /// Changed fields in the order of the schema. For an added or removed record, a few key fields.
    pub(crate) fields: Vec<FieldChange>,
}

/// The values of one field before and after a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct FieldChange {
    /// Key of the field.
    pub(crate) field: String,
    /// Old value; `None` if it was unknown or the record did not exist.
    pub(crate) before: Option<String>,
    /// New value; `None` if it is unknown or the record does not exist.
    pub(crate) after: Option<String>,
}

/// Coarse type of a change: the sign or color that a report shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChangeType {
    /// Missing in the old dataset.
    Added,
    /// Missing in the new dataset.
    Removed,
    /// In both datasets with different content.
    Changed,
    /// Checked again by a curator without a change of content.
    Confirmed,
}

macro_rules! change_kinds {
    ($($(#[doc = $doc:literal])+ $name:ident = $key:literal, $type:ident, $one:literal, $many:literal;)+) => {
        /// Kind of a change. The order of the variants is the order of the changes of one record
        /// in a report.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum ChangeKind {
            $($(#[doc = $doc])+ $name,)+
        }

        impl ChangeKind {
            /// All kinds in the order of a report.
            pub(crate) const ALL: &[Self] = &[$(Self::$name),+];

            /// Returns the key of the JSON report.
            pub(crate) fn key(self) -> &'static str {
                match self { $(Self::$name => $key),+ }
            }

            /// Returns the coarse type of the change.
            pub(crate) fn change_type(self) -> ChangeType {
                match self { $(Self::$name => ChangeType::$type),+ }
            }

            /// Returns the label of one change and of several, such as "project added" and
            /// "projects added".
            pub(crate) fn labels(self) -> (&'static str, &'static str) {
                match self { $(Self::$name => ($one, $many)),+ }
            }
        }
    };
}

change_kinds! {
    /// An organization was removed without a redirect.
    OrganizationRemoved = "organization-removed", Removed,
        "organization removed", "organizations removed";
    /// A project was removed without a redirect.
    ProjectRemoved = "project-removed", Removed, "project removed", "projects removed";
    /// A record is still in the file but now breaks a rule, so readers skip it.
    LeftOut = "left-out", Removed, "record left out", "records left out";
    /// A redirect was removed, which breaks old links.
    RedirectRemoved = "redirect-removed", Removed, "redirect removed", "redirects removed";
    /// An organization was added.
    OrganizationAdded = "organization-added", Added, "organization added", "organizations added";
    /// A project was added.
    ProjectAdded = "project-added", Added, "project added", "projects added";
    /// An organization got another id.
    OrganizationRenamed = "organization-renamed", Changed,
        "organization renamed", "organizations renamed";
    /// A project got another id or moved to another organization.
    ProjectRenamed = "project-renamed", Changed, "project renamed", "projects renamed";
    /// A record was merged into another one.
    Merged = "merged", Changed, "record merged", "records merged";
    /// The status of a project changed.
    StatusChanged = "status-changed", Changed, "status changed", "statuses changed";
    /// The confidence of a project changed.
    ConfidenceChanged = "confidence-changed", Changed,
        "confidence changed", "confidences changed";
    /// The verdict on a claim changed, or the claim was added or removed.
    VerdictChanged = "verdict-changed", Changed, "verdict changed", "verdicts changed";
    /// Any other field of a record changed.
    Corrected = "corrected", Changed, "record corrected", "records corrected";
    /// An outcome was added.
    OutcomeAdded = "outcome-added", Added, "outcome added", "outcomes added";
    /// An outcome was removed.
    OutcomeRemoved = "outcome-removed", Removed, "outcome removed", "outcomes removed";
    /// An outcome changed.
    OutcomeChanged = "outcome-changed", Changed, "outcome changed", "outcomes changed";
    /// A source was added.
    SourceAdded = "source-added", Added, "source added", "sources added";
    /// A source was removed.
    SourceRemoved = "source-removed", Removed, "source removed", "sources removed";
    /// A field of a source changed.
    SourceCorrected = "source-corrected", Changed, "source corrected", "sources corrected";
    /// A source was checked again and nothing else about it changed.
    SourceRechecked = "source-rechecked", Confirmed, "source rechecked", "sources rechecked";
    /// A note was added.
    NoteAdded = "note-added", Added, "note added", "notes added";
    /// A note was removed.
    NoteRemoved = "note-removed", Removed, "note removed", "notes removed";
    /// A note changed.
    NoteChanged = "note-changed", Changed, "note changed", "notes changed";
    /// A project was verified again.
    Verified = "verified", Confirmed, "project verified", "projects verified";
    /// A field of the dataset itself changed, such as its title or license.
    DatasetChanged = "dataset-changed", Changed,
        "change to the dataset itself", "changes to the dataset itself";
    /// A vocabulary term was added.
    TermAdded = "term-added", Added, "term added", "terms added";
    /// A vocabulary term was removed.
    TermRemoved = "term-removed", Removed, "term removed", "terms removed";
    /// The label, hint or quantity of a vocabulary term changed.
    TermChanged = "term-changed", Changed, "term changed", "terms changed";
    /// The terms of a vocabulary list changed their order.
    TermsReordered = "terms-reordered", Changed, "list reordered", "lists reordered";
    /// A redirect was added.
    RedirectAdded = "redirect-added", Added, "redirect added", "redirects added";
    /// A redirect got another target.
    RedirectChanged = "redirect-changed", Changed, "redirect changed", "redirects changed";
    /// An event was added to the history.
    EventAdded = "event-added", Added, "history entry added", "history entries added";
    /// An event was removed from the history.
    EventRemoved = "event-removed", Removed, "history entry removed", "history entries removed";
}

impl ChangeKind {
    /// Returns the label of one change, such as "status changed".
    pub(crate) fn label(self) -> &'static str {
        self.labels().0
    }

    /// Returns `true` if readers lose a record or an old link. A project that ended keeps its
    /// record, so these changes are usually mistakes.
    pub(crate) fn is_loss(self) -> bool {
        matches!(
            self,
            Self::OrganizationRemoved
                | Self::ProjectRemoved
                | Self::LeftOut
                | Self::RedirectRemoved
        )
    }
}

impl Change {
    /// Creates a change of a record as a whole.
    pub(crate) fn new(
        kind: ChangeKind,
        record: impl Into<String>,
        name: impl Into<String>,
    ) -> Self {
        Self {
            kind,
            record: record.into(),
            name: name.into(),
            subject: String::new(),
            fields: Vec::new(),
        }
    }

    /// Sets the part of the record that changed.
    #[must_use]
    pub(crate) fn of(self, subject: impl Into<String>) -> Self {
        Self { subject: subject.into(), ..self }
    }

    /// Sets the changed fields.
    #[must_use]
    pub(crate) fn with(self, fields: Vec<FieldChange>) -> Self {
        Self { fields, ..self }
    }

    /// Returns the id of the organization that the record is or belongs to; empty for the dataset
    /// as a whole.
    pub(crate) fn org_id(&self) -> &str {
        self.record.split('/').next().unwrap_or_default()
    }
}
