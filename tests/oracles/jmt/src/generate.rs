//! Roots and proofs of the set key_i = 0x10 || u32be(i), value_i = "value-<i>".

use anyhow::{ensure, Result};
use ics23::commitment_proof::Proof;
use ics23::{BatchEntry, BatchProof, CommitmentProof};
use jmt::mock::MockTreeStore;
use jmt::{KeyHash, Sha256Jmt};
use prost::Message;
use serde::Serialize;
use sha2::{Digest, Sha256};

const SIZES: [u32; 11] = [0, 1, 2, 3, 4, 5, 10, 31, 100, 200, 1000];

#[derive(Serialize)]
struct Vectors {
    source: &'static str,
    spec: String,
    roots: Vec<Root>,
    deletions: Vec<Deletion>,
    proofs: Vec<Single>,
    batches: Vec<Batch>,
}

#[derive(Serialize)]
struct Root {
    size: u32,
    root: String,
}

/// Keys below `inserted`, less those from `first` up to and excluding `end`.
#[derive(Serialize)]
struct Deletion {
    inserted: u32,
    first: u32,
    end: u32,
    root: String,
}

/// The proof of one key; it is absent iff index >= size.
#[derive(Serialize)]
struct Single {
    size: u32,
    index: u32,
    proof: String,
}

#[derive(Serialize)]
struct Batch {
    size: u32,
    indexes: Vec<u32>,
    proof: String,
}

fn key(index: u32) -> Vec<u8> {
    [&[0x10], index.to_be_bytes().as_slice()].concat()
}

fn value(index: u32) -> Vec<u8> {
    format!("value-{index}").into_bytes()
}

/// A tree at its newest version.
struct Tree {
    store: MockTreeStore,
    versions: u64,
    root: [u8; 32],
}

impl Tree {
    fn of_size(size: u32) -> Result<Tree> {
        let mut tree = Tree {
            store: MockTreeStore::default(),
            versions: 0,
            root: [0; 32],
        };
        tree.apply((0..size).map(|i| (i, Some(value(i)))).collect())?;
        Ok(tree)
    }

    fn apply(&mut self, changes: Vec<(u32, Option<Vec<u8>>)>) -> Result<()> {
        let jmt = Sha256Jmt::new(&self.store);
        let set = changes.into_iter().map(|(index, value)| {
            let hash = KeyHash::with::<Sha256>(key(index));
            self.store.put_key_preimage(hash, &key(index));
            (hash, value)
        });
        let (root, batch) = jmt.put_value_set(set, self.versions)?;
        self.store.write_tree_update_batch(batch)?;
        self.versions += 1;
        self.root = root.0;
        Ok(())
    }

    fn prove(&self, index: u32) -> Result<CommitmentProof> {
        let jmt = Sha256Jmt::new(&self.store);
        Ok(jmt.get_with_ics23_proof(key(index), self.versions - 1)?.1)
    }
}

fn roots() -> Result<Vec<Root>> {
    SIZES
        .iter()
        .map(|&size| {
            Ok(Root {
                size,
                root: hex::encode(Tree::of_size(size)?.root),
            })
        })
        .collect()
}

fn deletions() -> Result<Vec<Deletion>> {
    [
        (200, 100, 200),
        (200, 0, 200),
        (1000, 1, 1000),
        (1000, 0, 999),
        (31, 7, 8),
        (3, 0, 2),
    ]
    .into_iter()
    .map(|(inserted, first, end)| {
        let mut tree = Tree::of_size(inserted)?;
        tree.apply((first..end).map(|i| (i, None)).collect())?;
        Ok(Deletion {
            inserted,
            first,
            end,
            root: hex::encode(tree.root),
        })
    })
    .collect()
}

fn proofs() -> Result<Vec<Single>> {
    let cases: [(u32, Vec<u32>); 5] = [
        (1, (0..8).collect()),
        (2, (0..8).collect()),
        (10, (0..20).collect()),
        (100, vec![0, 1, 50, 99, 100, 101, 102, 103]),
        (1000, vec![0, 333, 999, 1000, 1001, 1002]),
    ];
    let mut singles = Vec::new();
    for (size, indexes) in cases {
        let tree = Tree::of_size(size)?;
        for index in indexes {
            let proof = hex::encode(tree.prove(index)?.encode_to_vec());
            singles.push(Single { size, index, proof });
        }
    }
    Ok(singles)
}

fn entry(proof: CommitmentProof) -> BatchEntry {
    let proof = match proof.proof {
        Some(Proof::Exist(exist)) => Some(ics23::batch_entry::Proof::Exist(exist)),
        Some(Proof::Nonexist(non)) => Some(ics23::batch_entry::Proof::Nonexist(non)),
        _ => None,
    };
    BatchEntry { proof }
}

fn batch(size: u32, mut indexes: Vec<u32>) -> Result<Batch> {
    let tree = Tree::of_size(size)?;
    indexes.sort_by_key(|&index| Sha256::digest(key(index)));
    let entries: Vec<BatchEntry> = indexes
        .iter()
        .map(|&index| Ok(entry(tree.prove(index)?)))
        .collect::<Result<_>>()?;
    ensure!(entries.iter().all(|e| e.proof.is_some()));
    let proof = ics23::compress(&CommitmentProof {
        proof: Some(Proof::Batch(BatchProof { entries })),
    })?;
    Ok(Batch {
        size,
        indexes,
        proof: hex::encode(proof.encode_to_vec()),
    })
}

pub fn vectors() -> Result<String> {
    let vectors = Vectors {
        source: "jmt 0.12.0, ics23 0.12.0; key = 0x10 || u32be(i), value = value-<i>",
        spec: hex::encode(jmt::ics23_spec().encode_to_vec()),
        roots: roots()?,
        deletions: deletions()?,
        proofs: proofs()?,
        batches: vec![
            batch(1, vec![0])?,
            batch(2, vec![0, 1, 2])?,
            batch(10, (0..14).collect())?,
            batch(100, (0..100).step_by(5).chain(100..110).collect())?,
            batch(1000, (0..60).map(|i| i * 17).collect())?,
        ],
    };
    Ok(serde_json::to_string_pretty(&vectors)?)
}
