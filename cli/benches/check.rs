//! How long a check of a large file takes, and how much memory.
//!
//! `cargo bench -p rustscape-cli --bench check --profile dist-cli` makes a file of 100 MB from the
//! published dataset, runs the program on it, and on a copy full of errors, and fails where that
//! takes more than it may: memory for both, and time for the first. With another profile the
//! numbers mean nothing, and nothing is held to them.

#![allow(clippy::disallowed_methods, reason = "it runs natively, where there is a clock")]

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write as _},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

const DATASET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../public/data/rustscape.json");

/// How large the file is.
const BYTES: usize = 100_000_000;

/// How long a check of it may take, and how much memory: a small machine does it.
const SECONDS_MAX: f64 = 3.0;
const MEGABYTES_MAX: u64 = 600;

/// Fields of which a copy has to differ from the others, as records do.
const OF_ITS_OWN: [&str; 8] =
    ["name", "summary", "statement", "text", "note", "title", "supports", "baseline"];

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let sound = folder.join("large.json");
    let broken = folder.join("broken.json");
    write_copies(&sound, &|_| {})?;
    write_copies(&broken, &damage)?;
    let of_sound = measure("sound", &sound, &[])?;
    // Whoever has hundreds of thousands of findings waits for them, but needs no more memory.
    let of_broken = measure("full of errors", &broken, &[])?;
    let as_json = measure("full of errors, as JSON", &broken, &["--format", "json"])?;
    fs::remove_file(sound)?;
    fs::remove_file(broken)?;
    let is_measured = env!("CARGO_BIN_EXE_rustscape").contains("dist-cli");
    let is_small = |taken: &Taken| taken.n_megabytes < MEGABYTES_MAX;
    let is_fine = of_sound.processor_seconds < SECONDS_MAX
        && [&of_sound, &of_broken, &as_json].into_iter().all(is_small);
    assert!(is_fine || !is_measured, "a check takes more than it may");
    Ok(())
}

/// Writes the organizations of the published dataset, with other ids and texts each time, until the
/// file is large enough.
fn write_copies(path: &Path, change: &dyn Fn(&mut Value)) -> io::Result<()> {
    let mut dataset: Value = serde_json::from_slice(&fs::read(DATASET)?)?;
    let organizations = dataset["organizations"].take();
    // These name records by the ids that they had.
    dataset["redirects"] = json!([]);
    dataset["events"] = json!([]);
    let mut output = BufWriter::new(File::create(path)?);
    let head = serde_json::to_string_pretty(&dataset)?;
    let head = head.strip_suffix("null\n}").unwrap_or(&head);
    write!(output, "{head}[")?;
    let mut n_bytes = head.len();
    for number in 0.. {
        for (idx, organization) in organizations.as_array().into_iter().flatten().enumerate() {
            let mut copy = organization.clone();
            rename(&mut copy, None, number);
            change(&mut copy);
            let text = serde_json::to_string_pretty(&copy)?;
            let comma = if number == 0 && idx == 0 { "" } else { "," };
            write!(output, "{comma}\n    {}", text.replace('\n', "\n    "))?;
            n_bytes += text.len() + 4 * text.lines().count();
        }
        if BYTES < n_bytes {
            break;
        }
    }
    write!(output, "\n  ]\n}}\n")?;
    output.flush()
}

/// Gives a copy ids and texts of its own. The ids sort as before.
fn rename(value: &mut Value, key: Option<&str>, number: u32) {
    match value {
        Value::Object(members) => {
            if members.contains_key("projects")
                && let Some(Value::String(id)) = members.get_mut("id")
            {
                *id = format!("n{number:03}-{id}");
            }
            for (key, value) in members {
                rename(value, Some(key.as_str()), number);
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| rename(value, key, number)),
        Value::String(text) => match key {
            Some("also") => *text = format!("n{number:03}-{text}"),
            Some("aliases") => *text = format!("{text} N{number}"),
            Some(key) if OF_ITS_OWN.contains(&key) => *text = format!("No. {number}: {text}"),
            _ => {}
        },
        _ => {}
    }
}

/// Breaks several rules in each project, so that there are hundreds of thousands of findings.
fn damage(organization: &mut Value) {
    organization["country"] = json!("ZZ");
    for project in organization["projects"].as_array_mut().into_iter().flatten() {
        project["summary"] = json!(" two  spaces");
        project["domains"] = json!(["no-such", "nor-this"]);
        project["budget"] = json!(1);
        project["until"] = json!(3000);
        for source in project["sources"].as_array_mut().into_iter().flatten() {
            source["date"] = json!("2031-02-30");
            source["url"] = json!("ftp://example.org");
        }
    }
}

/// Runs the program, and says what it took.
fn measure(name: &str, path: &Path, args: &[&str]) -> io::Result<Taken> {
    let n_megabytes = fs::metadata(path)?.len() / 1_000_000;
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_rustscape"))
        .arg("check")
        .args(args)
        .arg(path)
        .stdout(Stdio::null())
        .spawn()?;
    let taken = Taken::by(&mut child)?;
    let seconds = start.elapsed().as_secs_f64();
    let Taken { n_megabytes: peak, processor_seconds } = &taken;
    eprintln!(
        "{name}: {n_megabytes} MB checked in {seconds:.2} s, {processor_seconds:.2} s of them on the \
         processor, with at most {peak} MB of memory"
    );
    Ok(taken)
}

/// What a program has taken, as far as the system says so; nothing, where it does not.
#[derive(Default)]
struct Taken {
    /// The most memory that it had.
    n_megabytes: u64,
    /// The time for which it ran. Other than the time until it ended, it does not hang on what else
    /// the machine does meanwhile; the program has a single thread.
    processor_seconds: f64,
}

/// How many times in a second Linux counts processor time.
const TICKS_PER_SECOND: f64 = 100.0;

impl Taken {
    /// Waits for a program to end, and looks at what it takes until then.
    fn by(child: &mut Child) -> io::Result<Self> {
        let folder = format!("/proc/{}", child.id());
        let mut taken = Self::default();
        while child.try_wait()?.is_none() {
            let text = |file: &str| fs::read_to_string(format!("{folder}/{file}")).ok();
            let memory = text("status").and_then(|status| peak_of(&status));
            let ticks = text("stat").and_then(|stat| ticks_of(&stat));
            taken.n_megabytes = taken.n_megabytes.max(memory.unwrap_or_default());
            let seconds = ticks.map_or(0.0, |ticks| f64::from(ticks) / TICKS_PER_SECOND);
            taken.processor_seconds = taken.processor_seconds.max(seconds);
            thread::sleep(Duration::from_millis(2));
        }
        Ok(taken)
    }
}

fn peak_of(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kilobytes / 1000)
}

/// The time in the program and, for the program, in the system: the twelfth and the next number
/// after the name.
fn ticks_of(stat: &str) -> Option<u32> {
    let mut numbers = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let (program, system): (u32, u32) =
        (numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?);
    Some(program + system)
}
