// Decryption by WebCrypto, after Python's plan. The key is in one variable, is overwritten after its use, and goes nowhere: not to Python, not
// to storage, not into a link. Plaintext leaves when every step has passed, or not at all.
"use strict";

const BATCH = 256; // pieces that are asked of Python at once
const KEY_LENGTHS = [16, 24, 32];

class Refused extends Error {}

// ---------------------------------------------------------------------- key
let keyFile = null; // bytes of a key file, until they are used

// The key that is given, or null; the field is empty after it.
function takeKey() {
  const kind = byId("kind-data").checked ? "data" : "aes";
  const bytes = keyFile ?? keyFromText(byId("key").value.trim());
  keyFile = null;
  byId("key").value = "";
  byId("key-said").textContent = bytes === null ? "" : "The key was used and is cleared.";
  return bytes === null ? null : { kind, bytes };
}

function dropKey() {
  keyFile?.fill(0);
  keyFile = null;
  byId("key").value = "";
  byId("key-said").textContent = "";
}

// Hex if it can be, else base64; bytes of a wrong length are refused later, with their length.
function keyFromText(text) {
  if (text === "") return null;
  const digits = text.replace(/[\s:]/g, "");
  if (/^[0-9a-f]+$/i.test(digits) && KEY_LENGTHS.includes(digits.length / 2)) {
    return Uint8Array.from(digits.match(/../g), (pair) => Number.parseInt(pair, 16));
  }
  try {
    return fromBase64(text.replace(/\s/g, "").replace(/-/g, "+").replace(/_/g, "/"));
  } catch {
    return new Uint8Array();
  }
}

byId("choose-key").addEventListener("click", () => byId("file-key").click());
byId("file-key").addEventListener("change", async () => {
  const [file] = byId("file-key").files;
  byId("file-key").value = "";
  if (file === undefined || file.size > 4096) return void (byId("key-said").textContent = "A key file has at most 4,096 bytes.");
  const bytes = new Uint8Array(await file.arrayBuffer());
  dropKey();
  keyFile = KEY_LENGTHS.includes(bytes.length) ? bytes : keyFromText(new TextDecoder().decode(bytes).trim());
  byId("key-said").textContent = `${file.name} is ready.`;
});

// -------------------------------------------------------------------- steps
async function open(key, { iv, aad, sealed }) {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: aad, tagLength: 128 }, key, sealed));
  } catch {
    return null;
  }
}

async function aesKey(bytes) {
  try {
    return await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["decrypt"]);
  } catch {
    throw new Refused(bytes.length === 24 ? "This browser's WebCrypto has no AES-192. Use esdkit decrypt." : `The browser does not take a key of ${bytes.length} bytes.`);
  }
}

// The plaintext of a message, and what was checked on the way.
async function decrypt(path, { kind, bytes }) {
  if (!KEY_LENGTHS.includes(bytes.length)) throw new Refused(`The key is not 16, 24 or 32 bytes in hex or base64: ${bytes.length === 0 ? "it cannot be read" : `it has ${count(bytes.length, "byte")}`}.`);
  const plan = await python.call("plan_of", path);
  if (plan.refused !== undefined) throw new Refused(`The message cannot be decrypted: ${plan.refused}.`);
  if (["invalid", "malformed"].includes(plan.signature)) throw new Refused(`The signature does not hold: ${plan.means}.`);
  const steps = [["Signature", plan.means]];
  const dataKey = kind === "data" ? bytes : await unwrap(plan, bytes, steps);
  let contentKey = null;
  try {
    if (dataKey.length !== plan.data_key_length) throw new Refused(`The data key has ${count(dataKey.length, "byte")}; suite ${plan.suite} needs ${plan.data_key_length}.`);
    contentKey = await derive(plan, dataKey, steps);
    const key = await aesKey(contentKey);
    if ((await open(key, plan.header)) === null) throw new Refused("The header does not verify under this data key: the key is another message's, the header was changed, or its encryption context is not stored whole.");
    steps.push(["Header", "its tag verifies"]);
    return { plaintext: await body(key, plan.pieces, steps), steps };
  } finally {
    dataKey.fill(0);
    contentKey?.fill(0);
  }
}

async function unwrap({ wrapped }, bytes, steps) {
  if (wrapped.length === 0) throw new Refused("None of its data keys was encrypted with a raw AES key.");
  const key = await aesKey(bytes);
  for (const each of wrapped) {
    const dataKey = await open(key, each);
    if (dataKey === null) continue;
    steps.push(["Data key", `encrypted data key [${each.index}] opens with your key`]);
    return dataKey;
  }
  throw new Refused(`Your key opens none of the ${wrapped.length} data keys that a raw AES key encrypted: it is another key, or the message does not store its whole encryption context.`);
}

async function derive(plan, dataKey, steps) {
  if (plan.derivation === null || plan.derivation === undefined) return dataKey.slice();
  const { hash, salt, content_key_info: info, commit_key_info: commitInfo } = plan.derivation;
  const key = await crypto.subtle.importKey("raw", dataKey, "HKDF", false, ["deriveBits"]);
  const bits = async (label, length) => new Uint8Array(await crypto.subtle.deriveBits({ name: "HKDF", hash: HASHES[hash], salt, info: label }, key, length * 8));
  if (commitInfo !== null && commitInfo !== undefined) {
    const commitKey = await bits(commitInfo, plan.commit_key.length);
    if (toBase64(commitKey) !== toBase64(plan.commit_key)) throw new Refused("The data key is not the one that the header commits to.");
    steps.push(["Commitment", "the header commits to this data key"]);
  }
  return bits(info, plan.key_length);
}

// The whole plaintext; nothing of it before the last tag has verified.
async function body(key, number, steps) {
  const parts = [];
  while (parts.length < number) {
    for (const piece of await python.call("pieces", BATCH)) {
      const part = await open(key, piece);
      if (part === null) throw new Refused(`${piece.path} does not verify: it was changed.`);
      parts.push(part);
    }
  }
  steps.push(["Body", `${count(number, "tag")} verified`]);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
