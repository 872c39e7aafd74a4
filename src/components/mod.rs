//! Reactive components: one per file.
//!
//! Components read the signals of the [`Explorer`](crate::state::Explorer) and call its methods.
//! Static content (cards, rows, records) is markup, set through `inner_html`. All components are also
//! rendered natively, for published pages.

// The builders that `#[component]` derives are public.
#![allow(unreachable_pub)]

mod alerts;
mod back_button;
mod bar;
mod cards;
mod dynamic;
mod facet_panel;
mod facet_row;
mod facet_values;
mod file_field;
mod footer;
mod icon;
mod loading_page;
mod nothing_found;
mod notices;
mod pending_page;
mod refine_sheet;
mod search_field;
mod sentence;
mod share_dialog;
mod tools;
mod years;

pub(crate) use alerts::{Alerts, LoadAlerts, OwnAlerts};
pub(crate) use back_button::BackButton;
pub(crate) use bar::{Bar, BarActions, SkipLink};
pub(crate) use cards::Cards;
pub(crate) use dynamic::{child, text};
pub(crate) use facet_panel::{FacetPanel, FacetSection, attach_panel_events, facets};
pub(crate) use file_field::FileField;
pub(crate) use footer::{FRAME_FOOT_ID, Footer, frame_foot};
pub(crate) use icon::Icon;
pub(crate) use loading_page::LoadingPage;
pub(crate) use nothing_found::{NothingFound, relaxations};
pub(crate) use notices::{EmbedNotices, Notices};
pub(crate) use pending_page::PendingPage;
pub(crate) use refine_sheet::RefineSheet;
pub(crate) use search_field::{SearchField, attach_search_events};
pub(crate) use sentence::Sentence;
pub(crate) use share_dialog::ShareDialog;
pub(crate) use tools::{EmbedTools, Tools};
