//! The lines that could not be used as a table, for whoever mends the source. Values are masked, as on the screen.

use crate::contract::UnusableLine;

/// UTF-8 with a byte order mark, by which spreadsheets know it, and `;`, which they part by in French.
pub fn table(lines: &[UnusableLine]) -> Result<Vec<u8>, csv::Error> {
    let mut table = csv::WriterBuilder::new()
        .delimiter(b';')
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    table.write_record(["file", "line", "field", "value", "reason"])?;
    for line in lines {
        table.write_record([
            &inert(&line.file),
            &line.line.to_string(),
            &line.field,
            &inert(&line.value),
            &line.reason,
        ])?;
    }
    table
        .into_inner()
        .map_err(|error| error.into_error().into())
}

/// A cell that begins so is a formula to a spreadsheet.
fn inert(cell: &str) -> String {
    match cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_no_formula() {
        let line = UnusableLine {
            file: "export.csv".to_owned(),
            line: 7,
            field: "last_names".to_owned(),
            value: "=1+1".to_owned(),
            reason: "missing".to_owned(),
        };
        let text = String::from_utf8(table(&[line]).unwrap()).unwrap();
        assert_eq!(
            text,
            "\u{FEFF}file;line;field;value;reason\nexport.csv;7;last_names;'=1+1;missing\n"
        );
    }
}
