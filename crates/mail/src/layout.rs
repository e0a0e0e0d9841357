//! How the words of a mail stand on the page: one block a language, as text and as HTML.
//! No word is written here, and nothing is fetched by what is.

use std::fmt::Write as _;

use text::Locale;
use zeroize::Zeroizing;

/// A mail in words, ready to be sent. It may hold a code: it has no `Debug`, and is never stored.
#[derive(Clone)]
pub struct Rendered {
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// What a mail says in one language.
pub(crate) struct Block {
    locale: Locale,
    paragraphs: Vec<Paragraph>,
}

pub(crate) enum Paragraph {
    Words(String),
    /// A code, large and on its own, so that it can be read from afar and copied.
    Code(Zeroizing<String>),
}

impl Block {
    pub(crate) const fn new(locale: Locale) -> Self {
        Self {
            locale,
            paragraphs: Vec::new(),
        }
    }

    pub(crate) const fn locale(&self) -> Locale {
        self.locale
    }

    /// Adds words; an empty line parts two paragraphs.
    pub(crate) fn say(&mut self, words: &str) {
        self.paragraphs.extend(
            words
                .split("\n\n")
                .map(|words| Paragraph::Words(words.to_owned())),
        );
    }

    pub(crate) fn push(&mut self, paragraph: Paragraph) {
        self.paragraphs.push(paragraph);
    }
}

const BODY: &str =
    "margin:0;padding:24px;background:#ffffff;color:#1a1a1a;font:16px/1.5 system-ui,sans-serif";
const BLOCK: &str = "max-width:36em;margin:0 auto";
const CODE: &str = "margin:24px 0;font:700 32px/1.2 ui-monospace,monospace;letter-spacing:0.1em";
const RULE: &str = "max-width:36em;margin:32px auto;border:0;border-top:1px solid #767676";

impl Rendered {
    pub(crate) fn new(subjects: &[String], blocks: &[Block]) -> Self {
        let subject = subjects.join(" / ");
        let text = blocks
            .iter()
            .map(text)
            .collect::<Vec<_>>()
            .join("\n\n– – –\n\n")
            + "\n";
        let html = page(&subject, blocks);
        Self {
            subject,
            text,
            html,
        }
    }
}

fn text(block: &Block) -> String {
    let paragraphs: Vec<_> = block
        .paragraphs
        .iter()
        .map(|paragraph| match paragraph {
            Paragraph::Words(words) => words.as_str(),
            Paragraph::Code(code) => code.as_str(),
        })
        .collect();
    paragraphs.join("\n\n")
}

fn page(title: &str, blocks: &[Block]) -> String {
    let blocks: Vec<_> = blocks.iter().map(html).collect();
    let separator = format!("<hr style=\"{RULE}\">\n");
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"><title>{}</title></head>\n\
         <body style=\"{BODY}\">\n{}</body>\n</html>\n",
        Locale::REFERENCE,
        escape(title),
        blocks.join(&separator),
    )
}

fn html(block: &Block) -> String {
    let (lang, dir) = (block.locale, block.locale.direction().as_str());
    let mut html = format!("<div lang=\"{lang}\" dir=\"{dir}\" style=\"{BLOCK}\">\n");
    for paragraph in &block.paragraphs {
        // Writing to a string cannot fail.
        let _ = match paragraph {
            Paragraph::Words(words) => writeln!(html, "<p>{}</p>", escape(words)),
            Paragraph::Code(code) => writeln!(
                html,
                "<p style=\"{CODE}\"><bdi dir=\"ltr\">{}</bdi></p>",
                escape(code)
            ),
        };
    }
    html.push_str("</div>\n");
    html
}

fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(c),
        }
    }
    escaped
}
