//! What is pasted into other pages.

use rustscape::link::{Embed, Theme, embed_snippet};

#[test]
fn a_frame_has_a_title_a_height_and_no_more_rights_than_it_needs() {
    let snippet = snippet("https://example.org/embed/replaces/cpp/", "42 projects", Theme::Auto);
    assert_eq!(
        snippet,
        "<iframe src=\"https://example.org/embed/replaces/cpp/\" title=\"42 projects\" \
         loading=\"lazy\" sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" \
         width=\"100%\" height=\"560\" style=\"border:0\"></iframe>"
    );
}

#[test]
fn a_theme_is_written_unless_it_is_the_default() {
    let check = |url: &str, theme: Theme, expected: &str| {
        let snippet = snippet(url, "T", theme);
        assert!(snippet.contains(&format!("src=\"{expected}\"")), "{snippet}");
    };
    let (plain, asked) = ("https://example.org/embed/", "https://example.org/embed/?q=a");
    check(plain, Theme::Auto, plain);
    check(plain, Theme::Dark, "https://example.org/embed/?theme=dark");
    check(asked, Theme::Auto, asked);
    check(asked, Theme::Light, "https://example.org/embed/?q=a&amp;theme=light");
}

#[test]
fn nothing_that_is_shown_can_leave_its_attribute() {
    let snippet = snippet(
        "https://example.org/embed/?q=a&domain=proxy",
        "1 project matching “\"><script>&lt;'”",
        Theme::Auto,
    );
    assert!(snippet.contains("src=\"https://example.org/embed/?q=a&amp;domain=proxy\""));
    assert!(
        snippet.contains("title=\"1 project matching “&quot;&gt;&lt;script&gt;&amp;lt;'”\""),
        "{snippet}"
    );
}

fn snippet(url: &str, title: &str, theme: Theme) -> String {
    let (url, title) = (url.to_owned(), title.to_owned());
    embed_snippet(&Embed { url, title, height_px: 560, theme })
}
