//! Phrases for each facet in a sentence.

use crate::search::{Facet, Polarity};

/// Phrases around the chosen values of a facet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clause {
    /// Phrase before the known values.
    pub(super) lead: &'static str,
    /// Conjunction between the known values and the unknown value.
    pub(super) conjunction: &'static str,
    /// Phrase for the unknown value. It names the facet.
    pub(super) unknown: &'static str,
}

impl Clause {
    /// Returns the phrases for included or excluded values. They follow "17 organizations" and fit
    /// singular and plural.
    pub(super) fn new(facet: Facet, polarity: Polarity) -> Self {
        match polarity {
            Polarity::Include => {
                let (lead, unknown) = included(facet);
                Self { lead, conjunction: "or", unknown }
            }
            Polarity::Exclude => {
                let (lead, unknown) = excluded(facet);
                Self { lead, conjunction: "and", unknown }
            }
        }
    }
}

fn included(facet: Facet) -> (&'static str, &'static str) {
    match facet {
        Facet::Org => ("at", "at an unknown organization"),
        Facet::Industry => ("in", "in an unknown industry"),
        Facet::Country => ("from", "from an unknown country"),
        Facet::Domain => ("for", "for an unknown domain"),
        Facet::Kind => ("of kind", "of unknown kind"),
        Facet::Status => ("with status", "with unknown status"),
        Facet::Replaces => ("that replaced", "without a stated predecessor"),
        Facet::Since => ("since", "since an unknown year"),
        Facet::Oss => ("with", "with source code of unknown availability"),
        Facet::Confidence => ("with evidence that is", "with unknown evidence"),
        Facet::Verdict => ("with a claim that is", "without a claim to check"),
        Facet::Metric => ("with a measured effect on", "without a measured effect"),
    }
}

fn excluded(facet: Facet) -> (&'static str, &'static str) {
    match facet {
        Facet::Org => ("other than", "at a known organization"),
        Facet::Industry => ("not in", "in a known industry"),
        Facet::Country => ("not from", "from a known country"),
        Facet::Domain => ("not for", "for a known domain"),
        Facet::Kind => ("not of kind", "of known kind"),
        Facet::Status => ("without status", "with known status"),
        Facet::Replaces => ("that did not replace", "with a stated predecessor"),
        Facet::Since => ("not since", "since a known year"),
        Facet::Oss => ("without", "with source code of known availability"),
        Facet::Confidence => ("with evidence that is not", "with known evidence"),
        Facet::Verdict => ("without a claim that is", "with a claim to check"),
        Facet::Metric => ("without a measured effect on", "with a measured effect"),
    }
}
