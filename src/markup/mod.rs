//! Static content as HTML: functions from records and results to [`Markup`], which escapes every text.
//!
//! A published page and the application have the same bytes of it; components set them through
//! `inner_html`. The browser's parser builds a card several times faster than calls from WebAssembly,
//! and the elements take no code. Links are the only controls in markup. A link with `data-refine`
//! refines the current view.

mod about;
mod bar;
mod card;
mod changes;
mod claim;
mod claims;
mod confidence;
mod correct;
mod crumbs;
mod directory;
mod embed_project;
mod embed_rows;
mod facts;
mod footer;
mod icon;
mod loading;
mod marked;
mod monogram;
mod no_page;
mod organization;
mod outcomes;
mod problems;
mod project;
mod project_row;
mod provenance;
mod record;
mod site;
mod sources;
mod years;

pub use about::about;
pub use bar::brand;
pub use card::{card, card_rows, card_rows_id, n_card_rows};
pub use changes::changes;
pub use claims::claims;
pub use crumbs::list_link;
pub use directory::{directory, directory_link, name_list};
pub use embed_project::embed_project;
pub use embed_rows::{embed_height_px, embed_rows, n_embed_rows};
pub use footer::{about_data, footer_links, frame_footer, pages};
pub use icon::{Icon, icon};
pub use loading::{brand_placeholder, loading};
pub use maud::Markup;
pub use no_page::no_page;
pub use organization::organization;
pub use problems::problems;
pub use project::project;
pub use provenance::provenance;
pub use record::{ALL, record};
pub use site::Site;
pub use years::year_bar;
