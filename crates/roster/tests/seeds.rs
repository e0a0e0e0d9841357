//! Every seed of the fuzz targets, and every input that the fuzzer once broke a reader with, through its target.
#![expect(clippy::expect_used, reason = "a test stops at the first surprise")]

use std::path::Path;

#[path = "../fuzz/src/targets.rs"]
mod targets;

type Target = fn(&[u8]);

#[test]
fn every_seed_is_read_or_refused_without_a_panic() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    let every: [(&str, Target); 5] = [
        ("delimited", targets::delimited),
        ("workbook", targets::workbook),
        ("one_roster", targets::one_roster),
        ("school_data_sync", targets::school_data_sync),
        ("cells", targets::cells),
    ];
    for (name, target) in every {
        let mut read = 0;
        for seed in std::fs::read_dir(seeds.join(name)).unwrap() {
            target(&std::fs::read(seed.unwrap().path()).unwrap());
            read += 1;
        }
        assert!(read > 0, "{name}");
    }
    assert_eq!(std::fs::read_dir(&seeds).unwrap().count(), every.len());
}
