//! `rustscape links`: check of the links of datasets.

mod client;
mod exceptions;
mod link_result;
mod link_target;
mod report;

use std::{path::PathBuf, process::ExitCode, time::Duration};

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use self::{
    client::{NetworkUnavailable, RequestPolicy, check_all},
    exceptions::Exceptions,
    link_result::{LinkResult, LinkStatus},
    link_target::{LinkTarget, collect_links},
    report::LinksReport,
};
use crate::{
    Failure, dataset_file::DatasetFile, escape::escape_invisible, output::print,
    progress::Progress, report_format::ReportFormat, words::counted,
};

const EXAMPLES: &str = "\
Examples:
  rustscape links public/data/rustscape.json
  rustscape links atlas.json --exceptions links.toml --contact https://atlas.example/contact
  rustscape links atlas.json --only-host blog.acme.example --pause 3
  rustscape links atlas.json --format markdown > report.md

Verdicts, worst first; the first four count as broken:
  gone         the server answers that the page does not exist (404, 410)
  certificate  the certificate of the server is not valid
  unreachable  unknown host, connection refused or reset, timeout
  failing      another error, or redirects that lead nowhere
  moved        permanent redirects lead to the page: replace the URL
  refused      the server rejects programs (401, 402, 403, 407, 429, 451, 999): the page may exist
  not-asked    the server asks for a longer pause than --max-wait, or for no more requests
  fine         the page exists, possibly after temporary redirects

Each URL is requested with HEAD. If the answer is neither the page nor a redirect, it is requested
again with GET, because many servers answer HEAD incorrectly. Response bodies are not read. A host
gets one request at a time; if it cannot be reached, its other pages are not tried. HTTPS_PROXY and
HTTP_PROXY apply.
Records that break a rule are skipped: see `rustscape check`.

Exceptions are a TOML file. An entry has a url (one URL) or a prefix (all URLs that start with it), a
reason, and optionally the last day on which it applies:
  [[exception]]
  prefix = \"https://www.linkedin.com/\"
  reason = \"answers programs with 999\"
  until = 2027-06-30

With --format json:
  {\"date\": \"2027-01-31\", \"counts\": {\"gone\": 1, ...}, \"n_excepted\": 0,
   \"links\": [{\"url\", \"verdict\", \"is_broken\", \"status\" (or null), \"detail\", \"moved_to\" (or null),
              \"places\": [{\"file\", \"record\", \"field\", \"written\"}]}],
   \"expired_exceptions\": [{\"url\" or \"prefix\", \"reason\", \"until\", \"line\"}], \"unused_exceptions\": [...]}

Exit codes: 0 no broken links, 1 broken links, 2 error (including no network).";

/// Check datasets for broken links
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, args_override_self = true)]
pub struct Args {
    /// Dataset files; `-` for the standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Output format of the report
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    format: ReportFormat,

    /// TOML file of links to skip, each with a reason
    #[arg(long, value_name = "FILE")]
    exceptions: Option<PathBuf>,

    /// Host to check, instead of all hosts (repeatable)
    #[arg(long, value_name = "HOST")]
    only_host: Vec<String>,

    /// Contact URL or email address for the operators of the hosts, sent in the User-Agent header.
    /// Defaults to the contact of the dataset
    #[arg(long, value_name = "TEXT", value_parser = header_text)]
    contact: Option<String>,

    /// Number of hosts to check in parallel
    #[arg(long, value_name = "N", default_value_t = 8, value_parser = clap::value_parser!(u8).range(1..=64))]
    jobs: u8,

    /// Pause between two requests to the same host, in seconds
    #[arg(long, value_name = "SECONDS", default_value = "1", value_parser = seconds)]
    pause: Duration,

    /// Timeout of a connection, and again of the response, in seconds
    #[arg(long, value_name = "SECONDS", default_value = "20", value_parser = seconds)]
    timeout: Duration,

    /// Number of retries after a timeout, a reset connection, a server error or "too many requests"
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u8).range(0..=10))]
    retries: u8,

    /// Delay before the first retry, in seconds; doubles with every retry
    #[arg(long, value_name = "SECONDS", default_value = "2", value_parser = seconds)]
    backoff: Duration,

    /// Longest delay that a server may ask for with Retry-After, in seconds
    #[arg(long, value_name = "SECONDS", default_value = "120", value_parser = seconds)]
    max_wait: Duration,

    /// Day on which exceptions are evaluated, instead of today (UTC)
    #[arg(long, value_name = "YYYY-MM-DD", hide = true)]
    today: Option<Date>,
}

