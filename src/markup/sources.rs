//! Sources of a project, and the numbers that refer to them.

use maud::{Markup, html};

use super::{Icon, Site, icon, site::link_out};
use crate::{
    dataset::{CheckMethod, Date, Project, Source, VocabularyKind},
    search::RecordField,
    wording::with_ltr_marks,
};

/// Number of a source as a link to it, with a description as its tooltip. `href` is the path of the
/// project's page, `source` an index of `sources`.
pub(super) fn cite(site: Site<'_>, href: &str, sources: &[Source], source: usize) -> Markup {
    let n = source + 1;
    let title = sources.get(source).map(|source| described(site, source));
    html! {
        sup { a href={ (href) "#source-" (n) } aria-label={ "Source " (n) } title=[title] { (n) } }
    }
}

/// Numbers of several sources.
pub(super) fn cites(site: Site<'_>, href: &str, project: &Project, sources: &[usize]) -> Markup {
    html! { @for source in sources { (cite(site, href, &project.sources, *source)) } }
}

/// Numbers of all sources of a project.
pub(super) fn cite_all(site: Site<'_>, href: &str, project: &Project) -> Markup {
    let sources = &project.sources;
    html! { @for source in 0..sources.len() { (cite(site, href, sources, source)) } }
}

/// Returns a description of a source in one line.
fn described(site: Site<'_>, source: &Source) -> String {
    let (_, method) = check_method(source.checked.as_ref());
    let particulars = particulars(site, source).join(" · ");
    let separator = if particulars.is_empty() { "" } else { ", " };
    let mut text = [&source.title, " — ", &particulars, separator, method].concat();
    if let Some((day, _)) = &source.checked {
        text.push_str(" on ");
        text.push_str(day.as_str());
    }
    text
}

/// Notes about a project, each with the number of its source.
pub(super) fn notes(site: Site<'_>, project: &Project, href: &str) -> Markup {
    html! {
        ul.notes {
            @for note in &project.notes {
                li dir="auto" {
                    (with_ltr_marks(&note.statement))
                    @if let Some(source) = note.source {
                        (cite(site, href, &project.sources, source))
                    }
                }
            }
        }
    }
}

/// List of sources, numbered from 1, each with its particulars and its check.
pub(super) fn sources(site: Site<'_>, sources: &[Source]) -> Markup {
    html! {
        ol.sources {
            @for (idx, source) in sources.iter().enumerate() {
                li id={ "source-" (idx + 1) } tabindex="-1" {
                    div {
                        (title(source))
                        small {
                            @for (at, part) in particulars(site, source).into_iter().enumerate() {
                                @if at > 0 { " · " }
                                bdi { (part) }
                            }
                        }
                        @if !source.supports.is_empty() { small { "Supports: " bdi { (source.supports) } } }
                    }
                    (checked(source.checked.as_ref()))
                }
            }
        }
    }
}

fn title(source: &Source) -> Markup {
    let Some(url) = &source.url else { return html! { bdi { (with_ltr_marks(&source.title)) } } };
    link_out(
        url.as_str(),
        html! { bdi { (with_ltr_marks(&source.title)) } " " (icon(Icon::External)) },
    )
}

/// Returns publisher, kind and day of a source. Leaves out what no source of the dataset states.
fn particulars<'s>(site: Site<'s>, source: &'s Source) -> Vec<&'s str> {
    let kind = source.kind.map(|kind| site.dataset.label(VocabularyKind::SourceKind, kind));
    let unless_all_lack = |field, word| site.catalog.is_filled(field).then_some(word);
    let publisher = source.publisher.as_deref();
    let publisher =
        publisher.or_else(|| unless_all_lack(RecordField::Publisher, "publisher unknown"));
    let date = source.date.as_ref().map(Date::as_str);
    let date = date.or_else(|| unless_all_lack(RecordField::Published, "undated"));
    [publisher, kind, date].into_iter().flatten().collect()
}

/// Method and day of the last check of a source.
fn checked(checked: Option<&(Date, CheckMethod)>) -> Markup {
    let (class, method) = check_method(checked);
    html! {
        div.seen {
            span class=(class) { (method) }
            @if let Some((day, _)) = checked { small.num { "on " (day) } }
        }
    }
}

/// Returns the class and the label of a check.
fn check_method(checked: Option<&(Date, CheckMethod)>) -> (&'static str, &'static str) {
    match checked.map(|(_, method)| method) {
        Some(CheckMethod::Original) => ("pill good", "original checked"),
        Some(CheckMethod::Copy) => ("pill plain", "copy checked"),
        Some(CheckMethod::Listed) => ("pill warn", "only the link checked"),
        Some(CheckMethod::NotChecked) | None => ("pill warn", "not checked"),
    }
}
