//! Types of <https://schema.org> that the pages use.
//!
//! A type only declares the properties that some page sets, in the order of the output. Unknown
//! properties are omitted.

use serde::Serialize;

/// Structured data of a page.
#[derive(Debug, Serialize)]
pub struct Graph {
    #[serde(rename = "@context")]
    pub(super) context: &'static str,
    #[serde(rename = "@graph")]
    pub(super) things: Vec<Thing>,
}

/// A top-level thing of a graph.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Thing {
    BreadcrumbList(BreadcrumbList),
    ClaimReview(Box<ClaimReview>),
    Dataset(Box<Dataset>),
    ItemList(ItemList),
    TechArticle(Box<TechArticle>),
    WebPage(Box<WebPage>),
    WebSite(Box<WebSite>),
}

/// Reference to a thing that another part or page describes.
#[derive(Debug, Serialize)]
pub(super) struct Reference {
    #[serde(rename = "@id")]
    pub(super) id: String,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct WebSite {
    #[serde(rename = "@id")]
    pub(super) id: String,
    pub(super) name: String,
    pub(super) url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) in_language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) publisher: Option<Organization>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) potential_action: Option<SearchAction>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type")]
pub(super) struct SearchAction {
    pub(super) target: EntryPoint,
    /// Name of the parameter of the URL template. Google's extension, not a term of schema.org.
    #[serde(rename = "query-input")]
    pub(super) query_input: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct EntryPoint {
    pub(super) url_template: String,
}

#[derive(Debug, Default, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct Organization {
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<String>,
    pub(super) name: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) alternate_name: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct Dataset {
    #[serde(rename = "@id")]
    pub(super) id: String,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) license: Option<License>,
    pub(super) creator: Organization,
    pub(super) publisher: Reference,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date_modified: Option<String>,
    pub(super) version: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) in_language: Option<String>,
    pub(super) is_accessible_for_free: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) keywords: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) variable_measured: Vec<String>,
    pub(super) distribution: Vec<DataDownload>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct DataDownload {
    pub(super) content_url: String,
    pub(super) encoding_format: &'static str,
}

/// A license: its URL, or a work with a name if the URL is unknown.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum License {
    Address(String),
    Work(CreativeWork),
}

#[derive(Debug, Default, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct CreativeWork {
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) publisher: Option<Organization>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date_published: Option<String>,
}

/// Properties of a page of any type.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PageProperties {
    #[serde(rename = "@type")]
    pub(super) kind: &'static str,
    #[serde(rename = "@id")]
    pub(super) id: String,
    pub(super) name: String,
    pub(super) url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) in_language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date_modified: Option<String>,
    pub(super) is_part_of: Reference,
}

/// A `WebPage` or a page of one of its subtypes.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct WebPage {
    #[serde(flatten)]
    pub(super) page: PageProperties,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) breadcrumb: Option<Reference>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) main_entity: Option<Reference>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) about: Option<PageSubject>,
}

/// The subject of a page.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum PageSubject {
    Organization(Organization),
    Reference(Reference),
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct TechArticle {
    #[serde(flatten)]
    pub(super) page: PageProperties,
    pub(super) headline: String,
    pub(super) main_entity_of_page: String,
    pub(super) author: Organization,
    pub(super) publisher: Reference,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) license: Option<License>,
    pub(super) is_based_on: Reference,
    pub(super) about: Vec<ArticleSubject>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) citation: Vec<CreativeWork>,
}

/// A subject of an article.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum ArticleSubject {
    Organization(Organization),
    SoftwareSourceCode(SoftwareSourceCode),
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct SoftwareSourceCode {
    pub(super) name: String,
    pub(super) code_repository: String,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type")]
pub(super) struct BreadcrumbList {
    #[serde(rename = "@id")]
    pub(super) id: String,
    #[serde(rename = "itemListElement")]
    pub(super) elements: Vec<ListItem>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct ItemList {
    #[serde(rename = "@id")]
    pub(super) id: String,
    pub(super) name: String,
    pub(super) number_of_items: usize,
    #[serde(rename = "itemListElement")]
    pub(super) elements: Vec<ListItem>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type")]
pub(super) struct ListItem {
    pub(super) position: usize,
    /// URL of the entry; only in an [`ItemList`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    pub(super) name: String,
    /// URL of the page; only in a [`BreadcrumbList`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) item: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct ClaimReview {
    pub(super) url: String,
    pub(super) claim_reviewed: String,
    pub(super) review_rating: Rating,
    pub(super) review_body: String,
    pub(super) author: Reference,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date_published: Option<String>,
    pub(super) item_reviewed: Claim,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct Rating {
    pub(super) alternate_name: String,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct Claim {
    pub(super) text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) author: Option<Organization>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date_published: Option<String>,
    pub(super) appearance: Article,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct Article {
    pub(super) name: String,
    pub(super) url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date_published: Option<String>,
}
