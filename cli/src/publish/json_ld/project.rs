//! Pages of projects.

use rustscape::{
    dataset::{Claim, Coded, Post, Project, ProjectIdx, Source, Url},
    link::Route,
    wording::route_name,
};
use serde_json::Value;

use super::{
    atlas::{dataset_id, license, publisher, work},
    list::organization,
    node::{Node, reference},
};
use crate::publish::{
    Page, Publication,
    day::known_part,
    text::{cut, one_line},
};

/// The most characters of a headline that search engines take.
const HEADLINE_MAX_CHARS: usize = 110;

/// The page of a project: an article about it and its organization that rests on its sources.
pub(super) fn article(publication: &Publication, page: &Page, project: ProjectIdx) -> Node {
    let name = one_line(&route_name(&Route::Project(project), publication.dataset()));
    let project = publication.dataset().project(project);
    let sources = project.sources.iter().map(|source| cited(source).into_value()).collect();
    let mut about = vec![organization(publication, project.org).into_value()];
    about.extend(source_code(project));
    work("TechArticle", publication, page)
        .with("headline", cut(&name, HEADLINE_MAX_CHARS))
        .with("mainEntityOfPage", publication.url.absolute(&page.address))
        .with("author", publisher(publication))
        .with("publisher", reference(publication.url.absolute("#publisher")))
        .with_known("license", license(publication))
        .with("isBasedOn", reference(dataset_id(publication)))
        .with("about", about)
        .with_each("citation", sources)
}

fn source_code(project: &Project) -> Option<Value> {
    let repository = project.repository.as_ref()?;
    let code = Node::new("SoftwareSourceCode")
        .with("name", one_line(&project.name))
        .with("codeRepository", repository.as_str());
    Some(code.into_value())
}

fn cited(source: &Source) -> Node {
    let publisher = source
        .publisher
        .as_deref()
        .map(|name| Node::new("Organization").with("name", one_line(name)));
    Node::new("CreativeWork")
        .with("name", one_line(&source.title))
        .with_known("url", source.url.as_ref().map(Url::as_str))
        .with_known("publisher", publisher)
        .with_known("datePublished", source.date.as_ref().map(known_part))
}

/// The check of what a post claims of a project. Google lists such a check where readers can look
/// at the claim at the place where somebody else made it, and at what the verdict rests on; `None`
/// where one of these is not there.
pub(super) fn claim_review(
    publication: &Publication,
    page: &Page,
    project: ProjectIdx,
) -> Option<Node> {
    let dataset = publication.dataset();
    let project = dataset.project(project);
    let (claim, post) = (project.claim.as_ref()?, dataset.post.as_ref()?);
    let post_url = post.url.as_ref()?;
    if claim.note.is_empty() || project.sources.is_empty() {
        return None;
    }
    let verdict = one_line(dataset.label(Coded::Verdict, claim.verdict));
    let rating = Node::new("Rating").with("alternateName", verdict);
    let review = Node::new("ClaimReview")
        .with("url", publication.url.absolute(&page.address))
        .with("claimReviewed", one_line(&claim.text))
        .with("reviewRating", rating)
        .with("reviewBody", one_line(&claim.note))
        .with("author", reference(publication.url.absolute("#publisher")))
        .with_known("datePublished", project.verified.as_ref().map(known_part))
        .with("itemReviewed", claimed(claim, post, post_url));
    Some(review)
}

/// The claim where it was made.
fn claimed(claim: &Claim, post: &Post, url: &Url) -> Node {
    let publisher = post
        .publisher
        .as_deref()
        .map(|name| Node::new("Organization").with("name", one_line(name)));
    let article = Node::new("Article")
        .with("name", one_line(&post.title))
        .with("url", url.as_str())
        .with_known("datePublished", post.date.as_ref().map(known_part));
    Node::new("Claim")
        .with("text", one_line(&claim.text))
        .with_known("author", publisher)
        .with_known("datePublished", post.date.as_ref().map(known_part))
        .with("appearance", article)
}
