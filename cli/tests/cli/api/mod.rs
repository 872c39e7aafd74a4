//! Data API: its files match the dataset and the OpenAPI document.

mod alternates;
mod description;
mod files;
mod links;
mod published;
mod records;
mod tables;
