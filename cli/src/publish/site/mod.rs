//! Pages of the site, and the files that they load.

pub mod redirects;

mod app_bundle;
mod assets;
mod document;
mod head;
mod list_dataset;
pub(super) mod retention;
pub(super) mod versions;

pub use app_bundle::{AppBundle, AppParts, LOADER};
pub use assets::{Asset, Assets};
pub use document::DocumentRenderer;
pub use list_dataset::list_dataset;
pub use retention::Retention;
pub use versions::paths::VERSIONS_LIST;
