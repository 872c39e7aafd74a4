//! Countries with their codes and names: those of ISO 3166-1, and Kosovo with its common code.

use std::sync::LazyLock;

use rustscape::search::fold;

use crate::nearest::nearest;

/// One line per country, sorted by code: the two-letter code, the three-letter code, and the names.
/// The common English name comes first. The others are formal, former and short names, and the
/// names in the languages of the country, from the Unicode CLDR.
const TABLE: &str = include_str!("countries.txt");

/// Parts of countries that people often write as countries, with the codes of the countries. None
/// has its own code.
const COUNTRY_PARTS: [(&str, &str); 4] =
    [("england", "GB"), ("scotland", "GB"), ("wales", "GB"), ("northernireland", "GB")];

/// Most names to suggest: with more candidates, no single one is a good guess.
const SUGGESTIONS_MAX: usize = 3;

static COUNTRIES: LazyLock<Vec<Country>> =
    LazyLock::new(|| TABLE.lines().filter_map(Country::parse_line).collect());

/// A country with its codes and names.
#[derive(Debug)]
pub(crate) struct Country {
    /// The two-letter code, in upper case.
    pub(crate) code: &'static str,
    /// The three-letter code, in upper case.
    long_code: &'static str,
    /// The common English name.
    pub(crate) name: &'static str,
    /// All names, [normalized](normalize_name).
    normalized_names: Vec<String>,
}

impl Country {
    fn parse_line(line: &'static str) -> Option<Self> {
        let (code, rest) = line.split_once(' ')?;
        let (long_code, names) = rest.split_once(' ')?;
        let name = names.split('|').next()?;
        let normalized_names = names.split('|').map(normalize_name).collect();
        Some(Self { code, long_code, name, normalized_names })
    }

    /// Returns whether a normalized text is a code or a name of the country.
    fn matches(&self, text: &str) -> bool {
        self.code.eq_ignore_ascii_case(text)
            || self.long_code.eq_ignore_ascii_case(text)
            || self.normalized_names.iter().any(|name| name == text)
    }
}

/// Returns the common English name for a two-letter code in upper case.
pub(crate) fn country_name(code: &str) -> Option<&'static str> {
    let at = COUNTRIES.binary_search_by(|country| country.code.cmp(code)).ok()?;
    COUNTRIES.get(at).map(|country| country.name)
}

/// Returns the country with a code or a name. Ignores case, accents, punctuation and "the".
/// Recognizes inverted names, such as `Korea, Republic of` and `Korea (the Republic of)`. Returns
/// `None` for a name that several countries could have.
pub(crate) fn find_country(text: &str) -> Option<&'static Country> {
    let find = |name: String| COUNTRIES.iter().find(|country| country.matches(&name));
    if let Some(country) = find(normalize_name(text)) {
        return Some(country);
    }
    let (head, tail) = text.split_once([',', '('])?;
    let inverted = find(normalize_name(&[tail, head].join(" ")));
    // Both parts may name the same country: `United States (USA)`.
    let same =
        || find(normalize_name(head)).filter(|country| country.matches(&normalize_name(tail)));
    inverted.or_else(same)
}

/// Returns the country of a part that people often write as a country, such as England.
pub(crate) fn find_country_of_part(part: &str) -> Option<&'static Country> {
    let part = normalize_name(part);
    let (_, code) = COUNTRY_PARTS.iter().find(|(known, _)| *known == part)?;
    COUNTRIES.iter().find(|country| country.code == *code)
}

/// Returns the English names of the countries that a misspelled or incomplete name probably means.
pub(crate) fn suggest_countries(text: &str) -> Vec<&'static str> {
    let words = words(text);
    let contains_words = |country: &&Country| {
        let of_country = self::words(country.name);
        !words.is_empty() && words.iter().all(|word| of_country.contains(word))
    };
    let candidates: Vec<_> =
        COUNTRIES.iter().filter(contains_words).map(|country| country.name).collect();
    if (1..=SUGGESTIONS_MAX).contains(&candidates.len()) {
        return candidates;
    }
    let names = COUNTRIES.iter().flat_map(|country| &country.normalized_names);
    let closest = nearest(&words.concat(), names.map(String::as_str));
    let country = closest.and_then(|name| COUNTRIES.iter().find(|country| country.matches(name)));
    country.map(|country| country.name).into_iter().collect()
}