/// Checks all links and prints the report.
///
/// # Errors
///
/// Fails if a file cannot be read, if no host can be reached, or if the report cannot be written.
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
    let (mut excepted, mut links): (Vec<LinkTarget>, Vec<LinkTarget>) =
        collect_links(&files).into_iter().partition(|link| exceptions.exclude(link, today));
    excepted.retain(|link| args.includes(link));
    links.retain(|link| args.includes(link));
    let results = check_with_progress(&links, &args.policy(&files)).map_err(network_unavailable)?;
    let report = LinksReport {
        links: &links,
        results: &results,
        n_excepted: excepted.len(),
        exceptions: &exceptions,
        today,
    };
    print(&report::write(&report, args.format))?;
    Ok(ExitCode::from(u8::from(report.n_broken() > 0)))
}

fn check_with_progress(
    links: &[LinkTarget],
    policy: &RequestPolicy,
) -> Result<Vec<LinkResult>, NetworkUnavailable> {
    let progress = Progress::new("links checked", links.len());
    let mut n_problems = 0;
    check_all(links, policy, &mut |result| {
        n_problems += usize::from(result.status != LinkStatus::Fine);
        progress.count_with(&format!(", {n_problems} to review"));
    })
}

impl Args {
    fn includes(&self, link: &LinkTarget) -> bool {
        let host = link.host();
        self.only_host.is_empty()
            || self.only_host.iter().any(|only| only.eq_ignore_ascii_case(&host))
    }

    fn policy(&self, files: &[DatasetFile]) -> RequestPolicy {
        RequestPolicy {
            n_jobs: usize::from(self.jobs),
            pause: self.pause,
            timeout: self.timeout,
            n_retries: u32::from(self.retries),
            backoff: self.backoff,
            max_wait: self.max_wait,
            user_agent: user_agent(self.contact.clone().or_else(|| dataset_contact(files))),
        }
    }
}

/// Returns the first contact for corrections that a dataset names and that fits into a header.
fn dataset_contact(files: &[DatasetFile]) -> Option<String> {
    let contact = |file: &DatasetFile| {
        let contribute = &file.dataset.contribute;
        let issues = contribute.issues.as_ref().map(|url| url.as_str().to_owned());
        issues.or_else(|| contribute.mail.clone())
    };
    files.iter().filter_map(contact).find_map(|text| header_text(&text).ok())
}

fn user_agent(contact: Option<String>) -> String {
    let contact = contact.map(|contact| format!("; +{contact}")).unwrap_or_default();
    format!("rustscape/{} (link checker of cited pages{contact})", env!("CARGO_PKG_VERSION"))
}

fn network_unavailable(error: NetworkUnavailable) -> Failure {
    let NetworkUnavailable { n_hosts, url, detail } = error;
    Failure::new(format!(
        "no links were checked, because none of {} could be reached: {} {detail}",
        counted(n_hosts, "host", "hosts"),
        escape_invisible(&url)
    ))
    .with_remedy("check the network connection and, if you use a proxy, HTTPS_PROXY; then retry")
}

/// Parses a duration in seconds, up to a day.
fn seconds(text: &str) -> Result<Duration, String> {
    const DAY: f64 = 86_400.0;
    let n_seconds: f64 =
        text.parse().map_err(|_| "expected a number of seconds, such as 2 or 0.5".to_owned())?;
    if !(0.0..=DAY).contains(&n_seconds) {
        return Err("expected 0 to 86400 seconds".to_owned());
    }
    Duration::try_from_secs_f64(n_seconds).map_err(|error| error.to_string())
}

/// Parses a text that is valid in a comment of an HTTP header.
fn header_text(text: &str) -> Result<String, String> {
    let is_fine = |c: char| (c.is_ascii_graphic() && !"()\\".contains(c)) || c == ' ';
    if text.trim().is_empty() || !text.chars().all(is_fine) {
        return Err("expected ASCII text without parentheses or backslashes".to_owned());
    }
    Ok(text.trim().to_owned())
}
