//! Builder of the values of one facet, with the projects that have them.

use super::{
    BuiltInLabels, Facet, FacetValue, ValueIdx,
    fold::fold,
    project_set::{ProjectSet, as_u32},
    sorting::sorted,
};
use crate::dataset::{Dataset, Project, ProjectIdx, TermIdx, VocabularyKind};

/// Id of the unknown value of every facet.
pub(super) const UNKNOWN_ID: &str = "unknown";

/// Values of one facet and the projects that have them.
///
/// A **code** is the number of a value in the dataset: the position of an organization or a term,
/// of a country in sorted order, of a year after the first one, or 0 for yes and 1 for no.
#[derive(Debug, Default)]
pub(super) struct FacetList {
    pub(super) values: Vec<FacetValue>,
    /// Projects with each value.
    pub(super) projects: Vec<ProjectSet>,
    /// Value of each code.
    pub(super) value_of_code: Vec<ValueIdx>,
    /// Unknown value, if the facet has one.
    pub(super) unknown: Option<ValueIdx>,
}

/// Builds the lists of all facets, in the order of [`Facet::ALL`].
pub(super) fn facet_lists(
    dataset: &Dataset,
    labels: &BuiltInLabels,
) -> [FacetList; Facet::ALL.len()] {
    let builder = Builder::new(dataset, labels);
    Facet::ALL.map(|facet| builder.build(facet))
}

/// Returns the first and the last year of a dataset.
pub(super) fn years(dataset: &Dataset) -> Option<(u16, u16)> {
    let years = || dataset.projects.iter().filter_map(|project| project.since);
    Some((years().min()?, years().max()?))
}

/// Returns the vocabulary list of a facet, if its values are terms.
fn vocabulary_kind(facet: Facet) -> Option<VocabularyKind> {
    Some(match facet {
        Facet::Industry => VocabularyKind::Industry,
        Facet::Domain => VocabularyKind::Domain,
        Facet::Kind => VocabularyKind::Kind,
        Facet::Status => VocabularyKind::Status,
        Facet::Replaces => VocabularyKind::Replaces,
        Facet::Confidence => VocabularyKind::Confidence,
        Facet::Verdict => VocabularyKind::Verdict,
        Facet::Metric => VocabularyKind::Metric,
        Facet::Org | Facet::Country | Facet::Since | Facet::Oss => return None,
    })
}

/// Returns whether projects can lack the attribute.
fn allows_unknown(facet: Facet) -> bool {
    !matches!(facet, Facet::Org | Facet::Confidence)
}

/// Returns whether values are sorted by number of projects, largest first.
fn is_by_size(facet: Facet) -> bool {
    use Facet::{Country, Domain, Industry, Org, Replaces};
    matches!(facet, Org | Industry | Country | Domain | Replaces)
}

struct Builder<'d> {
    dataset: &'d Dataset,
    labels: &'d BuiltInLabels,
    countries: Vec<&'d str>,
    years: Option<(u16, u16)>,
}

impl<'d> Builder<'d> {
    fn new(dataset: &'d Dataset, labels: &'d BuiltInLabels) -> Self {
        let mut countries = Vec::new();
        for country in dataset.organizations.iter().filter_map(|org| org.country.as_deref()) {
            if let Err(at) = countries.binary_search(&country) {
                countries.insert(at, country);
            }
        }
        Self { dataset, labels, countries, years: years(dataset) }
    }

    fn build(&self, facet: Facet) -> FacetList {
        let mut values = self.values(facet);
        let unknown_code = allows_unknown(facet).then(|| {
            let term = values.iter().position(|value| value.id == UNKNOWN_ID);
            term.unwrap_or_else(|| {
                values.push(new_value(UNKNOWN_ID, (self.labels.unknown)(facet)));
                values.len() - 1
            })
        });
        let projects = self.projects(facet, values.len(), unknown_code);
        for (value, projects) in values.iter_mut().zip(&projects) {
            value.n_projects = projects.len();
        }
        arranged(facet, values, projects, unknown_code)
    }

