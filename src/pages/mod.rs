//! One page per kind of route: arranges components, decides nothing.

#![allow(unreachable_pub, reason = "the props that the component macro makes are public")]

mod explore;
mod record;

pub use explore::ExplorePage;
pub use record::RecordPage;
