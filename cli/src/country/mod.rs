//! The countries of ISO 3166-1, and Kosovo, whose code is in use, with the names that people write.

use std::sync::LazyLock;

use rustscape::search::fold;

use crate::nearest::nearest;

/// A line for each country, by code: its two letters, its three letters, and its names. The first
/// name is the usual English one; others are formal, older and short ones, and those in the
/// languages of the country, as the Unicode CLDR has them.
const TABLE: &str = include_str!("countries.txt");

/// Parts of countries that are often written as countries. None has a code of its own.
const PARTS: [(&str, &str); 4] =
    [("england", "GB"), ("scotland", "GB"), ("wales", "GB"), ("northernireland", "GB")];

/// The most names that are suggested: with more, none of them is a good guess.
const SUGGESTIONS_MAX: usize = 3;

static COUNTRIES: LazyLock<Vec<Country>> =
    LazyLock::new(|| TABLE.lines().filter_map(Country::of_line).collect());

/// A country with everything it is known by.
#[derive(Debug)]
pub(crate) struct Country {
    /// Two upper-case letters.
    pub(crate) code: &'static str,
    /// Three upper-case letters.
    long_code: &'static str,
    /// The usual English name.
    pub(crate) name: &'static str,
    /// Every name, as it is compared.
    keys: Vec<String>,
}

impl Country {
    fn of_line(line: &'static str) -> Option<Self> {
        let (code, rest) = line.split_once(' ')?;
        let (long_code, names) = rest.split_once(' ')?;
        let name = names.split('|').next()?;
        Some(Self { code, long_code, name, keys: names.split('|').map(key).collect() })
    }

    fn is(&self, key: &str) -> bool {
        self.code.eq_ignore_ascii_case(key)
            || self.long_code.eq_ignore_ascii_case(key)
            || self.keys.iter().any(|known| known == key)
    }
}

/// The usual English name of a country of two upper-case letters; `None` where there is none.
pub(crate) fn country_name(code: &str) -> Option<&'static str> {
    let at = COUNTRIES.binary_search_by(|country| country.code.cmp(code)).ok()?;
    COUNTRIES.get(at).map(|country| country.name)
}

/// Finds a country by its code or by a name, in any case, with or without accents, dots and "the",
/// and also as registers write it: `Korea, Republic of`, `Korea (the Republic of)`. A name that two
/// countries could mean is none.
pub(crate) fn find_country(text: &str) -> Option<&'static Country> {
    let find = |key: String| COUNTRIES.iter().find(|country| country.is(&key));
    if let Some(country) = find(key(text)) {
        return Some(country);
    }
    let (head, tail) = text.split_once([',', '('])?;
    let turned = find(key(&[tail, head].join(" ")));
    let same = || find(key(head)).filter(|country| country.is(&key(tail)));
    turned.or_else(same)
}

/// The country of a part that is often written as one, such as England.
pub(crate) fn find_whole(part: &str) -> Option<&'static Country> {
    let part = key(part);
    let (_, code) = PARTS.iter().find(|(known, _)| *known == part)?;
    COUNTRIES.iter().find(|country| country.code == *code)
}

/// English names of countries that were probably meant, if it can be told.
pub(crate) fn suggested(text: &str) -> Vec<&'static str> {
    let words = words(text);
    let has_words = |country: &&Country| {
        let of_name = self::words(country.name);
        !words.is_empty() && words.iter().all(|word| of_name.contains(word))
    };
    let alike: Vec<_> = COUNTRIES.iter().filter(has_words).map(|country| country.name).collect();
    if (1..=SUGGESTIONS_MAX).contains(&alike.len()) {
        return alike;
    }
    let keys = COUNTRIES.iter().flat_map(|country| country.keys.iter().map(String::as_str));
    let meant = nearest(&words.concat(), keys);
    let meant = meant.and_then(|meant| COUNTRIES.iter().find(|country| country.is(meant)));
    meant.map(|country| country.name).into_iter().collect()
}

/// A name as it is compared: its words without space between them.
fn key(name: &str) -> String {
    words(name).concat()
}

/// The words of a name, folded: `St.` is "saint" and `&` is "and", and "the" is none.
fn words(name: &str) -> Vec<String> {
    let folded = fold(name).replace('&', " and ");
    let words = folded.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty() && *word != "the");
    words.map(|word| if word == "st" { "saint" } else { word }.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{COUNTRIES, country_name, find_country, find_whole, suggested};

    #[test]
    fn countries_are_known_by_their_codes() {
        assert_eq!(COUNTRIES.len(), 250);
        assert!(COUNTRIES.is_sorted_by(|one, other| one.code < other.code));
        assert_eq!(country_name("AX"), Some("Åland Islands"));
        for code in ["UK", "ZZ", "EU", "de", ""] {
            assert_eq!(country_name(code), None, "{code}");
        }
    }

    #[test]
    fn no_name_or_code_stands_for_two_countries() {
        let mut owners = HashMap::new();
        for country in COUNTRIES.iter() {
            assert_eq!((country.code.len(), country.long_code.len()), (2, 3), "{}", country.code);
            let codes = [country.code, country.long_code].map(str::to_ascii_lowercase);
            for key in country.keys.iter().chain(&codes) {
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
    fn common_formal_and_own_names_are_understood() {
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
    fn what_may_mean_several_countries_means_none() {
        for text in ["Korea", "Congo", "Virgin Islands", "Georgia (USA)", "Georgia, USA", "", "the"]
        {
            assert!(find_country(text).is_none(), "{text}");
        }
        assert_eq!(find_whole("England").map(|country| country.code), Some("GB"));
        assert!(find_whole("Bavaria").is_none());
    }

    #[test]
    fn the_nearest_names_are_suggested() {
        assert_eq!(suggested("Germny"), ["Germany"]);
        assert_eq!(suggested("Korea"), ["North Korea", "South Korea"]);
        assert_eq!(suggested("Congo"), ["Congo (Kinshasa)", "Congo (Brazzaville)"]);
        assert_eq!(suggested("Netherland"), ["Netherlands"]);
        assert_eq!(suggested("Atlantis"), [] as [&str; 0]);
    }
}
