package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/transparency-dev/formats/log"
	"github.com/transparency-dev/formats/proof"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	origin      = "ledger.example/baoting"
	typeLog     = 1
	typeCosign  = 4
	firstCosign = 1795308584 // seconds since 1970
)

// A signer has the seed SHA-256(label), so that the C++ tests can make the same one.
type signer struct {
	label, name string
	keyType     byte
	key         ed25519.PrivateKey
}

func newSigner(label, name string, keyType byte) signer {
	seed := sha256.Sum256([]byte(label))
	return signer{label, name, keyType, ed25519.NewKeyFromSeed(seed[:])}
}

func (s signer) material() []byte {
	return append([]byte{s.keyType}, s.key.Public().(ed25519.PublicKey)...)
}

func (s signer) id() []byte {
	digest := sha256.Sum256(append([]byte(s.name+"\n"), s.material()...))
	return digest[:4]
}

func (s signer) vkey() string {
	return s.name + "+" + hex.EncodeToString(s.id()) + "+" + base64.StdEncoding.EncodeToString(s.material())
}

func (s signer) line(payload []byte) string {
	return "— " + s.name + " " + base64.StdEncoding.EncodeToString(append(s.id(), payload...)) + "\n"
}

func (s signer) sign(body string) string { return s.line(ed25519.Sign(s.key, []byte(body))) }

// The library's own signer takes the time from the clock, so the message is made here; that the
// library accepts the result is checked by verdictOf.
func (s signer) cosign(time uint64, body string) string { return s.cosignSaying(time, time, body) }

func (s signer) cosignSaying(stated, signed uint64, body string) string {
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", signed, body)
	payload := binary.BigEndian.AppendUint64(nil, stated)
	return s.line(append(payload, ed25519.Sign(s.key, []byte(message))...))
}

type cast struct {
	logs, validators, witnesses []signer
	stranger                    signer
}

// A consortium of four with k = 3, and two of three outside witnesses.
func newCast() cast {
	var c cast
	for i := 1; i <= 4; i++ {
		c.logs = append(c.logs, newSigner(fmt.Sprintf("log-%d", i), origin, typeLog))
		c.validators = append(c.validators,
			newSigner(fmt.Sprintf("validator-%d", i), fmt.Sprintf("org%d.example/cosigner", i), typeCosign))
	}
	for i := 1; i <= 3; i++ {
		c.witnesses = append(c.witnesses,
			newSigner(fmt.Sprintf("witness-%d", i), fmt.Sprintf("witness%d.example", i), typeCosign))
	}
	c.stranger = newSigner("stranger", "stranger.example", typeCosign)
	return c
}

func (c cast) policy() string {
	var out strings.Builder
	for _, s := range c.logs {
		fmt.Fprintf(&out, "log %s\n", s.vkey())
	}
	var validators, witnesses []string
	for i, s := range c.validators {
		validators = append(validators, fmt.Sprintf("org%d", i+1))
		fmt.Fprintf(&out, "witness org%d %s https://org%d.example/cosign\n", i+1, s.vkey(), i+1)
	}
	for i, s := range c.witnesses {
		witnesses = append(witnesses, fmt.Sprintf("w%d", i+1))
		fmt.Fprintf(&out, "witness w%d %s https://witness%d.example\n", i+1, s.vkey(), i+1)
	}
	fmt.Fprintf(&out, "group validators 3 %s\n", strings.Join(validators, " "))
	fmt.Fprintf(&out, "group witnesses 2 %s\n", strings.Join(witnesses, " "))
	out.WriteString("group validators-and-witnesses all validators witnesses\n")
	out.WriteString("quorum validators-and-witnesses\n")
	return out.String()
}

type noteCase struct {
	Name, Note string
	Accepted   bool   // by the Go libraries under the policy
	Error      string `json:",omitempty"`
}

