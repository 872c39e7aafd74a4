//! Pages of the site and the files that they load.

pub mod redirects;

mod app;
mod assets;
mod document;
mod head;
mod list;
pub(super) mod retention;
pub(super) mod versions;

pub use app::{App, LOADER, Parts};
pub use assets::{ASSETS, Asset, Assets};
pub use document::Documents;
pub use list::list;
pub use retention::Retention;
pub use versions::{LIST as VERSIONS_LIST, VERSIONS};
