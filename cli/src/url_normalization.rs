//! Comparison of URLs that may be written in different ways.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use url::Url;

/// Hosts that ignore case and a `.git` suffix in the first two parts of a path, the owner and the
/// repository.
const CODE_HOSTS: [&str; 1] = ["github.com"];

/// Returns the normal form of a URL. Two URLs with the same normal form identify the same page.
///
/// Applies the rules of RFC 3986, section 6.2, that hold for every server: case of scheme and host,
/// default port, empty path, dot segments, unnecessary escapes and an empty fragment. On GitHub, the
/// case of owner and repository is ignored too. Differences that a server may distinguish are
/// kept, such as `www.`, `http` or a slash at the end of a longer path.
///
/// Returns any other text unchanged.
pub(crate) fn normalize_url(address: &str) -> Cow<'_, str> {
    let Ok(mut url) = Url::parse(address) else { return Cow::Borrowed(address) };
    if url.fragment() == Some("") {
        url.set_fragment(None);
    }
    let path = unescaped(url.path());
    let is_code_host = url.host_str().is_some_and(|host| CODE_HOSTS.contains(&host));
    let path = if is_code_host { repository_path(&path) } else { path };
    url.set_path(&path);
    Cow::Owned(url.into())
}

/// Returns whether two texts are equal or have the same [normal form](normalize_url).
pub(crate) fn is_same_url(one: &str, other: &str) -> bool {
    one == other || normalize_url(one) == normalize_url(other)
}

/// Decodes the escapes of letters, digits and `-._~` in a path, and writes other escapes in upper
/// case.
fn unescaped(path: &str) -> String {
    let mut parts = path.split('%');
    let mut unescaped = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (digits, rest) = part.split_at_checked(2).unwrap_or((part, ""));
        let escape = format!("%{digits}");
        // An invalid escape decodes to itself and is kept.
        match percent_decode_str(&escape).collect::<Vec<u8>>()[..] {
            [byte] if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) => {
                unescaped.push(char::from(byte));
            }
            [_] => unescaped.push_str(&escape.to_ascii_uppercase()),
            _ => unescaped.push_str(&escape),
        }
        unescaped.push_str(rest);
    }
    unescaped
}

/// Normalizes the path of a repository: `/Owner/Repo.git/` becomes `/owner/repo`.
fn repository_path(path: &str) -> String {
    let mut parts: Vec<String> = path.trim_end_matches('/').split('/').map(str::to_owned).collect();
    for part in parts.iter_mut().take(3) {
        part.make_ascii_lowercase();
    }
    if let [_, _, repository] = parts.as_mut_slice()
        && let Some(name) = repository.strip_suffix(".git")
    {
        *repository = name.to_owned();
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::is_same_url;

    #[track_caller]
    fn check(one: &str, other: &str, expected: bool) {
        assert_eq!(is_same_url(one, other), expected, "{one} {other}");
        assert_eq!(is_same_url(other, one), expected, "{other} {one}");
    }

    #[test]
    fn ignores_differences_that_no_server_distinguishes() {
        check("https://a.example", "https://a.example/", true);
        check("https://A.Example/x", "https://a.example:443/x", true);
        check("http://a.example:80/", "http://a.example", true);
        check("HTTPS://a.example/x#", "https://a.example/./y/../x", true);
        check("https://a.example/%7ejo/%c3%a9", "https://a.example/~jo/é", true);
        check("https://github.com/Example/Sparkle", "https://github.com/example/sparkle/", true);
        check("https://github.com/a/b.git", "https://github.com/A/b", true);
        check("https://github.com/A/b/blob/main/X", "https://github.com/a/B/blob/main/X", true);
        check("no address", "no address", true);
    }

    #[test]
    fn keeps_differences_that_a_server_may_distinguish() {
        check("https://a.example/x", "https://a.example/x/", false);
        check("https://a.example/x", "https://a.example/X", false);
        check("https://a.example/", "https://www.a.example/", false);
        check("https://a.example/", "http://a.example/", false);
        check("https://a.example/#one", "https://a.example/#two", false);
        check("https://a.example/?q=1", "https://a.example/?q=2", false);
        check("https://a.example/a%2Fb", "https://a.example/a/b", false);
        check("https://github.com/a/b/blob/main/X", "https://github.com/a/b/blob/main/x", false);
        check("https://gitlab.example/A/b", "https://gitlab.example/a/b", false);
    }
}
