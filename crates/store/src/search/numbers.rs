//! Looking a student up by what stands in the registry as it is typed: fiche, permanent code, address, telephone.
//! So many at most are looked at: past that, more digits have to be typed.

use roaring::RoaringBitmap;
use sqlx::AssertSqlSafe;

use super::query::Token;
use crate::error::{Result, StoreError};
use crate::pool::{Tx, run};

/// Of the owners of a number typed alone, so many more than students are wanted: some adults are on nobody's file.
const SPARE: i64 = 3;
/// Where names were typed too, some of the owners may be others.
const WITH_NAMES: i64 = 200;
/// A fiche as papers print it (domain.md §2).
const FICHE_DIGITS: usize = 7;
/// A telephone without its area code, and the area code.
const LOCAL_DIGITS: usize = 7;
const AREA_DIGITS: usize = 3;
/// Fewer digits than these begin too many telephones.
const FEWEST_PHONE_DIGITS: usize = 4;

// Each statement takes the first rows of an index and looks for their students after: a number that has just been begun
// may be that of half the registry.

/// The fiches of one range; they are put together as one statement, the shorter numbers first.
const BY_FICHE: &str = "select * from (
     select id, fiche from student
     where service_centre in (select service_centre from desk) and fiche between $FROM and $TO
     order by service_centre, fiche limit $1) as part";

const BY_CODE_SQLITE: &str = "select place, permanent_code = $1 from (
         select id, permanent_code from student
         where permanent_code >= $1 and permanent_code < $2 order by permanent_code limit $3) as found
     join search_student on student_id = id";
const BY_CODE_POSTGRES: &str = "select place, permanent_code = $1 from (
         select id, permanent_code from student
         where permanent_code collate \"C\" >= $1 and permanent_code collate \"C\" < $2
         order by permanent_code collate \"C\" limit $3) as found
     join search_student on student_id = id";

const BY_ADDRESS_SQLITE: &str = "select place, email_folded = $1 from (
         select id, email_folded from guardian
         where email_folded >= $1 and email_folded < $2 order by email_folded, id limit $3) as found
     join guardianship on guardian_id = id
     join search_student on search_student.student_id = guardianship.student_id";
const BY_ADDRESS_POSTGRES: &str = "select place, email_folded = $1 from (
         select id, email_folded from guardian
         where email_folded collate \"C\" >= $1 and email_folded collate \"C\" < $2
         order by email_folded collate \"C\", id limit $3) as found
     join guardianship on guardian_id = id
     join search_student on search_student.student_id = guardianship.student_id";

/// By the last digits of `phone`, as an index has them.
macro_rules! by_phone {
    ($last:literal, $space:literal, $count:literal, $order:literal) => {
        concat!(
            "select place, digits = $1 from (select id, ", by_phone!(@last $last, $space, $count), " as digits
                 from guardian where phone is not null and ",
            by_phone!(@last $last, $space, $count), $order, " >= $1 and ",
            by_phone!(@last $last, $space, $count), $order, " < $2 order by ",
            by_phone!(@last $last, $space, $count), $order, " limit $3) as found
             join guardianship on guardian_id = id
             join search_student on search_student.student_id = guardianship.student_id",
        )
    };
    (@last $last:literal, $space:literal, $count:literal) => {
        concat!(
            $last, "(replace(replace(replace(replace(replace(replace(",
            "phone, ' ', ''), '-', ''), '.', ''), '(', ''), ')', ''), ", $space, ", ''), ", $count, ")"
        )
    };
}

/// The last digits of a telephone, and how it is looked up by their beginning.
struct LastDigits {
    count: usize,
    sqlite: &'static str,
    postgres: &'static str,
}

const LOCAL: LastDigits = LastDigits {
    count: LOCAL_DIGITS,
    sqlite: by_phone!("substr", "char(160)", "-7", ""),
    postgres: by_phone!("right", "chr(160)", "7", " collate \"C\""),
};
const WITH_AREA: LastDigits = LastDigits {
    count: AREA_DIGITS + LOCAL_DIGITS,
    sqlite: by_phone!("substr", "char(160)", "-10", ""),
    postgres: by_phone!("right", "chr(160)", "10", " collate \"C\""),
};

