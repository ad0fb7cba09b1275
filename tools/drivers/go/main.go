// The official Go SDK as a program under test: one JSON request a line on stdin, one JSON answer a line on stdout, until stdin closes.
//
// Requests and answers are those of spec/schemas/target.json. Keyrings come from the Material Providers Library. Whatever the SDK returns or panics
// with is an answer and does not end the program: `class` is the name of the error's type, `error` the first line of its text without the keys of
// the request. What this SDK has no function for is `unsupported`: data keys, non-framed bodies and streaming. Opens no file and no connection.
//
// Where it differs from others: it retries a header tag as .NET 4.0.0 wrote it, writes no empty final frame after an exact multiple of the frame
// length, and encrypts at most 1 GiB.
package main

import (
	"bufio"
	"context"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"os"
	"reflect"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	mpl "github.com/aws/aws-cryptographic-material-providers-library/releases/go/mpl/awscryptographymaterialproviderssmithygenerated"
	mt "github.com/aws/aws-cryptographic-material-providers-library/releases/go/mpl/awscryptographymaterialproviderssmithygeneratedtypes"
	primitives "github.com/aws/aws-cryptographic-material-providers-library/releases/go/primitives/awscryptographyprimitivessmithygeneratedtypes"
	esdk "github.com/aws/aws-encryption-sdk/releases/go/encryption-sdk/awscryptographyencryptionsdksmithygenerated"
	et "github.com/aws/aws-encryption-sdk/releases/go/encryption-sdk/awscryptographyencryptionsdksmithygeneratedtypes"
)

const (
	sdk        = "github.com/aws/aws-encryption-sdk/releases/go/encryption-sdk"
	textLength = 400
	committing = "0478" // the first suite with key commitment; a policy allows either those or the others
)

var paddings = map[string]mt.PaddingScheme{
	"pkcs1":       mt.PaddingSchemePkcs1,
	"oaep-sha1":   mt.PaddingSchemeOaepSha1Mgf1,
	"oaep-sha256": mt.PaddingSchemeOaepSha256Mgf1,
	"oaep-sha384": mt.PaddingSchemeOaepSha384Mgf1,
	"oaep-sha512": mt.PaddingSchemeOaepSha512Mgf1,
}

var wrappingAlgorithms = map[int]mt.AesWrappingAlg{
	16: mt.AesWrappingAlgAlgAes128GcmIv12Tag16,
	24: mt.AesWrappingAlgAlgAes192GcmIv12Tag16,
	32: mt.AesWrappingAlgAlgAes256GcmIv12Tag16,
}

var curves = map[string]primitives.ECDHCurveSpec{
	"P-256": primitives.ECDHCurveSpecEccNistP256,
	"P-384": primitives.ECDHCurveSpecEccNistP384,
	"P-521": primitives.ECDHCurveSpecEccNistP521,
}

type request struct {
	ID          *int64            `json:"id"`
	Op          *string           `json:"op"`
	Keyring     *keyring          `json:"keyring"`
	Policy      *string           `json:"policy"`
	MaxDataKeys *int64            `json:"max_encrypted_data_keys"`
	Context     map[string]string `json:"context"`
	Required    []string          `json:"required"`
	Suite       *string           `json:"suite"`
	FrameLength *int64            `json:"frame_length"`
	Plaintext   *[]byte           `json:"plaintext"`
	Message     *[]byte           `json:"message"`
	Stream      int64             `json:"stream"`
	Work        string            `json:"work"`
	Size        int               `json:"size"`
	Rounds      int               `json:"rounds"`
}

type keyring struct {
	Type      string     `json:"type"`
	Namespace *string    `json:"namespace"`
	Name      *string    `json:"name"`
	Key       *[]byte    `json:"key"`
	Padding   string     `json:"padding"`
	Schema    string     `json:"schema"`
	Curve     string     `json:"curve"`
	Public    *string    `json:"public"`
	Private   *string    `json:"private"`
	Generator *keyring   `json:"generator"`
	Children  []*keyring `json:"children"`
}

type answer map[string]any

// The request is wrong: nothing was asked of the SDK.
type badRequest string

func (e badRequest) Error() string { return string(e) }

// The SDK has no function for what is asked.
type unsupported string

func (e unsupported) Error() string { return string(e) }

