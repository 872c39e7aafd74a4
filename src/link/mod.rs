//! Links as text: every state that is worth showing to someone is an address.
//!
//! Writing is strict: a [`Route`] has exactly one [`address`]. Reading is lenient: [`read`] takes
//! any text, and what it cannot use becomes a [`Notice`], never an error.
//!
//! Addresses are below the atlas: `replaces/cpp/?industry=cloud`, without a leading slash, so that
//! they work under any base.

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
