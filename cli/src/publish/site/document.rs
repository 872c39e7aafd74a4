//! HTML documents: page, embed, app shell and error page.

use std::borrow::Cow;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use rustscape::{
    app::ROOT_ID,
    link::{EMBED, EmbedParts},
    render::{render, render_not_found},
    state::{Presentation, RenderContext},
};

use super::{Asset, Assets, head};
use crate::{
    hosting::CONTENT_SECURITY_POLICY,
    publish::{Page, Publication, text::clean},
};

/// Renderer of the documents of a site.
#[derive(Clone, Copy, Debug)]
pub struct DocumentRenderer<'p> {
    /// The publication.
    pub publication: &'p Publication,
    /// Assets that every document loads.
    pub assets: &'p Assets,
}

/// Content of the `<head>` of a document.
struct DocumentHead<'p> {
    title: &'p str,
    description: &'p str,
    /// Canonical address; `None` for a document that search engines must not list.
    canonical: Option<String>,
    /// Address of the document below the site; `None` if it answers for any address.
    address: Option<&'p str>,
    presentation: Presentation,
    extra: Markup,
}

impl<'p> DocumentRenderer<'p> {
    /// Renders a page.
    pub fn page(self, page: &Page) -> String {
        let extra = head::head(self.publication, page);
        let head = DocumentHead {
            title: &page.title,
            description: &page.description,
            canonical: Some(self.publication.url.absolute(&page.address)),
            address: Some(&page.address),
            presentation: Presentation::Page,
            extra,
        };
        self.document(&head, self.content(&page.address))
    }

    /// Renders the embed of a page.
    pub fn embed(self, page: &Page) -> String {
        let address = [EMBED, &page.address].concat();
        let head = DocumentHead {
            title: &page.title,
            description: &page.description,
            canonical: Some(self.publication.url.absolute(&page.address)),
            address: Some(&address),
            presentation: Presentation::Embed,
            // Search engines attribute the content of an embed to the page around it.
            extra: html! { meta name="robots" content="noindex, indexifembedded"; },
        };
        self.document(&head, self.content(&address))
    }

    /// Renders a document that shows everything until the app applies its address: a hand-picked
    /// list, named in the query, or a facet without a value.
    pub fn app_shell(self, address: &str) -> String {
        let presentation =
            if address.starts_with(EMBED) { Presentation::Embed } else { Presentation::Page };
        let head = DocumentHead {
            title: &self.publication.dataset().title,
            description: "",
            canonical: Some(self.publication.url.absolute("")),
            address: Some(address),
            presentation,
            extra: html! { meta name="robots" content="noindex"; },
        };
        self.document(&head, self.content(address))
    }

    /// Renders the document that hosts send for unknown addresses.
    pub fn not_found(self) -> String {
        let head = DocumentHead {
            title: &["Page not found · ", &self.publication.dataset().title].concat(),
            description: "",
            canonical: None,
            address: None,
            presentation: Presentation::Page,
            extra: html! { meta name="robots" content="noindex"; },
        };
        let content = render_not_found(self.publication.atlas.clone(), self.context());
        self.document(&head, [self.moved_folder_hint().into_string(), content].concat())
    }

    /// Returns a hint for a folder that was copied to another path. The style sheet hides the hint,
    /// so only a document that cannot find the style sheet shows it.
    fn moved_folder_hint(self) -> Markup {
        let address = self.publication.url.absolute("");
        html! {
            p.astray {
                "This atlas was published for " a href=(address) { (address) }
                ". If it lies at another address, publish it again with that: "
                code { "rustscape publish --base-url …" }
            }
        }
    }

    fn content(self, address: &str) -> String {
        render(self.publication.atlas.clone(), self.context(), address)
    }

    fn document(self, head: &DocumentHead<'_>, content: String) -> String {
        let dataset = self.publication.dataset();
        let is_embed = head.presentation == Presentation::Embed;
        let document = html! {
            (DOCTYPE)
            html lang=(dataset.lang()) dir=[dataset.dir()]
                data-brand=[dataset.accent.as_ref().map(|_| "")]
                data-stage=[is_embed.then_some("frame")]
                data-show=[is_embed.then(|| EmbedParts::default().keys())]
            {
                head { (self.head(head)) }
                body {
                    div id=(ROOT_ID) { (PreEscaped(content)) }
                }
            }
        };
        clean(&document.into_string()).into_owned()
    }

    /// Returns the `<base>` of a document: the relative path to the root of the site, so that the
    /// folder works below any path. The error page answers for any address, so its `<base>` is
    /// absolute.
    fn base(self, head: &DocumentHead<'_>) -> Cow<'p, str> {
        match head.address {
            Some(address) => path_to_root(address).into(),
            None => self.publication.url.base().into(),
        }
    }

    fn context(self) -> RenderContext<'p> {
        let Self { publication, .. } = self;
        RenderContext {
            base: publication.url.base(),
            origin: publication.url.origin(),
            today: publication.today.as_ref(),
        }
    }

    fn head(self, head: &DocumentHead<'_>) -> Markup {
        let Self { publication, assets } = self;
        let is_embed = head.presentation == Presentation::Embed;
        // A sandboxed frame has no origin, so integrity checks would need CORS. On hosts that do
        // not send CORS headers, the frame would stay blank.
        let cors = (!is_embed).then_some("anonymous");
        let checked = |asset: &'p Asset| (!is_embed).then_some(&asset.integrity);
        html! {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(CONTENT_SECURITY_POLICY);
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            // Links in an embed open a new tab instead of replacing the page around it.
            base href=(self.base(head)) target=[is_embed.then_some("_blank")];
            // The script reads these elements, so they come before it.
            meta name="rustscape:list" content=(assets.list.path());
            @if let Some(address) = head.address {
                meta name="rustscape:address" content=(address);
            }
            @if let Some(today) = &publication.today {
                meta name="rustscape:today" content=(today);
            }
            title { (head.title) }
            @if !head.description.is_empty() {
                meta name="description" content=(head.description);
            }
            link rel="stylesheet" href=(assets.style.path())
                crossorigin=[cors] integrity=[checked(&assets.style)];
            script src=(assets.boot.path()) crossorigin=[cors] integrity=[checked(&assets.boot)]
                data-js=(assets.script.path()) data-integrity=(assets.script.integrity)
                data-wasm=(assets.wasm.path()) {}
            @if is_embed { script src=(assets.frame.path()) {} }
            @if let Some(canonical) = &head.canonical { link rel="canonical" href=(canonical); }
            link rel="icon" type="image/svg+xml" href="icon.svg";
            (head.extra)
        }
    }
}

/// Returns the relative path from an address to the root of the site.
pub(super) fn path_to_root(address: &str) -> String {
    match address.matches('/').count() {
        0 => "./".to_owned(),
        n_folders => "../".repeat(n_folders),
    }
}
