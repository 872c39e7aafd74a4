//! Settings of a check.

use jiff::civil::Date;

use super::rule::{Rule, Scope, Severity};

/// Options that decide which rules a check applies and how it measures ages.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `true` to apply the rules of [`Scope::Strict`] too.
    pub is_strict: bool,
    /// `true` to report errors only.
    pub is_quiet: bool,
    /// Rules that are not applied.
    pub allowed: Vec<Rule>,
    /// Most days since the sources of a project were last verified.
    pub max_age_days: u32,
    /// Day that ages are measured by; the day of the dataset's last change if `None`.
    pub today: Option<Date>,
    /// Earliest year in which a project can begin or end; any year if `None`.
    pub first_year: Option<u16>,
}

impl Default for Settings {
    /// Returns settings that apply every rule of [`Scope::Always`], with ages of at most a year.
    fn default() -> Self {
        Self {
            is_strict: false,
            is_quiet: false,
            allowed: Vec::new(),
            max_age_days: 365,
            today: None,
            first_year: None,
        }
    }
}

impl Settings {
    /// Returns whether a rule is applied.
    pub(super) fn is_enabled(&self, rule: Rule) -> bool {
        (self.is_strict || rule.scope() == Scope::Always)
            && !(self.is_quiet && rule.severity() == Severity::Warning)
            && !self.allowed.contains(&rule)
    }
}
