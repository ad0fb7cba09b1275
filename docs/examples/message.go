// Reads messages of all suites with raw AES keys, for suite_reader.go. It needs nothing but the standard library (Go 1.24).

package main

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/hkdf"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"hash"
	"sort"
	"unicode/utf8"
)

type suite struct {
	keyLength int
	kdf       func() hash.Hash
	curve     elliptic.Curve
	signature func() hash.Hash
}

var (
	p256, p384 = elliptic.P256(), elliptic.P384()
	suites     = map[uint64]suite{
		0x0014: {16, nil, nil, nil}, 0x0046: {24, nil, nil, nil}, 0x0078: {32, nil, nil, nil},
		0x0114: {16, sha256.New, nil, nil}, 0x0146: {24, sha256.New, nil, nil}, 0x0178: {32, sha256.New, nil, nil},
		0x0214: {16, sha256.New, p256, sha256.New}, 0x0346: {24, sha512.New384, p384, sha512.New384},
		0x0378: {32, sha512.New384, p384, sha512.New384},
		0x0478: {32, sha512.New, nil, nil}, 0x0578: {32, sha512.New, p384, sha512.New384},
	}
)

const (
	publicKeyName = "aws-crypto-public-key"
	most          = 1<<36 - 32 // bytes of a body without frames
	finalFrame    = 0xffffffff
)

type reader struct { // what a vector gives its reader
	namespace, name string
	key             []byte
	context         map[string]string
	policy          string
	maxDataKeys     int
}

type message struct {
	data []byte
	at   uint64
}

// A message that is refused panics with a text, and decrypt returns it as its error.
func check(fits bool, what string) {
	if !fits {
		panic(what)
	}
}

func must[T any](value T, err error) T {
	check(err == nil, fmt.Sprint(err))
	return value
}

func (m *message) take(length uint64) []byte {
	check(length <= uint64(len(m.data))-m.at, "the bytes end too early")
	m.at += length
	return m.data[m.at-length : m.at]
}

func (m *message) number(length uint64) (number uint64) {
	for _, one := range m.take(length) {
		number = number<<8 | uint64(one)
	}
	return number
}

func (m *message) sized() []byte { return m.take(m.number(2)) }

func (m *message) text() string {
	text := m.sized()
	check(utf8.Valid(text), "not UTF-8")
	return string(text)
}

func opened(key, iv, data, aad []byte) ([]byte, error) {
	return must(cipher.NewGCM(must(aes.NewCipher(key)))).Open(nil, iv, data, aad)
}

