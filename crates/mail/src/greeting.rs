//! What a mail server says before anything else: some tell what time it is. Sending belongs to `smtp`.

use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;

/// No greeting is longer.
const LONGEST: u64 = 1000;

/// The time in the greeting of a server that speaks first in clear; none when it does not answer or does not say.
/// Nothing vouches for it: it is for a warning, and for nothing else.
pub(crate) async fn time(host: &str, port: u16, limit: Duration) -> Option<DateTime<Utc>> {
    let greeted = async {
        let mut stream = TcpStream::connect((host, port)).await.ok()?;
        let mut line = Vec::new();
        let (reader, mut writer) = stream.split();
        let mut reader = BufReader::new(reader.take(LONGEST));
        reader.read_until(b'\n', &mut line).await.ok()?;
        // A server need not be told good-bye, but it is polite.
        let _ = writer.write_all(b"QUIT\r\n").await;
        Some(line)
    };
    let line = tokio::time::timeout(limit, greeted).await.ok()??;
    time_in(&String::from_utf8_lossy(&line))
}

/// The end of a greeting that reads as a date of mail (RFC 5322).
fn time_in(greeting: &str) -> Option<DateTime<Utc>> {
    let line = greeting.trim_end();
    let starts = line.match_indices(' ').map(|(space, _)| space + 1);
    starts
        .filter_map(|start| DateTime::parse_from_rfc2822(line.get(start..)?).ok())
        .next()
        .map(Into::into)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_greeting_that_ends_with_a_date_tells_the_time() {
        let noon = "2026-11-22T17:00:00Z".parse::<DateTime<Utc>>().unwrap();
        for (greeting, time) in [
            (
                "220 mx.example ESMTP Sendmail 8.17.1; Sun, 22 Nov 2026 12:00:00 -0500\r\n",
                Some(noon),
            ),
            (
                "220 EX01.example Microsoft ESMTP MAIL Service ready at Sun, 22 Nov 2026 17:00:00 +0000",
                Some(noon),
            ),
            ("220 mail.example ESMTP Postfix\r\n", None),
            ("", None),
            ("554 é", None),
        ] {
            assert_eq!(time_in(greeting), time, "{greeting}");
        }
    }
}
