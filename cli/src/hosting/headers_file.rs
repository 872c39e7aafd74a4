//! The file `_headers`, which Netlify and Cloudflare Pages obey.

use super::{
    hashed_folders::HASHED_FOLDERS,
    headers::{COMMON_HEADERS, IMMUTABLE},
    media_type::{is_inferred_by_hosts, media_type},
};

/// How many rules Cloudflare reads; it drops the ones after them.
pub const RULES_MAX: usize = 100;

/// The text of `_headers` for a site below a path that begins and ends with a slash. The file has
/// to lie at the top of what is deployed.
///
/// `files` are the paths of the site from its top, without a slash at the beginning. Those whose
/// type a host would not know get a rule each, the ones nearest to the top first, as far as
/// [`RULES_MAX`] goes.
///
/// No header is named by two rules for one path, as Cloudflare would join the values. So there is
/// no `Cache-Control` for everything: what both hosts do by themselves, `max-age=0,
/// must-revalidate`, is what is wanted.
pub fn headers_file<'a>(base_path: &str, files: impl IntoIterator<Item = &'a str>) -> String {
    let mut rules = vec![(format!("{base_path}*"), COMMON_HEADERS.to_vec())];
    let cached = |folder| (format!("{base_path}{folder}*"), vec![("Cache-Control", IMMUTABLE)]);
    rules.extend(HASHED_FOLDERS.map(cached));
    let mut files: Vec<&str> =
        files.into_iter().filter(|path| !is_inferred_by_hosts(path)).collect();
    files.sort_by_key(|path| (path.matches('/').count(), *path));
    let typed = files
        .iter()
        .map(|path| (format!("{base_path}{path}"), vec![("Content-Type", media_type(path))]));
    rules.extend(typed);
    rules.truncate(RULES_MAX);
    rules.iter().map(|(path, headers)| rule(path, headers)).collect()
}

fn rule(path: &str, headers: &[(&str, &str)]) -> String {
    let lines = headers.iter().map(|(name, value)| format!("  {name}: {value}\n"));
    format!("{path}\n{}", lines.collect::<String>())
}
