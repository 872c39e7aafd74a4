//! Hashed files of earlier publications, which cached pages, open tabs and frames still name.
//!
//! The mark of the folder notes the hashed files of each publication and its day. The day on which
//! the next publication replaced it decides how old a publication is.

use jiff::civil;

use super::Assets;
use crate::publish::{ASSETS, File, MARKER_FILE, Output, Publication, day::first_day};

/// Number of earlier publications whose hashed files stay: a few a day for the minutes to days for
/// which hosts and browsers keep a page.
const DEFAULT_PUBLICATIONS: usize = 5;

/// Number of days for which the hashed files of a replaced publication stay: a tab or a cached page
/// is hardly ever older than a month.
const DEFAULT_DAYS: u32 = 30;

/// Start of the line in the mark that notes a publication.
const NOTE_PREFIX: &str = "publication ";

/// Note in the place of a day that is not known.
const UNKNOWN_DAY: &str = "unknown";

/// Limits for the hashed files of earlier publications. A file stays as long as both allow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::Args)]
pub struct Retention {
    /// Number of earlier publications whose files in assets/ stay for pages that name them; 0 keeps
    /// none
    #[arg(long = "keep-publications", value_name = "COUNT", default_value_t = DEFAULT_PUBLICATIONS)]
    pub publications: usize,
    /// Number of days for which they stay, from the day of the publication that replaced them
    #[arg(long = "keep-days", value_name = "DEFAULT_DAYS", default_value_t = DEFAULT_DAYS)]
    pub days: u32,
}

impl Retention {
    /// Keeps nothing of earlier publications.
    pub const NONE: Self = Self { publications: 0, days: 0 };
}

impl Default for Retention {
    fn default() -> Self {
        Self { publications: DEFAULT_PUBLICATIONS, days: DEFAULT_DAYS }
    }
}

/// Publications of a folder, the latest first.
#[derive(Debug)]
pub(in crate::publish) struct PublicationHistory {
    entries: Vec<HistoryEntry>,
}

/// A publication as the mark notes it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct HistoryEntry {
    day: Option<civil::Date>,
    /// Paths of its hashed files, sorted.
    paths: Vec<String>,
}

impl PublicationHistory {
    /// Returns this publication and the earlier ones whose files stay. One that has the same hashed
    /// files as the last one is that publication again.
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

    /// Returns the files of earlier publications as they are in the folder, without those that
    /// `assets` has.
    pub(in crate::publish) fn files(&self, assets: &Assets, output: &Output) -> Vec<File> {
        let mut paths: Vec<_> =
            self.entries.iter().skip(1).flat_map(|entry| &entry.paths).collect();
        paths.sort_unstable();
        paths.dedup();
        paths.retain(|path| !assets.files().iter().any(|file| file.path == **path));
        paths.iter().filter_map(|path| Some(File::new(*path, output.previous(path)?))).collect()
    }

    /// Returns the lines for the mark.
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

/// Returns the publications that the mark notes. A folder from before there were such notes has one
/// publication: the files that are there.
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

/// Returns whether a publication that was replaced on a day is young enough for its files to stay.
/// Without a day only their number counts.
fn is_young(replaced: Option<civil::Date>, today: Option<civil::Date>, limit: Retention) -> bool {
    let (Some(replaced), Some(today)) = (replaced, today) else { return true };
    (today - replaced).get_days() <= i32::try_from(limit.days).unwrap_or(i32::MAX)
}

/// Returns whether a path is that of a hashed file, and of nothing outside of their folder.
fn is_asset_path(path: &str) -> bool {
    path.strip_prefix(ASSETS)
        .is_some_and(|name| !name.contains(['/', '\\']) && !name.starts_with('.'))
}