/// Normalizes a name for comparison: its words without spaces.
fn normalize_name(name: &str) -> String {
    words(name).concat()
}

/// Returns the folded words of a name without "the". Expands `St.` to "saint" and `&` to "and".
fn words(name: &str) -> Vec<String> {
    let folded = fold(name).replace('&', " and ");
    let words = folded.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty() && *word != "the");
    words.map(|word| if word == "st" { "saint" } else { word }.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{COUNTRIES, country_name, find_country, find_country_of_part, suggest_countries};

    #[test]
    fn finds_the_name_of_a_code() {
        assert_eq!(COUNTRIES.len(), 250);
        assert!(COUNTRIES.is_sorted_by(|one, other| one.code < other.code));
        assert_eq!(country_name("AX"), Some("Åland Islands"));
        for code in ["UK", "ZZ", "EU", "de", ""] {
            assert_eq!(country_name(code), None, "{code}");
        }
    }

    #[test]
    fn no_name_or_code_belongs_to_two_countries() {
        let mut owners = HashMap::new();
        for country in COUNTRIES.iter() {
            assert_eq!((country.code.len(), country.long_code.len()), (2, 3), "{}", country.code);
            let codes = [country.code, country.long_code].map(str::to_ascii_lowercase);
            for key in country.normalized_names.iter().chain(&codes) {
                assert!(!key.is_empty(), "{}", country.name);
                let owner = owners.insert(key.clone(), country.code);
                assert!(owner.is_none_or(|owner| owner == country.code), "{key}");
            }
        }
    }

    #[track_caller]
    fn check(text: &str, code: &str) {
        assert_eq!(find_country(text).map(|country| country.code), Some(code), "{text}");
    }

    #[test]
    fn recognizes_common_formal_and_local_names() {
        check("United States of America", "US");
        check("The Netherlands", "NL");
        check("Czech Republic", "CZ");
        check("Turkey", "TR");
        check("U.S.A.", "US");
        check("MEX", "MX");
        check("deu", "DE");
        check("Deutschland", "DE");
        check("España", "ES");
        check("Espana", "ES");
        check("Suisse", "CH");
        check("日本", "JP");
        check("Россия", "RU");
        check("대한민국", "KR");
        check("Korea, Republic of", "KR");
        check("Korea (the Republic of)", "KR");
        check("Korea, Democratic People's Republic of", "KP");
        check("Congo, The Democratic Republic of the", "CD");
        check("Iran (Islamic Republic of)", "IR");
        check("United States (USA)", "US");
        check("Virgin Islands (British)", "VG");
        check("St. Kitts & Nevis", "KN");
        check("Côte d’Ivoire", "CI");
        check("Russian Federation", "RU");
        check("Viet Nam", "VN");
        check("Hong Kong", "HK");
        check("Great Britain", "GB");
        check("Holland", "NL");
        check("Republic of Türkiye", "TR");
    }

    #[test]
    fn rejects_ambiguous_names() {
        for text in ["Korea", "Congo", "Virgin Islands", "Georgia (USA)", "Georgia, USA", "", "the"]
        {
            assert!(find_country(text).is_none(), "{text}");
        }
        assert_eq!(find_country_of_part("England").map(|country| country.code), Some("GB"));
        assert!(find_country_of_part("Bavaria").is_none());
    }

    #[test]
    fn suggests_the_closest_names() {
        assert_eq!(suggest_countries("Germny"), ["Germany"]);
        assert_eq!(suggest_countries("Korea"), ["North Korea", "South Korea"]);
        assert_eq!(suggest_countries("Congo"), ["Congo (Kinshasa)", "Congo (Brazzaville)"]);
        assert_eq!(suggest_countries("Netherland"), ["Netherlands"]);
        assert_eq!(suggest_countries("Atlantis"), [] as [&str; 0]);
    }
}
