//! Hashed files of earlier publications, which cached pages, open tabs and frames still name.
//!
//! The mark of the folder notes the hashed files of each publication and its day. The day on which
//! the next publication replaced it decides how old a publication is.

use jiff::civil;

use super::{ASSETS, Assets};
use crate::publish::{File, MARK, Output, Publication, day::first_day};

/// Number of earlier publications whose hashed files stay: a few a day for the minutes to days for
/// which hosts and browsers keep a page.
const PUBLICATIONS: usize = 5;

/// Number of days for which the hashed files of a replaced publication stay: a tab or a cached page
/// is hardly ever older than a month.
const DAYS: u32 = 30;

/// Start of the line in the mark that notes a publication.
const NOTE: &str = "publication ";

/// Note in the place of a day that is not known.
const NO_DAY: &str = "unknown";

/// Limits for the hashed files of earlier publications. A file stays as long as both allow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::Args)]
pub struct Retention {
    /// Number of earlier publications whose files in assets/ stay for pages that name them; 0 keeps
    /// none
    #[arg(long = "keep-publications", value_name = "COUNT", default_value_t = PUBLICATIONS)]
    pub publications: usize,
    /// Number of days for which they stay, from the day of the publication that replaced them
    #[arg(long = "keep-days", value_name = "DAYS", default_value_t = DAYS)]
    pub days: u32,
}

impl Retention {
    /// Keeps nothing of earlier publications.
    pub const NONE: Self = Self { publications: 0, days: 0 };
}

impl Default for Retention {
    fn default() -> Self {
        Self { publications: PUBLICATIONS, days: DAYS }
    }
}

/// Publications of a folder, the latest first.
#[derive(Debug)]
pub(in crate::publish) struct Publications {
    noted: Vec<Noted>,
}

/// A publication as the mark notes it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Noted {
    day: Option<civil::Date>,
    /// Paths of its hashed files, sorted.
    paths: Vec<String>,
}

impl Publications {
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
        let mut noted = noted(output);
        if noted.first().is_none_or(|last| last.paths != paths) {
            noted.retain(|earlier| earlier.paths != paths);
            noted.insert(0, Noted { day: today, paths });
        }
        let n_young = noted.windows(2).take_while(|pair| is_young(pair[0].day, today, retention));
        let n_kept = 1 + n_young.count().min(retention.publications);
        noted.truncate(n_kept);
        Self { noted }
    }

    /// Returns the files of earlier publications as they are in the folder, without those that
    /// `assets` has.
    pub(in crate::publish) fn files(&self, assets: &Assets, output: &Output) -> Vec<File> {
        let mut paths: Vec<_> = self.noted.iter().skip(1).flat_map(|noted| &noted.paths).collect();
        paths.sort_unstable();
        paths.dedup();
        paths.retain(|path| !assets.files().iter().any(|file| file.path == **path));
        paths.iter().filter_map(|path| Some(File::new(*path, output.before(path)?))).collect()
    }

    /// Returns the lines for the mark.
    pub(in crate::publish) fn notes(&self) -> String {
        self.noted.iter().map(Noted::line).collect()
    }
}

impl Noted {
    fn line(&self) -> String {
        let day = self.day.map_or_else(|| NO_DAY.to_owned(), |day| day.to_string());
        format!("{NOTE}{day} {}\n", self.paths.join(" "))
    }

    fn read(line: &str) -> Option<Self> {
        let mut words = line.strip_prefix(NOTE)?.split(' ');
        let day = words.next()?.parse().ok();
        let paths = words.filter(|path| is_asset(path)).map(str::to_owned).collect();
        Some(Self { day, paths })
    }
}

/// Returns the publications that the mark notes. A folder from before there were such notes has one
/// publication: the files that are there.
fn noted(output: &Output) -> Vec<Noted> {
    let mark = output.before(MARK).unwrap_or_default();
    let noted: Vec<_> = String::from_utf8_lossy(&mark).lines().filter_map(Noted::read).collect();
    let mut paths = output.paths_before(ASSETS);
    paths.retain(|path| is_asset(path));
    if noted.is_empty() && !paths.is_empty() {
        return vec![Noted { day: None, paths }];
    }
    noted
}

/// Returns whether a publication that was replaced on a day is young enough for its files to stay.
/// Without a day only their number counts.
fn is_young(replaced: Option<civil::Date>, today: Option<civil::Date>, limit: Retention) -> bool {
    let (Some(replaced), Some(today)) = (replaced, today) else { return true };
    (today - replaced).get_days() <= i32::try_from(limit.days).unwrap_or(i32::MAX)
}

/// Returns whether a path is that of a hashed file, and of nothing outside of their folder.
fn is_asset(path: &str) -> bool {
    path.strip_prefix(ASSETS)
        .is_some_and(|name| !name.contains(['/', '\\']) && !name.starts_with('.'))
}