func serialized(context map[string]string) (out []byte) { // pairs sorted by the bytes of their keys
	keys := make([]string, 0, len(context))
	for key := range context {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	if len(keys) > 0 {
		out = binary.BigEndian.AppendUint16(out, uint16(len(keys)))
	}
	for _, key := range keys {
		for _, part := range []string{key, context[key]} {
			out = append(binary.BigEndian.AppendUint16(out, uint16(len(part))), part...)
		}
	}
	return out
}

func publicKey(text string, curve elliptic.Curve) *ecdsa.PublicKey {
	point := must(base64.StdEncoding.Strict().DecodeString(text))
	check(base64.StdEncoding.EncodeToString(point) == text, "public key with line breaks")
	x, y := elliptic.UnmarshalCompressed(curve, point)
	check(x != nil, "public key")
	return &ecdsa.PublicKey{Curve: curve, X: x, Y: y}
}

func (m *message) decrypt(r reader) (plaintext []byte, err error) {
	defer func() {
		if what := recover(); what != nil {
			plaintext, err = nil, fmt.Errorf("%v", what)
		}
	}()
	version := m.number(1)
	check(version == 2 || version == 1 && m.number(1) == 0x80, "version or type")
	suiteID := m.number(2)
	s, known := suites[suiteID]
	check(known && suiteID >= 0x0400 == (version == 2), "suite")
	id := m.take(map[uint64]uint64{1: 16, 2: 32}[version])
	stored := m.context()
	type dataKey struct {
		provider      string
		info, wrapped []byte
	}
	var dataKeys []dataKey
	for range m.number(2) {
		dataKeys = append(dataKeys, dataKey{m.text(), m.sized(), m.sized()})
	}
	check(len(dataKeys) > 0, "no encrypted data key")
	kind := m.number(1)
	check(version == 2 || m.number(4) == 0 && m.number(1) == 12, "reserved bytes or IV length")
	frameLength := m.number(4)
	check((kind == 1 || kind == 2) && (kind == 2) == (frameLength > 0), "content type or frame length")
	iv, commitment := make([]byte, 12), []byte(nil)
	if version == 2 {
		commitment = m.take(32)
	}
	header := m.data[:m.at]
	if version == 1 {
		iv = m.take(12)
	}
	tag := m.take(16)
	check(r.maxDataKeys == 0 || len(dataKeys) <= r.maxDataKeys, "too many encrypted data keys")
	check(version == 2 || r.policy != "REQUIRE_ENCRYPT_REQUIRE_DECRYPT", "policy")
	whole, unstored := map[string]string{}, map[string]string{}
	for key, value := range r.context {
		there, found := stored[key]
		check(!found || there == value, "context differs")
		whole[key] = value
		if !found {
			unstored[key] = value
		}
	}
	for key, value := range stored {
		whole[key] = value
	}
	encoded, found := whole[publicKeyName]
	check(found == (s.curve != nil), "public key there or missing")
	var verifying *ecdsa.PublicKey
	if found {
		verifying = publicKey(encoded, s.curve)
	}
	info := append([]byte(r.name), 0, 0, 0, 128, 0, 0, 0, 12) // bits of the tag, bytes of the IV
	var secret []byte
	for _, one := range dataKeys {
		fits := one.provider == r.namespace && len(one.wrapped) == s.keyLength+16 && len(one.info) == len(info)+12
		if secret == nil && fits && bytes.HasPrefix(one.info, info) {
			secret, _ = opened(r.key, one.info[len(info):], one.wrapped, serialized(whole))
		}
	}
	check(secret != nil, "no encrypted data key opens")
	key := secret
	number := binary.BigEndian.AppendUint16(nil, uint16(suiteID))
	if version == 2 {
		check(bytes.Equal(must(hkdf.Key(s.kdf, secret, id, "COMMITKEY", 32)), commitment), "commitment")
		key = must(hkdf.Key(s.kdf, secret, id, string(number)+"DERIVEKEY", s.keyLength))
	} else if s.kdf != nil {
		key = must(hkdf.Key(s.kdf, secret, nil, string(number)+string(id), s.keyLength))
	}
	must(opened(key, iv, tag, append(bytes.Clone(header), serialized(unstored)...)))
	plaintext = m.body(key, id, frameLength)
	if verifying != nil {
		digest := s.signature()
		digest.Write(m.data[:m.at])
		check(ecdsa.VerifyASN1(verifying, digest.Sum(nil), m.sized()), "signature")
	}
	check(m.at == uint64(len(m.data)), "bytes after the message")
	return plaintext, nil
}

func (m *message) context() map[string]string {
	context, length := map[string]string{}, m.number(2)
	start := m.at
	if length == 0 {
		return context
	}
	count := m.number(2)
	for range count {
		key := m.text()
		context[key] = m.text()
	}
	check(m.at == start+length && count > 0 && uint64(len(context)) == count, "context")
	return context
}

func (m *message) body(key, id []byte, frameLength uint64) []byte {
	plaintext := []byte{}
	for number, final := uint64(1), false; !final; number++ {
		found, length, kind := number, frameLength, "Frame"
		if frameLength > 0 {
			found = m.number(4)
		}
		if final = frameLength == 0 || found == finalFrame; final && frameLength > 0 {
			found = m.number(4)
		}
		check(found == number, "sequence number")
		iv := m.take(12)
		if final && frameLength > 0 {
			length, kind = m.number(4), "Final Frame"
			check(length <= frameLength, "content length")
		} else if final {
			length, kind = m.number(8), "Single Block"
			check(length <= most, "content length")
		}
		aad := binary.BigEndian.AppendUint32(append(bytes.Clone(id), "AWSKMSEncryptionClient "+kind...), uint32(number))
		plaintext = append(plaintext, must(opened(key, iv, m.take(length+16), binary.BigEndian.AppendUint64(aad, length)))...)
	}
	return plaintext
}
