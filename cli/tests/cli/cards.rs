//! Preview cards: their content and their layout.

use std::{fs, sync::LazyLock, thread};

use png::{BitDepth, ColorType, Decoder, Transformations};
use proptest::{
    prelude::any,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use rustscape_cli::publish::cards::{Card, CardRenderer, HEIGHT, WIDTH};

/// Renderer that all tests share, also across threads.
static RENDERER: LazyLock<CardRenderer> = LazyLock::new(|| renderer(Vec::new()));

const BLANK: Card<'_> = Card {
    atlas: "",
    sentence: "",
    lead: None,
    names: &[],
    n_more: 0,
    address: "",
    accent: None,
    is_rtl: false,
};

/// Minimum distance of texts from the edges, in pixels: less than the margin of the layout, because
/// marks extend beyond the advance width of their letter.
const MARGIN: usize = 64;

fn renderer(fonts: Vec<Vec<u8>>) -> CardRenderer {
    CardRenderer::new(fonts).map_err(|failure| failure.to_string()).expect("fonts that can be read")
}

/// Pixels of a picture: red, green and blue.
#[derive(PartialEq)]
struct Picture(Vec<[u8; 3]>);

impl Picture {
    fn of(card: &Card<'_>) -> Self {
        let svg = RENDERER.svg(card);
        let bytes = RENDERER.png(&svg).map_err(|failure| failure.to_string()).expect("a picture");
        Self::read(&bytes)
    }

    fn read(bytes: &[u8]) -> Self {
        let mut decoder = Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(Transformations::EXPAND);
        let mut reader = decoder.read_info().expect("a PNG");
        let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
        let frame = reader.next_frame(&mut pixels).expect("pixels");
        assert_eq!((frame.width, frame.height), (WIDTH, HEIGHT));
        assert_eq!((frame.color_type, frame.bit_depth), (ColorType::Rgb, BitDepth::Eight));
        Self(pixels.as_chunks::<3>().0.to_vec())
    }

    /// Returns the positions at which two pictures visibly differ; the palette of a card merges
    /// nearly equal colors.
    fn differences(&self, other: &Self) -> Vec<(usize, usize)> {
        let width = WIDTH as usize;
        let is_other = |(one, other): (&[u8; 3], &[u8; 3])| {
            one.iter().zip(other).any(|(one, other)| 8 < one.abs_diff(*other))
        };
        let pairs = self.0.iter().zip(&other.0).enumerate();
        pairs.filter(|(_, pair)| is_other(*pair)).map(|(at, _)| (at % width, at / width)).collect()
    }
}

/// A text element of the SVG of a card.
#[derive(Debug)]
struct Text {
    letters: String,
    baseline: f32,
    size: f32,
    color: String,
    font: String,
}

fn texts(card: &Card<'_>) -> Vec<Text> {
    texts_of(&RENDERER.svg(card))
}

fn texts_of(svg: &str) -> Vec<Text> {
    let text = |element: &str| {
        let attribute = |name: &str| {
            let (_, value) = element.split_once(&format!(" {name}=\""))?;
            Some(value.split_once('"')?.0.to_owned())
        };
        let number = |name: &str| attribute(name)?.parse().ok();
        let content = element.split_once('>')?.1;
        Some(Text {
            letters: content.trim_matches('\u{200f}').to_owned(),
            baseline: number("y")?,
            size: number("font-size")?,
            color: attribute("fill")?,
            font: attribute("font-family")?,
        })
    };
    svg.split("<text").skip(1).filter_map(|rest| text(rest.split_once("</text>")?.0)).collect()
}

/// Returns whether two baselines are equal.
fn is_same(one: f32, other: f32) -> bool {
    (one - other).abs() < 0.5
}

