//! Content of a report, independent of its format.

use jiff::civil::Date;

use crate::{
    links::{
        exceptions::{Exception, ExceptionScope, Exceptions},
        link_result::{LinkResult, LinkStatus},
        link_target::LinkTarget,
    },
    words::{counted, listed},
};

/// Content of a report.
#[derive(Debug)]
pub(crate) struct LinksReport<'r> {
    /// Checked links in the order of the files.
    pub(crate) links: &'r [LinkTarget],
    /// Result of each link, in the same order.
    pub(crate) results: &'r [LinkResult],
    /// Number of links that an exception excluded.
    pub(crate) n_excepted: usize,
    /// Exceptions of the command line.
    pub(crate) exceptions: &'r Exceptions,
    /// Day of the report.
    pub(crate) today: Date,
}

impl LinksReport<'_> {
    /// Returns the number of links with a status.
    pub(super) fn count(&self, status: LinkStatus) -> usize {
        self.with_status(status).count()
    }

    /// Returns the number of broken links.
    pub(crate) fn n_broken(&self) -> usize {
        self.results.iter().filter(|result| result.status.is_broken()).count()
    }

    /// Returns the links with a status, in the order of the files.
    fn with_status(&self, status: LinkStatus) -> impl Iterator<Item = (&LinkTarget, &LinkResult)> {
        let all = self.links.iter().zip(self.results);
        all.filter(move |(_, result)| result.status == status)
    }

    /// Returns the links that need attention, grouped by status in the order of a report.
    pub(super) fn groups(
        &self,
    ) -> impl Iterator<Item = (LinkStatus, Vec<(&LinkTarget, &LinkResult)>)> {
        let shown = LinkStatus::ALL.into_iter().filter(|status| *status != LinkStatus::Fine);
        let groups = shown.map(|status| (status, self.with_status(status).collect::<Vec<_>>()));
        groups.filter(|(_, links)| !links.is_empty())
    }

    /// Returns the counts as a phrase, such as "1,534 links asked: 3 gone, 12 moved and 1,519
    /// fine".
    pub(super) fn headline(&self) -> String {
        let counts: Vec<String> = LinkStatus::ALL
            .into_iter()
            .filter_map(|status| match self.count(status) {
                0 => None,
                n => Some(counted(n, status.count_phrase(), status.count_phrase())),
            })
            .collect();
        let checked = counted(self.links.len(), "link", "links");
        let excepted = match self.n_excepted {
            0 => String::new(),
            n => {
                format!("; {} by exception", counted(n, "link was left out", "links were left out"))
            }
        };
        if counts.is_empty() {
            return format!("{checked} asked{excepted}");
        }
        format!("{checked} asked: {}{excepted}", listed(&counts))
    }

    /// Returns one sentence for each expired or unused exception. `quote` formats texts of the
    /// exceptions file.
    pub(super) fn remarks(&self, quote: &dyn Fn(&str) -> String) -> Vec<String> {
        let name = |exception: &Exception| {
            let url = quote(exception.scope.text());
            match exception.scope {
                ExceptionScope::Url(_) => {
                    format!("The exception for {url} (line {})", exception.line)
                }
                ExceptionScope::Prefix(_) => {
                    format!("The exception for all below {url} (line {})", exception.line)
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
