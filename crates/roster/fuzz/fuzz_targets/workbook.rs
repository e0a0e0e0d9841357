//! Feeds the fuzzer's bytes to the target of this name; what it does is in `targets`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| guichet_roster_fuzz::targets::workbook(bytes));
