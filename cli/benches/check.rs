//! How long a check of a large file takes, and how much memory.
//!
//! `cargo bench -p rustscape-cli --bench check --profile dist-cli` makes a file of 100 MB from the published
//! dataset, runs the program on it, and on a copy full of errors, and fails where that takes more
//! than it may. With another profile the numbers mean nothing, and nothing is held to them.

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

/// How long a check of it may take, and how much memory: a machine with two cores and 1 GB does it.
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
    let mut is_fine = measure("sound", &sound, &[])?;
    is_fine &= measure("full of errors", &broken, &[])?;
    // Whoever wants all of a million findings waits for them, but needs no more memory.
    measure("full of errors, as JSON", &broken, &["--format", "json"])?;
    fs::remove_file(sound)?;
    fs::remove_file(broken)?;
    let is_measured = env!("CARGO_BIN_EXE_rustscape").contains("dist-cli");
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

/// Runs the program, says what it took, and whether that is as much as it may.
fn measure(name: &str, path: &Path, args: &[&str]) -> io::Result<bool> {
    let n_megabytes = fs::metadata(path)?.len() / 1_000_000;
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_rustscape"))
        .arg("check")
        .args(args)
        .arg(path)
        .stdout(Stdio::null())
        .spawn()?;
    let peak = peak_megabytes(&mut child)?;
    let seconds = start.elapsed().as_secs_f64();
    let shown = peak.map_or_else(|| "unknown".to_owned(), |peak| format!("{peak} MB"));
    eprintln!("{name}: {n_megabytes} MB checked in {seconds:.2} s, peak memory {shown}");
    Ok(seconds < SECONDS_MAX && peak.is_none_or(|peak| peak < MEGABYTES_MAX))
}

/// Waits for a program, and gives the most memory that it had. `None` where the system does not say.
fn peak_megabytes(child: &mut Child) -> io::Result<Option<u64>> {
    let status = format!("/proc/{}/status", child.id());
    let mut peak = None;
    while child.try_wait()?.is_none() {
        peak = peak_of(&fs::read_to_string(&status).unwrap_or_default()).or(peak);
        thread::sleep(Duration::from_millis(2));
    }
    Ok(peak)
}

fn peak_of(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kilobytes / 1000)
}
