// Gonotes is an independent second opinion on crypto/log and crypto/note: it uses the Go
// libraries that operators and witnesses of transparency logs run.
//
//	gonotes tree    writes tests/vectors/log/tree.json
//	gonotes notes   writes tests/vectors/note/notes.json
//	gonotes check   reads what our C++ wrote (tests/vectors/note/written.json) on standard input
//	                and writes what the Go libraries say of it (accepted.json)
//
// Everything is deterministic: fixed seeds, fixed times.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
)

func main() {
	modes := map[string]func() any{"tree": treeVectors, "notes": noteVectors, "check": checkWritten}
	if len(os.Args) != 2 || modes[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: gonotes tree|notes|check")
		os.Exit(2)
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	must(encoder.Encode(modes[os.Args[1]]()))
	_, err := os.Stdout.Write(out.Bytes())
	must(err)
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func get[T any](value T, err error) T {
	must(err)
	return value
}
