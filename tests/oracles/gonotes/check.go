package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/transparency-dev/formats/log"
	fnote "github.com/transparency-dev/formats/note"
	"github.com/transparency-dev/formats/proof"
	"github.com/transparency-dev/formats/witness"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// parsedPolicy returns the verifiers of a policy's logs and witnesses and its quorum. The library
// reads the quorum but leaves the log lines to its caller.
func parsedPolicy(policy string) (logs, cosigners []note.Verifier, quorum witness.Group) {
	for line := range strings.Lines(policy) {
		fields := strings.Fields(line)
		switch {
		case len(fields) > 1 && fields[0] == "log":
			logs = append(logs, get(note.NewVerifier(fields[1])))
		case len(fields) > 2 && fields[0] == "witness":
			cosigners = append(cosigners, get(fnote.NewVerifierForCosignatureV1(fields[2])))
		}
	}
	return logs, cosigners, get(witness.ParsePolicy([]byte(policy)))
}

// checkpointUnder returns the checkpoint if it is signed by one of the policy's logs, every
// signature by a known key holds, and the quorum is met.
func checkpointUnder(text, policy, origin string) (*log.Checkpoint, error) {
	logs, cosigners, quorum := parsedPolicy(policy)
	var reason error = errors.New("the policy has no logs")
	for _, verifier := range logs {
		others := append([]note.Verifier{}, cosigners...)
		for _, v := range logs {
			if v.KeyHash() != verifier.KeyHash() {
				others = append(others, v)
			}
		}
		var checkpoint *log.Checkpoint
		checkpoint, _, _, reason = log.ParseCheckpoint([]byte(text), origin, verifier, others...)
		if reason != nil {
			continue
		}
		if !quorum.Satisfied([]byte(text)) {
			return nil, errors.New("quorum not met")
		}
		return checkpoint, nil
	}
	return nil, reason
}

func verdictOf(text, policy, origin string) error {
	_, err := checkpointUnder(text, policy, origin)
	return err
}

func proofVerdict(text, policy, origin, entry string) error {
	var p proof.TLogProof
	if err := p.Unmarshal([]byte(text)); err != nil {
		return err
	}
	checkpoint, err := checkpointUnder(string(p.Checkpoint), policy, origin)
	if err != nil {
		return err
	}
	var hashes tlog.RecordProof
	for _, h := range p.Hashes {
		hashes = append(hashes, h)
	}
	leaf := tlog.RecordHash([]byte(entry))
	return tlog.CheckRecord(hashes, int64(checkpoint.Size), tlog.Hash(checkpoint.Hash), int64(p.Index), leaf)
}

type writtenCase struct {
	Name, Kind string // kind: note | proof
	Policy     string
	Origin     string
	Entry      string // of a proof
	Text       string
}

type verdict struct {
	Name, Sha256 string // of the text
	Accepted     bool
	Error        string `json:",omitempty"`
}

func checkWritten() any {
	var written struct{ Cases []writtenCase }
	must(json.NewDecoder(os.Stdin).Decode(&written))
	var verdicts []verdict
	for _, c := range written.Cases {
		var err error
		switch c.Kind {
		case "note":
			err = verdictOf(c.Text, c.Policy, c.Origin)
		case "proof":
			err = proofVerdict(c.Text, c.Policy, c.Origin, c.Entry)
		default:
			panic(fmt.Sprintf("unknown kind %q", c.Kind))
		}
		digest := sha256.Sum256([]byte(c.Text))
		v := verdict{Name: c.Name, Sha256: hex.EncodeToString(digest[:]), Accepted: err == nil}
		if err != nil {
			v.Error = err.Error()
		}
		verdicts = append(verdicts, v)
	}
	return map[string]any{
		"source":   "gonotes check < written.json",
		"verdicts": verdicts,
	}
}
