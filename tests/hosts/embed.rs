//! A view in a post, as its readers have it.

use rustscape_test_kit::driver::Engine;
use rustscape_test_kit::page::Page;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// A view in the page that a browser shows.
pub(crate) struct Embed<'p> {
    page: &'p Page,
    place: Place,
}

/// Position of the frame.
#[derive(Clone, Debug)]
enum Place {
    /// In what `embed.js` made of a quote, which this selector finds.
    Quote(String),
    /// In the page itself.
    Page(&'static str),
}

/// Expression: `true` if the frame is as high as its content, up to rounding.
const FITS: &str = "(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const free = innerHeight - document.getElementById('app').getBoundingClientRect().bottom;
    return scrollWidth <= innerWidth && scrollHeight <= innerHeight && free <= 2;
})()";

/// Expression: sizes of the frame and its content, for the message of a failed test.
const SIZES: &str = "[innerWidth, innerHeight, document.documentElement.scrollWidth, document.documentElement.scrollHeight, document.getElementById('app')?.getBoundingClientRect().bottom].join()";

/// Expression: `true` if the content of the frame is dark, by the color behind its rows.
const IS_DARK: &str = "getComputedStyle(document.querySelector('.shell')).backgroundColor.match(/\\d+/g).every((part) => part < 60)";

impl<'p> Embed<'p> {
    /// The view that one of the quotes of a page became, counted from 0.
    #[track_caller]
    pub(crate) fn of_quote(page: &'p Page, number: usize) -> Embed<'p> {
        let id = format!("embed-{number}");
        page.wait_until(
            "a frame",
            &format!(
                "(() => {{
                    const quote = document.querySelectorAll('blockquote.rustscape')[{number}];
                    quote.id = '{id}';
                    return !!quote.shadowRoot?.querySelector('iframe');
                }})()"
            ),
        );
        Embed { page, place: Place::Quote(format!("#{id}")) }
    }

    /// The view in a frame that the page has of its own.
    #[track_caller]
    pub(crate) fn of_frame(page: &'p Page, css: &'static str) -> Embed<'p> {
        page.find(css);
        Embed { page, place: Place::Page(css) }
    }

    /// The expression that is the frame.
    pub(crate) fn frame(&self) -> String {
        match &self.place {
            Place::Quote(css) => {
                format!("document.querySelector('{css}').shadowRoot.querySelector('iframe')")
            }
            Place::Page(css) => format!("document.querySelector('{css}')"),
        }
    }

    /// Does something in the frame and comes back.
    #[track_caller]
    pub(crate) fn within<T>(&self, what: impl FnOnce(&Page) -> T) -> T {
        match &self.place {
            Place::Quote(css) => self.page.driver.enter_frame_in_shadow_root(css),
            Place::Page(css) => self.page.driver.enter_frame(css),
        }
        let outcome = what(self.page);
        self.page.driver.leave_frames();
        outcome
    }

    /// Scrolls the page so that it is in the middle of the window. Frames further down are not loaded before.
    #[track_caller]
    pub(crate) fn scroll_to(&self) {
        self.page.value_of(&format!("{}.scrollIntoView({{ block: 'center' }})", self.frame()));
    }

    /// Waits until it is seen and as high as what is in it.
    #[track_caller]
    pub(crate) fn wait_until_it_fits(&self) {
        self.page.wait_until(
            "a frame that is shown",
            &format!("{}.checkVisibility({{ visibilityProperty: true }})", self.frame()),
        );
        self.within(|page| {
            page.wait_until("the rows of a view", "0 < document.querySelectorAll('.row').length");
            let is_right = page.value_of(FITS) == true;
            if !is_right {
                let sizes = page.value_of(SIZES);
                page.wait_until(&format!("a frame of the right height, at first {sizes}"), FITS);
            }
        });
    }

    /// Waits until it is dark, or light.
    #[track_caller]
    pub(crate) fn wait_until_dark_is(&self, is_dark: bool) {
        self.within(|page| {
            page.wait_until(&format!("dark {is_dark}"), &format!("{IS_DARK} === {is_dark}"));
        });
    }

    /// Narrows the view down as a reader does: by the first value of its facets that leaves something out.
    #[track_caller]
    pub(crate) fn narrow_down(&self) {
        self.within(|page| {
            let before = page.sentence();
            for css in ["#refine", "#refine-sheet[open] #tray-kind-rewrite", "#tray-show"] {
                // Whatever is not in view, Firefox brings to the end of the window before it clicks, and so moves the page.
                let into_view = "scrollIntoView({ block: 'nearest' })";
                page.find(css);
                page.value_of(&format!("document.querySelector('{css}').{into_view}"));
                // The frame around it may get another height at this moment, which moves it.
                page.click(css);
            }
            page.wait_until(
                "a narrower view",
                &format!(
                    "!document.querySelector('#refine-sheet[open]') && document.querySelector('h1').innerText.trim() !== {}",
                    Value::from(before)
                ),
            );
        });
    }

    /// Keeps a picture of the page for whoever wants to look at it.
    #[track_caller]
    pub(crate) fn keep_picture(&self, host: &str, what: &str) {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hosts");
        fs::create_dir_all(&folder).expect("a folder");
        let engine = match self.page.driver.engine() {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
        };
        self.page.driver.screenshot(&folder.join(format!("{host}-{engine}-{what}.png")));
    }
}
