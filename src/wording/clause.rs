//! How each facet is spoken of in a sentence.

use crate::search::{Facet, Polarity};

/// The words around the chosen values of a facet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clause {
    /// What stands before the values that the dataset names.
    pub(super) lead: &'static str,
    /// What stands before the unknown value where the facet has said something already.
    pub(super) joint: &'static str,
    /// The unknown value, with its own lead: "with unknown" would not tell of what.
    pub(super) unknown: &'static str,
}

impl Clause {
    /// The words for what is asked for or left out. They follow "17 organizations", and fit one
    /// project as well as many.
    pub(super) fn of(facet: Facet, polarity: Polarity) -> Self {
        match polarity {
            Polarity::Include => {
                let (lead, unknown) = asked_for(facet);
                Self { lead, joint: "or", unknown }
            }
            Polarity::Exclude => {
                let (lead, unknown) = left_out(facet);
                Self { lead, joint: "and", unknown }
            }
        }
    }
}

fn asked_for(facet: Facet) -> (&'static str, &'static str) {
    match facet {
        Facet::Org => ("at", "at an unknown organization"),
        Facet::Industry => ("in", "in an unknown industry"),
        Facet::Country => ("from", "from an unknown country"),
        Facet::Domain => ("for", "for an unknown domain"),
        Facet::Kind => ("of kind", "of unknown kind"),
        Facet::Status => ("with status", "with unknown status"),
        Facet::Replaces => ("that replaced", "without a stated predecessor"),
        Facet::Since => ("since", "since an unknown year"),
        Facet::Oss => ("with", "with source code of unknown openness"),
        Facet::Confidence => ("with evidence that is", "with evidence of unknown worth"),
        Facet::Verdict => ("with a claim that is", "without a claim to check"),
        Facet::Metric => ("with a measured effect on", "without a measured effect"),
    }
}

fn left_out(facet: Facet) -> (&'static str, &'static str) {
    match facet {
        Facet::Org => ("other than", "at a known organization"),
        Facet::Industry => ("not in", "in a known industry"),
        Facet::Country => ("not from", "from a known country"),
        Facet::Domain => ("not for", "for a known domain"),
        Facet::Kind => ("not of kind", "of known kind"),
        Facet::Status => ("without status", "with known status"),
        Facet::Replaces => ("that did not replace", "with a stated predecessor"),
        Facet::Since => ("not since", "since a known year"),
        Facet::Oss => ("without", "with source code of known openness"),
        Facet::Confidence => ("with evidence that is not", "with evidence of known worth"),
        Facet::Verdict => ("without a claim that is", "with a claim to check"),
        Facet::Metric => ("without a measured effect on", "with a measured effect"),
    }
}
