use maud::{Markup, html};

use super::{Icon, Site, icon, site::link_out};
use crate::dataset::{Coded, Date, How, Note, Source};

/// The number of a source, leading to it on the page of its project.
pub(super) fn cite(href: &str, source: usize) -> Markup {
    let n = source + 1;
    html! {
        sup { a href={ (href) "#source-" (n) } aria-label={ "Source " (n) } { (n) } }
    }
}

/// Context, caveats and incidents, each with the number of its source.
pub(super) fn notes(notes: &[Note], href: &str) -> Markup {
    html! {
        ul.notes {
            @for note in notes {
                li {
                    (note.statement)
                    @if let Some(source) = note.source { (cite(href, source)) }
                }
            }
        }
    }
}

/// The sources of a project, numbered from 1, each with what it is and how it was looked at.
pub(super) fn sources(site: Site<'_>, sources: &[Source]) -> Markup {
    html! {
        ol.sources {
            @for (idx, source) in sources.iter().enumerate() {
                li id={ "source-" (idx + 1) } tabindex="-1" {
                    div {
                        (title(source))
                        small { (particulars(site, source)) }
                        @if !source.supports.is_empty() { small { "Supports: " (source.supports) } }
                    }
                    (checked(source.checked.as_ref()))
                }
            }
        }
    }
}

fn title(source: &Source) -> Markup {
    let Some(url) = &source.url else { return html! { (source.title) } };
    link_out(url.as_str(), html! { (source.title) " " (icon(Icon::External)) })
}

/// Who published it, what sort of publication it is, and when.
fn particulars(site: Site<'_>, source: &Source) -> Markup {
    html! {
        (source.publisher.as_deref().unwrap_or("publisher unknown"))
        @if let Some(kind) = source.kind { " · " (site.dataset.label(Coded::SourceKind, kind)) }
        " · "
        (source.date.as_ref().map_or("undated", Date::as_str))
    }
}

/// How and when a source was looked at.
fn checked(checked: Option<&(Date, How)>) -> Markup {
    let (class, how) = match checked.map(|(_, how)| how) {
        Some(How::Original) => ("pill good", "seen in the original"),
        Some(How::Copy) => ("pill plain", "seen in a copy"),
        Some(How::Listed) => ("pill warn", "seen as a link"),
        Some(How::NotChecked) | None => ("pill warn", "not checked"),
    };
    html! {
        div.seen {
            span class=(class) { (how) }
            @if let Some((day, _)) = checked { small.num { "on " (day) } }
        }
    }
}
