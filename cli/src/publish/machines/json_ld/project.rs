//! Pages of projects.

use rustscape::{
    dataset::{Claim, Post, Project, ProjectIdx, Source, Url, VocabularyKind},
    link::Route,
    wording::route_name,
};

use super::{
    atlas::{dataset_id, license, page_properties, publisher, publisher_id},
    list::organization,
    schema_org::{
        self, Article, ArticleSubject, ClaimReview, CreativeWork, Organization, Rating,
        SoftwareSourceCode, TechArticle,
    },
};
use crate::publish::{
    Page, Publication,
    day::known_part,
    text::{cut, one_line},
};

/// Largest number of characters of a headline that search engines accept.
const HEADLINE_MAX_CHARS: usize = 110;

/// Returns the page of a project: an article about the project and its organization that cites the
/// sources.
pub(super) fn article(publication: &Publication, page: &Page, project: ProjectIdx) -> TechArticle {
    let name = one_line(&route_name(&Route::Project(project), publication.dataset()));
    let project = publication.dataset().project(project);
    let org = ArticleSubject::Organization(organization(publication, project.org));
    let code = source_code(project).map(ArticleSubject::SoftwareSourceCode);
    TechArticle {
        page: page_properties("TechArticle", publication, page),
        headline: cut(&name, HEADLINE_MAX_CHARS),
        main_entity_of_page: publication.url.absolute(&page.address),
        author: publisher(publication),
        publisher: publisher_id(publication),
        license: license(publication),
        is_based_on: dataset_id(publication),
        about: [org].into_iter().chain(code).collect(),
        citation: project.sources.iter().map(citation).collect(),
    }
}

fn source_code(project: &Project) -> Option<SoftwareSourceCode> {
    let code_repository = project.repository.as_ref()?.to_string();
    Some(SoftwareSourceCode { name: one_line(&project.name), code_repository })
}

fn citation(source: &Source) -> CreativeWork {
    CreativeWork {
        name: one_line(&source.title),
        url: source.url.as_ref().map(Url::to_string),
        publisher: source.publisher.as_deref().map(organization_named),
        date_published: source.date.as_ref().map(known_part),
    }
}

/// Returns an organization with nothing but a name.
fn organization_named(name: &str) -> Organization {
    Organization { name: one_line(name), ..Organization::default() }
}

/// Returns the review of the claim that a post makes about a project.
///
/// Google only lists a review with the URL of the post, a note on the verdict, and sources. Returns
/// `None` if one of them is missing.
pub(super) fn claim_review(
    publication: &Publication,
    page: &Page,
    project: ProjectIdx,
) -> Option<ClaimReview> {
    let dataset = publication.dataset();
    let project = dataset.project(project);
    let (claim, post) = (project.claim.as_ref()?, dataset.post.as_ref()?);
    let post_url = post.url.as_ref()?;
    if claim.note.is_empty() || project.sources.is_empty() {
        return None;
    }
    let verdict = one_line(dataset.label(VocabularyKind::Verdict, claim.verdict));
    Some(ClaimReview {
        url: publication.url.absolute(&page.address),
        claim_reviewed: one_line(&claim.text),
        review_rating: Rating { alternate_name: verdict },
        review_body: one_line(&claim.note),
        author: publisher_id(publication),
        date_published: project.verified.as_ref().map(known_part),
        item_reviewed: reviewed_claim(claim, post, post_url),
    })
}

/// Returns the claim with the post that contains it.
fn reviewed_claim(claim: &Claim, post: &Post, url: &Url) -> schema_org::Claim {
    let date_published = post.date.as_ref().map(known_part);
    schema_org::Claim {
        text: one_line(&claim.text),
        author: post.publisher.as_deref().map(organization_named),
        date_published: date_published.clone(),
        appearance: Article { name: one_line(&post.title), url: url.to_string(), date_published },
    }
}
