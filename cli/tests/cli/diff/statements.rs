//! Comparison of sources, outcomes and notes.

use serde_json::{Value, json};

use super::{check, gate};

fn sources(dataset: &mut Value) -> &mut Vec<Value> {
    gate(dataset)["sources"].as_array_mut().unwrap()
}

#[test]
fn matches_sources_by_url_in_any_order() {
    check(
        |new| {
            sources(new).swap(0, 1);
            let gate = gate(new);
            gate["outcomes"][0]["source"] = json!(1);
            gate["notes"][0]["source"] = json!(0);
        },
        "",
    );
    check(
        |new| {
            sources(new).insert(0, json!({"url": "https://acme.example/new", "title": "News"}));
            let gate = gate(new);
            gate["outcomes"][0]["source"] = json!(1);
            gate["notes"][0]["source"] = json!(2);
        },
        "source-added acme/gate https://acme.example/new
         title: - -> News",
    );
}

#[test]
fn matches_a_source_with_another_url_by_title() {
    check(
        |new| sources(new)[1]["url"] = json!("https://talks.example/gate"),
        "source-corrected acme/gate https://talks.example/gate
         url: https://acme.example/talk -> https://talks.example/gate",
    );
    check(
        |new| sources(new)[2]["title"] = json!("A book, revised"),
        "source-corrected acme/gate A book, revised
         title: A book -> A book, revised",
    );
    check(
        |new| sources(new)[1] = json!({"url": "https://acme.example/x", "title": "Another"}),
        "source-added acme/gate https://acme.example/x
         title: - -> Another
         source-removed acme/gate https://acme.example/talk
         title: A talk on Gate -> -
         note-changed acme/gate It took two years
         source: https://acme.example/talk -> https://acme.example/x",
    );
}

#[test]
fn reports_a_source_with_only_a_new_check_as_rechecked() {
    let checked = json!({"date": "2027-01-31", "how": "original"});
    check(
        |new| sources(new)[0]["checked"] = checked.clone(),
        "source-rechecked acme/gate https://acme.example/gate
         checked: 2026-11-22, copy -> 2027-01-31, original",
    );
    check(
        |new| {
            sources(new)[0]["checked"] = checked.clone();
            sources(new)[0]["date"] = json!("2022-09");
        },
        "source-corrected acme/gate https://acme.example/gate
         date: - -> 2022-09
         checked: 2026-11-22, copy -> 2027-01-31, original",
    );
}

#[test]
fn matches_outcomes_by_statement_or_similar_words() {
    let statement = "Gate uses 65 percent less CPU than the proxy before it";
    check(
        |new| {
            let outcome = &mut gate(new)["outcomes"][0];
            outcome["statement"] = json!(statement);
            outcome["value"] = json!(65.5);
            outcome["source"] = json!(1);
        },
        "outcome-changed acme/gate Gate uses 65 percent less CPU than the proxy before it
         value: 70 -> 65.5
         statement: Gate uses 70 percent less CPU than the proxy before it -> Gate uses 65 percent less CPU than the proxy before it
         source: https://acme.example/gate -> https://acme.example/talk",
    );
    check(
        |new| gate(new)["outcomes"][0]["statement"] = json!("Half the machines are enough"),
        "outcome-added acme/gate Half the machines are enough
         outcome-removed acme/gate Gate uses 70 percent less CPU than the proxy before it",
    );
    check(
        |new| {
            let outcome = &mut gate(new)["outcomes"][0];
            outcome["metric"] = json!("memory");
            outcome["statement"] = json!(statement);
        },
        "outcome-added acme/gate Gate uses 65 percent less CPU than the proxy before it
         outcome-removed acme/gate Gate uses 70 percent less CPU than the proxy before it",
    );
}

#[test]
fn compares_notes() {
    check(
        |new| gate(new)["notes"] = json!([{"statement": "It took three years", "source": 1}]),
        "note-changed acme/gate It took three years
         statement: It took two years -> It took three years",
    );
    check(|new| gate(new)["notes"] = json!([]), "note-removed acme/gate It took two years");
    check(
        |new| {
            let notes = gate(new)["notes"].as_array_mut().unwrap();
            notes.push(json!({"statement": "Another matter"}));
        },
        "note-added acme/gate Another matter",
    );
}
