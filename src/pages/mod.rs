//! One page per kind of route: arranges components, decides nothing.

mod explore;
mod not_found;
mod organization;
mod project;

pub use explore::ExplorePage;
pub use not_found::NotFoundPage;
pub use organization::OrganizationPage;
pub use project::ProjectPage;