func rawKeyring(library *mpl.Client, of *keyring) (mt.IKeyring, error) {
	if of.Namespace == nil || of.Name == nil {
		return nil, badRequest("a raw keyring needs a namespace and a name")
	}
	if of.Type == "raw-aes" {
		if of.Key == nil || wrappingAlgorithms[len(*of.Key)] == "" {
			return nil, badRequest("a raw AES keyring needs a key of 16, 24 or 32 bytes")
		}
		return library.CreateRawAesKeyring(context.Background(), mt.CreateRawAesKeyringInput{
			KeyNamespace: *of.Namespace, KeyName: *of.Name, WrappingKey: *of.Key, WrappingAlg: wrappingAlgorithms[len(*of.Key)],
		})
	}
	if paddings[of.Padding] == "" {
		return nil, unsupported("no such padding")
	}
	return library.CreateRawRsaKeyring(context.Background(), mt.CreateRawRsaKeyringInput{
		KeyNamespace: *of.Namespace, KeyName: *of.Name, PaddingScheme: paddings[of.Padding],
		PublicKey: text(of.Public), PrivateKey: text(of.Private),
	})
}

func text(of *string) []byte {
	if of == nil {
		return nil
	}
	return []byte(*of)
}

// The SDK takes private keys as PEM and public keys as DER.
func der(of *string) ([]byte, error) {
	block, _ := pem.Decode(text(of))
	if block == nil {
		return nil, badRequest("the public key is missing or not PEM")
	}
	return block.Bytes, nil
}

func ecdhScheme(of *keyring) (mt.RawEcdhStaticConfigurations, error) {
	if of.Schema == "discovery" {
		keys := mt.PublicKeyDiscoveryInput{RecipientStaticPrivateKey: text(of.Private)}
		return &mt.RawEcdhStaticConfigurationsMemberPublicKeyDiscovery{Value: keys}, nil
	}
	public, err := der(of.Public)
	if err != nil {
		return nil, err
	}
	switch of.Schema {
	case "static":
		keys := mt.RawPrivateKeyToStaticPublicKeyInput{SenderStaticPrivateKey: text(of.Private), RecipientPublicKey: public}
		return &mt.RawEcdhStaticConfigurationsMemberRawPrivateKeyToStaticPublicKey{Value: keys}, nil
	case "ephemeral":
		keys := mt.EphemeralPrivateKeyToStaticPublicKeyInput{RecipientPublicKey: public}
		return &mt.RawEcdhStaticConfigurationsMemberEphemeralPrivateKeyToStaticPublicKey{Value: keys}, nil
	}
	return nil, unsupported("no such ECDH schema")
}

func ecdhKeyring(library *mpl.Client, of *keyring) (mt.IKeyring, error) {
	if of.Schema != "ephemeral" && of.Private == nil {
		return nil, badRequest("this ECDH keyring needs a private key")
	}
	if curves[of.Curve] == "" {
		return nil, unsupported("no such curve")
	}
	scheme, err := ecdhScheme(of)
	if err != nil {
		return nil, err
	}
	input := mt.CreateRawEcdhKeyringInput{CurveSpec: curves[of.Curve], KeyAgreementScheme: scheme}
	return library.CreateRawEcdhKeyring(context.Background(), input)
}

func multiKeyring(library *mpl.Client, of *keyring) (made mt.IKeyring, err error) {
	input := mt.CreateMultiKeyringInput{ChildKeyrings: []mt.IKeyring{}}
	if of.Generator != nil {
		if input.Generator, err = makeKeyring(library, of.Generator); err != nil {
			return nil, err
		}
	}
	for _, child := range of.Children {
		made, err := makeKeyring(library, child)
		if err != nil {
			return nil, err
		}
		input.ChildKeyrings = append(input.ChildKeyrings, made)
	}
	return library.CreateMultiKeyring(context.Background(), input)
}

func makeKeyring(library *mpl.Client, of *keyring) (mt.IKeyring, error) {
	if of == nil {
		return nil, badRequest("the keyring is missing")
	}
	switch of.Type {
	case "raw-aes", "raw-rsa":
		return rawKeyring(library, of)
	case "raw-ecdh":
		return ecdhKeyring(library, of)
	case "multi":
		return multiKeyring(library, of)
	}
	return nil, unsupported("no such keyring")
}

