//! Comparison of organizations, projects and the dataset itself.

use serde_json::{Value, json};

use super::{acme, check, diff, gate};

fn project(id: &str) -> Value {
    json!({"id": id, "name": "New", "status": "production", "confidence": "confirmed",
           "sources": [{"url": "https://acme.example/new", "title": "New"}]})
}

fn push(list: &mut Value, value: Value) {
    list.as_array_mut().unwrap().push(value);
}

#[test]
fn ignores_order_and_formatting() {
    check(|_| (), "");
    check(
        |new| {
            new["organizations"].as_array_mut().unwrap().reverse();
            acme(new)["aliases"] = json!([]);
            new["unknown"] = json!(1);
        },
        "",
    );
}

#[test]
fn lists_key_fields_of_added_records() {
    check(
        |new| push(&mut acme(new)["projects"], project("door")),
        "project-added acme/door -
         status: - -> production
         confidence: - -> confirmed
         sources: - -> 1",
    );
    check(
        |new| {
            let org = json!({"id": "cube", "name": "Cube", "country": "NL",
                             "projects": [project("box")]});
            push(&mut new["organizations"], org);
        },
        "organization-added cube -
         country: - -> NL
         project-added cube/box -
         status: - -> production
         confidence: - -> confirmed
         sources: - -> 1",
    );
}

#[test]
fn reports_a_missing_record_without_redirect_as_removed() {
    check(
        |new| {
            new["organizations"].as_array_mut().unwrap().pop();
        },
        "organization-removed brick -
         project-removed brick/wall -
         confidence: reported -> -
         sources: 1 -> -",
    );
}

#[test]
fn follows_redirects_to_renamed_records() {
    check(
        |new| {
            new["organizations"][1]["id"] = json!("stone");
            push(&mut new["redirects"], json!({"from": "org/brick", "to": "org/stone"}));
        },
        "redirect-added - org/brick
         to: - -> org/stone
         organization-renamed stone -
         id: brick -> stone",
    );
    check(
        |new| {
            gate(new)["id"] = json!("portal");
            gate(new)["since"] = json!(2021);
            push(&mut new["redirects"], json!({"from": "org/acme/gate", "to": "org/acme/portal"}));
        },
        "redirect-added - org/acme/gate
         to: - -> org/acme/portal
         project-renamed acme/portal -
         id: acme/gate -> acme/portal
         corrected acme/portal -
         since: 2022 -> 2021",
    );
}

#[test]
fn reports_a_redirect_to_an_existing_record_as_merge() {
    check(
        |new| {
            acme(new)["projects"].as_array_mut().unwrap().pop();
            push(&mut new["redirects"], json!({"from": "org/acme/vault", "to": "org/acme/gate"}));
        },
        "redirect-added - org/acme/vault
         to: - -> org/acme/gate
         merged acme/gate -
         id: acme/vault -> acme/gate",
    );
    check(
        |new| {
            let mut brick = new["organizations"].as_array_mut().unwrap().pop().unwrap();
            push(&mut acme(new)["projects"], brick["projects"][0].take());
            push(&mut new["redirects"], json!({"from": "org/brick", "to": "org/acme"}));
        },
        "redirect-added - org/brick
         to: - -> org/acme
         merged acme -
         id: brick -> acme
         project-renamed acme/wall -
         id: brick/wall -> acme/wall",
    );
}

#[test]
fn matches_a_source_by_another_spelling_of_its_url() {
    check(
        |new| {
            let source = &mut gate(new)["sources"][1];
            *source = json!({"url": "https://ACME.example:443/talk", "title": "Gate, a talk"});
        },
        "source-corrected acme/gate https://ACME.example:443/talk
         url: https://acme.example/talk -> https://ACME.example:443/talk
         title: A talk on Gate -> Gate, a talk",
    );
}

#[test]
fn reports_a_record_that_breaks_a_rule_as_left_out() {
    check(
        |new| gate(new)["since"] = json!("long ago"),
        "left-out acme/gate -
         status: production -> -
         since: 2022 -> -
         confidence: confirmed -> -
         sources: 3 -> -
         outcomes: 1 -> -",
    );
    let run = diff(|new| gate(new)["since"] = json!("long ago"), &[]);
    let warning = "1 record of the standard input left out (acme/gate)";
    assert!(run.stderr.contains(warning), "{}", run.stderr);
    assert!(!diff(|_| (), &[]).stderr.contains("left out"));
}

#[test]
fn reports_a_status_with_the_year_of_the_end() {
    check(
        |new| {
            gate(new)["status"] = json!("discontinued");
            gate(new)["until"] = json!(2026);
        },
        "status-changed acme/gate -
         status: production -> discontinued
         until: - -> 2026",
    );
    check(
        |new| gate(new)["until"] = json!(2026),
        "corrected acme/gate -
         until: - -> 2026",
    );
}

#[test]
fn reports_confidence_and_verdict_separately_from_corrections() {
    check(
        |new| {
            gate(new)["confidence"] = json!("reported");
            gate(new)["claim"]["verdict"] = json!("confirmed");
            gate(new)["claim"]["note"] = json!("In full.");
            gate(new)["verified"] = json!("2027-01-31");
        },
        "confidence-changed acme/gate -
         confidence: confirmed -> reported
         verdict-changed acme/gate -
         claim.verdict: imprecise -> confirmed
         claim.note: In part. -> In full.
         verified acme/gate -
         verified: 2026-11-22 -> 2027-01-31",
    );
    check(
        |new| gate(new)["claim"] = Value::Null,
        "verdict-changed acme/gate -
         claim.verdict: imprecise -> -
         claim.text: Acme runs Gate. -> -
         claim.note: In part. -> -",
    );
}

#[test]
fn reports_any_other_field_as_a_correction() {
    check(
        |new| {
            acme(new)["name"] = json!("Acme Inc.");
            acme(new)["country"] = json!("CA");
            let gate = gate(new);
            gate["name"] = json!("The Gate");
            gate["domains"] = json!(["proxy", "storage"]);
            gate["open_source"] = json!(true);
            gate["license"] = json!("MIT");
            gate["cites"] = json!({"since": [1]});
        },
        "corrected acme -
         name: Acme -> Acme Inc.
         country: US -> CA
         corrected acme/gate -
         name: Gate -> The Gate
         domains: proxy -> proxy, storage
         open_source: - -> true
         license: - -> MIT
         cites.since: - -> https://acme.example/talk",
    );
}

#[test]
fn reports_changes_of_the_dataset_itself_first() {
    check(
        |new| {
            gate(new)["since"] = json!(2021);
            new["title"] = json!("The atlas");
            new["license"] = Value::Null;
            new["vocabulary"]["domain"] = json!([
                {"id": "storage", "label": "Storage", "hint": "Files"},
                {"id": "proxy", "label": "Proxy"},
                {"id": "kernel", "label": "Kernel"}
            ]);
            new["redirects"] = json!([]);
            new["events"] = json!([{"date": "2027-01-31", "kind": "added", "note": "A start"}]);
        },
        "redirect-removed - org/ajax
         to: org/acme -> -
         dataset-changed - -
         title: An atlas -> The atlas
         license: CC-BY-4.0 -> -
         term-added - domain: kernel
         label: - -> Kernel
         term-changed - domain: storage
         hint: Files and objects -> Files
         terms-reordered - domain
         event-added - 2027-01-31 dataset added: A start
         corrected acme/gate -
         since: 2022 -> 2021",
    );
}
