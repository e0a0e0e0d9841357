//! The two databases that a desk can be on (design.md §2): a test that is not about the file itself runs on both.
//! What the server is told to make and drop belongs to `store::testing`.

use std::path::Path;

use desk::Places;
use store::Location;
use store::testing::ServerDatabase;

#[derive(Clone, Copy)]
pub enum Database {
    Embedded,
    Postgres,
}

impl Database {
    /// Where a desk in this folder keeps its data, and what is to be kept for as long.
    pub async fn places(self, folder: &Path) -> (Places, Vec<ServerDatabase>) {
        let mut places = Places::embedded(folder.to_owned());
        let mut servers = Vec::new();
        if let Self::Postgres = self {
            for place in [&mut places.desk, &mut places.demo] {
                let server = ServerDatabase::create().await;
                let (url, dir) = (server.url.clone(), place.dir().to_owned());
                *place = Location::Postgres { url, dir };
                servers.push(server);
            }
        }
        (places, servers)
    }
}

/// Makes two tests of one: `name::embedded` and `name::postgres`.
macro_rules! on_both_databases {
    ($(#[$said:meta])* async fn $name:ident($database:ident: Database $(,)?) $body:block) => {
        mod $name {
            use super::*;

            $(#[$said])*
            async fn test($database: Database) $body

            #[tokio::test]
            async fn embedded() {
                test(Database::Embedded).await;
                $crate::counter::close_desks().await;
            }

            #[tokio::test]
            async fn postgres() {
                test(Database::Postgres).await;
                $crate::counter::close_desks().await;
            }
        }
    };
}
pub(crate) use on_both_databases;

/// A test about the embedded file itself.
macro_rules! on_the_file {
    ($(#[$said:meta])* async fn $name:ident() $body:block) => {
        $(#[$said])*
        #[tokio::test]
        async fn $name() {
            async fn test() $body
            test().await;
            $crate::counter::close_desks().await;
        }
    };
}
pub(crate) use on_the_file;
