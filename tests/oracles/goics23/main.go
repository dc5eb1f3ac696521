// Verdicts of github.com/cosmos/ics23/go on the proofs in the file named by the first argument.
package main

import (
	"encoding/hex"
	"encoding/json"
	"log"
	"os"

	ics23 "github.com/cosmos/ics23/go"
)

type item struct {
	Key string
	// nil: the key is claimed to be absent.
	Value *string
}

type proofCase struct {
	Name  string
	Root  string
	Proof string
	Items []item
}

// ics23_spec() of the jmt crate.
var spec = &ics23.ProofSpec{
	LeafSpec: &ics23.LeafOp{
		Hash:         ics23.HashOp_SHA256,
		PrehashKey:   ics23.HashOp_SHA256,
		PrehashValue: ics23.HashOp_SHA256,
		Length:       ics23.LengthOp_NO_PREFIX,
		Prefix:       []byte("JMT::LeafNode"),
	},
	InnerSpec: &ics23.InnerSpec{
		ChildOrder:      []int32{0, 1},
		ChildSize:       32,
		MinPrefixLength: 16,
		MaxPrefixLength: 16,
		EmptyChild:      []byte("SPARSE_MERKLE_PLACEHOLDER_HASH__"),
		Hash:            ics23.HashOp_SHA256,
	},
	MaxDepth:                   64,
	PrehashKeyBeforeComparison: true,
}

func unhex(s string) []byte {
	bytes, err := hex.DecodeString(s)
	if err != nil {
		log.Fatal(err)
	}
	return bytes
}

// accepts says whether the proof proves every item. The library panics on some hostile proofs;
// here that is a refusal.
func accepts(c proofCase) (verdict bool) {
	defer func() {
		if recover() != nil {
			verdict = false
		}
	}()
	var proof ics23.CommitmentProof
	if proof.Unmarshal(unhex(c.Proof)) != nil || len(c.Items) == 0 {
		return false
	}
	root := unhex(c.Root)
	for _, item := range c.Items {
		key := unhex(item.Key)
		if item.Value == nil && !ics23.VerifyNonMembership(spec, root, &proof, key) {
			return false
		}
		if item.Value != nil && !ics23.VerifyMembership(spec, root, &proof, key, unhex(*item.Value)) {
			return false
		}
	}
	return true
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	var cases struct{ Cases []proofCase }
	if err := json.Unmarshal(text, &cases); err != nil {
		log.Fatal(err)
	}
	verdicts := struct {
		Verifier string          `json:"verifier"`
		Accepted map[string]bool `json:"accepted"`
	}{"cosmos/ics23/go v0.11.0", map[string]bool{}}
	for _, c := range cases.Cases {
		verdicts.Accepted[c.Name] = accepts(c)
	}
	out, _ := json.MarshalIndent(verdicts, "", "  ")
	os.Stdout.Write(append(out, '\n'))
}
