//! Texts of the interface in English: the sentence about a query, labels, figures and messages.

mod bidi;
mod clause;
mod countries;
mod facets;
mod failure;
mod figure;
mod message;
mod names;
mod sentence;

pub use bidi::with_ltr_marks;
pub use facets::{NAMES, facet_title, sort_label, unknown_beside, unknown_label};
pub use failure::load_failure;
pub use figure::{Figure, figure, figure_of, headline, short_number};
pub use message::{claims_heading, counted, event_label, grouped, notice_text, problem_count};
pub use names::{is_namesake, summarize_names};
pub use sentence::{
    OUTSIDE_VIEW, SentencePart, foreign_title, part_label, plain, route_name, sentence, title,
};