    /// Returns the values of a facet except the unknown one, by code.
    fn values(&self, facet: Facet) -> Vec<FacetValue> {
        if let Some(kind) = vocabulary_kind(facet) {
            let terms = self.dataset.vocabulary.terms(kind).iter();
            return terms
                .map(|term| FacetValue {
                    hint: term.hint.clone(),
                    ..new_value(&term.id, &term.label)
                })
                .collect();
        }
        match facet {
            Facet::Org => {
                let orgs = self.dataset.organizations.iter();
                orgs.map(|org| new_value(&org.id, &org.name)).collect()
            }
            Facet::Country => self.countries.iter().map(|code| self.country(code)).collect(),
            Facet::Since => self.years.map_or_else(Vec::new, |(first, last)| {
                (first..=last).map(|year| year.to_string()).map(|id| new_value(&id, &id)).collect()
            }),
            _ => vec![
                new_value("yes", self.labels.open_source),
                new_value("no", self.labels.closed_source),
            ],
        }
    }

    fn country(&self, code: &str) -> FacetValue {
        new_value(&code.to_ascii_lowercase(), self.dataset.country_label(code))
    }

    /// Returns the projects with each code. Projects without a code get the unknown one.
    fn projects(&self, facet: Facet, n_codes: usize, unknown: Option<usize>) -> Vec<ProjectSet> {
        let n_projects = self.dataset.projects.len();
        let mut sets = vec![ProjectSet::none(n_projects); n_codes];
        let mut codes = Vec::new();
        for (at, project) in self.dataset.projects.iter().enumerate() {
            codes.clear();
            self.push_codes(facet, project, &mut codes);
            if codes.is_empty() {
                codes.extend(unknown);
            }
            for code in &codes {
                if let Some(set) = sets.get_mut(*code) {
                    set.insert(ProjectIdx(as_u32(at)));
                }
            }
        }
        sets
    }

    /// Appends the codes of a project. A code can occur twice.
    fn push_codes(&self, facet: Facet, project: &Project, codes: &mut Vec<usize>) {
        let code = |term: TermIdx| usize::from(term.0);
        let org = self.dataset.org(project.org);
        match facet {
            Facet::Org => codes.push(project.org.0 as usize),
            Facet::Industry => codes.extend(org.industry.map(code)),
            Facet::Country => codes.extend(
                org.country
                    .as_deref()
                    .and_then(|country| self.countries.binary_search(&country).ok()),
            ),
            Facet::Domain => codes.extend(project.domains.iter().copied().map(code)),
            Facet::Kind => codes.extend(project.kind.map(code)),
            Facet::Status => codes.extend(project.status.map(code)),
            Facet::Replaces => codes.extend(project.replaces.iter().copied().map(code)),
            Facet::Since => codes.extend(
                project.since.zip(self.years).map(|(year, (first, _))| usize::from(year - first)),
            ),
            Facet::Oss => codes.extend(project.open_source.map(|is_open| usize::from(!is_open))),
            Facet::Confidence => codes.push(code(project.confidence)),
            Facet::Verdict => codes.extend(project.claim.as_ref().map(|claim| code(claim.verdict))),
            Facet::Metric => {
                codes.extend(project.outcomes.iter().map(|outcome| code(outcome.metric)));
            }
        }
    }
}

fn new_value(id: &str, label: &str) -> FacetValue {
    FacetValue { id: id.to_owned(), label: label.to_owned(), hint: None, n_projects: 0 }
}

/// Sorts the values of a facet from the order of codes into display order, the unknown one last.
fn arranged(
    facet: Facet,
    values: Vec<FacetValue>,
    mut projects: Vec<ProjectSet>,
    unknown_code: Option<usize>,
) -> FacetList {
    let sizes = values.iter().map(|value| if is_by_size(facet) { value.n_projects } else { 0 });
    let sizes = sizes.collect::<Vec<_>>();
    let labels = values.iter().map(|value| fold(&value.label)).collect::<Vec<_>>();
    let order = sorted(values.len(), &|a, b| {
        let by_place = (unknown_code == Some(a)).cmp(&(unknown_code == Some(b)));
        let by_size = by_place.then(sizes[b].cmp(&sizes[a]));
        if is_by_size(facet) { by_size.then_with(|| labels[a].cmp(&labels[b])) } else { by_size }
    });
    let mut list = FacetList::default();
    list.value_of_code.resize(order.len(), ValueIdx(0));
    for code in order {
        let idx = ValueIdx(as_u32(list.values.len()));
        list.value_of_code[code] = idx;
        list.projects.push(std::mem::take(&mut projects[code]));
        list.values.push(values[code].clone());
        if unknown_code == Some(code) {
            list.unknown = Some(idx);
        }
    }
    list
}
