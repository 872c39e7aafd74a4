//! Links as text: every state that is worth showing to someone is an address.
//!
//! Writing is strict: a [`Route`] has exactly one [`address`]. Reading is lenient: [`read`] takes
//! any text, and what it cannot use becomes a [`Notice`], never an error.
//!
//! Addresses are below the atlas: `replaces/cpp/?industry=cloud`, without a leading slash, so that
//! they work under any base.

mod elsewhere;
mod encoding;
mod look;
mod nearest;
mod notice;
mod reading;
mod record;
mod route;
mod snippet;
mod writing;

pub use elsewhere::{Provenance, data_of, day_of, version_of, with_data, with_values};
pub use look::{FrameLook, FramePart, FrameParts, Theme};
pub use nearest::nearest_page;
pub use notice::{Asked, NOTICES_MAX, Notice};
pub use reading::{Link, at_org, is_file, read};
pub use record::find_record;
pub use route::Route;
pub use snippet::{Embed, FRAME_RIGHTS, Host, SHARE_ID, SharedView, snippet};
pub use writing::{EMBED, address, organization_address, project_address, value_address};
