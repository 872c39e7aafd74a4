//! Pages: arrangements of components, rendered natively, mounted, or set into a published page.

// The builders that `#[component]` derives are public.
#![allow(unreachable_pub)]

mod embed;
mod list;
mod new_pages;
mod record;
mod shell;
mod take_over;

pub(crate) use new_pages::NewPages;
pub(crate) use shell::{Shell, page_list};
pub(crate) use take_over::{mount, take_over};
