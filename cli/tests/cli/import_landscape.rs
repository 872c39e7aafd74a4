//! `rustscape import landscape`: maps every field or reports it.

use rustscape::dataset::{Dataset, Organization, Project, VocabularyKind};

use crate::import_checked::{check_reported, import};

const LANDSCAPE: &str = "\
landscape:
  - category:
    name: Runtime
    subcategories:
      - subcategory:
        name: Storage
        items:
          - item:
            name: Alpha
            repo_url: https://github.com/acme/alpha
            crunchbase: https://www.crunchbase.com/organization/acme
            project: incubating
            extra:
              incubating: '2022-09-14'
              accepted: '2020-06-25'
          - item:
            name: Beta (member)
            repo_url: https://github.com/acme/beta
            open_source: false
            crunchbase: https://www.crunchbase.com/organization/acme
          - item:
            name: Table (TBL)
            description: Keeps tables.
  - category:
    name: Special
    subcategories:
      - subcategory:
        name: Certified Partner
        items:
          - item:
            name: Acme (CP)
            description: Knows how.
            crunchbase: https://www.crunchbase.com/organization/acme
          - item:
            name: Bolt (CP)
            description: Certified to screw.
            crunchbase: https://www.crunchbase.com/organization/bolt
          - item:
            name: Crane (CP)
            crunchbase: https://www.crunchbase.com/organization/crane
      - subcategory:
        name: Trainer
        items:
          - item:
            name: Bolt (trainer)
            description: Teaches to screw.
            crunchbase: https://www.crunchbase.com/organization/bolt
  - category:
    name: Foundation Members
    subcategories:
      - subcategory:
        name: Gold
        items:
          - item:
            name: Acme, Inc. (member)
            homepage_url: https://acme.example/
            description: They make everything
            joined: '2019-03-01'
            enduser: true
            crunchbase: https://www.crunchbase.com/organization/acme
          - item:
            name: Dock (contributor)
            crunchbase: https://www.crunchbase.com/organization/dock
            twitter: https://social.example/dock
";

fn org<'d>(dataset: &'d Dataset, id: &str) -> &'d Organization {
    dataset.organizations.iter().find(|org| org.id == id).expect(id)
}

fn project<'d>(dataset: &'d Dataset, id: &str) -> &'d Project {
    let all = (0..).zip(&dataset.projects);
    let mut all = all.map(|(at, of)| (dataset.full_id(rustscape::dataset::ProjectIdx(at)), of));
    all.find(|(full_id, _)| full_id == id).map(|(_, of)| of).expect(id)
}

#[test]
fn the_summary_of_a_member_has_tier_role_and_date() {
    let (run, dataset) = import("landscape", LANDSCAPE);
    let acme = org(&dataset, "acme");
    assert_eq!(acme.name, "Acme, Inc.");
    assert_eq!(
        acme.summary,
        "They make everything. Foundation Members, Gold: member since 2019-03-01; end user."
    );
    let dock = org(&dataset, "dock");
    assert_eq!(dock.name, "Dock");
    assert_eq!(dock.summary, "Foundation Members, Gold: contributor.");
    check_reported(
        &run,
        &["1 organization is a member without any item: no list of projects shows it (“Dock”; "],
    );
}

#[test]
fn derives_since_from_the_first_stage_and_open_source_from_the_repository() {
    let (_, dataset) = import("landscape", LANDSCAPE);
    let alpha = project(&dataset, "acme/alpha");
    assert_eq!((alpha.since, alpha.open_source), (Some(2020), Some(true)));
    assert!(alpha.notes[0].statement.contains("Incubating since 2022-09-14."));
    let beta = project(&dataset, "acme/beta");
    assert_eq!((beta.since, beta.open_source), (None, Some(false)));
}

#[test]
fn a_category_becomes_the_industry_of_organizations_with_most_items_in_it() {
    let (_, dataset) = import("landscape", LANDSCAPE);
    let industry = |id: &str| {
        let industry = org(&dataset, id).industry?;
        Some(dataset.vocabulary.term(VocabularyKind::Industry, industry).label.as_str())
    };
    assert_eq!(industry("acme"), Some("Runtime"), "two of three items");
    assert_eq!(industry("bolt"), Some("Special"));
    assert_eq!(industry("dock"), None);
    let domains = dataset.vocabulary.terms(VocabularyKind::Domain).iter();
    let domains = domains.map(|term| (term.label.as_str(), term.hint.as_deref().unwrap_or("")));
    assert_eq!(
        domains.collect::<Vec<_>>(),
        [
            ("Certified Partner", "Part of Special"),
            ("Storage", "Part of Runtime"),
            ("Trainer", "Part of Special"),
        ]
    );
}

#[test]
fn removes_list_suffixes_from_names() {
    let (run, dataset) = import("landscape", LANDSCAPE);
    let names = dataset.projects.iter().map(|project| project.name.as_str());
    assert_eq!(
        names.collect::<Vec<_>>(),
        ["Alpha", "Beta", "Acme", "Bolt", "Crane", "Table (TBL)"],
        "an abbreviation is part of the name"
    );
    check_reported(
        &run,
        &[
            "“(CP)” after 3 names marks a list and is left out (the first in line 30)",
            "“(member)” after 1 name marks a list and is left out (line 16)",
        ],
    );
    let bolt = project(&dataset, "bolt/bolt");
    assert_eq!((bolt.summary.as_str(), bolt.domains.len()), ("Certified to screw.", 2));
    assert_eq!(bolt.notes[0].statement, "Trainer: Teaches to screw.");
}

#[test]
fn counts_unmapped_fields_and_reports_the_first_line() {
    let (run, _) = import("landscape", LANDSCAPE);
    check_reported(&run, &["“twitter” of 1 item has no place in a dataset (line 64)"]);
}

#[test]
fn merges_an_item_that_is_listed_twice_with_different_url_spellings() {
    let (run, dataset) = import(
        "landscape",
        "\
landscape:
  - category:
    name: Data
    subcategories:
      - subcategory:
        name: One
        items:
          - item:
            name: Sparkle
            homepage_url: https://sparkle.example
            repo_url: https://github.com/Example/sparkle
            crunchbase: https://www.crunchbase.com/organization/example
      - subcategory:
        name: Two
        items:
          - item:
            name: Sparkle
            homepage_url: https://sparkle.example/
            repo_url: https://github.com/example/sparkle
            crunchbase: https://www.crunchbase.com/organization/example
",
    );
    assert_eq!(dataset.projects.len(), 1);
    assert_eq!(dataset.projects[0].sources.len(), 2, "{}", run.stdout);
    assert!(!run.stderr.contains("contradicts"), "{}", run.stderr);
}
