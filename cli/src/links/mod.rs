//! Whether the sources are still where they were.

mod asking;
mod exceptions;
mod link;
mod progress;
mod report;
mod verdict;

use std::{path::PathBuf, process::ExitCode, time::Duration};

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use self::{
    asking::{Manners, NoNetwork, ask_all},
    exceptions::Exceptions,
    link::{Link, collect},
    progress::Progress,
    report::Report,
};
use crate::{
    Failure, dataset_file::DatasetFile, escape::escape_invisible, output::print, words::counted,
};

const EXAMPLES: &str = "\
Examples:
  rustscape links public/data/rustscape.json
  rustscape links atlas.json --exceptions links.toml --contact https://atlas.example/contact
  rustscape links atlas.json --only-host blog.acme.example --pause 3
  rustscape links atlas.json --format markdown > report.md

What is said of a link, worst first; the first four count as broken:
  gone         the server says that there is no such page (404, 410)
  certificate  the server cannot show that it is who it says it is
  unreachable  no such host, nothing listens, the connection breaks off, no answer in time
  failing      another error, or redirects that lead nowhere
  moved        permanent redirects lead to the page: take over the new address
  refused      not for programs (401, 402, 403, 407, 429, 451, 999): the page may well be there
  not-asked    the server asks for a longer pause than --max-wait, or had enough
  fine         the page is there; temporary redirects are fine too

Each address is asked once. HEAD comes first; an answer other than the page or a redirect is only
believed after GET, as many servers answer HEAD wrongly. Bodies are not read. A host is asked for
one page at a time, and what keeps all of its pages from being reached is found out once.
HTTPS_PROXY and HTTP_PROXY are obeyed. Only what the reader of datasets accepts is asked.

Exceptions are a TOML file. An entry has a url (that address) or a prefix (all that begin so), a
reason, and if it is not for ever the last day on which it holds:
  [[exception]]
  prefix = \"https://www.linkedin.com/\"
  reason = \"answers programs with 999\"
  until = 2027-06-30

With --format json:
  {\"date\": \"2027-01-31\", \"counts\": {\"gone\": 1, ...}, \"n_excepted\": 0,
   \"links\": [{\"url\", \"verdict\", \"is_broken\", \"status\" (or null), \"detail\", \"moved_to\" (or null),
              \"places\": [{\"file\", \"record\", \"field\", \"written\"}]}],
   \"expired_exceptions\": [{\"url\" or \"prefix\", \"reason\", \"until\", \"line\"}], \"unused_exceptions\": [...]}

Exit code: 0 nothing is broken, 1 something is, 2 not done (also: no network).";

/// Ask every source whether it is still there
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, args_override_self = true)]
pub struct Args {
    /// Dataset files; `-` is the standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// How the report is written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// A file of links that are not asked, each with a reason
    #[arg(long, value_name = "FILE")]
    exceptions: Option<PathBuf>,

    /// Ask only this host (may be repeated)
    #[arg(long, value_name = "HOST")]
    only_host: Vec<String>,

    /// Where the people whose servers are asked can reach you: an address for the User-Agent.
    /// The default is what the dataset names for corrections
    #[arg(long, value_name = "TEXT", value_parser = header_text)]
    contact: Option<String>,

    /// How many hosts are asked at the same time
    #[arg(long, value_name = "N", default_value_t = 8, value_parser = clap::value_parser!(u8).range(1..=64))]
    jobs: u8,

    /// How long a host is left alone between two requests
    #[arg(long, value_name = "SECONDS", default_value = "1", value_parser = seconds)]
    pause: Duration,

    /// How long a connection, and then an answer, may take
    #[arg(long, value_name = "SECONDS", default_value = "20", value_parser = seconds)]
    timeout: Duration,

    /// How often a request is repeated after a time-out, a reset, a failure of the server or
    /// "too many requests"
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u8).range(0..=10))]
    retries: u8,

    /// How long it is waited before the first repetition; each time it is twice as long
    #[arg(long, value_name = "SECONDS", default_value = "2", value_parser = seconds)]
    backoff: Duration,

    /// The longest wait that a server may ask for with Retry-After
    #[arg(long, value_name = "SECONDS", default_value = "120", value_parser = seconds)]
    max_wait: Duration,

    /// The day for which exceptions hold or not, in place of today (UTC)
    #[arg(long, value_name = "YYYY-MM-DD", hide = true)]
    today: Option<Date>,
}

