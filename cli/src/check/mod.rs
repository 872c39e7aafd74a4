//! What is wrong with a dataset.
//!
//! The [reader](rustscape::dataset::DatasetReader) says which records it leaves out and why; what only a
//! curator can mend is looked for here. Everything is found in one pass over the organizations,
//! after a census of the whole file, and told at once, so that a large file
//! takes little more memory than its values. No rule knows any organization, domain or language:
//! those of the form that mean something, such as the confidence “confirmed”, are named where a
//! rule goes by them.

mod address;
mod alias;
mod census;
mod course;
mod date;
mod day;
mod file;
mod finding;
mod form;
mod head;
mod markup;
mod organization;
mod outcome;
mod place;
mod project;
mod prose;
mod reference;
mod report;
mod rule;
mod settings;
mod source;
mod syntax;
mod text;
mod vocabulary;

use std::{
    fs,
    io::{self, BufWriter, IsTerminal as _, Read as _, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::ValueEnum;
use rustscape::dataset::strip_byte_order_mark;

pub(crate) use self::head::is_language;
pub use self::{
    day::Day,
    finding::Finding,
    rule::{Rule, Scope, Severity},
    settings::Settings,
};

use self::{
    file::check_file,
    report::{Checked, Counts, GithubReport, JsonReport, Report, TextReport},
};
use crate::{Failure, nearest::nearest};

/// Stands for the standard input.
const DASH: &str = "-";

/// From this size on, a check takes long enough to say what is being done.
const LONG_BYTES: usize = 32 * 1024 * 1024;

/// How many bytes of output are gathered before they are written.
const OUTPUT_BYTES: usize = 64 * 1024;

/// Say everything that is wrong with datasets
///
/// Finds what keeps records from being shown (errors) and what makes them less than they could be
/// (warnings): ids, dates, addresses and coded values, references between records, claims and
/// confidence against the sources, figures that would be read the wrong way, texts and copies of
/// them, and how long ago somebody looked. It never stops at the first finding.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rustscape check data/atlas.json
  rustscape check --today \"$(date +%F)\" --max-age 180d data/*.json
  rustscape check --format github --quiet data/atlas.json      in a workflow
  rustscape check --format json data/atlas.json | jq -r '.files[].findings[].rule'
  rustscape check --rules                                       what is looked for

Exit codes: 0 nothing found, or only warnings; 1 errors; 2 a file cannot be read, or an argument is
wrong.

--format json writes one document, with a line for each finding:
  {\"version\": 1, \"files\": [
    {\"file\": \"…\", \"findings\": [
      {\"severity\": \"error\" or \"warning\", \"rule\": \"not-a-slug\",
       \"line\": 12, \"column\": 9, \"record\": \"organization/project\",
       \"field\": \"sources[0].url\", \"reason\": \"…\", \"remedy\": \"…\"}],
     \"totals\": {\"organizations\": 1, \"projects\": 1, \"sources\": 1} or null,
     \"errors\": 1, \"warnings\": 0}],
   \"errors\": 1, \"warnings\": 0}
Lines and columns count from 1, columns in bytes. What is found comes in a fixed order: first what
is said of the file as a whole, then organization by organization. Whether a file is in its
canonical form is what “rustscape fmt --check” says.")]
pub struct Args {
    /// Dataset files; “-” reads standard input
    #[arg(required_unless_present = "rules", value_name = "FILE")]
    files: Vec<PathBuf>,
    /// For how many days a look at the sources of a project counts, as in 365d
    #[arg(long, value_name = "DAYS", default_value = "365d", value_parser = read_days)]
    max_age: u32,
    /// Measure ages by this day, not by the day of the dataset's last change
    #[arg(long, value_name = "DATE")]
    today: Option<Day>,
    /// The first year in which a project can be, such as that of a language
    #[arg(long, value_name = "YEAR")]
    first_year: Option<u16>,
    /// Hold the dataset to the limits of a well-kept one too: lengths of texts, sentences, hints,
    /// classification
    #[arg(long)]
    strict: bool,
    /// Leave out a rule, by its name; may be given several times
    #[arg(long, value_name = "RULE", value_parser = read_rule)]
    allow: Vec<Rule>,
    /// How findings are written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Leave out warnings
    #[arg(short, long)]
    quiet: bool,
    /// Write every rule with its meaning, and check nothing
    #[arg(long, conflicts_with = "files")]
    rules: bool,
}

/// A form of output.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// For people, with the lines of the file; at most 10 findings of a rule
    #[default]
    Text,
    /// For programs
    Json,
    /// Commands of a GitHub workflow
    Github,
}

/// Runs the command.
///
/// # Errors
///
/// When the output cannot be written.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let outcome = if args.rules {
        write_rules(buffered(anstream::stdout().lock())).map(|()| ExitCode::SUCCESS)
    } else {
        check_files(args)
    };
    match outcome {
        // Somebody who stops reading, as `head` does, has seen enough; there was something to see.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::from(1)),
        outcome => outcome.map_err(Failure::writing_output),
    }
}

fn buffered<W: io::Write>(output: W) -> BufWriter<W> {
    BufWriter::with_capacity(OUTPUT_BYTES, output)
}

/// Everything that is found in a file, in the order in which it is told.
pub fn find(bytes: &[u8], settings: &Settings) -> Vec<Finding> {
    let mut found = Vec::new();
    // Keeping what is found never fails, and so neither does the check.
    let checked = check_file(bytes, settings, &mut |finding| {
        found.push(finding);
        Ok(())
    });
    debug_assert!(checked.is_ok());
    found
}

/// Says on the standard output what keeps records of a file from being shown, as the command does.
/// Gives how many errors that are.
///
/// # Errors
///
/// When the output cannot be written.
pub(crate) fn tell_errors(name: &str, bytes: &[u8]) -> Result<usize, Failure> {
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
    // What programs read goes as it is: it has no colors that could be taken out.
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
    report: &mut dyn Report,
) -> io::Result<ExitCode> {
    let mut total = Counts::default();
    let mut n_read = 0;
    for path in paths {
        match read_file(path) {
            Ok(bytes) => {
                total = total.plus(check_one(&name_of(path), &bytes, settings, report)?);
                n_read += 1;
            }
            Err(error) => anstream::eprint!("{}", Failure::reading(path, &error)),
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
    report: &mut dyn Report,
) -> io::Result<Counts> {
    let mut counts = Counts::default();
    report.begin(name)?;
    let progress = Progress::begin(name, bytes.len());
    let totals = check_file(bytes, settings, &mut |finding| {
        counts.add(finding.rule.severity());
        report.tell(name, finding)
    })?;
    drop(progress);
    report.end(&Checked { name, bytes: strip_byte_order_mark(bytes), totals, counts })?;
    Ok(counts)
}

fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    if path.as_os_str() != DASH {
        return fs::read(path);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn name_of(path: &Path) -> String {
    if path.as_os_str() == DASH { "standard input".to_owned() } else { path.display().to_string() }
}

/// A line on a terminal while something takes long, gone when it is done.
struct Progress;

impl Progress {
    fn begin(name: &str, n_bytes: usize) -> Option<Self> {
        if n_bytes < LONG_BYTES || !io::stderr().is_terminal() {
            return None;
        }
        let n_megabytes = n_bytes / 1_000_000;
        // A line of progress that cannot be written is no reason not to check.
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

fn read_days(text: &str) -> Result<u32, &'static str> {
    let number = text.strip_suffix('d').unwrap_or(text);
    number.parse().map_err(|_| "write a number of days, as in 365d")
}

fn read_rule(name: &str) -> Result<Rule, String> {
    Rule::find(name).ok_or_else(|| {
        let names = Rule::ALL.iter().map(|rule| rule.name());
        match nearest(name, names) {
            Some(meant) => format!("there is no such rule; did you mean “{meant}”?"),
            None => "there is no such rule; “rustscape check --rules” has all of them".to_owned(),
        }
    })
}