/// Returns the lines of a card in the largest font size.
fn sentence_lines(sentence: &str) -> Vec<String> {
    let mut lines: Vec<(f32, String)> = Vec::new();
    for text in texts(&Card { sentence, ..BLANK }) {
        match lines.last_mut() {
            Some((baseline, line)) if is_same(*baseline, text.baseline) => {
                line.push_str(&text.letters);
            }
            _ => lines.push((text.baseline, text.letters)),
        }
    }
    lines.into_iter().map(|(_, line)| line).collect()
}

#[test]
fn renders_the_same_bytes_on_every_thread() {
    let names = ["Alpha".to_owned(), "Αθήνα".to_owned()];
    let card = Card { sentence: "53 projects", names: &names, ..BLANK };
    let svg = RENDERER.svg(&card);
    let draw = |renderer: &CardRenderer| renderer.png(&svg).map_err(|failure| failure.to_string());
    let expected = draw(&RENDERER).expect("a picture");
    assert!(renderer(Vec::new()).svg(&card) == svg);
    assert!(draw(&renderer(Vec::new())).expect("a picture") == expected);
    thread::scope(|scope| {
        let threads: Vec<_> = (0..3).map(|_| scope.spawn(|| draw(&RENDERER))).collect();
        for thread in threads {
            assert!(thread.join().expect("no panic").expect("a picture") == expected);
        }
    });
}

#[test]
fn draws_each_script() {
    // Replacement boxes for two texts of the same length would look the same.
    let blank = Picture::of(&BLANK);
    let strong = |text: &str| Picture::of(&Card { sentence: text, ..BLANK });
    let regular = |text: &str| Picture::of(&Card { lead: Some(text), ..BLANK });
    let check = |one: &str, other: &str| {
        for (one_drawn, other_drawn) in
            [(strong(one), strong(other)), (regular(one), regular(other))]
        {
            let n_inked = one_drawn.differences(&blank).len();
            assert!(200 < n_inked, "{one} has {n_inked} pixels");
            let n_other = one_drawn.differences(&other_drawn).len();
            assert!(100 < n_other, "{one} and {other} differ by {n_other} pixels");
        }
    };
    check("ñőśž", "çğąđ");
    check("Việt", "ệạẵử");
    check("αβγδ", "ξπφω");
    check("абвг", "ждйя");
    check("שלום", "רמגד");
    check("مرحب", "قصفط");
    check("中华民国", "数据工程");
    check("國學體龍", "臺灣網路");
    check("ひらがな", "カタカナ");
    check("프로젝트", "네이버한");
    check("हिमन", "कखगघ");
    check("กขคง", "มยรล");
    check("აბგდ", "ევზთ");
    check("աբգդ", "եզէը");
}

#[test]
fn transliterates_or_omits_characters_without_a_font() {
    let check = |text: &str, expected: &str| {
        assert_eq!(sentence_lines(text), [expected], "{text}");
    };
    check("Rust 🦀 at work", "Rust at work");
    check("🦀Rust🦀", "Rust");
    check("Team 👩\u{200d}💻", "Team");
    check("1\u{fe0f}\u{20e3}", "1");
    check("🦀", "crab");
    check("ខ្មែរ", "khmaer");
    check("𝐑𝐮𝐬𝐭", "Rust");
    check("a\u{0}b\u{7}c\u{202e}d\u{ad}e\u{fffd}f\u{ffff}", "abcdef");
    check(" two \n\t words ", "two words");
    check("e\u{301}t\u{e9}", "été");
    check("a & b < c > d", "a &amp; b &lt; c &gt; d");
    assert_eq!(sentence_lines("\u{0}\u{200b}"), Vec::<String>::new());
}

#[test]
fn reports_letters_without_a_font() {
    let own = renderer(Vec::new());
    own.svg(&Card { sentence: "Rust العربية עברית C++ 5 🦀", ..BLANK });
    assert_eq!(own.missing_letters(), "");
    own.svg(&Card { sentence: "ខ្មែរ", names: &["ខ".to_owned()], ..BLANK });
    assert_eq!(own.missing_letters(), "ខមរ\u{17c2}");
}