/// How the report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// For a terminal
    Text,
    /// For an issue on GitHub
    Markdown,
    /// For programs
    Json,
}

/// Runs the command.
///
/// # Errors
///
/// When a file cannot be read, or there seems to be no network.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let mut exceptions = match &args.exceptions {
        Some(path) => Exceptions::open(path)?,
        None => Exceptions::default(),
    };
    let files =
        args.files.iter().map(|path| DatasetFile::open(path)).collect::<Result<Vec<_>, _>>()?;
    files.iter().for_each(DatasetFile::warn_about_left_out_records);
    let today =
        args.today.unwrap_or_else(|| Timestamp::now().to_zoned_datetime(TimeZone::UTC).date());
    let (mut excepted, mut links): (Vec<Link>, Vec<Link>) =
        collect(&files).into_iter().partition(|link| exceptions.cover(link, today));
    excepted.retain(|link| args.wants(link));
    links.retain(|link| args.wants(link));
    let mut progress = Progress::new(links.len());
    let verdicts = ask_all(&links, &args.manners(&files), &mut |verdict| progress.count(verdict));
    progress.end();
    let verdicts = verdicts.map_err(no_network)?;
    let report = Report {
        links: &links,
        verdicts: &verdicts,
        n_excepted: excepted.len(),
        exceptions: &exceptions,
        today,
    };
    let text = report.write(args.format);
    print(&text)?;
    Ok(ExitCode::from(u8::from(report.n_broken() > 0)))
}

impl Args {
    fn wants(&self, link: &Link) -> bool {
        let host = link.host();
        self.only_host.is_empty()
            || self.only_host.iter().any(|wanted| wanted.eq_ignore_ascii_case(&host))
    }

    fn manners(&self, files: &[DatasetFile]) -> Manners {
        Manners {
            n_jobs: usize::from(self.jobs),
            pause: self.pause,
            timeout: self.timeout,
            n_retries: u32::from(self.retries),
            backoff: self.backoff,
            max_wait: self.max_wait,
            user_agent: user_agent(self.contact.clone().or_else(|| contact_of(files))),
        }
    }
}

/// What the first dataset that names an address for corrections names.
fn contact_of(files: &[DatasetFile]) -> Option<String> {
    let contact = |file: &DatasetFile| {
        let contribute = &file.dataset.contribute;
        let issues = contribute.issues.as_ref().map(|url| url.as_str().to_owned());
        issues.or_else(|| contribute.mail.clone())
    };
    files.iter().filter_map(contact).find_map(|text| header_text(&text).ok())
}

fn user_agent(contact: Option<String>) -> String {
    let contact = contact.map(|contact| format!("; +{contact}")).unwrap_or_default();
    format!(
        "rustscape/{} (looks whether cited pages are there{contact})",
        env!("CARGO_PKG_VERSION")
    )
}

fn no_network(silence: NoNetwork) -> Failure {
    let NoNetwork { n_hosts, address, detail } = silence;
    Failure::new(format!(
        "nothing can be said of any link, as not one of {} could be reached: {} {detail}",
        counted(n_hosts, "host", "hosts"),
        escape_invisible(&address)
    ))
    .with_remedy("check the network (and HTTPS_PROXY, where there is a proxy), then run it again")
}

/// A time in seconds, up to a day.
fn seconds(text: &str) -> Result<Duration, String> {
    const DAY: f64 = 86_400.0;
    let n_seconds: f64 = text.parse().map_err(|_| "write seconds, such as 2 or 0.5".to_owned())?;
    if !(0.0..=DAY).contains(&n_seconds) {
        return Err("from 0 to 86400 seconds".to_owned());
    }
    Duration::try_from_secs_f64(n_seconds).map_err(|error| error.to_string())
}

/// A text that can stand in a comment of a header.
fn header_text(text: &str) -> Result<String, String> {
    let is_fine = |c: char| (c.is_ascii_graphic() && !"()\\".contains(c)) || c == ' ';
    if text.trim().is_empty() || !text.chars().all(is_fine) {
        return Err("only ASCII without parentheses can stand there".to_owned());
    }
    Ok(text.trim().to_owned())
}
