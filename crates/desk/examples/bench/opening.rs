//! Opening the desk: signing in.

use std::time::Instant;

use argon2::{Algorithm, Argon2, Params, Version};
use serde_json::{Value, json};
use store::KdfCost;

use crate::desk::{PASSWORD, USER, call, set_up};
use crate::times::{median, seconds_since};
use crate::{Outcome, Row};

/// Signing in at the real cost, against Argon2 alone at that cost.
pub async fn measure(times: usize) -> Outcome<Row> {
    let folder = tempfile::tempdir()?;
    let desk = set_up(&folder, KdfCost::STAFF).await?;
    let (mut opened, mut stretched) = (Vec::new(), Vec::new());
    for _ in 0..times {
        call(&desk, "sign_out", Value::Null).await?;
        let request = json!({ "user_name": USER, "password": PASSWORD });
        let begun = Instant::now();
        call(&desk, "sign_in", request).await?;
        opened.push(seconds_since(begun));
        let begun = Instant::now();
        stretch(KdfCost::STAFF)?;
        stretched.push(seconds_since(begun));
    }
    desk.close().await;
    Ok(Row {
        name: "open-desk",
        value: median(opened),
        unit: "s",
        baseline: median(stretched),
    })
}

fn stretch(cost: KdfCost) -> Outcome<()> {
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32))?;
    let mut key = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(
        PASSWORD.as_bytes(),
        &[7; 16],
        &mut key,
    )?;
    std::hint::black_box(key);
    Ok(())
}
