//! The data service: what its files say is what the dataset says, and what its description says.

mod alternates;
mod description;
mod files;
mod links;
mod made;
mod records;
mod tables;
