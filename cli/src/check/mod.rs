//! `rustscape check`: finds errors in datasets.
//!
//! The [reader](rustscape::dataset::DatasetReader) decides which records are invalid. The check adds
//! rules for problems that only a curator can fix. It first indexes the whole file and then checks
//! one organization at a time. Findings are reported at once, so a large file needs little more
//! memory than its values. The rules contain no names of organizations, domains or languages. They
//! know only the default vocabulary, such as the confidence “confirmed”.

mod address;
mod alias;
mod calendar;
mod context;
mod copied_text;
mod dataset_index;
mod date;
mod field_path;
mod fields;
mod figure;
mod file;
mod finding;
mod header;
mod markup;
mod organization;
mod outcome;
mod project;
mod reference;
mod report;
mod rule;
mod settings;
mod source;
mod syntax;
mod text;
mod value;
mod vocabulary;

use std::{
    io::{self, BufWriter, IsTerminal as _, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::ValueEnum;
use jiff::civil::Date;
use rustscape::dataset::strip_byte_order_mark;

pub(crate) use self::header::is_language_tag;
pub use self::{
    calendar::last_day,
    finding::Finding,
    rule::{Rule, Scope, Severity},
    settings::Settings,
};

use self::{
    calendar::parse_day,
    file::check_file,
    report::{CheckReport, CheckedFile, FindingCounts, GithubReport, JsonReport, TextReport},
};
use crate::{
    Failure,
    input::{is_standard_input, read_input},
    nearest::nearest,
};

/// Size from which on a check shows its progress, because it takes several seconds.
const LONG_BYTES: usize = 32 * 1024 * 1024;

/// Size of the output buffer in bytes.
const OUTPUT_BYTES: usize = 64 * 1024;

/// Check datasets for errors
///
/// Reports errors, which hide records or mislead readers, and warnings, which a curator should look
/// at. The rules cover ids, dates, links, vocabulary terms, references between records, confidence
/// and claims, figures, texts and the age of the last verification. All findings of all files are
/// reported.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rustscape check data/atlas.json
  rustscape check --today \"$(date +%F)\" --max-age 180d data/*.json
  rustscape check --format github --quiet data/atlas.json     in a GitHub workflow
  rustscape check --format json data/atlas.json | jq -r '.files[].findings[].rule'
  rustscape check --rules                                     list all rules

Exit codes: 0 no errors; 1 errors; 2 a file cannot be read or an argument is invalid. Warnings do
not change the exit code.

--format json prints one document, with a line for each finding:
  {\"version\": 1, \"files\": [
    {\"file\": \"…\", \"findings\": [
      {\"severity\": \"error\" or \"warning\", \"rule\": \"not-a-slug\",
       \"line\": 12, \"column\": 9, \"record\": \"organization/project\",
       \"field\": \"sources[0].url\", \"reason\": \"…\", \"remedy\": \"…\"}],
     \"totals\": {\"organizations\": 1, \"projects\": 1, \"sources\": 1} or null,
     \"errors\": 1, \"warnings\": 0}],
   \"errors\": 1, \"warnings\": 0}
Lines and columns are counted from 1, columns in bytes. The order of findings is fixed: first those
about the file as a whole, then those about each organization.

To check that a file is formatted, run `rustscape fmt --check`.")]
pub struct Args {
    /// Dataset files to check; “-” reads standard input
    #[arg(required_unless_present = "rules", value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Most days since the sources of a project were verified, as in 180d
    #[arg(long, value_name = "DAYS", default_value = "365d", value_parser = parse_days)]
    max_age: u32,
    /// Day that ages are measured by, as in 2026-09-14 [default: the last change of the dataset]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    today: Option<Date>,
    /// Earliest possible year of a project, such as the first release of a language
    #[arg(long, value_name = "YEAR")]
    first_year: Option<u16>,
    /// Also apply strict rules: length and form of texts, complete fields and vocabulary
    #[arg(long)]
    strict: bool,
    /// Rule to ignore; may be repeated
    #[arg(long, value_name = "RULE", value_parser = parse_rule)]
    allow: Vec<Rule>,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Report errors only, no warnings
    #[arg(short, long)]
    quiet: bool,
    /// List all rules with their meaning instead of checking files
    #[arg(long, conflicts_with = "files")]
    rules: bool,
}

/// Output format of the findings.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// Text with excerpts of the file; at most 10 findings of each rule
    #[default]
    Text,
    /// One JSON document
    Json,
    /// Annotations for a GitHub workflow
    Github,
}

/// Runs the command.
///
/// # Errors
///
/// Fails if standard output cannot be written to.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let outcome = if args.rules {
        write_rules(buffered(anstream::stdout().lock())).map(|()| ExitCode::SUCCESS)
    } else {
        check_files(args)
    };
    match outcome {
        // The reader closed the pipe early, as `head` does, so the result of the check is unknown.
        // Exit code 1 never passes for a check without errors.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::from(1)),
        outcome => outcome.map_err(Failure::writing_output),
    }
}

fn buffered<W: io::Write>(output: W) -> BufWriter<W> {
    BufWriter::with_capacity(OUTPUT_BYTES, output)
}

/// Returns all findings in a file, in a fixed order: first those about the file as a whole, then those
/// about each organization.
///
/// # Examples
///
/// ```
/// use rustscape_cli::check::{Rule, Settings, find};
///
/// let findings = find(b"{\"schema_version\": \"2.0\"}", &Settings::default());
/// assert_eq!(findings[0].rule, Rule::WrongVersion);
/// assert_eq!(findings[0].sentence(), "the file has schema version 2.0");
/// ```
pub fn find(bytes: &[u8], settings: &Settings) -> Vec<Finding> {
    let mut found = Vec::new();
    // The closure never fails, so the check does not fail either.
    let checked = check_file(bytes, settings, &mut |finding| {
        found.push(finding);
        Ok(())
    });
    debug_assert!(checked.is_ok());
    found
}

/// Prints the errors in a file like the command does, without warnings. Prints nothing if there are
/// none. Returns the number of errors.
///
/// # Errors
///
/// Fails if standard output cannot be written to.
pub(crate) fn print_errors(name: &str, bytes: &[u8]) -> Result<usize, Failure> {
    let settings = Settings { is_quiet: true, ..Settings::default() };
    if find(bytes, &settings).is_empty() {
        return Ok(0);
    }
    let mut report = TextReport::new(buffered(anstream::stdout().lock()));
    let counts = check_one(name, bytes, &settings, &mut report);
    let counts = counts.and_then(|counts| report.finish(1, counts).map(|()| counts));
    counts.map(|counts| counts.n_errors).map_err(Failure::writing_output)
}

fn check_files(args: &Args) -> io::Result<ExitCode> {
    let settings = Settings {
        is_strict: args.strict,
        is_quiet: args.quiet,
        allowed: args.allow.clone(),
        max_age_days: args.max_age,
        today: args.today,
        first_year: args.first_year,
    };
    let colored = || buffered(anstream::stdout().lock());
    // Formats for programs contain no colors, so they are written unchanged.
    let bare = || buffered(io::stdout().lock());
    let files = &args.files;
    match args.format {
        Format::Text => check_each(files, &settings, &mut TextReport::new(colored())),
        Format::Json => check_each(files, &settings, &mut JsonReport::new(bare())?),
        Format::Github => check_each(files, &settings, &mut GithubReport::new(bare())),
    }
}

fn check_each(
    paths: &[PathBuf],
    settings: &Settings,
    report: &mut dyn CheckReport,
) -> io::Result<ExitCode> {
    let mut total = FindingCounts::default();
    let mut n_read = 0;
    for path in paths {
        match read_input(path) {
            Ok(bytes) => {
                total = total.plus(check_one(&name_of(path), &bytes, settings, report)?);
                n_read += 1;
            }
            Err(failure) => anstream::eprint!("{failure}"),
        }
    }
    report.finish(n_read, total)?;
    Ok(match total.n_errors {
        _ if n_read < paths.len() => ExitCode::from(2),
        0 => ExitCode::SUCCESS,
        _ => ExitCode::from(1),
    })
}

fn check_one(
    name: &str,
    bytes: &[u8],
    settings: &Settings,
    report: &mut dyn CheckReport,
) -> io::Result<FindingCounts> {
    let mut counts = FindingCounts::default();
    report.begin_file(name)?;
    let progress = Progress::begin(name, bytes.len());
    let totals = check_file(bytes, settings, &mut |finding| {
        counts.add(finding.rule.severity());
        report.add(name, finding)
    })?;
    drop(progress);
    report.end_file(&CheckedFile { name, bytes: strip_byte_order_mark(bytes), totals, counts })?;
    Ok(counts)
}

/// Returns the name of a file in a report.
fn name_of(path: &Path) -> String {
    if is_standard_input(path) { "standard input".to_owned() } else { path.display().to_string() }
}

/// A line on the terminal during a long check. Dropping it removes the line.
struct Progress;

impl Progress {
    fn begin(name: &str, n_bytes: usize) -> Option<Self> {
        if n_bytes < LONG_BYTES || !io::stderr().is_terminal() {
            return None;
        }
        let n_megabytes = n_bytes / 1_000_000;
        // A check does not need its progress line, so an error here is ignored.
        drop(write!(io::stderr(), "checking {name} ({n_megabytes} MB) …"));
        Some(Self)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(write!(io::stderr(), "\r\u{1b}[2K"));
    }
}

fn write_rules(mut output: impl io::Write) -> io::Result<()> {
    for rule in Rule::ALL {
        let scope = match rule.scope() {
            Scope::Always => "",
            Scope::Strict => ", with --strict",
        };
        let (name, severity) = (rule.name(), rule.severity().word());
        let style = anstyle::Style::new().bold();
        writeln!(output, "{style}{name}{style:#} ({severity}{scope})")?;
        writeln!(output, "  {}\n  help: {}\n", rule.meaning(), rule.remedy())?;
    }
    output.flush()
}

fn parse_days(text: &str) -> Result<u32, &'static str> {
    let number = text.strip_suffix('d').unwrap_or(text);
    number.parse().map_err(|_| "write a number of days, as in 365d")
}

fn parse_rule(name: &str) -> Result<Rule, String> {
    Rule::from_name(name).ok_or_else(|| {
        let names = Rule::ALL.iter().map(|rule| rule.name());
        match nearest(name, names) {
            Some(meant) => format!("there is no such rule; did you mean “{meant}”?"),
            None => "there is no such rule; run `rustscape check --rules` for a list".to_owned(),
        }
    })
}