#[test]
fn emphasizes_a_leading_number() {
    let accent = "#a8380b";
    let check = |text: &str, expected: &str| {
        for card in [Card { sentence: text, ..BLANK }, Card { lead: Some(text), ..BLANK }] {
            let emphasized: String = texts(&card)
                .iter()
                .filter(|text| text.color == accent)
                .map(|text| &*text.letters)
                .collect();
            assert_eq!(emphasized, expected, "{text}");
        }
    };
    check("53 projects", "53");
    check("1,234 projects", "1,234");
    check("53\u{a0}projects", "53");
    check("−70 % CPU against NGINX", "−70 %");
    check("10× faster", "10×");
    check("≈ 5 days", "");
    check("~5 days", "~5");
    check("53件のプロジェクト", "53");
    check("1Password", "");
    check("3M", "");
    check("7-Zip", "");
    check("2018–2024", "");
    check("v1 and 2", "");
    check("5", "5");
}

#[test]
fn direction_follows_the_words() {
    let first_letters = |sentence: &str| {
        let blank = Picture::of(&BLANK);
        let picture = Picture::of(&Card { sentence, ..BLANK });
        let between = |(_, y): &(usize, usize)| (140..350).contains(y);
        let places: Vec<usize> =
            picture.differences(&blank).into_iter().filter(between).map(|(x, _)| x).collect();
        (places.iter().min().copied().expect("ink"), places.iter().max().copied().expect("ink"))
    };
    let check = |sentence: &str, is_rtl: bool| {
        let (left, right) = first_letters(sentence);
        let is_at_right = WIDTH as usize - right < left;
        assert_eq!(is_at_right, is_rtl, "{sentence} from {left} to {right}");
    };
    check("Rust", false);
    check("שלום", true);
    check("Rust בישראל", true);
    check("One of all at חברת", false);
}

#[test]
fn right_to_left_atlas_sets_the_direction_for_every_script() {
    let inked = |card: &Card<'_>, rows: std::ops::Range<usize>| {
        let blank = Picture::of(&Card { sentence: "", is_rtl: true, ..BLANK });
        let differences = Picture::of(card).differences(&blank).into_iter();
        let columns = differences.filter(|(_, y)| rows.contains(y)).map(|(x, _)| x);
        let columns: Vec<usize> = columns.collect();
        (*columns.iter().min().expect("ink"), *columns.iter().max().expect("ink"))
    };
    let names = ["Acme".to_owned()];
    let sentence = "53 projects at 36 organizations";
    let card = Card { sentence, names: &names, is_rtl: true, ..BLANK };
    for rows in [140..350, 510..560] {
        let (left, right) = inked(&card, rows.clone());
        assert!(WIDTH as usize - right < left, "{left} to {right} of {rows:?}");
    }
    // An English sentence begins at the left even there.
    let svg = RENDERER.svg(&card);
    let left = |text: &str| {
        let (before, _) = svg.split_once(&format!(">{text}")).expect("a text");
        let (_, x) = before.rsplit_once(" x=\"").expect("a place");
        x.split('"').next().and_then(|x| x.parse::<f32>().ok()).expect("a number")
    };
    assert!(left("53") < left("projects at"), "{svg}");
}

#[test]
fn keeps_signs_at_the_end_of_latin_words_in_right_to_left_text() {
    let svg = RENDERER.svg(&Card { sentence: "استبدلت C++ أو C#", ..BLANK });
    let words: Vec<String> = texts_of(&svg).into_iter().map(|text| text.letters).collect();
    assert!(words.iter().any(|word| word.starts_with("C++")), "{words:?}");
    assert!(words.iter().any(|word| word.starts_with("C#")), "{words:?}");
}

