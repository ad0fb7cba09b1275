// Raw keyrings and multi-keyrings of the official JavaScript SDK for the keyrings of the protocol (spec/schemas/target.json).
//
// One set for each copy of the SDK: `keyringsOf(sdk)` takes the module `@aws-crypto/client-node`, of version 4 or 5.

import { constants } from 'node:crypto'

export class RequestError extends Error {} // the request breaks the protocol; the SDK was not asked
export class Unsupported extends Error {} // the SDK has no way to do what the request asks for

const PADDINGS = {
  pkcs1: { padding: constants.RSA_PKCS1_PADDING },
  ...Object.fromEntries(['sha1', 'sha256', 'sha384', 'sha512'].map((oaepHash) => [
    `oaep-${oaepHash}`, { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash },
  ])),
}

export function decoded (text) {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.toString('base64') !== text) throw new RequestError('a member is not base64')
  return bytes
}

export function keyringsOf (sdk) {
  // utf8Sorting: whether the encryption context is bound in the order of its bytes, as every other SDK does. The SDK's own default is the
  // order of the machine's locale.
  function rawAes ({ namespace, name, key }, utf8Sorting) {
    const unencryptedMasterKey = new Uint8Array(decoded(key)) // of its own memory: the SDK refuses a view into a larger pool
    const wrappingSuite = sdk.RawAesWrappingSuiteIdentifier[`AES${unencryptedMasterKey.length * 8}_GCM_IV12_TAG16_NO_PADDING`]
    if (wrappingSuite === undefined) throw new RequestError('an AES key has 16, 24 or 32 bytes')
    return new sdk.RawAesKeyringNode({ keyNamespace: namespace, keyName: name, unencryptedMasterKey, wrappingSuite, utf8Sorting })
  }

  function rawRsa ({ namespace, name, padding, public: publicKey, private: privateKey }) {
    if (!Object.hasOwn(PADDINGS, padding)) throw new RequestError('unknown padding') // the SDK would choose one
    return new sdk.RawRsaKeyringNode({ keyNamespace: namespace, keyName: name, rsaKey: { publicKey, privateKey }, ...PADDINGS[padding] })
  }

  function keyring (description, utf8Sorting) {
    switch (description.type) {
      case 'raw-aes': return rawAes(description, utf8Sorting)
      case 'raw-rsa': return rawRsa(description)
      case 'multi': return multi(description.generator, description.children, (member) => keyring(member, utf8Sorting))
      default: throw new Unsupported(`the SDK has no keyring for ${description.type}`)
    }
  }

  function multi (generator, children, make) {
    return new sdk.MultiKeyringNode({ generator: generator && make(generator), children: children.map(make) })
  }

  return { keyring, multi }
}

// The first line of an error, shortened, without the texts that it must not show.
export function described (error, hidden) {
  let text = String(error?.message || error?.constructor?.name || error)
  for (const secret of hidden) text = text.replaceAll(secret, '[key]')
  return text.split('\n')[0].slice(0, 400)
}
