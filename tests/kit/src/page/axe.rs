//! The checks of axe-core.

use super::{Page, string_of};
use crate::prerequisite::Prerequisite;
use serde_json::Value;
use std::fs;

/// A rule of axe-core that the page breaks.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Violation {
    /// The rule, such as `image-alt`.
    pub id: String,
    /// Requirement of the rule.
    pub help: String,
    /// The elements that break it: where each is, and its HTML.
    pub nodes: Vec<String>,
}

const RUN_AXE: &str = include_str!("axe.js");

impl Page {
    /// Returns the violations that axe-core finds in the whole document, with all of its default rules; in the frame that was entered, if one
    /// was. Frames within are not looked into.
    #[track_caller]
    pub fn axe(&self) -> Vec<Violation> {
        // It is large enough that handing it over takes longer than some of its runs.
        if self.value_of("typeof axe") != "object" {
            let script =
                fs::read_to_string(Prerequisite::Axe.path()).expect("axe-core can be read");
            self.driver.execute(&script, &[]);
        }
        let violations = self.inspect(RUN_AXE);
        if let Some(problem) = violations.as_str() {
            panic!("axe-core failed: {problem}");
        }
        violations.as_array().into_iter().flatten().map(violation).collect()
    }
}

fn violation(violation: &Value) -> Violation {
    let nodes = violation["nodes"].as_array().into_iter().flatten();
    Violation {
        id: string_of(violation["id"].clone()),
        help: string_of(violation["help"].clone()),
        nodes: nodes.map(|node| string_of(node.clone())).collect(),
    }
}
