//! Tests of text matching and highlighting.

use rustscape::search::{Index, Query};
use serde_json::{Value, json};

use crate::search_atlas::{NAMES, dataset_of, index_of, shown};

/// Returns one organization with one project of the given name.
fn named(name: &str) -> Value {
    json!([{"id": "org", "name": "Zzz", "projects": [{"id": "it", "name": name}]}])
}

#[track_caller]
fn check_found(name: &str, found: &[&str], not_found: &[&str]) {
    let (_, index) = index_of(&named(name));
    for (texts, is_found) in [(found, true), (not_found, false)] {
        for text in texts {
            let results = index.search(&Query::default().with_text(text));
            assert_eq!(!results.is_empty(), is_found, "“{text}” in “{name}”");
        }
    }
}

#[test]
fn every_word_matches_as_a_prefix() {
    check_found(
        "Edge Proxy",
        &["", "e", "edge", "prox", "proxy edge", "EDGE P"],
        &["dge", "edges q"],
    );
    check_found("Edge Proxy", &["!", "edge & proxy", "(edge)", "edge/proxy"], &["edge & disk"]);
    check_found("H2O 2018", &["h2", "2018", "20"], &["o2", "2019", "2o"]);
}

#[test]
fn plus_and_hash_signs_belong_to_a_name() {
    check_found("Written in C++", &["c++", "C++", "c", "c+", "c++,"], &["c#", "cpp", "c+++"]);
    check_found("A C# to F# bridge", &["c#", "f#", "c f"], &["c++", "#g"]);
    check_found("C/C++11 code", &["c", "c++", "11", "c/c++", "c++11"], &["c#"]);
    check_found("#rust 1+1", &["rust", "#rust", "1+1"], &["1#"]);
}

#[test]
fn compound_names_match_joined_and_split() {
    check_found(
        "Node.js",
        &["node", "js", "nodejs", "node.js", "node-js", "js node", "nodej"],
        &["ode", "node.xy"],
    );
    check_found(
        "memory-safe code",
        &["memory-safe", "memorysafe", "safe", "memory‑safe", "memory.s"],
        &["safememory"],
    );
    check_found("O’Reilly’s", &["oreilly", "o'reilly", "reilly", "oreillys"], &["orly"]);
    check_found("nodejs", &["node.js", "node-js", "nodejs"], &["js"]);
    check_found("Node (with JS)", &["node.js"], &["nodejs"]);
    check_found("End. Start -v x--y", &["end start", "v", "y x"], &["endstart", "xy"]);
    check_found("1.2.3", &["1.2.3", "123", "3"], &["12.4"]);
}

#[test]
fn case_accents_and_widths_make_no_difference() {
    check_found(
        "Ångström Café naïve",
        &["angstrom", "ÅNGSTRÖM", "cafe", "café", "cafe\u{301}", "naive"],
        &["cofi"],
    );
    check_found("Cafe\u{301}teria", &["café", "cafete", "cafe\u{301}teria"], &["teria"]);
    check_found(
        "Straße Æsir Œuvre Þór",
        &["strasse", "STRASSE", "straß", "aesir", "œuvre", "oeuvre", "thor"],
        &["strase w"],
    );
    check_found(
        "Łódź Đorđe Kıbrıs İstanbul",
        &["lodz", "dorde", "kibris", "istanbul", "KIBRIS"],
        &["odz"],
    );
    check_found("Tiếng Việt Ươ", &["tieng viet", "uo"], &["việtt q"]);
    check_found("Ёлка Йод Київ", &["елка", "иод", "ЁЛКА", "київ"], &["лка"]);
    check_found("Άλφα Οδός", &["αλφα", "ΑΛΦΑ", "οδοσ", "οδός"], &["λφα"]);
    check_found("Ｒｕｓｔ　Ｃ＋＋", &["rust", "c++"], &["ust"]);
    check_found("data\u{ad}base", &["database", "data\u{ad}base"], &["base"]);
}

