use leptos::prelude::*;

use crate::{
    components::{Crumbs, Fact, Facts, Gains, ProjectRow, RowDetail, monogram, term_link, value_link},
    dataset::{Coded, OrgIdx, Outcome, Project, ProjectIdx, TermIdx},
    search::{Facet, Highlighter},
    state::{Atlas, Explorer, HEADING_ID},
    wording::{NAMES, counted, figure},
};

/// How many figures stand on top of an organization's page: one row of a wide screen.
const N_GAINS: usize = 4;

/// Everything that is known of an organization.
#[component]
pub fn OrganizationPage(
    /// The organization.
    org: OrgIdx,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let atlas = explorer.atlas();
    let organization = atlas.dataset.org(org);
    let outcomes = figures(&atlas, org);
    let gains = (!outcomes.is_empty()).then(|| {
        view! {
            <section class="block">
                <h2>"Measured"</h2>
                <Gains outcomes with_projects=true />
            </section>
        }
    });
    let (n, noun) = counted(organization.n_projects, "project", "projects");
    view! {
        <main class="sheet">
            <Crumbs />
            <div>
                {monogram(organization)}
                <h1 id=HEADING_ID tabindex="-1">
                    {organization.name.clone()}
                </h1>
                <p class="lead">{organization.summary.clone()}</p>
                {gains}
                <section class="block">
                    <h2>{format!("{n} {noun}")}</h2>
                    <div class="card one">
                        <ul>{rows(organization.project_idxs())}</ul>
                    </div>
                </section>
            </div>
            <aside aria-label="Facts">
                <Facts facts=facts(explorer, &atlas, org) />
            </aside>
        </main>
    }
    .into_any()
}

fn rows(projects: impl Iterator<Item = ProjectIdx>) -> Vec<AnyView> {
    let row = |project| {
        let (highlighter, detail) = (Highlighter::default(), RowDetail::Own);
        view! { <ProjectRow project highlighter detail /> }.into_any()
    };
    projects.map(row).collect()
}

/// The first outcomes of its projects that can be shown as figures.
fn figures(atlas: &Atlas, org: OrgIdx) -> Vec<(ProjectIdx, Outcome)> {
    let projects = atlas.dataset.org(org).project_idxs();
    let outcomes = projects.flat_map(|idx| {
        let outcomes = &atlas.dataset.project(idx).outcomes;
        outcomes.iter().map(move |outcome| (idx, outcome.clone()))
    });
    let vocabulary = &atlas.dataset.vocabulary;
    outcomes.filter(|(_, outcome)| figure(outcome, vocabulary).is_some()).take(N_GAINS).collect()
}

fn facts(explorer: Explorer, atlas: &Atlas, org: OrgIdx) -> Vec<Fact> {
    let organization = atlas.dataset.org(org);
    let industry = organization.industry.map(|term| {
        term_link(explorer, atlas, Facet::Industry, (Coded::Industry, term), "")
    });
    let country = organization.country.as_ref().map(|code| {
        let name = (NAMES.country)(code).unwrap_or(code).to_owned();
        value_link(explorer, Facet::Country, &code.to_lowercase(), "", name.into_any())
    });
    let homepage = organization.homepage.as_ref().map(|url| {
        view! {
            <a href=url.to_string() rel="noopener noreferrer" target="_blank">
                {url.host().to_owned()}
            </a>
        }
        .into_any()
    });
    let projects: Vec<&Project> =
        organization.project_idxs().map(|idx| atlas.dataset.project(idx)).collect();
    let since = projects.iter().filter_map(|project| project.since).min();
    let all = |facet, coded, terms: fn(&Project) -> &[TermIdx]| {
        let mut all: Vec<_> = projects.iter().flat_map(|p| terms(p).iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        all.into_iter().map(|term| term_link(explorer, atlas, facet, (coded, term), "")).collect()
    };
    let mut facts = vec![
        Fact::maybe("Industry", industry),
        Fact::maybe("Country", country),
        Fact::list("Replaced", all(Facet::Replaces, Coded::Replaces, |p| &p.replaces)),
        Fact::list("Domains", all(Facet::Domain, Coded::Domain, |p| &p.domains)),
        Fact::maybe("In use since", since.map(IntoAny::into_any)),
        Fact::maybe("Home page", homepage),
    ];
    if !organization.aliases.is_empty() {
        facts.push(Fact::known("Also known as", organization.aliases.join(", ")));
    }
    facts
}