// The materials manager of a request. The default one stores the whole encryption context.
func manager(r *request) (mt.ICryptographicMaterialsManager, error) {
	library, err := mpl.NewClient(mt.MaterialProvidersConfig{})
	if err != nil {
		return nil, err
	}
	keys, err := makeKeyring(library, r.Keyring)
	if err != nil {
		return nil, err
	}
	input := mt.CreateDefaultCryptographicMaterialsManagerInput{Keyring: keys}
	standard, err := library.CreateDefaultCryptographicMaterialsManager(context.Background(), input)
	if err != nil || len(r.Required) == 0 {
		return standard, err
	}
	// the SDK has a member for the keyring, too, and refuses it
	requiring := mt.CreateRequiredEncryptionContextCMMInput{UnderlyingCMM: standard, RequiredEncryptionContextKeys: r.Required}
	return library.CreateRequiredEncryptionContextCMM(context.Background(), requiring)
}

func client(r *request) (*esdk.Client, error) {
	config := et.AwsEncryptionSdkConfig{MaxEncryptedDataKeys: r.MaxDataKeys}
	if r.Policy != nil {
		policy := mt.ESDKCommitmentPolicy(*r.Policy)
		if !slices.Contains(policy.Values(), policy) {
			return nil, unsupported("no such commitment policy")
		}
		config.CommitmentPolicy = &policy
	}
	if r.Stream != 0 {
		return nil, unsupported("this SDK has no streams")
	}
	if err := config.Validate(); err != nil { // NewClient does not, and panics
		return nil, err
	}
	return esdk.NewClient(config)
}

// The parts of a request in the SDK's terms, made once for a job that runs many times.
func encryption(r *request, plaintext []byte) (func() ([]byte, error), error) {
	input := et.EncryptInput{Plaintext: plaintext, EncryptionContext: r.Context, FrameLength: r.FrameLength}
	if r.FrameLength != nil && *r.FrameLength == 0 {
		return nil, unsupported("this SDK writes no non-framed body")
	}
	if r.Suite != nil {
		suite := mt.ESDKAlgorithmSuiteId("0x" + *r.Suite)
		if !slices.Contains(suite.Values(), suite) {
			return nil, unsupported("no such algorithm suite")
		}
		input.AlgorithmSuiteId = &suite
	}
	encryptor, err := client(r)
	if err != nil {
		return nil, err
	}
	if input.MaterialsManager, err = manager(r); err != nil {
		return nil, err
	}
	return func() ([]byte, error) {
		output, err := encryptor.Encrypt(context.Background(), input)
		if err != nil {
			return nil, err
		}
		return output.Ciphertext, nil
	}, nil
}

func decryption(r *request, message []byte) (func() ([]byte, error), error) {
	decryptor, err := client(r)
	if err != nil {
		return nil, err
	}
	input := et.DecryptInput{Ciphertext: message, EncryptionContext: r.Context}
	if input.MaterialsManager, err = manager(r); err != nil {
		return nil, err
	}
	return func() ([]byte, error) {
		output, err := decryptor.Decrypt(context.Background(), input)
		if err != nil {
			return nil, err
		}
		return output.Plaintext, nil
	}, nil
}

func describe(*request) (answer, error) {
	version := "unknown"
	if build, ok := debug.ReadBuildInfo(); ok {
		for _, module := range build.Deps {
			if module.Path == sdk {
				version = strings.TrimPrefix(module.Version, "v")
			}
		}
	}
	suites := []string{}
	for _, suite := range mt.ESDKAlgorithmSuiteId("").Values() {
		suites = append(suites, strings.TrimPrefix(string(suite), "0x"))
	}
	return answer{
		"protocol": 1, "name": "AWS Encryption SDK for Go", "version": version, "suites": suites,
		"keys": []string{"raw-aes", "raw-rsa", "raw-ecdh", "multi"}, "policies": mt.ESDKCommitmentPolicy("").Values(),
		"frame_lengths": answer{"least": 1, "most": int64(1)<<32 - 1, "multiple": 1},
		"encrypt":       true, "non_framed": false, "required_context": true, "streaming": false,
	}, nil
}

func encrypt(r *request) (answer, error) {
	if r.Plaintext == nil {
		return nil, badRequest("the plaintext is missing")
	}
	run, err := encryption(r, *r.Plaintext)
	if err != nil {
		return nil, err
	}
	message, err := run()
	return answer{"message": message}, err
}

func decrypt(r *request) (answer, error) {
	if r.Message == nil {
		return nil, badRequest("the message is missing")
	}
	run, err := decryption(r, *r.Message)
	if err != nil {
		return nil, err
	}
	plaintext, err := run()
	if plaintext == nil {
		plaintext = []byte{} // nil would be null
	}
	return answer{"plaintext": plaintext}, err
}