#[test]
fn shrinks_then_wraps_then_truncates_long_text() {
    let size = |sentence: &str| texts(&Card { sentence, ..BLANK })[0].size;
    assert!(size("Some organization with a name") < size("Pingora"));
    assert!(size(&"many words ".repeat(9)) < size("Some organization with a name"));
    let long = "words of seven letters ".repeat(40);
    let lines = sentence_lines(&long);
    assert_eq!(lines.len(), 3, "{lines:?}");
    let end = lines[2].strip_suffix('…').expect("an ellipsis");
    assert!(["words", "of", "seven", "letters"].iter().any(|word| end.ends_with(word)), "{end}");
    assert!(!sentence_lines("Pingora").concat().contains('…'));
    let cut = sentence_lines(&"w".repeat(300));
    assert!(cut.len() == 3 && cut[2].ends_with('…'), "{cut:?}");
}

#[test]
fn breaks_between_words_if_possible() {
    let check = |sentence: &str, n_lines: usize| {
        let lines = sentence_lines(sentence);
        assert_eq!(lines.len(), n_lines, "{lines:?}");
        let letters = |text: &str| text.replace(' ', "");
        assert_eq!(letters(&lines.concat()), letters(sentence));
        let words: Vec<&str> = sentence.split(' ').collect();
        let last_words = lines.iter().filter_map(|line| line.split(' ').next_back());
        last_words.for_each(|last| assert!(words.contains(&last), "{last} of {lines:?}"));
    };
    check("53 projects at 36 organizations that replaced C or C++", 3);
    check("Bundesamt für Sicherheit in der Informationstechnik", 2);
    check("36개 조직의 53개 프로젝트가 C 또는 C++를 대체했습니다", 2);
}

#[test]
fn text_stays_within_the_margins() {
    let word = "W".repeat(60);
    let long = "An atlas of everything that anybody has replaced ".repeat(8);
    let tall = "Ấ\u{330}ự ".repeat(60);
    let chinese = "用于生产环境的系统编程语言地图".repeat(20);
    let arabic = "استبدلت المؤسسات لغة البرمجة ".repeat(15);
    let hindi = "परियोजनाएँ जिन्होंने ".repeat(20);
    for text in [&word, &long, &tall, &chinese, &arabic, &hindi] {
        let names = vec![text.clone(); 40];
        let card = Card {
            atlas: text,
            sentence: text,
            lead: Some(text),
            names: &names,
            n_more: 1234,
            address: text,
            accent: None,
            is_rtl: false,
        };
        let one = [text.clone()];
        for card in [card, Card { names: &one, n_more: 0, ..card }, Card { names: &[], ..card }] {
            assert_within_margins(&card);
        }
    }
}

fn assert_within_margins(card: &Card<'_>) {
    let texts = texts(card);
    for pair in texts.windows(2) {
        let [one, other] = pair else { continue };
        let (bottom, top) = (one.baseline + one.size * 0.2, other.baseline - other.size * 0.73);
        assert!(is_same(one.baseline, other.baseline) || bottom < top, "{one:?} reaches {other:?}");
    }
    // The background is mirrored if reading begins at the right.
    let is_rtl = RENDERER.svg(card).contains("matrix(-1 ");
    let blank = Card { sentence: if is_rtl { "ا" } else { "" }, ..BLANK };
    let differences = Picture::of(card).differences(&Picture::of(&blank));
    let (width, height) = (WIDTH as usize, HEIGHT as usize);
    for (x, y) in differences {
        let is_inside = (MARGIN..width - MARGIN).contains(&x) && (60..height - 40).contains(&y);
        assert!(is_inside, "{x}, {y} of {:?}", card.sentence);
        // Gaps between header and body, and between body and names.
        let is_between = (136..140).contains(&y) || (505..508).contains(&y);
        assert!(!is_between || card.names.is_empty(), "{x}, {y} of {:?}", card.sentence);
    }
}