/// Checks that each spelling finds all the others.
#[track_caller]
fn check_same(spellings: &[&str]) {
    for name in spellings {
        check_found(name, spellings, &[]);
    }
}

#[test]
fn compatibility_forms_match_plain_letters() {
    check_same(&["ﬁle", "file", "FILE", "ＦＩＬＥ", "ﬁ𝗹𝐞", "ⓕⓘⓛⓔ"]);
    check_same(&["Ⅻ", "XII", "xii", "ⅹⅱ"]);
    check_same(&["カタカナ", "ｶﾀｶﾅ"]);
    check_same(&["ガイド", "ｶﾞｲﾄﾞ", "カ\u{3099}イト\u{3099}"]);
    check_same(&["H₂O m²", "h2o m2"]);
    check_same(&["㈱日立", "(株)日立"]);
    check_same(&["Straße", "STRASSE", "ſtraſſe", "STRAẞE"]);
    check_same(&["paral·lel", "paraŀlel", "parallel"]);
    check_same(&["２０２０", "۲۰۲۰", "٢٠٢٠", "२०२०", "2020", "𝟐𝟎𝟐𝟎"]);
    check_found("½ Ⅻ. ガイド", &["1", "2", "xi", "カ"], &["12", "ii", "ﾞ"]);
}

