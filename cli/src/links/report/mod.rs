//! What is said when every link was asked.

mod json;
mod markdown;
mod text;

use jiff::civil::Date;

use super::{
    Format,
    exceptions::{Exception, Exceptions, Scope},
    link::Link,
    verdict::{Standing, Verdict},
};
use crate::words::{counted, listed};

/// Everything a report says.
#[derive(Debug)]
pub(crate) struct Report<'r> {
    /// The links that were to be asked, in the order of the files.
    pub(crate) links: &'r [Link],
    /// What is said of each of them.
    pub(crate) verdicts: &'r [Verdict],
    /// The links that were not asked because of an exception.
    pub(crate) n_excepted: usize,
    /// The exceptions.
    pub(crate) exceptions: &'r Exceptions,
    /// The day of the report.
    pub(crate) today: Date,
}

impl Report<'_> {
    /// The report as a text that ends with a line break. It may hold escapes for a terminal, in
    /// the form for people only.
    pub(crate) fn write(&self, format: Format) -> String {
        match format {
            Format::Text => text::write(self),
            Format::Markdown => markdown::write(self),
            Format::Json => json::write(self),
        }
    }

    /// How many links stand so.
    pub(crate) fn count(&self, standing: Standing) -> usize {
        self.of(standing).count()
    }

    /// How many links are broken.
    pub(crate) fn n_broken(&self) -> usize {
        self.verdicts.iter().filter(|verdict| verdict.standing.is_broken()).count()
    }

    /// The links that stand so, in the order of the files.
    fn of(&self, standing: Standing) -> impl Iterator<Item = (&Link, &Verdict)> {
        let all = self.links.iter().zip(self.verdicts);
        all.filter(move |(_, verdict)| verdict.standing == standing)
    }

    /// The groups of links that somebody should look at, in the order of a report.
    fn groups(&self) -> impl Iterator<Item = (Standing, Vec<(&Link, &Verdict)>)> {
        let shown = Standing::ALL.into_iter().filter(|standing| *standing != Standing::Fine);
        let groups = shown.map(|standing| (standing, self.of(standing).collect::<Vec<_>>()));
        groups.filter(|(_, links)| !links.is_empty())
    }

    /// "1,534 links asked: 3 gone, 12 moved and 1,519 fine".
    fn headline(&self) -> String {
        let counts: Vec<String> = Standing::ALL
            .into_iter()
            .filter_map(|standing| match self.count(standing) {
                0 => None,
                n => Some(counted(n, standing.in_words(), standing.in_words())),
            })
            .collect();
        let asked = counted(self.links.len(), "link", "links");
        let excepted = match self.n_excepted {
            0 => String::new(),
            n => {
                format!("; {} by exception", counted(n, "link was left out", "links were left out"))
            }
        };
        if counts.is_empty() {
            return format!("{asked} asked{excepted}");
        }
        format!("{asked} asked: {}{excepted}", listed(&counts))
    }

    /// What is to be said of the exceptions themselves, one sentence each.
    fn remarks(&self, quote: &dyn Fn(&str) -> String) -> Vec<String> {
        let name = |exception: &Exception| {
            let address = quote(exception.scope.text());
            match exception.scope {
                Scope::Url(_) => format!("The exception for {address} (line {})", exception.line),
                Scope::Prefix(_) => {
                    format!("The exception for all below {address} (line {})", exception.line)
                }
            }
        };
        let expired = self.exceptions.expired(self.today).map(|exception| {
            let until = exception.until.map(|day| day.to_string()).unwrap_or_default();
            let reason = quote(&exception.reason);
            format!(
                "{} held until {until}, so its links were asked again. It said: {reason}",
                name(exception)
            )
        });
        let unused = self.exceptions.unused(self.today);
        let unused = unused
            .map(|exception| format!("{} is for no link any more: remove it", name(exception)));
        expired.chain(unused).collect()
    }
}