func bench(r *request) (answer, error) {
	if r.Size < 0 || r.Rounds < 1 || (r.Work != "encrypt" && r.Work != "decrypt") {
		return nil, badRequest("bench needs work, a size and at least one round")
	}
	policy := string(mt.ESDKCommitmentPolicyRequireEncryptAllowDecrypt)
	if r.Suite != nil && *r.Suite < committing {
		policy = string(mt.ESDKCommitmentPolicyForbidEncryptAllowDecrypt)
	}
	r.Policy = &policy
	run, err := encryption(r, make([]byte, r.Size))
	if err != nil {
		return nil, err
	}
	message, err := run() // the first run also warms up
	if err == nil && r.Work == "decrypt" {
		run, err = decryption(r, message)
	}
	if err != nil {
		return nil, err
	}
	times := make([]float64, r.Rounds)
	for i := range times {
		started := time.Now()
		if _, err := run(); err != nil {
			return nil, err
		}
		times[i] = float64(time.Since(started).Nanoseconds()) / 1e6
	}
	slices.Sort(times)
	return answer{"min_ms": times[0], "median_ms": (times[(r.Rounds-1)/2] + times[r.Rounds/2]) / 2}, nil
}

var operations = map[string]func(*request) (answer, error){"describe": describe, "encrypt": encrypt, "decrypt": decrypt, "bench": bench}

// The SDK's own Error() formats a pointer; its message is a field. A collection has one error for each encrypted data key or keyring.
func explain(err error) string {
	value := reflect.Indirect(reflect.ValueOf(err))
	if value.Kind() != reflect.Struct {
		return err.Error()
	}
	message := value.FieldByName("Message")
	if !message.IsValid() || message.Kind() != reflect.String {
		return err.Error()
	}
	explained := message.String()
	if list := value.FieldByName("ListOfErrors"); list.IsValid() {
		for _, each := range list.Interface().([]error) {
			explained += " | " + explain(each)
		}
	}
	return explained
}

// The keys of a keyring as they may appear in a text.
func secrets(of *keyring) (found []string) {
	if of == nil {
		return nil
	}
	if of.Key != nil {
		found = append(found, base64.StdEncoding.EncodeToString(*of.Key))
	}
	if of.Private != nil {
		found = append(found, strings.FieldsFunc(*of.Private, func(r rune) bool { return r == '\r' || r == '\n' })...)
	}
	for _, each := range append(of.Children, of.Generator) {
		found = append(found, secrets(each)...)
	}
	return found
}

func refusal(r *request, class, explained string) answer {
	for _, secret := range secrets(r.Keyring) {
		explained = strings.ReplaceAll(explained, secret, "[key]")
	}
	line, _, _ := strings.Cut(strings.TrimSpace(explained), "\n")
	if len(line) > textLength {
		line = strings.ToValidUTF8(line[:textLength], "")
	}
	return answer{"ok": false, "error": line, "class": class}
}

func run(r *request) (result answer) {
	defer func() {
		if caught := recover(); caught != nil { // the SDK panics on some inputs
			result = refusal(r, "panic", fmt.Sprint(caught))
		}
	}()
	if r.ID == nil || r.Op == nil {
		return refusal(r, "BadRequest", "a request needs an id and an op")
	}
	operation, known := operations[*r.Op]
	if !known {
		return answer{"ok": false, "unsupported": "no such op"}
	}
	result, err := operation(r)
	switch err := err.(type) {
	case nil:
		result["ok"] = true
		return result
	case unsupported:
		return answer{"ok": false, "unsupported": err.Error()}
	case badRequest:
		return refusal(r, "BadRequest", err.Error())
	default:
		return refusal(r, reflect.Indirect(reflect.ValueOf(err)).Type().Name(), explain(err))
	}
}

func respond(line []byte) answer {
	var r request
	err := json.Unmarshal(line, &r)
	var result answer
	if err != nil { // its text may quote the line
		if wrong, ok := err.(*json.UnmarshalTypeError); ok && wrong.Field == "id" {
			r.ID = nil // which is not what the line says
		}
		result = refusal(&request{}, "BadRequest", "not a request")
	} else {
		result = run(&r)
	}
	result["id"] = r.ID
	return result
}

func main() {
	in, out := bufio.NewReader(os.Stdin), json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	os.Stdout = os.Stderr // nothing but answers
	for {
		line, end := in.ReadBytes('\n')
		if len(line) > 0 {
			if err := out.Encode(respond(line)); err != nil {
				os.Exit(1)
			}
		}
		if end != nil {
			return
		}
	}
}
