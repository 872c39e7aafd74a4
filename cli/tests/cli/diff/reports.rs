//! Formats of the report.

use serde_json::{Value, json};

use super::{OLD, acme, diff, gate};
use crate::program::run_with_input;

fn some_changes(new: &mut Value) {
    new["organizations"].as_array_mut().unwrap().pop();
    gate(new)["status"] = json!("discontinued");
    gate(new)["until"] = json!(2026);
    gate(new)["summary"] =
        json!("A proxy that reads \u{1b}[31mevery request, and that was given up after four years");
}

#[test]
fn text_groups_by_organization_and_ends_with_counts() {
    let run = diff(some_changes, &[]);
    let expected = "\
acme
  ~ status changed acme/gate (Gate)
      status: production → discontinued
      until: unknown → 2026
  ~ record corrected acme/gate (Gate)
      summary:
        - A proxy
        + A proxy that reads \\u{1b}[31mevery request, and that was given up after four years

brick
  - organization removed brick (Brick)
  - project removed brick/wall (Wall)
      confidence reported, sources 1

1 organization removed, 1 project removed, 1 status changed and 1 record corrected.
Something is lost: nothing is deleted because it ended (it gets another status, a year and a source), \
and what is renamed or merged gets a redirect.
";
    assert_eq!(run.stdout, expected);
    assert_eq!(run.code, 0);
}

#[test]
fn markdown_starts_with_counts_and_losses() {
    let run = diff(some_changes, &["--format", "markdown"]);
    let expected = "\
**1 organization removed, 1 project removed, 1 status changed and 1 record corrected.**

> [!WARNING]
> Something is lost. Nothing is deleted because it ended: it gets another status, a year and a source. \
What is renamed or merged gets a redirect.
>
> - organization removed `brick` (`Brick`)
> - project removed `brick/wall` (`Wall`)

#### `acme`

- status changed `acme/gate` (`Gate`), status: `production` → `discontinued`, until: unknown → `2026`
- record corrected `acme/gate` (`Gate`)
  - summary: `A proxy` → `A proxy that reads \\u{1b}[31mevery request, and that was given up after four years`

#### `brick`

- **organization removed** `brick` (`Brick`)
- **project removed** `brick/wall` (`Wall`), confidence `reported`, sources `1`
";
    assert_eq!(run.stdout, expected);
}

/// Returns the text outside of code spans and of links in angle brackets.
fn outside(markdown: &str) -> String {
    let mut outside = String::new();
    let mut rest = markdown;
    while let Some(at) = rest.find(['`', '<']) {
        outside.push_str(&rest[..at]);
        rest = &rest[at..];
        let fence: String = match rest.strip_prefix('<') {
            Some(_) => ">".into(),
            None => rest.chars().take_while(|c| *c == '`').collect(),
        };
        let inside = &rest[fence.len()..];
        let end = inside.find(&fence).expect("a closing fence");
        rest = &inside[end + fence.len()..];
    }
    outside + rest
}

#[test]
fn markdown_escapes_all_texts_of_the_dataset() {
    let hostile =
        "@everyone `x` ``y`` <img src=x> [a](https://b.example) #12 **bold** $x$ :smile:\n\n# H\n";
    let run = diff(
        |new| {
            acme(new)["name"] = json!(hostile);
            let gate = gate(new);
            gate["name"] = json!(hostile);
            gate["summary"] = json!(hostile);
            gate["outcomes"][0]["statement"] = json!(hostile);
            gate["notes"][0]["statement"] = json!(hostile);
            gate["sources"][0]["title"] = json!(hostile);
            gate["sources"][1]["url"] = json!("https://github.com/acme/gate/issues/1");
            new["vocabulary"]["domain"][0]["label"] = json!(hostile);
            new["title"] = json!(hostile);
        },
        &["--format", "markdown"],
    );
    assert!(run.stdout.contains("@everyone"), "{}", run.stdout);
    let outside = outside(&run.stdout);
    for sign in ['@', '<', '[', '$', '`', '\\'] {
        assert!(!outside.contains(sign), "{sign}: {outside}");
    }
    assert!(!outside.contains("everyone"), "{outside}");
    assert!(!run.stdout.contains("<https://github.com/acme/gate/issues/1>"), "{}", run.stdout);
}

#[test]
fn markdown_folds_a_long_list_and_fits_a_comment() {
    let sources = |n: usize| -> Value {
        let source =
            |n| json!({"url": format!("https://acme.example/{n}"), "title": "x".repeat(300)});
        (0..n).map(source).collect()
    };
    let markdown = |n: usize| {
        let change = |new: &mut Value| acme(new)["projects"][1]["sources"] = sources(n);
        diff(change, &["--format", "markdown"]).stdout
    };
    assert!(!markdown(10).contains("<details>"));
    assert!(markdown(100).contains("<details><summary>All 101 changes</summary>\n\n####"));
    assert!(!markdown(100).contains("not fit"));
    let long = markdown(1000);
    assert!(long.chars().count() < 61_000, "{}", long.chars().count());
    assert!(long.contains("changes do not fit here"), "{long}");
    assert!(long.ends_with("</details>\n"));
}

#[test]
fn json_has_counts_and_losses() {
    let run = diff(some_changes, &["--format", "json"]);
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    let counts = json!({
        "organization-removed": 1, "project-removed": 1, "status-changed": 1, "corrected": 1
    });
    assert_eq!(report["counts"], counts);
    let losses: Vec<&Value> = report["changes"].as_array().unwrap().iter().collect();
    let losses: Vec<&Value> =
        losses.into_iter().filter(|change| change["is_loss"] == true).collect();
    assert_eq!(losses.len(), 2);
}

#[test]
fn reports_that_nothing_changed() {
    for (args, expected) in [
        (&[][..], "Nothing that the dataset claims changed.\n"),
        (&["--format", "markdown"], "**Nothing that the dataset claims changed.**\n"),
    ] {
        assert_eq!(diff(|_| (), args).stdout, expected);
    }
}

#[test]
fn exit_code_signals_changes_only_on_request() {
    assert_eq!(diff(some_changes, &[]).code, 0);
    assert_eq!(diff(some_changes, &["--exit-code"]).code, 1);
    assert_eq!(diff(|_| (), &["--exit-code"]).code, 0);
}

#[test]
fn rejects_inputs_that_cannot_be_compared() {
    for (args, input, message) in [
        (["diff", "-", "-"], "", "only one dataset can come from the standard input"),
        (["diff", OLD, "no-such-file.json"], "", "no-such-file.json cannot be read"),
        (["diff", "-", OLD], "[]", "the standard input is not a dataset"),
    ] {
        let run = run_with_input(&args, input);
        assert_eq!(run.code, 2);
        assert_eq!(run.stdout, "");
        assert!(run.stderr.contains(message), "{}", run.stderr);
    }
}
