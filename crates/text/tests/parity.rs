//! Every language says the same things as the reference: the same files, ids, attributes and variables,
//! and every message can be said. What the messages say is for a reader to judge.

#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast;
use text::Locale;

/// Each file, and whether every language has it; the others are for the staff's languages alone.
const FILES: [(&str, bool); 4] = [
    ("common", true),
    ("parent", true),
    ("mail", true),
    ("desk", false),
];
const STAFF: [&str; 2] = ["fr-CA", "en-CA"];

/// `id` or `id.attribute` of a message, `-id` of a term, with the variables it uses.
type Shape = BTreeMap<String, BTreeSet<String>>;

#[test]
fn every_language_has_its_files_and_no_other() {
    for locale in Locale::all() {
        let expected: BTreeSet<_> = FILES
            .iter()
            .filter(|(_, all)| *all || STAFF.contains(&locale.as_str()))
            .map(|(title, _)| *title)
            .collect();
        let found = titles(locale);
        assert_eq!(
            found.iter().map(String::as_str).collect::<BTreeSet<_>>(),
            expected,
            "locales/{locale}"
        );
    }
}

#[test]
fn every_language_has_the_ids_attributes_and_variables_of_the_reference() {
    let mut differences = Vec::new();
    for locale in Locale::all() {
        for title in titles(locale) {
            let reference = shape(&source(Locale::REFERENCE, &title));
            let found = shape(&source(locale, &title));
            for id in reference.keys().filter(|id| !found.contains_key(*id)) {
                differences.push(format!("locales/{locale}/{title}.ftl: {id} is missing"));
            }
            for (id, variables) in &found {
                match reference.get(id) {
                    None => differences.push(format!("locales/{locale}/{title}.ftl: {id} is not in the reference")),
                    Some(expected) if expected != variables => differences.push(format!(
                        "locales/{locale}/{title}.ftl: {id} uses {variables:?}, the reference {expected:?}"
                    )),
                    Some(_) => {}
                }
            }
        }
    }
    assert!(differences.is_empty(), "\n{}", differences.join("\n"));
}

#[test]
fn every_message_can_be_said_when_it_is_given_its_variables() {
    let mut faults = Vec::new();
    for locale in Locale::all() {
        let sources: Vec<_> = titles(locale)
            .iter()
            .map(|title| source(locale, title))
            .collect();
        let mut bundle = FluentBundle::new_concurrent(vec![locale.as_str().parse().unwrap()]);
        bundle.add_builtins().unwrap();
        // The windows' own Fluent writes dates by itself; what Rust writes is given them in words.
        bundle
            .add_function("DATETIME", |given, _| given[0].clone())
            .unwrap();
        for source in &sources {
            bundle
                .add_resource(FluentResource::try_new(source.clone()).unwrap())
                .unwrap();
        }
        // The numbers meet each plural of Arabic, the language here that has the most.
        for (id, variables) in sources
            .iter()
            .flat_map(|source| shape(source))
            .filter(|(id, _)| !id.starts_with('-'))
        {
            for number in [0, 1, 2, 3, 11, 100] {
                let mut args = FluentArgs::new();
                for variable in &variables {
                    args.set(variable.clone(), number);
                }
                let (message, attribute) = id
                    .split_once('.')
                    .map_or((id.as_str(), None), |(m, a)| (m, Some(a)));
                let message = bundle.get_message(message).unwrap();
                let pattern = match attribute {
                    Some(attribute) => message.get_attribute(attribute).unwrap().value(),
                    None => message.value().unwrap(),
                };
                let mut errors = Vec::new();
                let said = bundle.format_pattern(pattern, Some(&args), &mut errors);
                if !errors.is_empty() || said.trim().is_empty() {
                    faults.push(format!("{locale} {id}: {said:?} {errors:?}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

fn folder(locale: Locale) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../locales")
        .join(locale.as_str())
}

fn titles(locale: Locale) -> Vec<String> {
    let mut titles: Vec<_> = fs::read_dir(folder(locale))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .map(|name| name.strip_suffix(".ftl").unwrap_or(&name).to_owned())
        .collect();
    titles.sort();
    titles
}

fn source(locale: Locale, title: &str) -> String {
    let path = folder(locale).join(format!("{title}.ftl"));
    fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

fn shape(source: &str) -> Shape {
    let resource =
        fluent_syntax::parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    let mut shape = Shape::new();
    for entry in &resource.body {
        let (id, value, attributes) = match entry {
            ast::Entry::Message(message) => (
                message.id.name.to_owned(),
                message.value.as_ref(),
                &message.attributes,
            ),
            ast::Entry::Term(term) => (
                format!("-{}", term.id.name),
                Some(&term.value),
                &term.attributes,
            ),
            ast::Entry::Junk { content } => panic!("cannot be read: {content}"),
            _ => continue,
        };
        let patterns = value.map(|value| (id.clone(), value)).into_iter();
        let patterns = patterns.chain(
            attributes
                .iter()
                .map(|a| (format!("{id}.{}", a.id.name), &a.value)),
        );
        for (id, pattern) in patterns {
            let mut variables = BTreeSet::new();
            gather_from_pattern(pattern, &mut variables);
            assert!(
                shape.insert(id.clone(), variables).is_none(),
                "{id} stands twice"
            );
        }
    }
    shape
}

fn gather_from_pattern(pattern: &ast::Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            gather(expression, variables);
        }
    }
}

fn gather(expression: &ast::Expression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        ast::Expression::Inline(inline) => gather_inline(inline, variables),
        ast::Expression::Select { selector, variants } => {
            gather_inline(selector, variables);
            for variant in variants {
                gather_from_pattern(&variant.value, variables);
            }
        }
    }
}

fn gather_inline(inline: &ast::InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        ast::InlineExpression::FunctionReference { arguments, .. } => {
            arguments
                .positional
                .iter()
                .for_each(|argument| gather_inline(argument, variables));
            arguments
                .named
                .iter()
                .for_each(|argument| gather_inline(&argument.value, variables));
        }
        ast::InlineExpression::Placeable { expression } => gather(expression, variables),
        _ => {}
    }
}
