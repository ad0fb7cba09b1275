import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoAlgorithm;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.cryptography.materialproviders.ICryptographicMaterialsManager;
import software.amazon.cryptography.materialproviders.IKeyring;
import software.amazon.cryptography.materialproviders.MaterialProviders;
import software.amazon.cryptography.materialproviders.model.AesWrappingAlg;
import software.amazon.cryptography.materialproviders.model.CollectionOfErrors;
import software.amazon.cryptography.materialproviders.model.CreateDefaultCryptographicMaterialsManagerInput;
import software.amazon.cryptography.materialproviders.model.CreateMultiKeyringInput;
import software.amazon.cryptography.materialproviders.model.CreateRawAesKeyringInput;
import software.amazon.cryptography.materialproviders.model.CreateRawEcdhKeyringInput;
import software.amazon.cryptography.materialproviders.model.CreateRawRsaKeyringInput;
import software.amazon.cryptography.materialproviders.model.CreateRequiredEncryptionContextCMMInput;
import software.amazon.cryptography.materialproviders.model.EphemeralPrivateKeyToStaticPublicKeyInput;
import software.amazon.cryptography.materialproviders.model.MaterialProvidersConfig;
import software.amazon.cryptography.materialproviders.model.PaddingScheme;
import software.amazon.cryptography.materialproviders.model.PublicKeyDiscoveryInput;
import software.amazon.cryptography.materialproviders.model.RawEcdhStaticConfigurations;
import software.amazon.cryptography.materialproviders.model.RawPrivateKeyToStaticPublicKeyInput;
import software.amazon.cryptography.primitives.model.ECDHCurveSpec;

/**
 * The official Java SDK as a program under test: one JSON request a line on stdin, one JSON answer a line on stdout, until stdin closes.
 *
 * <p>Requests and answers are those of spec/schemas/target.json. Keyrings come from the Material Providers Library. Whatever the SDK throws is an
 * answer and does not end the program: {@code class} is the exception's name, {@code error} the first line of its text and its causes', without the
 * keys of the request. What this SDK has no function for is {@code unsupported}: data keys, frame lengths of 2^31 and more. Opens no file of its own
 * and no connection.
 *
 * <p>Start it with a limit of memory (-Xmx1700m): the SDK allocates a whole frame, whatever the frame holds, so a header of a few bytes may ask for 2 GiB.
 * Running out of memory is an answer, too. Send what the virtual machine says to stderr (-XX:+DisplayVMOutputToStderr -Xlog:disable
 * -Xlog:all=warning:stderr): stdout is for answers. The SDK refuses frame lengths of 2^31 and more, empty keys and values of the encryption context,
 * and contexts over 32,767 bytes; it takes keys that begin with aws-crypto-. No bytes at all are an empty plaintext to its streams (not to its
 * one-shot interface).
 */
public final class Driver {
  private static final int TEXT_LENGTH = 400;

  /** The first suite with key commitment: a policy allows either those or the others. */
  private static final String COMMITTING = "0478";


  /** What that memory allows. The SDK takes up to 2^31 - 1 bytes, but no virtual machine has an array for them. */
  private static final int MAX_FRAME_LENGTH = 1 << 30;

