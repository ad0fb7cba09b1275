// Signatures by WebCrypto, which answers later than Python can wait: so it is asked before a verb runs, and Python gets the answer.
"use strict";

const HASHES = { sha256: "SHA-256", sha384: "SHA-384", sha512: "SHA-512" };

// Whether a signature verifies; null where this browser cannot say.
async function verifies({ curve, hash, public_key: point, signature, signed }) {
  if (crypto.subtle === undefined) return null;
  try {
    const key = await crypto.subtle.importKey("raw", point, { name: "ECDSA", namedCurve: curve }, false, ["verify"]);
    return await crypto.subtle.verify({ name: "ECDSA", hash: HASHES[hash] }, key, signature, signed);
  } catch (error) {
    console.warn(error);
    return null;
  }
}

// Checks the signature of a message, as far as it has one, and tells Python.
async function checkSignature(path) {
  const asked = await python.call("question", path);
  if (asked === undefined || asked === null) return;
  const found = await verifies(asked);
  if (found !== null) await python.call("answer", asked.id, found);
}
