//! The state tree and its proofs as the `jmt` and `ics23` crates see them.
//!
//! `generate` prints vectors that crypto/tree must reproduce byte by byte.
//! `check FILE` reads proofs that crypto/tree wrote and prints whether the crates accept them.

mod check;
mod generate;

use anyhow::{bail, Result};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let output = match arguments[..] {
        ["generate"] => generate::vectors()?,
        ["check", file] => check::verdicts(&std::fs::read_to_string(file)?)?,
        _ => bail!("usage: tanji-jmt-oracle generate | check FILE"),
    };
    println!("{output}");
    Ok(())
}
