//! The browser does what it is told, and goes when its test does.

use rustscape_test_kit::driver::{Key, Options};
use rustscape_test_kit::page::Page;
use rustscape_test_kit::server::{Server, Site};
use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::time::Duration;

fn serving(html: &str) -> Server {
    let server = Server::start(Site::empty());
    server.page("/", &format!("<!doctype html><html lang=\"en\"><title>A page</title>{html}"));
    server
}

#[test]
fn opens_a_page_and_walks_its_history() {
    let server = serving("<h1>First   page</h1><a href='/second'>On</a>");
    server.page("/second", "<!doctype html><title>Second</title><h1>Second page</h1>");
    let page = Page::open(&server, "/");
    assert_eq!(page.sentence(), "First page");
    page.click_text("a", "On");
    page.wait_for_sentence("Second page");
    assert_eq!(
        (page.driver.url(), page.driver.title()),
        (server.url("/second"), "Second".to_owned())
    );
    page.driver.back();
    page.wait_for_sentence("First page");
    page.driver.forward();
    page.driver.refresh();
    page.wait_for_sentence("Second page");
    assert_eq!(server.n_requests("/second"), 3);
    page.assert_no_errors();
}

#[test]
fn keys_go_to_the_focused_element() {
    let server = serving(
        "<h1>Keys</h1><label>Text <input autofocus></label><p></p><script>
        addEventListener('keydown', (event) => {
            const held = (event.ctrlKey ? 'Control+' : '') + (event.shiftKey ? 'Shift+' : '');
            document.querySelector('p').textContent += `${held}${event.key} `;
        });</script>",
    );
    let page = Page::open(&server, "/");
    page.type_text("aé/");
    page.press(Key::Backspace);
    page.press_with(&[Key::Control], 'k');
    page.press_with(&[Key::Shift], Key::Tab);
    page.press('?');
    page.wait_for_text(
        "p",
        "a é / Backspace Control+Control Control+k Shift+Shift Shift+Tab Shift+?",
    );
    assert_eq!(page.find("input").property("value"), "aé");
}

#[test]
fn every_key_has_its_name() {
    let server = serving(
        "<h1>Keys</h1><p></p><script>
        addEventListener('keydown', (event) => {
            event.preventDefault();
            document.querySelector('p').textContent += `${event.key}, ${event.code}; `;
        });</script>",
    );
    let page = Page::open(&server, "/");
    let keys = [
        (Key::Up, "ArrowUp, ArrowUp;"),
        (Key::Down, "ArrowDown, ArrowDown;"),
        (Key::Left, "ArrowLeft, ArrowLeft;"),
        (Key::Right, "ArrowRight, ArrowRight;"),
        (Key::Backspace, "Backspace, Backspace;"),
        (Key::Delete, "Delete, Delete;"),
        (Key::Tab, "Tab, Tab;"),
        (Key::Enter, "Enter, Enter;"),
        (Key::Escape, "Escape, Escape;"),
        (Key::Home, "Home, Home;"),
        (Key::End, "End, End;"),
        (Key::PageUp, "PageUp, PageUp;"),
        (Key::PageDown, "PageDown, PageDown;"),
        (Key::Shift, "Shift, ShiftLeft;"),
        (Key::Control, "Control, ControlLeft;"),
        (Key::Alt, "Alt, AltLeft;"),
        (Key::Meta, "Meta, MetaLeft;"),
        (Key::Char('/'), "/, Slash;"),
    ];
    for (key, _) in keys {
        page.press(key);
    }
    page.wait_for_text("p", &keys.map(|(_, name)| name).join(" "));
}

#[test]
fn reads_and_uses_an_element() {
    let server = serving(
        "<h1>One</h1><input id=name value=old disabled><button hidden>Go on</button><button aria-label='Go'>→</button>
        <button onclick='document.querySelector(`h1`).textContent = `Two`'>Go on</button><iframe srcdoc='<h1>Inside'></iframe>",
    );
    let page = Page::open(&server, "/");
    let input = page.find("#name");
    assert_eq!(
        (input.attribute("disabled").as_deref(), input.attribute("title")),
        (Some("true"), None)
    );
    page.driver.execute("arguments[0].disabled = false", &[input.reference()]);
    input.clear();
    input.type_text("new");
    assert_eq!(input.property("value"), "new");
    let shown: Vec<bool> =
        page.driver.find_all("button").iter().map(|button| button.is_displayed()).collect();
    assert_eq!(shown, [false, true, true]);
    page.click_text("button", "Go on");
    assert_eq!(page.driver.find("h1").text(), "Two");
    page.driver.enter_frame("iframe");
    page.wait_for_sentence("Inside");
    page.driver.leave_frames();
    assert_eq!(page.sentence(), "Two");
}

