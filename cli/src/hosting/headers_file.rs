//! The file `_headers`, which Netlify and Cloudflare Pages read.

use super::{
    hashed_folders::HASHED_FOLDERS,
    headers::{COMMON_HEADERS, IMMUTABLE},
    media_type::{is_inferred_by_hosts, media_type},
};

/// Maximum number of rules: Cloudflare Pages ignores further ones.
pub const RULES_MAX: usize = 100;

/// Returns the text of `_headers` for a site below `base_path`, which begins and ends with a slash.
/// The file has to be at the root of the deployment.
///
/// `files` are paths below the site without a leading slash. Files whose media type hosts cannot
/// infer get a rule each, those nearest to the root first, up to [`RULES_MAX`] rules.
///
/// No two rules set the same header for one path, because Cloudflare would join the values. For the
/// same reason there is no general `Cache-Control`: the default of both hosts, `max-age=0,
/// must-revalidate`, is right.
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
