// Runs every raw AES vector of a native suite: go run suite_reader.go message.go DIRECTORY. Standard library alone (Go 1.24).
// This file reads the suite; message.go, which reads messages, is where your reader goes.

package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

type test struct {
	Ciphertext, Sha256, Twin string
	Key                      struct {
		Type, Key string
		Namespace string `json:"provider-id"`
		Algorithm string `json:"encryption-algorithm"`
	}
	Context     map[string]string `json:"encryption-context"`
	Policy      string            `json:"commitment-policy"`
	MaxDataKeys int               `json:"max-encrypted-data-keys"`
	Expect      struct{ Outcome, Plaintext string }
}

var set struct {
	Manifest struct {
		Type    string
		Version int
	}
	Tests map[string]test
	Keys  string
}

var keys struct {
	Keys map[string]struct {
		Material string
		ID       string `json:"key-id"`
	}
}

func file(uri string) []byte {
	return must(os.ReadFile(filepath.Join(os.Args[1], filepath.FromSlash(strings.TrimPrefix(uri, "file://")))))
}

func read(one test) ([]byte, error) {
	entry, data := keys.Keys[one.Key.Key], file(one.Ciphertext)
	check(fmt.Sprintf("%x", sha256.Sum256(data)) == one.Sha256, one.Ciphertext+" was changed")
	key := must(base64.StdEncoding.DecodeString(entry.Material))
	return (&message{data: data}).decrypt(reader{one.Key.Namespace, entry.ID, key, one.Context, one.Policy, one.MaxDataKeys})
}

func outcome(one test) string {
	plaintext, err := read(one)
	refused := err != nil
	if accept := one.Expect.Outcome == "accept"; accept == refused || accept && !bytes.Equal(plaintext, file(one.Expect.Plaintext)) {
		return "failed"
	}
	if refused && outcome(set.Tests[one.Twin]) != "passed" {
		return "blind" // whoever refuses the valid message proves nothing
	}
	return "passed"
}

func main() {
	must(0, json.Unmarshal(file("manifest.json"), &set))
	check(set.Manifest.Type == "esdkit-vectors" && set.Manifest.Version == 2, "another manifest")
	must(0, json.Unmarshal(file(set.Keys), &keys))
	counts := map[string]int{"passed": 0, "failed": 0, "blind": 0}
	for id, one := range set.Tests {
		if one.Key.Type != "raw" || one.Key.Algorithm != "aes" {
			continue
		}
		found := outcome(one)
		counts[found]++
		if found != "passed" {
			fmt.Println(found, id)
		}
	}
	fmt.Println(string(must(json.Marshal(counts))))
	if counts["failed"]+counts["blind"] > 0 {
		os.Exit(1)
	}
}