/// How many owners of a number are looked at.
#[derive(Clone, Copy)]
pub(crate) struct Most {
    /// Of the numbers of one length.
    each: i64,
    all: i64,
}

impl Most {
    /// Of a number typed alone, the shorter numbers come first and fill the list.
    pub(crate) fn alone(wanted: usize) -> Self {
        let most = i64::try_from(wanted).map_or(i64::MAX, |wanted| wanted.saturating_add(SPARE));
        Self {
            each: most,
            all: most,
        }
    }

    pub(crate) const fn with_names() -> Self {
        Self {
            each: WITH_NAMES,
            all: i64::MAX,
        }
    }
}

/// Whom a number or an address reaches.
#[derive(Default)]
pub(crate) struct Reached {
    /// By all of it.
    pub exact: RoaringBitmap,
    /// By its beginning, those of `exact` among them.
    pub begun: RoaringBitmap,
}

impl Reached {
    fn add(&mut self, place: i64, is_exact: bool) -> Result<()> {
        let place =
            u32::try_from(place).map_err(|_| StoreError::Damaged("the places of the search"))?;
        self.begun.insert(place);
        if is_exact {
            self.exact.insert(place);
        }
        Ok(())
    }

    fn with(mut self, rows: Vec<(i64, bool)>) -> Result<Self> {
        for (place, is_exact) in rows {
            self.add(place, is_exact)?;
        }
        Ok(self)
    }
}

/// Whom this reaches by the student's own numbers, and by those of their adults.
pub(crate) async fn reached(
    reading: &mut Tx,
    token: &Token,
    most: Most,
) -> Result<(Reached, Reached)> {
    let nobody = Reached::default;
    Ok(match token {
        Token::Word(_) => (nobody(), nobody()),
        Token::Code(code) => (by_code(reading, code, most.each).await?, nobody()),
        Token::Address(address) => (nobody(), by_address(reading, address, most.each).await?),
        Token::Number(number) => (
            by_fiche(reading, number, most).await?,
            by_phone(reading, number, most.each).await?,
        ),
    })
}

async fn by_fiche(reading: &mut Tx, number: &str, most: Most) -> Result<Reached> {
    let ranges = fiches(number);
    if ranges.is_empty() {
        return Ok(Reached::default());
    }
    let parts = (0..ranges.len()).map(|at| {
        let [from, to] = [2 * at + 4, 2 * at + 5].map(|place| format!("${place}"));
        BY_FICHE.replace("$FROM", &from).replace("$TO", &to)
    });
    let sql = format!(
        "select place, fiche = $2 from (select * from ({}) as every limit $3) as found
         join search_student on student_id = id",
        parts.collect::<Vec<_>>().join(" union all ")
    );
    let exact: i64 = number.parse().unwrap_or_default();
    let rows: Vec<(i64, bool)> = run!(reading, conn => {
        let query = sqlx::query_as(AssertSqlSafe(sql)).bind(most.each).bind(exact).bind(most.all);
        ranges.iter().fold(query, |query, (from, to)| query.bind(*from).bind(*to)).fetch_all(conn)
    })?;
    Reached::default().with(rows)
}

/// By how a permanent code begins, in capitals.
async fn by_code(reading: &mut Tx, code: &str, most: i64) -> Result<Reached> {
    let rows = begun_by(reading, (BY_CODE_SQLITE, BY_CODE_POSTGRES), code, most).await?;
    Reached::default().with(rows)
}

/// By how an address begins, in small letters.
async fn by_address(reading: &mut Tx, address: &str, most: i64) -> Result<Reached> {
    let statements = (BY_ADDRESS_SQLITE, BY_ADDRESS_POSTGRES);
    let rows = begun_by(reading, statements, address, most).await?;
    Reached::default().with(rows)
}

async fn by_phone(reading: &mut Tx, number: &str, most: i64) -> Result<Reached> {
    let mut reached = Reached::default();
    for (digits, begun) in phones(number) {
        let statements = (digits.sqlite, digits.postgres);
        reached = reached.with(begun_by(reading, statements, begun, most).await?)?;
    }
    Ok(reached)
}

