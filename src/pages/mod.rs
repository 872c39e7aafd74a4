//! Pages: arrangements of components, which are rendered natively, mounted, or connected to a published
//! page.

// The builders that `#[component]` derives are public.
#![allow(unreachable_pub)]

mod embed;
mod lazy_views;
mod list;
mod record;
mod shell;
mod take_over;

pub(crate) use lazy_views::lazy_views;
pub(crate) use shell::Shell;
pub(crate) use take_over::{mount, take_over};