  private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  static { // Jackson refuses strings of 20 million characters, which a message of 15 MB has
    JSON.getFactory().setStreamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build());
  }

  private static final MaterialProviders LIBRARY =
      MaterialProviders.builder().MaterialProvidersConfig(MaterialProvidersConfig.builder().build()).build();
  private static final Map<String, PaddingScheme> PADDINGS =
      Map.of(
          "pkcs1", PaddingScheme.PKCS1,
          "oaep-sha1", PaddingScheme.OAEP_SHA1_MGF1,
          "oaep-sha256", PaddingScheme.OAEP_SHA256_MGF1,
          "oaep-sha384", PaddingScheme.OAEP_SHA384_MGF1,
          "oaep-sha512", PaddingScheme.OAEP_SHA512_MGF1);
  private static final Map<Integer, AesWrappingAlg> WRAPPING_ALGORITHMS =
      Map.of(
          16, AesWrappingAlg.ALG_AES128_GCM_IV12_TAG16,
          24, AesWrappingAlg.ALG_AES192_GCM_IV12_TAG16,
          32, AesWrappingAlg.ALG_AES256_GCM_IV12_TAG16);
  private static final Map<String, ECDHCurveSpec> CURVES =
      Map.of("P-256", ECDHCurveSpec.ECC_NIST_P256, "P-384", ECDHCurveSpec.ECC_NIST_P384, "P-521", ECDHCurveSpec.ECC_NIST_P521);

  /** The request is wrong: nothing was asked of the SDK. */
  private static final class BadRequest extends RuntimeException {
    BadRequest(String text) {
      super(text);
    }
  }

  /** The SDK has no function for what is asked. */
  private static final class Unsupported extends RuntimeException {
    Unsupported(String text) {
      super(text);
    }
  }

  private interface Job {
    byte[] run() throws IOException;
  }

  private Driver() {}

  private static boolean has(JsonNode of, String name) {
    return of.hasNonNull(name);
  }

  private static JsonNode member(JsonNode of, String name) {
    if (!has(of, name)) throw new BadRequest(name + " is missing");
    return of.get(name);
  }

  private static String text(JsonNode of, String name) {
    JsonNode found = member(of, name);
    if (!found.isTextual()) throw new BadRequest(name + " is not a string");
    return found.textValue();
  }

  private static long number(JsonNode of, String name) {
    JsonNode found = member(of, name);
    if (!found.canConvertToLong() || !found.isIntegralNumber()) throw new BadRequest(name + " is not a whole number");
    return found.longValue();
  }

  private static byte[] bytes(JsonNode of, String name) {
    try {
      return Base64.getDecoder().decode(text(of, name));
    } catch (IllegalArgumentException wrong) {
      throw new BadRequest(name + " is not base64");
    }
  }

  private static <T> T oneOf(Map<?, T> known, Object name, String what) {
    T found = known.get(name);
    if (found == null) throw new Unsupported("no such " + what);
    return found;
  }

  private static ByteBuffer pem(JsonNode of, String name) {
    return ByteBuffer.wrap(text(of, name).getBytes(StandardCharsets.UTF_8));
  }

  /** The SDK takes private keys as PEM and public keys as DER. */
  private static ByteBuffer der(JsonNode of, String name) {
    Matcher found = Pattern.compile("-----BEGIN [^-]+-----([^-]+)-----END").matcher(text(of, name));
    if (!found.find()) throw new BadRequest(name + " is not PEM");
    return ByteBuffer.wrap(Base64.getMimeDecoder().decode(found.group(1)));
  }

  private static IKeyring rawAes(JsonNode of) {
    byte[] key = bytes(of, "key");
    AesWrappingAlg algorithm = WRAPPING_ALGORITHMS.get(key.length);
    if (algorithm == null) throw new BadRequest("an AES key has 16, 24 or 32 bytes");
    return LIBRARY.CreateRawAesKeyring(
        CreateRawAesKeyringInput.builder()
            .keyNamespace(text(of, "namespace"))
            .keyName(text(of, "name"))
            .wrappingKey(ByteBuffer.wrap(key))
            .wrappingAlg(algorithm)
            .build());
  }

  private static IKeyring rawRsa(JsonNode of) {
    CreateRawRsaKeyringInput.Builder input =
        CreateRawRsaKeyringInput.builder()
            .keyNamespace(text(of, "namespace"))
            .keyName(text(of, "name"))
            .paddingScheme(oneOf(PADDINGS, text(of, "padding"), "padding"));
    if (has(of, "public")) input.publicKey(pem(of, "public"));
    if (has(of, "private")) input.privateKey(pem(of, "private"));
    return LIBRARY.CreateRawRsaKeyring(input.build());
  }

  private static RawEcdhStaticConfigurations ecdhScheme(JsonNode of) {
    RawEcdhStaticConfigurations.Builder scheme = RawEcdhStaticConfigurations.builder();
    switch (text(of, "schema")) {
      case "static":
        return scheme
            .RawPrivateKeyToStaticPublicKey(
                RawPrivateKeyToStaticPublicKeyInput.builder()
                    .senderStaticPrivateKey(pem(of, "private"))
                    .recipientPublicKey(der(of, "public"))
                    .build())
            .build();
      case "ephemeral":
        return scheme
            .EphemeralPrivateKeyToStaticPublicKey(
                EphemeralPrivateKeyToStaticPublicKeyInput.builder().recipientPublicKey(der(of, "public")).build())
            .build();
      case "discovery":
        return scheme
            .PublicKeyDiscovery(PublicKeyDiscoveryInput.builder().recipientStaticPrivateKey(pem(of, "private")).build())
            .build();
      default:
        throw new Unsupported("no such ECDH schema");
    }
  }

  private static IKeyring rawEcdh(JsonNode of) {
    return LIBRARY.CreateRawEcdhKeyring(
        CreateRawEcdhKeyringInput.builder()
            .curveSpec(oneOf(CURVES, text(of, "curve"), "curve"))
            .KeyAgreementScheme(ecdhScheme(of))
            .build());
  }

  private static IKeyring multi(JsonNode of) {
    List<IKeyring> children = new ArrayList<>();
    for (JsonNode child : member(of, "children")) children.add(keyring(child));
    CreateMultiKeyringInput.Builder input = CreateMultiKeyringInput.builder().childKeyrings(children);
    if (has(of, "generator")) input.generator(keyring(of.get("generator")));
    return LIBRARY.CreateMultiKeyring(input.build());
  }

  private static IKeyring keyring(JsonNode of) {
    switch (text(of, "type")) {
      case "raw-aes":
        return rawAes(of);
      case "raw-rsa":
        return rawRsa(of);
      case "raw-ecdh":
        return rawEcdh(of);
      case "multi":
        return multi(of);
      default:
        throw new Unsupported("no such keyring");
    }
  }

  /** The materials manager of a request. The default one stores the whole encryption context. */
  private static ICryptographicMaterialsManager manager(JsonNode of) {
    IKeyring keys = keyring(member(of, "keyring"));
    List<String> required = new ArrayList<>();
    for (JsonNode name : of.path("required")) required.add(name.asText());
    ICryptographicMaterialsManager standard =
        LIBRARY.CreateDefaultCryptographicMaterialsManager(
            CreateDefaultCryptographicMaterialsManagerInput.builder().keyring(keys).build());
    if (required.isEmpty()) return standard;
    // the SDK has a member for the keyring, too, and refuses it
    return LIBRARY.CreateRequiredEncryptionContextCMM(
        CreateRequiredEncryptionContextCMMInput.builder().underlyingCMM(standard).requiredEncryptionContextKeys(required).build());
  }

  private static CommitmentPolicy policy(String name) {
    return Arrays.stream(CommitmentPolicy.values())
        .filter(known -> policyName(known).equals(name))
        .findFirst()
        .orElseThrow(() -> new Unsupported("no such commitment policy"));
  }

  /** This SDK writes its policies in camel case. */
  private static String policyName(CommitmentPolicy policy) {
    return policy.name().replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }

  private static String suiteId(CryptoAlgorithm suite) {
    return String.format("%04x", suite.getValue());
  }

  private static AwsCrypto.Builder client(JsonNode of) {
    AwsCrypto.Builder builder = AwsCrypto.builder();
    if (has(of, "policy")) builder.withCommitmentPolicy(policy(text(of, "policy")));
    if (has(of, "max_encrypted_data_keys")) builder.withMaxEncryptedDataKeys((int) number(of, "max_encrypted_data_keys"));
    return builder;
  }

  private static AwsCrypto encryptor(JsonNode of) {
    AwsCrypto.Builder builder = client(of);
    if (has(of, "suite")) {
      String id = text(of, "suite");
      builder.withEncryptionAlgorithm(
          Arrays.stream(CryptoAlgorithm.values())
              .filter(known -> suiteId(known).equals(id))
              .findFirst()
              .orElseThrow(() -> new Unsupported("no such algorithm suite")));
    }
    if (has(of, "frame_length")) {
      long length = number(of, "frame_length");
      if (length > Integer.MAX_VALUE) throw new Unsupported("this SDK has no frame lengths of 2^31 bytes and more");
      builder.withEncryptionFrameSize((int) length);
    }
    return builder.build();
  }

  private static Map<String, String> context(JsonNode of) {
    Map<String, String> context = new HashMap<>();
    JsonNode members = of.path("context");
    if (has(of, "context") && !members.isObject()) throw new BadRequest("context is not an object");
    members.fieldNames().forEachRemaining(key -> context.put(key, text(members, key)));
    return context;
  }

  private interface Wrap {
    OutputStream around(OutputStream output);
  }

  /** A stream failed, after it had given out some bytes. */
  private static final class StreamFailure extends RuntimeException {
    private static final long serialVersionUID = 1;
    final transient byte[] released;

    StreamFailure(Throwable cause, byte[] released) {
      super(cause);
      this.released = released;
    }
  }

  private static byte[] inPieces(byte[] data, int size, Wrap wrap) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (OutputStream stream = wrap.around(output)) {
      for (int at = 0; at < data.length; at += size) stream.write(data, at, Math.min(size, data.length - at));
    } catch (Throwable error) {
      throw new StreamFailure(error, output.toByteArray());
    }
    return output.toByteArray();
  }

  private static int piece(JsonNode of) {
    return has(of, "stream") ? (int) number(of, "stream") : 0;
  }

  private static Job encryption(JsonNode of, byte[] plaintext) {
    AwsCrypto crypto = encryptor(of);
    ICryptographicMaterialsManager manager = manager(of);
    Map<String, String> context = context(of);
    int piece = piece(of);
    if (piece == 0) return () -> crypto.encryptData(manager, plaintext, context).getResult();
    return () -> inPieces(plaintext, piece, output -> crypto.createEncryptingStream(manager, output, context));
  }

  private static Job decryption(JsonNode of, byte[] message) {
    AwsCrypto crypto = client(of).build();
    ICryptographicMaterialsManager manager = manager(of);
    Map<String, String> context = context(of);
    int piece = piece(of);
    if (piece == 0) return () -> crypto.decryptData(manager, message, context).getResult();
    return () -> inPieces(message, piece, output -> crypto.createDecryptingStream(manager, output, context));
  }

  private static ObjectNode bench(JsonNode of) throws IOException {
    int rounds = (int) Math.max(1, number(of, "rounds"));
    String work = text(of, "work");
    if (!work.equals("encrypt") && !work.equals("decrypt")) throw new BadRequest("work is encrypt or decrypt");
    boolean commits = !has(of, "suite") || text(of, "suite").compareTo(COMMITTING) >= 0;
    ((ObjectNode) of).put("policy", commits ? "REQUIRE_ENCRYPT_ALLOW_DECRYPT" : "FORBID_ENCRYPT_ALLOW_DECRYPT");
    Job job = encryption(of, new byte[(int) number(of, "size")]);
    byte[] message = job.run();
    if (work.equals("decrypt")) job = decryption(of, message);
    double[] times = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      long started = System.nanoTime();
      job.run();
      times[round] = (System.nanoTime() - started) / 1e6;
    }
    Arrays.sort(times);
    double median = (times[(rounds - 1) / 2] + times[rounds / 2]) / 2;
    return JSON.createObjectNode().put("min_ms", times[0]).put("median_ms", median);
  }

  /** The jar's name has the version. */
  private static String version() {
    URL jar = AwsCrypto.class.getProtectionDomain().getCodeSource().getLocation();
    Matcher found = Pattern.compile("-(\\d[^-]*)\\.jar$").matcher(jar.getPath());
    return found.find() ? found.group(1) : "unknown";
  }

  private static ObjectNode describe() {
    ObjectNode answer = JSON.createObjectNode().put("protocol", 1).put("name", "AWS Encryption SDK for Java, keyrings").put("version", version());
    Arrays.stream(CryptoAlgorithm.values()).map(Driver::suiteId).forEach(answer.putArray("suites")::add);
    List.of("raw-aes", "raw-rsa", "raw-ecdh", "multi").forEach(answer.putArray("keys")::add);
    Arrays.stream(CommitmentPolicy.values()).map(Driver::policyName).forEach(answer.putArray("policies")::add);
    answer.putObject("frame_lengths").put("least", 1).put("most", MAX_FRAME_LENGTH).put("multiple", 1);
    return answer.put("encrypt", true).put("non_framed", true).put("required_context", true).put("streaming", true);
  }

  private static ObjectNode perform(JsonNode of) throws IOException {
    number(of, "id");
    Base64.Encoder encoder = Base64.getEncoder();
    switch (text(of, "op")) {
      case "describe":
        return describe();
      case "encrypt":
        byte[] message = encryption(of, bytes(of, "plaintext")).run();
        return JSON.createObjectNode().put("message", encoder.encodeToString(message));
      case "decrypt":
        byte[] plaintext = decryption(of, bytes(of, "message")).run();
        return JSON.createObjectNode().put("plaintext", encoder.encodeToString(plaintext));
      case "bench":
        return bench(of);
      default:
        throw new Unsupported("no such op");
    }
  }

  /** The text of an error and of what caused it: a collection has one for each encrypted data key or keyring. */
  private static String explain(Throwable error) {
    StringBuilder text = new StringBuilder(String.valueOf(error.getMessage()));
    if (error instanceof CollectionOfErrors) {
      for (Throwable each : ((CollectionOfErrors) error).list()) text.append(" | ").append(explain(each));
    }
    Throwable cause = error.getCause();
    if (cause != null && cause != error && !text.toString().contains(explain(cause))) text.append(" | ").append(explain(cause));
    return text.toString();
  }

  /** The keys of a keyring as they may appear in a text. */
  private static List<String> secrets(JsonNode of) {
    List<String> found = new ArrayList<>();
    for (String name : List.of("key", "private")) {
      if (of.path(name).isTextual()) found.addAll(List.of(of.get(name).textValue().split("\\R")));
    }
    for (JsonNode each : of) found.addAll(secrets(each));
    return found;
  }

  private static ObjectNode refusal(JsonNode of, String name, String text) {
    for (String secret : secrets(of)) {
      if (!secret.isEmpty()) text = text.replace(secret, "[key]");
    }
    String line = text.lines().findFirst().orElse("");
    String error = line.substring(0, Math.min(line.length(), TEXT_LENGTH));
    return JSON.createObjectNode().put("ok", false).put("error", error).put("class", name);
  }

  private static ObjectNode respond(String line) {
    JsonNode of = JSON.missingNode();
    ObjectNode answer;
    try {
      of = JSON.readTree(line);
      answer = perform(of).put("ok", true);
    } catch (JsonProcessingException wrong) { // its text may quote the line
      answer = refusal(of, "BadRequest", "not a request");
    } catch (Unsupported reason) {
      answer = JSON.createObjectNode().put("ok", false).put("unsupported", reason.getMessage());
    } catch (StreamFailure error) {
      answer = refusal(of, error.getCause().getClass().getSimpleName(), explain(error.getCause()));
      if (text(of, "op").equals("decrypt")) answer.put("released", Base64.getEncoder().encodeToString(error.released));
    } catch (Throwable error) { // errors too: the SDK may run out of memory or stack on a hostile message
      answer = refusal(of, error.getClass().getSimpleName(), explain(error));
    }
    answer.set("id", of.path("id").isIntegralNumber() ? of.get("id") : null);
    return answer;
  }

  public static void main(String[] arguments) throws IOException {
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err); // nothing but answers
    BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      answers.println(JSON.writeValueAsString(respond(line)));
    }
  }
}
