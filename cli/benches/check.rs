//! Time and memory for checking a large file.
//!
//! `cargo bench -p rustscape-cli --bench check --profile dist-cli` makes a file of 100 MB from the
//! published dataset and checks this file and a copy full of errors. It fails if either check needs
//! too much memory or if the first one is too slow. Other profiles only print the numbers.

#![allow(clippy::disallowed_methods, reason = "native code has a clock")]

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

/// Size of the file in bytes.
const BYTES: usize = 100_000_000;

/// Most processor time of a check in seconds, so that a check is quick on a small machine.
const SECONDS_MAX: f64 = 3.0;
/// Most memory of a check in megabytes.
const MEGABYTES_MAX: u64 = 600;

/// Fields that have to differ between copies, because the check reports copied text.
const UNIQUE_FIELDS: [&str; 8] =
    ["name", "summary", "statement", "text", "note", "title", "supports", "baseline"];

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let valid = folder.join("large.json");
    let broken = folder.join("broken.json");
    write_copies(&valid, &|_| {})?;
    write_copies(&broken, &damage)?;
    let valid_usage = measure("valid", &valid, &[])?;
    // Hundreds of thousands of findings may take longer, but must not need more memory.
    let broken_usage = measure("full of errors", &broken, &[])?;
    let json_usage = measure("full of errors, as JSON", &broken, &["--format", "json"])?;
    fs::remove_file(valid)?;
    fs::remove_file(broken)?;
    let is_measured = env!("CARGO_BIN_EXE_rustscape").contains("dist-cli");
    let is_small = |usage: &Usage| usage.n_megabytes < MEGABYTES_MAX;
    let is_fine = valid_usage.processor_seconds < SECONDS_MAX
        && [&valid_usage, &broken_usage, &json_usage].into_iter().all(is_small);
    assert!(is_fine || !is_measured, "a check exceeds its limits");
    Ok(())
}

/// Writes copies of the organizations of the published dataset, with different ids and texts, until
/// the file is large enough.
fn write_copies(path: &Path, change: &dyn Fn(&mut Value)) -> io::Result<()> {
    let mut dataset: Value = serde_json::from_slice(&fs::read(DATASET)?)?;
    let organizations = dataset["organizations"].take();
    // Redirects and events refer to the original ids.
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
        if n_bytes > BYTES {
            break;
        }
    }
    write!(output, "\n  ]\n}}\n")?;
    output.flush()
}

/// Gives a copy unique ids and texts. The ids keep their order.
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
            Some(key) if UNIQUE_FIELDS.contains(&key) => *text = format!("No. {number}: {text}"),
            _ => {}
        },
        _ => {}
    }
}

/// Breaks several rules in each project, for hundreds of thousands of findings.
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

/// Checks a file, and prints and returns the time and memory.
fn measure(name: &str, path: &Path, args: &[&str]) -> io::Result<Usage> {
    let n_megabytes = fs::metadata(path)?.len() / 1_000_000;
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_rustscape"))
        .arg("check")
        .args(args)
        .arg(path)
        .stdout(Stdio::null())
        .spawn()?;
    let usage = Usage::by(&mut child)?;
    let seconds = start.elapsed().as_secs_f64();
    let Usage { n_megabytes: peak, processor_seconds } = &usage;
    eprintln!(
        "{name}: {n_megabytes} MB checked in {seconds:.2} s, {processor_seconds:.2} s of them on the \
         processor, with at most {peak} MB of memory"
    );
    Ok(usage)
}

/// Time and memory that a process used; zero on systems other than Linux.
#[derive(Default)]
struct Usage {
    /// Peak memory in megabytes.
    n_megabytes: u64,
    /// Processor time. Unlike elapsed time, it does not depend on other load.
    processor_seconds: f64,
}

/// Number of clock ticks per second in which Linux counts processor time.
const TICKS_PER_SECOND: f64 = 100.0;

impl Usage {
    /// Waits for a process to end and samples its time and memory until then.
    fn by(child: &mut Child) -> io::Result<Self> {
        let folder = format!("/proc/{}", child.id());
        let mut usage = Self::default();
        while child.try_wait()?.is_none() {
            let text = |file: &str| fs::read_to_string(format!("{folder}/{file}")).ok();
            let memory = text("status").and_then(|status| peak_of(&status));
            let ticks = text("stat").and_then(|stat| ticks_of(&stat));
            usage.n_megabytes = usage.n_megabytes.max(memory.unwrap_or_default());
            let seconds = ticks.map_or(0.0, |ticks| f64::from(ticks) / TICKS_PER_SECOND);
            usage.processor_seconds = usage.processor_seconds.max(seconds);
            thread::sleep(Duration::from_millis(2));
        }
        Ok(usage)
    }
}

/// Returns the peak memory in megabytes, from `/proc/<id>/status`.
fn peak_of(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kilobytes / 1000)
}

/// Returns the ticks of user and system time, from `/proc/<id>/stat`: the twelfth and thirteenth
/// numbers after the name of the program.
fn ticks_of(stat: &str) -> Option<u32> {
    let mut numbers = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let (program, system): (u32, u32) =
        (numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?);
    Some(program + system)
}
