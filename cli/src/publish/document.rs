//! The HTML document around a page.

use std::borrow::Cow;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use rustscape::{
    app::ROOT_ID,
    link::{EMBED, EmbedParts},
    render::{render, render_not_found},
    state::{Presentation, RenderContext},
};

use super::{Asset, Assets, Page, Publication, head, text::clean};
use crate::hosting::CONTENT_SECURITY_POLICY;

/// Writes the documents of a site.
#[derive(Clone, Copy, Debug)]
pub struct Documents<'p> {
    /// What is published.
    pub publication: &'p Publication,
    /// What every page names.
    pub assets: &'p Assets,
}

/// What the head of a document says of its page.
struct Head<'p> {
    title: &'p str,
    description: &'p str,
    /// What the page is called where it is linked to; `None` for pages that are not to be listed.
    canonical: Option<String>,
    /// The address that the page stands for; `None` where it stands for any.
    address: Option<&'p str>,
    presentation: Presentation,
    more: Markup,
}

impl<'p> Documents<'p> {
    /// The document of a page.
    pub fn page(self, page: &Page) -> String {
        let more = head::head(self.publication, page);
        let head = Head {
            title: &page.title,
            description: &page.description,
            canonical: Some(self.publication.url.absolute(&page.address)),
            address: Some(&page.address),
            presentation: Presentation::Page,
            more,
        };
        self.document(&head, self.rendered(&page.address))
    }

    /// The same for a frame in another page.
    pub fn frame(self, page: &Page) -> String {
        let address = [EMBED, &page.address].concat();
        let head = Head {
            title: &page.title,
            description: &page.description,
            canonical: Some(self.publication.url.absolute(&page.address)),
            address: Some(&address),
            presentation: Presentation::Embed,
            // Search engines count what a frame shows for the page around it.
            more: html! { meta name="robots" content="noindex, indexifembedded"; },
        };
        self.document(&head, self.rendered(&address))
    }

    /// The document of an address that shows everything until the app follows it: of hand-picked
    /// lists, whose query says what they show, and of a facet without a value.
    pub fn start(self, address: &str) -> String {
        let presentation =
            if address.starts_with(EMBED) { Presentation::Embed } else { Presentation::Page };
        let head = Head {
            title: &self.publication.dataset().title,
            description: "",
            canonical: Some(self.publication.url.absolute("")),
            address: Some(address),
            presentation,
            more: html! { meta name="robots" content="noindex"; },
        };
        self.document(&head, self.rendered(address))
    }

    /// The document that a host answers with where nothing is.
    pub fn not_found(self) -> String {
        let head = Head {
            title: &["Page not found · ", &self.publication.dataset().title].concat(),
            description: "",
            canonical: None,
            address: None,
            presentation: Presentation::Page,
            more: html! { meta name="robots" content="noindex"; },
        };
        let content = render_not_found(self.publication.atlas.clone(), self.context());
        self.document(&head, [self.astray().into_string(), content].concat())
    }

    /// The hint of a folder that was copied to another path. The styles hide it; it shows where the
    /// document does not find them.
    fn astray(self) -> Markup {
        let address = self.publication.url.absolute("");
        html! {
            p.astray {
                "This atlas was published for " a href=(address) { (address) }
                ". If it lies at another address, publish it again with that: "
                code { "rustscape publish --base-url …" }
            }
        }
    }

    fn rendered(self, address: &str) -> String {
        render(self.publication.atlas.clone(), self.context(), address)
    }

    fn document(self, head: &Head<'_>, content: String) -> String {
        let dataset = self.publication.dataset();
        let is_frame = head.presentation == Presentation::Embed;
        let document = html! {
            (DOCTYPE)
            html lang=(dataset.lang()) dir=[dataset.dir()]
                data-brand=[dataset.accent.as_ref().map(|_| "")]
                data-stage=[is_frame.then_some("frame")]
                data-show=[is_frame.then(|| EmbedParts::default().keys())]
            {
                head { (self.head(head)) }
                body {
                    div id=(ROOT_ID) { (PreEscaped(content)) }
                }
            }
        };
        clean(&document.into_string()).into_owned()
    }

    /// The `<base>` of a document: the way to the top of the site, so that the folder works below any
    /// path. The document that answers for any address names the path that was published for.
    fn base(self, head: &Head<'_>) -> Cow<'p, str> {
        match head.address {
            Some(address) => way_up(address).into(),
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

    fn head(self, head: &Head<'_>) -> Markup {
        let Self { publication, assets } = self;
        let is_frame = head.presentation == Presentation::Embed;
        // A sandboxed frame has no origin and could check files only across origins, which fails on
        // hosts that do not allow that: the frame would be blank.
        let cors = (!is_frame).then_some("anonymous");
        let checked = |asset: &'p Asset| (!is_frame).then_some(&asset.integrity);
        html! {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(CONTENT_SECURITY_POLICY);
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            // Links of a frame do not take the place of the page around it.
            base href=(self.base(head)) target=[is_frame.then_some("_blank")];
            // Before the script, which reads them.
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
            @if is_frame { script src=(assets.frame.path()) {} }
            @if let Some(canonical) = &head.canonical { link rel="canonical" href=(canonical); }
            link rel="icon" type="image/svg+xml" href="icon.svg";
            (head.more)
        }
    }
}

/// The way from the page of an address to the top of the site.
pub(super) fn way_up(address: &str) -> String {
    match address.matches('/').count() {
        0 => "./".to_owned(),
        n_folders => "../".repeat(n_folders),
    }
}
