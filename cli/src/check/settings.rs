use super::{
    day::Day,
    rule::{Rule, Scope, Severity},
};

/// What is looked for.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Rules of a well-kept dataset are looked at too.
    pub is_strict: bool,
    /// Warnings are left out.
    pub is_quiet: bool,
    /// Rules that are left out.
    pub allowed: Vec<Rule>,
    /// For how many days a look at the sources of a project counts.
    pub max_age_days: u32,
    /// The day by which ages are measured; the dataset's last change, where it is not given.
    pub today: Option<Day>,
    /// The first year in which a project can be; any, where it is not given.
    pub first_year: Option<u16>,
}

impl Default for Settings {
    /// Every rule that is always looked at, and ages of at most a year.
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
    /// Whether anybody wants to know of a rule.
    pub(super) fn looks_for(&self, rule: Rule) -> bool {
        (self.is_strict || rule.scope() == Scope::Always)
            && !(self.is_quiet && rule.severity() == Severity::Warning)
            && !self.allowed.contains(&rule)
    }
}
