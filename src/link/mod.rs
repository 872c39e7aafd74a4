//! Addresses of pages and views: reading, writing, and snippets for other pages.
//!
//! Writing is strict: a [`Route`] has exactly one [`address`]. Reading is lenient: [`read`] accepts any
//! text, and an unusable part becomes a [`Notice`], never an error.
//!
//! Addresses are relative to the atlas, such as `replaces/cpp/?industry=cloud`, so that they work below
//! any path.

mod embed_options;
mod encoding;
mod nearest;
mod notice;
mod provenance;
mod reading;
mod record;
mod route;
mod snippet;
mod writing;

pub use embed_options::{EmbedOptions, EmbedPart, EmbedParts, Theme};
pub use nearest::nearest_page;
pub use notice::{NOTICES_MAX, Notice, NoticeOrigin};
pub use provenance::{
    Provenance, dataset_param, find_version, parse_day, with_dataset, with_params,
};
pub use reading::{ParsedLink, is_file, read, refine_by_org};
pub use record::find_record;
pub use route::Route;
pub use snippet::{Embed, IFRAME_SANDBOX, Platform, SHARE_ID, SharedView, snippet};
pub use writing::{EMBED, address, organization_address, project_address, value_address};
