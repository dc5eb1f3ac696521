//! Verdicts of the `ics23` crate on proofs written elsewhere.

use anyhow::{Context, Result};
use ics23::{CommitmentProof, HostFunctionsManager, ProofSpec};
use prost::Message;
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
struct Cases {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    root: String,
    proof: String,
    items: Vec<Item>,
}

#[derive(Deserialize)]
struct Item {
    key: String,
    /// None: the key is claimed to be absent.
    value: Option<String>,
}

#[derive(Serialize)]
struct Verdicts {
    verifier: &'static str,
    accepted: std::collections::BTreeMap<String, bool>,
}

pub fn verdicts(json: &str) -> Result<String> {
    let cases: Cases = serde_json::from_str(json).context("the file of proofs")?;
    let spec = jmt::ics23_spec();
    let accepted = cases
        .cases
        .iter()
        .map(|case| (case.name.clone(), accepts_or_panics(&spec, case)))
        .collect();
    let verdicts = Verdicts {
        verifier: "ics23 0.12.0 (Rust)",
        accepted,
    };
    Ok(serde_json::to_string_pretty(&verdicts)?)
}

/// The crate's verifier may panic on hostile input; here that is a refusal.
fn accepts_or_panics(spec: &ProofSpec, case: &Case) -> bool {
    std::panic::catch_unwind(|| accepts(spec, case)).is_ok_and(|verdict| verdict.unwrap_or(false))
}

/// Whether the proof proves every item of the case.
fn accepts(spec: &ProofSpec, case: &Case) -> Result<bool> {
    let root = hex::decode(&case.root)?;
    let proof = CommitmentProof::decode(hex::decode(&case.proof)?.as_slice())?;
    for item in &case.items {
        let key = hex::decode(&item.key)?;
        let holds = match &item.value {
            Some(value) => ics23::verify_membership::<HostFunctionsManager>(
                &proof,
                spec,
                &root,
                &key,
                &hex::decode(value)?,
            ),
            None => ics23::verify_non_membership::<HostFunctionsManager>(&proof, spec, &root, &key),
        };
        if !holds {
            return Ok(false);
        }
    }
    Ok(!case.items.is_empty())
}