#[test]
fn shows_names_that_fit_and_counts_the_rest() {
    let check = |n_names: usize, n_more: usize, expected: &str| {
        let names: Vec<String> = (1..=n_names).map(|number| format!("Name {number}")).collect();
        let shown: Vec<String> = texts(&Card { names: &names, n_more, ..BLANK })
            .into_iter()
            .map(|text| text.letters)
            .collect();
        assert_eq!(shown.join(", "), expected);
    };
    check(0, 0, "");
    check(0, 7, "");
    check(1, 1, "Name 1, and 1 more");
    check(1, 0, "Name 1");
    check(2, 31, "Name 1, Name 2, and 31 more");
    check(40, 2, "Name 1, Name 2, Name 3, Name 4, Name 5, and 37 more");
}

#[test]
fn accent_keeps_the_hue_and_stays_readable() {
    let color = |accent| texts(&Card { sentence: "5 projects", accent, ..BLANK })[0].color.clone();
    let usual = color(None);
    assert_eq!(color(Some("orange")), usual);
    assert_eq!(color(Some("#12345")), usual);
    assert_eq!(color(Some("#+12345")), usual);
    for (accent, strongest) in [("#ffdddd", 0), ("#00ff00", 1), ("#0000ff", 2), ("#dde", 0)] {
        let drawn = color(Some(accent));
        let parts: Vec<u8> = (0..3)
            .map(|part| {
                u8::from_str_radix(&drawn[1 + 2 * part..3 + 2 * part], 16).expect("a color")
            })
            .collect();
        let max = parts.iter().max().expect("three parts");
        assert_eq!(parts[strongest], *max, "{accent} is {drawn}");
        let sum: u32 = parts.iter().map(|part| u32::from(*part)).sum();
        assert!(sum < 380, "{accent} is {drawn}, too light on paper");
    }
}

#[test]
fn additional_fonts_take_precedence() {
    let font = |name: &str| {
        let path = format!("{}/fonts/{name}", env!("CARGO_MANIFEST_DIR"));
        fs::read(path).expect("a font of the program")
    };
    let own = renderer(vec![font("NotoSansThai-Bold.ttf"), font("NotoSansThai-Regular.ttf")]);
    let card = Card { sentence: "Rust กขคง", lead: Some("กขคง"), ..BLANK };
    let svg = own.svg(&card);
    let fonts: Vec<String> = texts_of(&svg).into_iter().map(|text| text.font).collect();
    let numbers: Vec<&str> = fonts.iter().map(|font| font.get(..8).unwrap_or(font)).collect();
    assert_eq!(numbers, ["InterDis", "extra-1-", "extra-2-"], "{fonts:?}");
    let drawn = own.png(&svg).map_err(|failure| failure.to_string()).expect("a picture");
    assert!(Picture::read(&drawn) == Picture::of(&card), "the same font draws the same");
    // Another font at the same position has another name, so the picture is drawn again.
    let other = renderer(vec![font("NotoSansThai-Regular.ttf"), font("NotoSansThai-Bold.ttf")]);
    assert!(other.svg(&card) != svg);
}

#[test]
fn rejects_an_unusable_font_by_number() {
    let font = include_bytes!("../../fonts/NotoSansThai-Bold.ttf").to_vec();
    let failure =
        CardRenderer::new(vec![font, b"wOF2".to_vec()]).err().expect("a failure").to_string();
    assert!(failure.contains("font file 2"), "{failure}");
    assert!(failure.contains(".ttf"), "{failure}");
}

#[test]
fn renders_any_text() {
    let config =
        Config { cases: 12, max_shrink_iters: 40, failure_persistence: None, ..Config::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let text = || any::<String>();
    let case = (text(), text(), text(), any::<Vec<String>>(), any::<u32>(), text());
    let outcome = runner.run(&case, |(atlas, sentence, lead, names, n_more, accent)| {
        let card = Card {
            atlas: &atlas,
            sentence: &sentence,
            lead: Some(&lead),
            names: &names,
            n_more: n_more as usize,
            address: &atlas,
            accent: Some(&accent),
            is_rtl: false,
        };
        assert_within_margins(&card);
        Ok(())
    });
    outcome.expect("a picture");
}
