//! Search engine: [`Query`] → [`Index::search`] → [`SearchResults`].
//!
//! The engine is pure: it has no clock and no I/O, knows nothing of a browser, and cannot fail. Equal
//! datasets and queries have equal results everywhere. The unit of search is the project; results
//! are grouped by organization.

mod catalog;
mod dictionary;
mod edit_distance;
mod effect;
mod facet;
mod facet_list;
mod facet_value;
mod fold;
mod fold_table;
mod highlight;
mod index;
mod input;
mod neighbors;
mod project_set;
mod query;
mod results;
mod score;
mod sort_by;
mod sort_ranks;
mod sorting;
mod stem;
mod text;
mod token;
mod usage;
mod years;

pub use catalog::Catalog;
pub use facet::Facet;
pub use facet_value::{BuiltInLabels, FacetValue, ValueIdx};
pub use fold::{contains, fold};
pub use highlight::Highlighter;
pub use index::{Index, Relaxation};
pub use input::{InputState, ParsedInput, UnknownQualifier, parse_input, qualifier};
pub use neighbors::neighbors;
pub use query::{Polarity, Query, QueryPart, Refinement, TEXT_MAX_CHARS};
pub use results::{Correction, Group, SearchResults};
pub use sort_by::SortBy;
pub use usage::RecordField;
pub use years::YearRange;
