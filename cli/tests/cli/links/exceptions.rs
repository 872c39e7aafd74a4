//! Exceptions file.

use super::{run_links, server::Server};
use crate::program::{Run, file};

/// Runs the command with an exceptions file. Replaces `{host}` by the URL of the server.
#[track_caller]
fn run_with(server: &Server, name: &str, exceptions: &str) -> Run {
    let exceptions = exceptions.replace("{host}", &server.url(""));
    let path = file(name, &exceptions);
    let urls = ["/a", "/b/c", "/b/d"].map(|path| server.url(path));
    let path = path.to_str().expect("UTF-8");
    run_links(&urls, &["--exceptions", path, "--today", "2027-01-31"])
}

#[test]
fn skips_links_of_exceptions() {
    let server = Server::start();
    let run = run_with(
        &server,
        "links-covered.toml",
        r#"
        [[exception]]
        url = "{host}/a#part"
        reason = "wants a login"
        [[exception]]
        prefix = "{host}/b/"
        reason = "answers no programs"
        until = 2027-01-31
        "#,
    );
    assert_eq!(server.request_lines(), [""; 0]);
    assert_eq!(run.stdout, "0 links asked; 3 links were left out by exception\n");
    assert_eq!(run.code, 0);
}

#[test]
fn reports_expired_and_unused_exceptions() {
    let server = Server::start();
    let run = run_with(
        &server,
        "links-over.toml",
        r#"
        [[exception]]
        url = "{host}/a"
        reason = "wants a login"
        until = "2027-01-30"
        [[exception]]
        prefix = "{host}/c"
        reason = "answers no programs"
        "#,
    );
    assert_eq!(server.request_lines(), ["HEAD /a", "HEAD /b/c", "HEAD /b/d"]);
    assert!(run.stdout.contains("/a” (line 2) held until 2027-01-30"), "{}", run.stdout);
    assert!(run.stdout.contains("It said: “wants a login”"), "{}", run.stdout);
    assert!(run.stdout.contains("/c” (line 6) is for no link any more"), "{}", run.stdout);
}

#[test]
fn locates_errors_in_the_exceptions_file() {
    let server = Server::start();
    for (name, text, message) in [
        ("key", "[[exceptions]]\nurl = \"{host}\"", "line 1: unknown key “exceptions”"),
        ("reason", "\n[[exception]]\nurl = \"{host}\"", "line 2: an exception needs a reason"),
        ("scope", "[[exception]]\nreason = \"x\"", "either a url or a prefix"),
        (
            "scheme",
            "[[exception]]\nurl = \"acme.example\"\nreason = \"x\"",
            "line 2: a url must start",
        ),
        ("until", "[[exception]]\nurl = \"{host}\"\nreason = \"x\"\nuntil = 2027", "line 4: until"),
        ("field", "[[exception]]\nulr = \"{host}\"", "line 2: unknown key “ulr”"),
        ("syntax", "[[exception]]\nurl = ", "line 2: "),
    ] {
        let run = run_with(&server, &format!("links-wrong-{name}.toml"), text);
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.stderr.contains(message), "{name}: {}", run.stderr);
        assert!(run.stderr.contains("--help"), "{name}: {}", run.stderr);
    }
    assert_eq!(server.request_lines(), [""; 0]);
}
