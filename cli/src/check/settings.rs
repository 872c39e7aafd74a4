use super::{
    day::Day,
    rule::{Rule, Scope, Severity},
};

/// What is looked for.
#[derive(Clone, Debug)]
pub(super) struct Settings {
    /// Rules of a well-kept dataset are looked at too.
    pub(super) is_strict: bool,
    /// Warnings are left out.
    pub(super) is_quiet: bool,
    /// Rules that are left out.
    pub(super) allowed: Vec<Rule>,
    /// For how many days a look at the sources of a project counts.
    pub(super) max_age_days: u32,
    /// The day by which ages are measured; the dataset's last change, where it is not given.
    pub(super) today: Option<Day>,
    /// The first year in which a project can be; any, where it is not given.
    pub(super) first_year: Option<u16>,
}

impl Settings {
    /// Whether anybody wants to know of a rule.
    pub(super) fn looks_for(&self, rule: Rule) -> bool {
        (self.is_strict || rule.scope() == Scope::Always)
            && !(self.is_quiet && rule.severity() == Severity::Warning)
            && !self.allowed.contains(&rule)
    }
}
