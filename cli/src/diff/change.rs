//! What can change from one dataset to another.

use serde::Serialize;

/// A change of one thing that a dataset claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// What happened.
    pub(crate) what: What,
    /// `acme` or `acme/gate`, by the ids of the new dataset where there are any; empty for the
    /// dataset as a whole.
    pub(crate) record: String,
    /// The name of the record; empty for the dataset as a whole.
    pub(crate) name: String,
    /// Which part of the record: the address of a source, the statement of an outcome. Empty for
    /// the record itself.
    pub(crate) subject: String,
    /// The fields that changed, in the order of the form; what is new or gone is sketched by a few.
    pub(crate) edits: Vec<Edit>,
}

/// A field that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Edit {
    /// The key of the field.
    pub(crate) field: String,
    /// What it held; `None` is unknown, or that there was no such thing.
    pub(crate) before: Option<String>,
    /// What it holds.
    pub(crate) after: Option<String>,
}

/// Whether there is more, less or something else than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// It was not there before.
    Added,
    /// It is not there any more.
    Removed,
    /// It says something else.
    Changed,
    /// It says the same, and somebody looked.
    Confirmed,
}

macro_rules! changes {
    ($($(#[doc = $doc:literal])+ $name:ident = $key:literal, $turn:ident, $one:literal, $many:literal;)+) => {
        /// What happened, in the order in which the changes of one record are told.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum What {
            $($(#[doc = $doc])+ $name,)+
        }

        impl What {
            /// All of them, in order.
            pub(crate) const ALL: &[Self] = &[$(Self::$name),+];

            /// The word of the machine-readable report.
            pub(crate) fn key(self) -> &'static str {
                match self { $(Self::$name => $key),+ }
            }

            /// More, less, or something else.
            pub(crate) fn turn(self) -> Turn {
                match self { $(Self::$name => Turn::$turn),+ }
            }

            /// What is counted: for one, and for several.
            pub(crate) fn counted_as(self) -> (&'static str, &'static str) {
                match self { $(Self::$name => ($one, $many)),+ }
            }
        }
    };
}

changes! {
    /// An organization is not there any more, and no redirect leads from it.
    OrganizationRemoved = "organization-removed", Removed,
        "organization removed", "organizations removed";
    /// A project is not there any more, and no redirect leads from it.
    ProjectRemoved = "project-removed", Removed, "project removed", "projects removed";
    /// A record breaks a rule now, so that no reader sees it.
    LeftOut = "left-out", Removed, "record left out", "records left out";
    /// A redirect is not there any more, so old links end nowhere.
    RedirectRemoved = "redirect-removed", Removed, "redirect removed", "redirects removed";
    /// An organization is new.
    OrganizationAdded = "organization-added", Added, "organization added", "organizations added";
    /// A project is new.
    ProjectAdded = "project-added", Added, "project added", "projects added";
    /// An organization has another id.
    OrganizationRenamed = "organization-renamed", Changed,
        "organization renamed", "organizations renamed";
    /// A project has another id, or belongs to another organization.
    ProjectRenamed = "project-renamed", Changed, "project renamed", "projects renamed";
    /// A record became a part of another.
    Merged = "merged", Changed, "record merged", "records merged";
    /// A project stands otherwise than before.
    StatusChanged = "status-changed", Changed, "status changed", "statuses changed";
    /// A project is better or worse supported than before.
    ConfidenceChanged = "confidence-changed", Changed,
        "confidence changed", "confidences changed";
    /// A claim compares with the sources otherwise than before, or is new or gone.
    VerdictChanged = "verdict-changed", Changed, "verdict changed", "verdicts changed";
    /// Another field of a record changed.
    Corrected = "corrected", Changed, "record corrected", "records corrected";
    /// An outcome is new.
    OutcomeAdded = "outcome-added", Added, "outcome added", "outcomes added";
    /// An outcome is gone.
    OutcomeRemoved = "outcome-removed", Removed, "outcome removed", "outcomes removed";
    /// An outcome changed.
    OutcomeChanged = "outcome-changed", Changed, "outcome changed", "outcomes changed";
    /// A source is new.
    SourceAdded = "source-added", Added, "source added", "sources added";
    /// A source is gone.
    SourceRemoved = "source-removed", Removed, "source removed", "sources removed";
    /// Something that is said of a source changed.
    SourceCorrected = "source-corrected", Changed, "source corrected", "sources corrected";
    /// A source was looked at again, and nothing else that is said of it changed.
    SourceRechecked = "source-rechecked", Confirmed, "source rechecked", "sources rechecked";
    /// A note is new.
    NoteAdded = "note-added", Added, "note added", "notes added";
    /// A note is gone.
    NoteRemoved = "note-removed", Removed, "note removed", "notes removed";
    /// A note changed.
    NoteChanged = "note-changed", Changed, "note changed", "notes changed";
    /// A project was looked at again.
    Verified = "verified", Confirmed, "project verified", "projects verified";
    /// The title, the license or the like changed.
    DatasetChanged = "dataset-changed", Changed,
        "change to the dataset itself", "changes to the dataset itself";
    /// A coded value is new.
    TermAdded = "term-added", Added, "term added", "terms added";
    /// A coded value is gone.
    TermRemoved = "term-removed", Removed, "term removed", "terms removed";
    /// A coded value is called otherwise.
    TermChanged = "term-changed", Changed, "term changed", "terms changed";
    /// Coded values have another order.
    TermsReordered = "terms-reordered", Changed, "list reordered", "lists reordered";
    /// A redirect is new.
    RedirectAdded = "redirect-added", Added, "redirect added", "redirects added";
    /// A redirect leads elsewhere.
    RedirectChanged = "redirect-changed", Changed, "redirect changed", "redirects changed";
    /// An entry of the history is new.
    EventAdded = "event-added", Added, "history entry added", "history entries added";
    /// An entry of the history is gone.
    EventRemoved = "event-removed", Removed, "history entry removed", "history entries removed";
}

impl What {
    /// Something that readers could find is lost. Nothing is deleted because it ended.
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
    /// A change of a record as a whole.
    pub(crate) fn new(what: What, record: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            what,
            record: record.into(),
            name: name.into(),
            subject: String::new(),
            edits: Vec::new(),
        }
    }

    /// The same, of a part of the record.
    #[must_use]
    pub(crate) fn of(self, subject: impl Into<String>) -> Self {
        Self { subject: subject.into(), ..self }
    }

    /// The same, with fields.
    #[must_use]
    pub(crate) fn with(self, edits: Vec<Edit>) -> Self {
        Self { edits, ..self }
    }

    /// The organization that the record is or belongs to; empty for the dataset as a whole.
    pub(crate) fn org_id(&self) -> &str {
        self.record.split('/').next().unwrap_or_default()
    }
}
