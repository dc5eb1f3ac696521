package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// memoryLog is a log whose i-th entry is ASCII "entry-<i>".
type memoryLog struct{ hashes []tlog.Hash }

func (l *memoryLog) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(indexes))
	for i, x := range indexes {
		out[i] = l.hashes[x]
	}
	return out, nil
}

func newMemoryLog(size int64) *memoryLog {
	l := &memoryLog{}
	for i := range size {
		l.hashes = append(l.hashes, get(tlog.StoredHashes(i, fmt.Appendf(nil, "entry-%d", i), l))...)
	}
	return l
}

func (l *memoryLog) root(size int64) tlog.Hash { return get(tlog.TreeHash(size, l)) }

type inclusionVector struct {
	Size, Index int64
	Proof       string // hashes in hexadecimal, one after the other
}

type consistencyVector struct {
	Old, Size int64
	Proof     string
}

type tileVector struct {
	Path   string // C2SP's
	Sha256 string
}

func joinHex(hashes []tlog.Hash) string {
	var out strings.Builder
	for _, h := range hashes {
		out.WriteString(hex.EncodeToString(h[:]))
	}
	return out.String()
}

func treeVectors() any {
	const maxSize = 300
	const tileSize = 70_000
	l := newMemoryLog(tileSize)

	var roots []string
	for size := range int64(maxSize + 1) {
		root := l.root(size)
		roots = append(roots, hex.EncodeToString(root[:]))
	}

	sizes := []int64{1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129,
		255, 256, 257, 300, tileSize}
	var inclusion []inclusionVector
	var consistency []consistencyVector
	for _, size := range sizes {
		seen := map[int64]bool{}
		for _, at := range []int64{0, 1, 2, 3, 6, 7, size / 2, size - 2, size - 1, 127, 128, 255, 256, 65_535} {
			if at < 0 || at >= size || seen[at] {
				continue
			}
			seen[at] = true
			inclusion = append(inclusion, inclusionVector{size, at, joinHex(get(tlog.ProveRecord(size, at, l)))})
			consistency = append(consistency, consistencyVector{at + 1, size, joinHex(get(tlog.ProveTree(size, at+1, l)))})
		}
	}
	return map[string]any{
		"source":              "gonotes tree, golang.org/x/mod/sumdb/tlog",
		"roots":               roots,
		"inclusion":           inclusion,
		"consistency":         consistency,
		"inclusionAccepted":   acceptedInclusion(l),
		"consistencyAccepted": acceptedConsistency(l),
		"tileSize":            tileSize,
		"tileRoot":            joinHex([]tlog.Hash{l.root(tileSize)}),
		"tiles":               tileVectors(l, tileSize),
	}
}

// A Merkle proof does not bind the tree size: some proofs hold for other sizes and indexes too.
// These are all of them up to smallSize: the proof for (size, index), the leaf of that index and
// the root of that size, accepted with the claimed size and index. A second verifier must accept
// exactly these, written "size index claimed-size claimed-index" (old sizes for consistency).
const smallSize = 16

func acceptedInclusion(l *memoryLog) []string {
	var out []string
	for size := int64(1); size <= smallSize; size++ {
		for index := range size {
			proof := get(tlog.ProveRecord(size, index, l))
			leaf := tlog.RecordHash(fmt.Appendf(nil, "entry-%d", index))
			for claimedSize := int64(1); claimedSize <= smallSize; claimedSize++ {
				for claimed := range claimedSize {
					if tlog.CheckRecord(proof, claimedSize, l.root(size), claimed, leaf) == nil {
						out = append(out, fmt.Sprint(size, index, claimedSize, claimed))
					}
				}
			}
		}
	}
	return out
}

func acceptedConsistency(l *memoryLog) []string {
	var out []string
	for size := int64(1); size <= smallSize; size++ {
		for old := int64(1); old <= size; old++ {
			proof := get(tlog.ProveTree(size, old, l))
			for claimedSize := int64(1); claimedSize <= smallSize; claimedSize++ {
				for claimed := int64(1); claimed <= claimedSize; claimed++ {
					if tlog.CheckTree(proof, claimedSize, l.root(size), claimed, l.root(old)) == nil {
						out = append(out, fmt.Sprint(size, old, claimedSize, claimed))
					}
				}
			}
		}
	}
	return out
}

// tileVectors are the digests of all tiles above level 0, and of the first and last of level 0.
// Go writes tile/8/<L>/..., C2SP tile/<L>/...: the rest of the path is the same.
func tileVectors(l *memoryLog, size int64) []tileVector {
	var out []tileVector
	for _, tile := range tlog.NewTiles(8, 0, size) {
		if tile.L == 0 && tile.N > 1 && tile.N < size/256-1 {
			continue
		}
		data := get(tlog.ReadTileData(tile, l))
		digest := sha256.Sum256(data)
		path := "tile/" + strings.TrimPrefix(tile.Path(), "tile/8/")
		out = append(out, tileVector{path, hex.EncodeToString(digest[:])})
	}
	return out
}
