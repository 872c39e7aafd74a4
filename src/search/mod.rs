//! The engine: [`Query`] (what is asked) → [`Index::search`] → [`SearchResults`] (what is shown).
//!
//! It is pure: no browser, no clock, no I/O, and searching cannot fail. The same dataset and the
//! same query give the same results everywhere. The unit of search is the project; results are
//! grouped by organization.

mod catalog;
mod dictionary;
mod edit;
mod facet;
mod facet_list;
mod fold;
mod fold_table;
mod highlight;
mod id_set;
mod index;
mod input;
mod neighbors;
mod order;
mod outcome;
mod query;
mod results;
mod score;
mod sorting;
mod stem;
mod text;
mod token;
mod usage;
mod years;

pub use catalog::{Catalog, FacetValue, Names, ValueIdx};
pub use facet::Facet;
pub use fold::{contains, fold};
pub use highlight::Highlighter;
pub use index::{Index, Relaxation};
pub use input::{InputState, ParsedInput, UnknownQualifier, parse_input, qualifier};
pub use neighbors::neighbors;
pub use query::{Polarity, Query, QueryPart, Refinement, SortBy, TEXT_MAX_CHARS};
pub use results::{Correction, Group, SearchResults};
pub use usage::RecordField;
pub use years::YearRange;
