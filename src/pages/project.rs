use leptos::prelude::*;

use crate::{
    components::{
        ClaimCheck, Crumbs, Fact, Facts, Gains, Neighbours, Notes, Sources, confidence_mark,
        term_link, value_link,
    },
    dataset::{Coded, Project, ProjectIdx},
    link::Route,
    search::Facet,
    state::{Atlas, Explorer, HEADING_ID},
};

/// Everything that is known of a project: what it brought, the claim beside its check, and the
/// sources.
#[component]
pub fn ProjectPage(
    /// The project.
    project: ProjectIdx,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let atlas = explorer.atlas();
    let idx = project;
    let project = atlas.dataset.project(idx);
    let org = atlas.dataset.org(project.org).name.clone();
    view! {
        <main class="sheet">
            <Crumbs org=project.org />
            <div>
                <h1 id=HEADING_ID tabindex="-1">
                    {project.name.clone()} <small>{format!(" at {org}")}</small>
                </h1>
                <p class="lead">{project.summary.clone()}</p>
                {outcomes(idx, project)}
                {claim(project)}
                {notes(idx, project)}
                <section class="block" id="sources" tabindex="-1">
                    <h2>"Sources"</h2>
                    {no_sources(project)}
                    <Sources project=idx />
                </section>
                <Neighbours project=idx />
            </div>
            <aside aria-label="Facts">
                <Facts facts=facts(explorer, &atlas, project) />
            </aside>
        </main>
    }
    .into_any()
}

fn outcomes(idx: ProjectIdx, project: &Project) -> AnyView {
    let outcomes: Vec<_> = project.outcomes.iter().map(|outcome| (idx, outcome.clone())).collect();
    let body = match outcomes.is_empty() {
        true => view! { <p class="quiet">"No measured outcome is known."</p> }.into_any(),
        false => view! { <Gains outcomes with_projects=false /> }.into_any(),
    };
    view! {
        <section class="block">
            <h2>"What it brought"</h2>
            {body}
        </section>
    }
    .into_any()
}

fn claim(project: &Project) -> Option<AnyView> {
    let claim = project.claim.clone()?;
    Some(
        view! {
            <section class="block">
                <h2>"The claim, checked"</h2>
                <ClaimCheck claim />
            </section>
        }
        .into_any(),
    )
}

fn notes(idx: ProjectIdx, project: &Project) -> Option<AnyView> {
    if project.notes.is_empty() {
        return None;
    }
    Some(
        view! {
            <section class="block">
                <h2>"Context"</h2>
                <Notes project=idx />
            </section>
        }
        .into_any(),
    )
}

fn no_sources(project: &Project) -> Option<AnyView> {
    let text = "No source is known. What is said here rests on nothing that was seen.";
    project.sources.is_empty().then(|| view! { <p class="quiet">{text}</p> }.into_any())
}

fn facts(explorer: Explorer, atlas: &Atlas, project: &Project) -> Vec<Fact> {
    let link = |facet, coded, term| term_link(explorer, atlas, facet, (coded, term), "");
    let links = |facet, coded, terms: &[_]| terms.iter().map(|t| link(facet, coded, *t)).collect();
    let year = |year: Option<u16>| {
        year.map(|year| {
            let label = year.to_string().into_any();
            value_link(explorer, Facet::Since, &year.to_string(), "", label)
        })
    };
    let mut facts = vec![
        Fact::known("Confidence", confidence(explorer, atlas, project)),
        Fact::maybe("Status", project.status.map(|s| link(Facet::Status, Coded::Status, s))),
        Fact::maybe("In use since", year(project.since)),
        Fact::maybe("Kind", project.kind.map(|kind| link(Facet::Kind, Coded::Kind, kind))),
        Fact::list("Replaced", links(Facet::Replaces, Coded::Replaces, &project.replaces)),
        Fact::list("Domain", links(Facet::Domain, Coded::Domain, &project.domains)),
        Fact::maybe("Source code", source_code(explorer, project)),
        Fact::maybe("Repository", repository(project)),
        Fact::maybe("Last verified", project.verified.as_ref().map(|d| d.to_string().into_any())),
    ];
    if let Some(until) = project.until {
        facts.insert(3, Fact::known("Until", until));
    }
    if !project.also.is_empty() {
        facts.push(Fact::list("Adopts", adopted(explorer, atlas, project)));
    }
    if !project.aliases.is_empty() {
        facts.push(Fact::known("Also known as", project.aliases.join(", ")));
    }
    facts
}

/// The confidence with its explanation.
fn confidence(explorer: Explorer, atlas: &Atlas, project: &Project) -> AnyView {
    let term = (Coded::Confidence, project.confidence);
    let hint = atlas.dataset.vocabulary.term(term.0, term.1);
    view! {
        {confidence_mark(&hint.id)}
        " "
        {term_link(explorer, atlas, Facet::Confidence, term, "")}
        <small class="hint">{hint.hint.clone()}</small>
    }
    .into_any()
}

fn source_code(explorer: Explorer, project: &Project) -> Option<AnyView> {
    let (id, label) = if project.open_source? { ("yes", "Open") } else { ("no", "Closed") };
    let license = project.license.as_ref().map(|license| format!(", {license}"));
    let link = value_link(explorer, Facet::Oss, id, "", label.into_any());
    Some(view! { {link} {license} }.into_any())
}

fn repository(project: &Project) -> Option<AnyView> {
    let url = project.repository.as_ref()?;
    let link = view! {
        <a href=url.to_string() rel="noopener noreferrer" target="_blank">
            {url.host().to_owned()}
        </a>
    };
    Some(link.into_any())
}

/// The projects elsewhere that this one adopts.
fn adopted(explorer: Explorer, atlas: &Atlas, project: &Project) -> Vec<AnyView> {
    let link = |full_id: &String| {
        let (org, id) = full_id.split_once('/')?;
        let org = atlas.dataset.find_org(org)?;
        let adopted = atlas.dataset.find_project(org, id)?;
        let name = atlas.dataset.project(adopted).name.clone();
        let href = explorer.href(&Route::Project(adopted));
        Some(view! { <a href=href>{name}</a> }.into_any())
    };
    project.also.iter().filter_map(link).collect()
}
