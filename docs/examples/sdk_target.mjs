// An SDK as a program under test: the official one for JavaScript, raw AES keys. Replace `openWith` and `abilities` by yours.
//
// It needs `npm install @aws-crypto/client-node` in the folder that it is started in.

import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const require = createRequire(`${process.cwd()}/`)
const sdk = require('@aws-crypto/client-node')
const names = (values) => Object.keys(values).filter((name) => Number.isNaN(Number(name)))

const abilities = {
  protocol: 1,
  name: 'AWS Encryption SDK for JavaScript',
  version: require('@aws-crypto/client-node/package.json').version,
  suites: Object.values(sdk.AlgorithmSuiteIdentifier).filter(Number.isInteger).map((id) => id.toString(16).padStart(4, '0')),
  keys: ['raw-aes'],
  policies: names(sdk.CommitmentPolicy),
  frame_lengths: { least: 1, most: 2 ** 32 - 1, multiple: 1 }, // of what it writes; this one only reads
  encrypt: false,
  non_framed: false,
  required_context: false,
  streaming: false,
}

// The plaintext. Whatever the SDK throws is its refusal.
async function openWith ({ namespace, name, key }, request) {
  const unencryptedMasterKey = Uint8Array.from(Buffer.from(key, 'base64'))
  const wrappingSuite = sdk.RawAesWrappingSuiteIdentifier[`AES${8 * unencryptedMasterKey.length}_GCM_IV12_TAG16_NO_PADDING`]
  // utf8Sorting: the order in which the other SDKs bind the encryption context
  const keyring = new sdk.RawAesKeyringNode({ keyNamespace: namespace, keyName: name, unencryptedMasterKey, wrappingSuite, utf8Sorting: true })
  const [commitmentPolicy, limit] = [sdk.CommitmentPolicy[request.policy], request.max_encrypted_data_keys ?? false]
  const { decrypt } = sdk.buildClient({ commitmentPolicy, maxEncryptedDataKeys: limit })
  return (await decrypt(keyring, Buffer.from(request.message, 'base64'))).plaintext
}

async function answer (request) {
  if (request.op === 'describe') return { ok: true, ...abilities }
  const known = request.op === 'decrypt' && abilities.keys.includes(request.keyring.type)
  if (!known || Object.keys(request.context).length > 0) return { ok: false, unsupported: `${request.op} with this keyring or context` }
  try {
    return { ok: true, plaintext: (await openWith(request.keyring, request)).toString('base64') }
  } catch (error) {
    return { ok: false, error: String(error?.message).slice(0, 400), class: error?.constructor?.name }
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line)
  process.stdout.write(`${JSON.stringify({ id: request.id, ...await answer(request) })}\n`)
}