#[test]
fn optional_marks_make_no_difference() {
    check_same(&["é", "e\u{301}", "e", "E\u{301}\u{327}"]);
    check_same(&["R\u{337}\u{317}u\u{335}\u{353}s\u{336}\u{31b}t\u{334}\u{324}", "Rust"]);
    check_same(&["مُحَمَّد", "محمد", "مـحـمـد", "ﻣﺤﻤﺪ"]);
    check_same(&["أحمد إلى آن ٱ", "احمد الي ان ا"]);
    check_same(&["شركة", "شركه"]);
    check_same(&["مسؤول رئيس", "مسوول رييس"]);
    check_same(&["کتاب فارسی", "كتاب فارسي"]);
    check_same(&["שָׁלוֹם", "שלום", "\u{fb2a}ָלו\u{5b9}ם"]);
    check_same(&["Tiếng Việt Đà Nẵng", "tieng viet da nang", "Tiê\u{301}ng Viê\u{323}t Đà Nẵng"]);
    check_same(&["Işık Diyarbakır İzmir", "isik diyarbakir izmir", "IŞIK DİYARBAKIR IZMIR"]);
    check_same(&["Οδυσσεύς", "ΟΔΥΣΣΕΥΣ", "οδυσσευσ", "Ὀδυσσεύς"]);
    check_same(&["Ёлка йод", "елка иод", "Е\u{308}ЛКА И\u{306}ОД"]);
    check_same(&["한국어", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}\u{110b}\u{1165}"]);
    check_same(&["फ़िल्म", "फिल्म"]);
    check_same(&["da\u{200b}ta\u{feff}base", "database"]);
    check_found("한국어", &["하", "한구"], &["국"]);
    check_found("か", &["か"], &["が"]);
}

#[test]
fn words_match_their_other_forms_in_english() {
    check_found(
        "Memory safe proxies for replaced databases",
        &["safety", "proxy", "proxied", "replaces", "replacing", "replacement", "database"],
        &["safari", "replica", "data x"],
    );
    check_found("Encryption, migrations", &["encrypted", "encrypts", "migrate", "migrating"], &[]);
    check_found(
        "A company plan, not its party",
        &["companies", "plans", "planning", "parties"],
        &["notes", "companion"],
    );
    check_found("Reliable and safe caches", &["reliability", "cache", "cached", "caching"], &[]);
    check_found("Memory-safe code", &["memory-safety", "safety"], &["memory-loss"]);
    check_found("Servers of customers", &["server", "customer"], &["serving", "custom-made"]);
}

#[test]
fn words_match_no_other_forms_in_other_languages() {
    for (language, is_found) in
        [(Some("en-GB"), true), (Some("EN"), true), (Some("de"), false), (None, false)]
    {
        let mut dataset = dataset_of(&named("Safe"));
        dataset.language = language.map(str::to_owned);
        let index = Index::new(&dataset, &NAMES);
        let results = index.search(&Query::default().with_text("safety"));
        assert_eq!(!results.is_empty(), is_found, "{language:?}");
        assert_eq!(results.corrections, [], "{language:?}");
    }
}

#[test]
fn other_forms_rank_below_prefixes_and_prevent_corrections() {
    let names = ["Migrated", "Migratedx", "Migration", "Migratxd"];
    let projects = names.map(|name| json!({"id": name.to_lowercase(), "name": name}));
    let (dataset, index) =
        index_of(&json!([{"id": "org", "name": "Zzz", "projects": projects.to_vec()}]));
    let check = |text: &str, expected: &str| {
        let results = index.search(&Query::default().with_text(text));
        assert_eq!(shown(&dataset, &results), expected, "{text}");
        assert_eq!(results.corrections, [], "{text}");
    };
    check("migrated", "org: migrated migratedx migration");
    check("migrating", "org: migrated migration");
    check("migrat", "org: migrated migratedx migration migratxd");
    let canva = json!([{"id": "org", "name": "Zzz", "projects": [
        {"id": "named", "name": "Canva"}, {"id": "canvas", "summary": "A canvas."},
        {"id": "news", "name": "News"}, {"id": "new", "summary": "A new one."}]}]);
    let (dataset, index) = index_of(&canva);
    for (text, expected) in [("canvas", "org: canvas named"), ("news", "org: news")] {
        let results = index.search(&Query::default().with_text(text));
        assert_eq!(shown(&dataset, &results), expected, "{text}");
    }
}

#[test]
fn unspaced_scripts_match_anywhere_in_a_run() {
    check_found("跨平台客户端开发", &["平台", "开发", "跨", "客户端开"], &["台平", "平台 w"]);
    check_found("Rust在字节跳动", &["rust", "字节", "rust 跳动", "在"], &["rust字节 q", "ust"]);
    check_found("カタカナひらがな", &["カナ", "がな", "ナひ"], &["なが"]);
    check_found("ภาษาไทย", &["ไทย", "ภาษา"], &["ไทยภ"]);
    check_found("한국어 검색", &["한국", "검색"], &["국어"]);
}

#[test]
fn corrects_one_edit_and_two_from_eight_letters_on() {
    check_found(
        "Cloudflare",
        &["cloudflar", "clodflare", "cloudflrae", "cluodflrae", "xcloudflare", "cloudflarexy"],
        &["clodfare w", "cldflr", "clodflrea q"],
    );
    check_found(
        "Proxy",
        &["proyx", "pproxy", "prxy", "prxoy", "praxy"],
        &["pryx", "prx", "yxorp", "poxi"],
    );
    check_found("Database", &["databsea", "dtaabsae"], &["datbsae", "databxyz"]);
    check_found("Lua", &["lua", "lu"], &["lia", "lxa", "luaxyz"]);
    check_found("Released 2018", &["2018", "relaesed"], &["2019", "20188"]);
    check_found("Node.js", &["nodejss", "node.jss", "noed.js"], &["noed.xy"]);
    check_found("跨平台客户端", &["跨平台客"], &["跨平台客外", "跨平台户"]);
}

/// Returns many projects, so that some words match as typed.
fn languages() -> Value {
    let projects = ["Proxy", "Prefix proxies", "Prozy", "Proxyy"]
        .iter()
        .enumerate()
        .map(|(at, name)| json!({"id": format!("p{at}"), "name": name, "since": 2020}));
    json!([{"id": "org", "name": "Zzz", "projects": projects.collect::<Vec<_>>()}])
}

#[track_caller]
fn check_corrected(text: &str, corrections: &[(&str, &[&str])], expected: &str) {
    let (dataset, index) = index_of(&languages());
    let results = index.search(&Query::default().with_text(text));
    let found = results.corrections.iter().map(|c| (c.typed.as_str(), c.found.iter().collect()));
    let found = found.collect::<Vec<(&str, Vec<&String>)>>();
    let expected_corrections = corrections.iter();
    let equal = found.len() == corrections.len()
        && found.iter().zip(expected_corrections).all(|(a, b)| a.0 == b.0 && a.1 == b.1);
    assert!(equal, "{text}: {found:?}");
    assert_eq!(shown(&dataset, &results), expected, "{text}");
}

#[test]
fn does_not_correct_words_that_match() {
    check_corrected("proxy", &[], "org: p0 p3 p1");
    check_corrected("proz", &[], "org: p2");
}

#[test]
fn corrections_list_at_most_three_tokens_most_likely_first() {
    check_corrected("Proxz", &[("Proxz", &["proxy"])], "org: p0");
    check_corrected("pro.xyq", &[("pro.xyq", &["proxy", "proxyy"])], "org: p0 p3");
    check_corrected(
        "PROXIESS prefxi",
        &[("PROXIESS", &["proxies"]), ("prefxi", &["prefix"])],
        "org: p1",
    );
    check_corrected("qqqqqqqq", &[], "");
    let near = ["aaaab", "aaaac", "aaaad", "aaaae"];
    let projects = near.map(|name| json!({"id": name})).to_vec();
    let (_, index) = index_of(&json!([{"id": "org", "name": "Zzz", "projects": projects}]));
    let results = index.search(&Query::default().with_text("aaaax"));
    assert_eq!(results.corrections[0].found, ["aaaab", "aaaac", "aaaad"]);
    assert_eq!(results.n_projects, 4);
}

/// Returns projects that have the same word in different fields.
fn fields() -> Value {
    let aliases = json!(["Falcon"]);
    json!([
        {"id": "a", "name": "Wings", "projects": [
            {"id": "summary", "summary": "Not a falcon."},
            {"id": "alias", "aliases": aliases},
            {"id": "name", "name": "The Falcon"},
            {"id": "prefix", "name": "Falconer"},
            {"id": "label", "domains": ["web-platform"]},
            {"id": "coded", "replaces": ["cpp"]},
            {"id": "script", "replaces": ["nodejs"]},
            {"id": "scripts", "replaces": ["nodejs", "js"]},
        ]},
        {"id": "b", "name": "Falcon House", "industry": "media", "projects": [{"id": "x"}, {"id": "y"}]},
        {"id": "c", "name": "Cee", "aliases": ["FAL"], "summary": "They breed falcons.", "industry": "cloud",
         "projects": [{"id": "z", "summary": "Platform of no sort"}]},
    ])
}

#[track_caller]
fn check_ranked(text: &str, expected: &str) {
    let (dataset, index) = index_of(&fields());
    let results = index.search(&Query::default().with_text(text));
    assert_eq!(shown(&dataset, &results), expected, "{text}");
}

#[test]
fn ranks_names_first_and_exact_words_before_prefixes() {
    check_ranked("falcon", "a: name prefix alias summary | b: x y | c: z");
    check_ranked("falcno", "a: name alias summary | b: x y");
    check_ranked("platform", "a: label | c: z");
    check_ranked("cpp", "a: coded");
    check_ranked("js", "a: scripts script");
    check_ranked("c++", "a: coded");
}

#[test]
fn a_match_in_an_organization_finds_its_projects() {
    check_ranked("house", "b: x y");
    check_ranked("falcon x", "b: x");
    check_ranked("medias", "b: x y");
    check_ranked("hosting", "c: z");
    check_ranked("fal platform", "c: z");
    check_ranked("breed", "c: z");
    check_ranked("wings web-platform", "a: label");
    check_ranked("wings house", "");
}

#[track_caller]
fn check_marked(query: &str, text: &str, expected: &str) {
    let (_, index) = index_of(&named("Cloudflare Node.js proxy"));
    let marked = marked(&index, query, text);
    assert_eq!(marked, expected, "“{query}”");
}

/// Returns a text with brackets around its highlighted ranges.
fn marked(index: &Index, query: &str, text: &str) -> String {
    let mut marked = String::new();
    let mut end = 0;
    for range in index.search(&Query::default().with_text(query)).highlighter.ranges(text) {
        marked.push_str(&text[end..range.start]);
        marked = format!("{marked}[{}]", &text[range.clone()]);
        end = range.end;
    }
    marked + &text[end..]
}

#[test]
fn highlights_the_typed_prefix_of_every_token() {
    check_marked("", "Proxy", "Proxy");
    check_marked("!", "Proxy!", "Proxy!");
    check_marked("pro", "A proxy, Proxies; approx", "A [pro]xy, [Pro]xies; approx");
    check_marked("c++ c", "C, C++ and ccc", "[C], [C++] and [c]cc");
    check_marked("nodej", "Node.js and NodeJS", "[Node.j]s and [NodeJ]S");
    check_marked("node.js", "Node.js or js-node", "[Node.js] or js-node");
    check_marked("node.js", "js, a node", "[js], a [node]");
    check_marked("js", "Node.js’s", "Node.[js]’s");
    check_marked("strass stra", "Die Straße", "Die [Straß]e");
    check_marked("stras", "Die Straße", "Die [Straß]e");
    check_marked("cafe t", "Cafe\u{301}teria te\u{301}", "[Cafe\u{301}]teria [t]e\u{301}");
    check_marked("caf", "CAF\u{301}É", "[CAF\u{301}]É");
    check_marked("平台", "跨平台客户端, 平台", "跨[平台]客户端, [平台]");
    check_marked("🦀 rust", "🦀Rust🦀", "🦀[Rust]🦀");
}

#[test]
fn never_highlights_a_part_of_a_visible_character() {
    check_marked("file", "A ﬁle, ﬁles", "A [ﬁle], [ﬁle]s");
    check_marked("f", "ﬁle", "[ﬁ]le");
    check_marked("xi", "Ⅻ. x", "[Ⅻ]. x");
    check_marked("2x 1", "½x", "[½x]");
    check_marked("محمد", "ال مُحَمَّدٌ x", "ال [مُحَمَّدٌ] x");
    check_marked("ガ", "ｶﾞｲﾄﾞ", "[ｶﾞ]ｲﾄﾞ");
    check_marked("カ", "か カ\u{3099}イ", "か [カ\u{3099}]イ");
    check_marked("하", "한 \u{1112}\u{1161}\u{11ab}국", "[한] [\u{1112}\u{1161}\u{11ab}]국");
    check_marked("हिन्दी", "हिन्दी।", "[हिन्दी]।");
    check_marked("株", "㈱日立", "[㈱]日立");
    check_marked(
        "rust",
        "R\u{337}u\u{335}st\u{334}\u{324}!",
        "[R\u{337}u\u{335}st\u{334}\u{324}]!",
    );
}

#[test]
fn highlights_other_forms_as_a_whole() {
    check_marked("safety", "Safe, SAFETY, safely", "[Safe], [SAFETY], safely");
    check_marked("proxies", "A proxy; proxies", "A [proxy]; [proxies]");
    check_marked("memory-safety", "memory-safe", "[memory-safe]");
}

#[test]
fn highlights_corrected_words_as_a_whole() {
    check_marked("clodflare", "The Cloudflare clodflare", "The [Cloudflare] [clodflare]");
    check_marked("nodejsx", "Node.js for the node", "[Node.js] for the node");
}

#[test]
fn an_empty_highlighter_marks_nothing() {
    let (_, index) = index_of(&named("It"));
    for (text, is_empty) in [("", true), ("?!", true), ("it", false), ("zzzzz", false)] {
        let results = index.search(&Query::default().with_text(text));
        assert_eq!(results.highlighter.is_empty(), is_empty, "{text}");
    }
}
