//! Retention of the hashed files of earlier publications, which cached pages, open tabs and embeds
//! still load.
//!
//! The marker file records the hashed files and the day of each publication. The age of a
//! publication counts from the day on which the next one replaced it.

use jiff::civil;

use super::Assets;
use crate::publish::{ASSETS, File, MARKER_FILE, Output, Publication, day::first_day};

/// Default number of earlier publications whose hashed files stay: a few a day, for the minutes to
/// days for which hosts and browsers cache a page.
const DEFAULT_PUBLICATIONS: usize = 5;

/// Default number of days for which the hashed files of a replaced publication stay: tabs and
/// cached pages are rarely older than a month.
const DEFAULT_DAYS: u32 = 30;

/// Start of a line in the marker file that records a publication.
const NOTE_PREFIX: &str = "publication ";

/// Text in the place of an unknown day.
const UNKNOWN_DAY: &str = "unknown";

/// Limits for the hashed files of earlier publications. A file stays as long as both limits allow
/// it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::Args)]
pub struct Retention {
    /// Number of earlier publications whose files in assets/ stay for pages that load them; 0 keeps
    /// none
    #[arg(long = "keep-publications", value_name = "COUNT", default_value_t = DEFAULT_PUBLICATIONS)]
    pub publications: usize,
    /// Number of days for which these files stay, from the day of the publication that replaced them
    #[arg(long = "keep-days", value_name = "DAYS", default_value_t = DEFAULT_DAYS)]
    pub days: u32,
}

impl Retention {
    /// Limits that keep nothing of earlier publications.
    pub const NONE: Self = Self { publications: 0, days: 0 };
}

impl Default for Retention {
    fn default() -> Self {
        Self { publications: DEFAULT_PUBLICATIONS, days: DEFAULT_DAYS }
    }
}

/// Publications whose hashed files stay, the latest first.
#[derive(Debug)]
pub(in crate::publish) struct PublicationHistory {
    entries: Vec<HistoryEntry>,
}

/// A publication, as the marker file records it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct HistoryEntry {
    day: Option<civil::Date>,
    /// Sorted paths of its hashed files.
    paths: Vec<String>,
}

impl PublicationHistory {
    /// Creates the history of this publication and the earlier ones whose files stay. A publication
    /// with the same hashed files as the last one counts as the same publication.
    pub(in crate::publish) fn new(
        publication: &Publication,
        assets: &Assets,
        retention: Retention,
        output: &Output,
    ) -> Self {
        let today = publication.today.as_ref().map(first_day);
        let mut paths: Vec<_> = assets.files().iter().map(|file| file.path.clone()).collect();
        paths.sort_unstable();
        let mut entries = read_entries(output);
        if entries.first().is_none_or(|last| last.paths != paths) {
            entries.retain(|earlier| earlier.paths != paths);
            entries.insert(0, HistoryEntry { day: today, paths });
        }
        let n_young = entries.windows(2).take_while(|pair| is_young(pair[0].day, today, retention));
        let n_kept = 1 + n_young.count().min(retention.publications);
        entries.truncate(n_kept);
        Self { entries }
    }

    /// Returns the files of earlier publications from the published folder, without those in
    /// `assets`.
    pub(in crate::publish) fn files(&self, assets: &Assets, output: &Output) -> Vec<File> {
        let mut paths: Vec<_> =
            self.entries.iter().skip(1).flat_map(|entry| &entry.paths).collect();
        paths.sort_unstable();
        paths.dedup();
        paths.retain(|path| !assets.files().iter().any(|file| file.path == **path));
        paths.iter().filter_map(|path| Some(File::new(*path, output.previous(path)?))).collect()
    }

    /// Returns the lines for the marker file.
    pub(in crate::publish) fn notes(&self) -> String {
        self.entries.iter().map(HistoryEntry::line).collect()
    }
}

impl HistoryEntry {
    fn line(&self) -> String {
        let day = self.day.map_or_else(|| UNKNOWN_DAY.to_owned(), |day| day.to_string());
        format!("{NOTE_PREFIX}{day} {}\n", self.paths.join(" "))
    }

    fn read(line: &str) -> Option<Self> {
        let mut words = line.strip_prefix(NOTE_PREFIX)?.split(' ');
        let day = words.next()?.parse().ok();
        let paths = words.filter(|path| is_asset_path(path)).map(str::to_owned).collect();
        Some(Self { day, paths })
    }
}

/// Reads the publications in the marker file. A marker file without such lines counts as one
/// publication of the files in the folder.
fn read_entries(output: &Output) -> Vec<HistoryEntry> {
    let mark = output.previous(MARKER_FILE).unwrap_or_default();
    let entries: Vec<_> =
        String::from_utf8_lossy(&mark).lines().filter_map(HistoryEntry::read).collect();
    let mut paths = output.previous_paths(ASSETS);
    paths.retain(|path| is_asset_path(path));
    if entries.is_empty() && !paths.is_empty() {
        return vec![HistoryEntry { day: None, paths }];
    }
    entries
}

/// Returns whether the files of a publication that was replaced on a day may stay. Without a day,
/// only the number of publications counts.
fn is_young(replaced: Option<civil::Date>, today: Option<civil::Date>, limit: Retention) -> bool {
    let (Some(replaced), Some(today)) = (replaced, today) else { return true };
    (today - replaced).get_days() <= i32::try_from(limit.days).unwrap_or(i32::MAX)
}

/// Returns whether a path names a file directly in the folder of assets.
fn is_asset_path(path: &str) -> bool {
    path.strip_prefix(ASSETS)
        .is_some_and(|name| !name.contains(['/', '\\']) && !name.starts_with('.'))
}
