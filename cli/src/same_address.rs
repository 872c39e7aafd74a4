//! Addresses that are written in several ways.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use url::Url;

/// Hosts on which the first two parts of a path, an owner and a repository, are the same in any
/// case, with or without `.git`.
const CODE_HOSTS: [&str; 1] = ["github.com"];

/// Returns the normal spelling of an address: what two spellings of one address have in common.
///
/// The rules are those of RFC 3986, section 6.2, that hold for every server: the case of scheme and
/// host, the default port, an empty path, dots in a path, escapes of what need not be escaped, and
/// an empty fragment. At GitHub also the case of owner and repository. What a server may tell
/// apart, such as `www.`, a slash at the end of a longer path or `http`, is told apart here.
///
/// A text that is no address is returned as it is.
pub(crate) fn normal_address(address: &str) -> Cow<'_, str> {
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

/// Whether two texts are spellings of one address, or the same text.
pub(crate) fn is_same_address(one: &str, other: &str) -> bool {
    one == other || normal_address(one) == normal_address(other)
}

/// A path without escapes of letters, digits and `-._~`; the letters of other escapes are upper
/// case.
fn unescaped(path: &str) -> String {
    let mut parts = path.split('%');
    let mut unescaped = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (digits, rest) = part.split_at_checked(2).unwrap_or((part, ""));
        let escape = format!("%{digits}");
        // What is no escape is decoded to itself.
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

/// The path at a host of code: `/Owner/Repo.git/` is `/owner/repo`.
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
    use super::is_same_address;

    #[track_caller]
    fn check(one: &str, other: &str, expected: bool) {
        assert_eq!(is_same_address(one, other), expected, "{one} {other}");
        assert_eq!(is_same_address(other, one), expected, "{other} {one}");
    }

    #[test]
    fn spellings_of_one_address_are_the_same() {
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
    fn what_a_server_may_tell_apart_is_told_apart() {
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