/// The rows of the first or of the second statement, as the database is.
async fn begun_by(
    reading: &mut Tx,
    (sqlite, postgres): (&'static str, &'static str),
    begun: &str,
    most: i64,
) -> Result<Vec<(i64, bool)>> {
    let until = after(begun);
    match reading {
        Tx::Sqlite(tx) => {
            let query = sqlx::query_as(sqlite).bind(begun).bind(until).bind(most);
            query.fetch_all(&mut **tx).await
        }
        Tx::Postgres(tx) => {
            let query = sqlx::query_as(postgres).bind(begun).bind(until).bind(most);
            query.fetch_all(&mut **tx).await
        }
    }
    .map_err(StoreError::from)
}

/// The fiches that begin so, as ranges; papers print them with leading zeros, and so they are typed.
fn fiches(number: &str) -> Vec<(i64, i64)> {
    let Some(missing) = FICHE_DIGITS.checked_sub(number.len()) else {
        return Vec::new();
    };
    let value: i64 = number.parse().unwrap_or_default();
    let range = |more: usize| {
        let step = (0..more).fold(1, |step, _| step * 10);
        (value * step, (value + 1) * step - 1)
    };
    if number.starts_with('0') {
        // All seven digits are written: only those beyond the ones typed are open.
        return vec![range(missing)];
    }
    (0..=missing).map(range).collect()
}

/// How digits may be a telephone: without its area code, and with it.
fn phones(number: &str) -> Vec<(&'static LastDigits, &str)> {
    let number = match number.len() {
        11 => number.strip_prefix('1').unwrap_or(number),
        _ => number,
    };
    let mut ways = Vec::new();
    if (FEWEST_PHONE_DIGITS..=LOCAL.count).contains(&number.len()) {
        ways.push((&LOCAL, number));
    }
    if (AREA_DIGITS + FEWEST_PHONE_DIGITS..=WITH_AREA.count).contains(&number.len()) {
        ways.push((&WITH_AREA, number));
    }
    ways
}

pub(crate) fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// What comes after everything that begins so, in the order of code points.
fn after(beginning: &str) -> String {
    format!("{beginning}\u{10FFFF}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pool::Pool;
    use crate::testing::embedded;

    #[test]
    fn fiches_are_ranges_of_the_numbers_that_begin_so() {
        assert_eq!(fiches("1234567"), [(1_234_567, 1_234_567)]);
        assert_eq!(
            fiches("98765"),
            [(98_765, 98_765), (987_650, 987_659), (9_876_500, 9_876_599)]
        );
        assert_eq!(fiches("0098"), [(98_000, 98_999)]);
        assert_eq!(fiches("12345678"), []);
    }

    #[test]
    fn a_telephone_is_typed_with_its_area_code_or_without() {
        let ways = |number| {
            let ways = phones(number).into_iter();
            ways.map(|(digits, begun)| (digits.count, begun.to_owned()))
                .collect::<Vec<_>>()
        };
        let way = |count, begun: &str| (count, begun.to_owned());
        assert_eq!(ways("555"), []);
        assert_eq!(ways("5551"), [way(7, "5551")]);
        assert_eq!(ways("5551234"), [way(7, "5551234"), way(10, "5551234")]);
        assert_eq!(ways("5145551234"), [way(10, "5145551234")]);
        assert_eq!(ways("15145551234"), [way(10, "5145551234")]);
    }

    #[tokio::test]
    async fn whom_numbers_and_addresses_reach_is_read_from_indexes_alone() {
        let store = embedded().await;
        let Pool::Sqlite(pools) = store.pool() else {
            unreachable!("it is embedded")
        };
        for (sql, index) in [
            (BY_ADDRESS_SQLITE, "guardian_email"),
            (LOCAL.sqlite, "guardian_phone"),
            (WITH_AREA.sqlite, "guardian_phone_area"),
        ] {
            let explain = AssertSqlSafe(format!("explain query plan {sql}"));
            let plan: Vec<(i64, i64, i64, String)> = sqlx::query_as(explain)
                .bind("1")
                .bind("2")
                .bind(1)
                .fetch_all(&pools.readers)
                .await
                .unwrap();
            let steps: Vec<_> = plan.iter().map(|(_, _, _, step)| step.as_str()).collect();
            for covering in [index, "guardianship_guardian"] {
                let step = format!("USING COVERING INDEX {covering} ");
                assert!(steps.iter().any(|told| told.contains(&step)), "{steps:?}");
            }
        }
        store.close().await.unwrap();
    }
}