#[test]
fn emulates_device_and_preferences() {
    let server = serving(
        "<meta name=viewport content='width=device-width'><h1>Size</h1><a href='/' target=_blank>New</a>",
    );
    let page = Page::open(&server, "/");
    assert_eq!(page.value_of("[innerWidth, innerHeight].join()"), "1280,800");
    page.driver.resize(640, 500);
    assert_eq!(page.value_of("[innerWidth, innerHeight].join()"), "640,500");
    assert_eq!(page.driver.window_size(), (1280, 800));
    page.driver.emulate_media(&[
        ("prefers-color-scheme", "dark"),
        ("prefers-reduced-motion", "reduce"),
        ("forced-colors", "active"),
    ]);
    let preferred = "(prefers-color-scheme: dark) and (prefers-reduced-motion: reduce) and (forced-colors: active)";
    assert_eq!(page.value_of(&format!("matchMedia('{preferred}').matches")), true);
    page.driver.emulate_print();
    assert_eq!(page.value_of("matchMedia('print').matches"), true);
    page.driver.throttle_cpu(2);
    page.driver.allow_clipboard();
    page.driver.execute_async("navigator.clipboard.writeText('kept').finally(arguments[0])", &[]);
    let kept = page.driver.execute_async("navigator.clipboard.readText().then(arguments[0])", &[]);
    assert_eq!(kept, "kept");
    page.click_text("a", "New");
    page.switch_to_new_tab();
    assert_eq!(page.sentence(), "Size");
    assert_eq!(
        page.value_of("[innerWidth, innerHeight, document.hasFocus()].join()"),
        "1280,800,true"
    );
}

#[test]
fn emulates_a_narrow_touch_screen() {
    let server = serving("<meta name=viewport content='width=device-width'><h1>Size</h1>");
    let page = Page::open_with(Options::phone(), &server, "/");
    assert_eq!(page.value_of("[innerWidth, innerHeight].join()"), "320,640");
    assert_eq!(page.value_of("matchMedia('(pointer: coarse)').matches"), true);
    let picture = Path::new(env!("CARGO_TARGET_TMPDIR")).join("phone.png");
    page.driver.screenshot(&picture);
    let png = fs::read(picture).unwrap();
    assert!(png.starts_with(b"\x89PNG\r\n\x1A\n") && png.ends_with(b"IEND\xAE\x42\x60\x82"));
}

#[test]
fn a_wait_survives_a_navigation_and_explains_its_failure() {
    let server =
        serving("<h1>One</h1><script>setTimeout(() => location.replace('/second'), 50)</script>");
    server.page("/second", "<!doctype html><title>Second</title><h1>Two</h1><p>Not this</p><script>console.log('Hm')</script>");
    let page = Page::open(&server, "/");
    page.wait_for_sentence("Two");
    page.set_timeout(Duration::from_millis(30));
    let waiting = AssertUnwindSafe(|| {
        page.wait_until("the moon", "document.querySelector('#moon').offsetWidth > 0");
    });
    let panic = panic::catch_unwind(waiting).unwrap_err();
    let message = panic.downcast_ref::<String>().unwrap();
    for part in ["in vain for the moon", "offsetWidth", "/second", "Two\\n\\nNot this", "\"Hm\""] {
        assert!(message.contains(part), "{part} in {message}");
    }
}

#[test]
fn a_panicking_test_leaves_no_browser_behind() {
    let server = serving("<h1>Short</h1>");
    let mut profile = PathBuf::new();
    let test = AssertUnwindSafe(|| {
        let page = Page::open(&server, "/");
        profile = page.driver.profile();
        assert!(profile.is_dir() && is_in_use(&profile));
        panic::resume_unwind(Box::new(()));
    });
    assert!(panic::catch_unwind(test).is_err());
    assert!(!profile.parent().unwrap().exists());
    assert!(!is_in_use(&profile));
}

/// Returns whether a process of the profile is alive. Needs a system with `/proc`.
fn is_in_use(profile: &Path) -> bool {
    let Ok(processes) = fs::read_dir("/proc") else {
        return profile.exists();
    };
    let profile = profile.to_str().unwrap();
    processes.flatten().any(|process| {
        fs::read(process.path().join("cmdline"))
            .is_ok_and(|line| String::from_utf8_lossy(&line).contains(profile))
    })
}
