//! Pages: arrangements of components, rendered natively, mounted, or set into a published page.

// The builders that `#[component]` derives are public.
#![allow(unreachable_pub)]

mod embed;
mod list;
mod rare_views;
mod record;
mod shell;
mod take_over;

pub(crate) use rare_views::rare_views;
pub(crate) use shell::Shell;
pub(crate) use take_over::{mount, take_over};