func noteVectors() any {
	c := newCast()
	policy := c.policy()
	l := newMemoryLog(300)
	root := l.root(300)
	checkpoint := log.Checkpoint{Origin: origin, Size: 300, Hash: root[:]}
	body := string(checkpoint.Marshal())
	other := string(log.Checkpoint{Origin: origin, Size: 299, Hash: root[:]}.Marshal())
	foreign := string(log.Checkpoint{Origin: "ledger.example/other", Size: 300, Hash: root[:]}.Marshal())

	cosigned := func(body string, signers ...signer) string {
		var out strings.Builder
		for i, s := range signers {
			out.WriteString(s.cosign(firstCosign+uint64(i), body))
		}
		return out.String()
	}
	v, w := c.validators, c.witnesses
	quorum := cosigned(body, v[0], v[1], v[3], w[0], w[2])
	note := func(body string, lines ...string) string { return body + "\n" + strings.Join(lines, "") }
	shifted := v[0].cosignSaying(firstCosign+1, firstCosign, body)

	cases := []noteCase{
		{Name: "exact", Note: note(body, c.logs[0].sign(body), quorum)},
		{Name: "other node's log key", Note: note(body, c.logs[3].sign(body), quorum)},
		{Name: "log signature last", Note: note(body, quorum, c.logs[0].sign(body))},
		{Name: "one validator too many", Note: note(body, c.logs[0].sign(body), quorum, v[2].cosign(firstCosign, body))},
		{Name: "one witness too many", Note: note(body, c.logs[0].sign(body), quorum, w[1].cosign(firstCosign, body))},
		{Name: "stranger's cosignature", Note: note(body, c.logs[0].sign(body), quorum, c.stranger.cosign(firstCosign, body))},
		{Name: "two log signatures", Note: note(body, c.logs[0].sign(body), c.logs[1].sign(body), quorum)},
		{Name: "two of four validators", Note: note(body, c.logs[0].sign(body), cosigned(body, v[0], v[1], w[0], w[2]))},
		{Name: "one witness", Note: note(body, c.logs[0].sign(body), cosigned(body, v[0], v[1], v[3], w[0]))},
		{Name: "no cosignature", Note: note(body, c.logs[0].sign(body))},
		{Name: "no log signature", Note: note(body, quorum)},
		{Name: "log signature of another body", Note: note(body, c.logs[0].sign(other), quorum)},
		{Name: "cosignature of another body", Note: note(body, c.logs[0].sign(body), cosigned(body, v[0], v[1], w[0], w[2]), v[3].cosign(firstCosign, other))},
		{Name: "cosignature with another time", Note: note(body, c.logs[0].sign(body), shifted, cosigned(body, v[1], v[3], w[0], w[2]))},
		{Name: "another origin", Note: note(foreign, c.logs[0].sign(foreign), cosigned(foreign, v[0], v[1], v[3], w[0], w[2]))},
		{Name: "no blank line", Note: body + c.logs[0].sign(body) + quorum},
		{Name: "no signatures", Note: body + "\n"},
	}
	for i := range cases {
		err := verdictOf(cases[i].Note, policy, origin)
		cases[i].Accepted = err == nil
		if err != nil {
			cases[i].Error = err.Error()
		}
	}

	const index = 299
	var hashes [][sha256.Size]byte
	for _, h := range get(tlog.ProveRecord(300, index, l)) {
		hashes = append(hashes, h)
	}
	entry := proof.TLogProof{Index: index, Hashes: hashes, Checkpoint: []byte(cases[0].Note)}
	extra := entry
	extra.ExtraData = []byte("unauthenticated")
	must(proofVerdict(string(entry.Marshal()), policy, origin, "entry-299"))

	vkeys := map[string]string{}
	for _, s := range append(append(append(c.logs, v...), w...), c.stranger) {
		vkeys[s.label] = s.vkey()
	}
	return map[string]any{
		"source":         "gonotes notes, github.com/transparency-dev/formats and golang.org/x/mod/sumdb/note",
		"origin":         origin,
		"firstTime":      firstCosign,
		"vkeys":          vkeys, // of the key with seed SHA-256(label)
		"policy":         policy,
		"notes":          cases,
		"proofEntry":     "entry-299",
		"proof":          string(entry.Marshal()),
		"proofWithExtra": string(extra.Marshal()),
	}
}
