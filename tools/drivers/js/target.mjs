// The official JavaScript SDK as a program under test: speaks the protocol of spec/schemas/target.json on stdin and stdout.
//
//     node tools/drivers/js/target.mjs [--sdk FOLDER] [--utf8-sorting on|off]
//
// FOLDER holds the `node_modules` with the SDK; without it, the folder of this file. --utf8-sorting on makes raw AES keyrings bind the
// encryption context in the order of its bytes, which the SDK documents for work with other SDKs; off is the SDK's default. It opens no file
// and no connection. Nothing but answers goes to stdout, whatever the SDK prints.

import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'

import { decoded, described, keyringsOf, RequestError, Unsupported } from './keyrings.mjs'

const { values: options } = parseArgs({
  options: { sdk: { type: 'string', default: import.meta.dirname }, 'utf8-sorting': { type: 'string', default: 'off' } },
})
const require = createRequire(resolve(options.sdk, 'package.json'))
const sdk = require('@aws-crypto/client-node')
const { keyring } = keyringsOf(sdk)
const utf8Sorting = options['utf8-sorting'] === 'on'
const put = process.stdout.write.bind(process.stdout)
process.stdout.write = process.stderr.write.bind(process.stderr)

const NO_LIMIT = false
const FRAME_LENGTHS = { least: 1, most: 2 ** 32 - 1, multiple: 1 }
const SUITES = Object.values(sdk.AlgorithmSuiteIdentifier).filter(Number.isInteger).map((id) => id.toString(16).padStart(4, '0')).sort()
const POLICIES = Object.keys(sdk.CommitmentPolicy).filter((name) => Number.isNaN(Number(name)))
const MEMBERS = {
  describe: [],
  decrypt: ['keyring', 'policy', 'max_encrypted_data_keys', 'context', 'message', 'stream'],
  encrypt: ['keyring', 'suite', 'frame_length', 'context', 'policy', 'plaintext', 'stream'],
  bench: ['work', 'keyring', 'suite', 'frame_length', 'size', 'rounds', 'context'],
}

function client (policy, maxEncryptedDataKeys) {
  if (!POLICIES.includes(policy)) throw new Unsupported(`the SDK has no commitment policy ${policy}`) // it would use its default
  return sdk.buildClient({ commitmentPolicy: sdk.CommitmentPolicy[policy], maxEncryptedDataKeys: maxEncryptedDataKeys ?? NO_LIMIT })
}

function encryptOptions (request) {
  if (!SUITES.includes(request.suite)) throw new Unsupported(`the SDK has no suite ${request.suite}`)
  if (request.frame_length === 0) throw new Unsupported('the SDK writes no non-framed body')
  return { suiteId: Number.parseInt(request.suite, 16), frameLength: request.frame_length, encryptionContext: request.context }
}

function * pieces (data, length) {
  for (let start = 0; start < data.length; start += length) yield data.subarray(start, start + length)
}

// A stream failed, after it had given out some bytes.
class StreamFailure extends Error {
  constructor (cause, released) { super('', { cause }); this.released = released }
}

// Sends the data through a stream of the SDK, that many bytes at a time, and gives what comes out.
async function streamed (stream, data, length) {
  if (length < 0) throw new RequestError('stream is negative')
  const parts = []
  try {
    await pipeline(Readable.from(pieces(data, length)), stream, async (source) => {
      for await (const part of source) parts.push(part)
    })
  } catch (error) {
    throw new StreamFailure(error, Buffer.concat(parts))
  }
  return Buffer.concat(parts)
}

const operations = {
  async describe () {
    return {
      protocol: 1,
      name: `AWS Encryption SDK for JavaScript, utf8Sorting ${options['utf8-sorting']}`,
      version: require('@aws-crypto/client-node/package.json').version,
      suites: SUITES,
      keys: ['raw-aes', 'raw-rsa', 'multi'],
      policies: POLICIES,
      frame_lengths: FRAME_LENGTHS,
      encrypt: true,
      non_framed: false,
      required_context: false,
      streaming: true,
    }
  },
  async encrypt (request) {
    if (request.required?.length) throw new Unsupported('the SDK stores the whole encryption context')
    const { encrypt, encryptStream } = client(request.policy)
    const [keys, plaintext, how] = [keyring(request.keyring, utf8Sorting), decoded(request.plaintext), encryptOptions(request)]
    const message = request.stream
      ? await streamed(encryptStream(keys, how), plaintext, request.stream)
      : (await encrypt(keys, plaintext, how)).result
    return { message: message.toString('base64') }
  },
  async decrypt (request) {
    if (Object.keys(request.context).length) throw new Unsupported('the SDK cannot reproduce an encryption context')
    const { decrypt, decryptStream } = client(request.policy, request.max_encrypted_data_keys)
    const [keys, message] = [keyring(request.keyring, utf8Sorting), decoded(request.message)]
    const plaintext = request.stream
      ? await streamed(decryptStream(keys), message, request.stream)
      : (await decrypt(keys, message)).plaintext
    return { plaintext: plaintext.toString('base64') }
  },
  async bench (request) {
    const how = encryptOptions(request)
    const committing = how.suiteId >= sdk.AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY
    const { encrypt, decrypt } = client(committing ? 'REQUIRE_ENCRYPT_ALLOW_DECRYPT' : 'FORBID_ENCRYPT_ALLOW_DECRYPT')
    const [keys, plaintext] = [keyring(request.keyring, utf8Sorting), Buffer.alloc(request.size)]
    const seal = () => encrypt(keys, plaintext, how)
    const { result } = await seal()
    const run = { encrypt: seal, decrypt: () => decrypt(keys, result) }[request.work]
    const times = []
    for (let left = request.rounds; left > 0; left--) {
      const started = process.hrtime.bigint()
      await run()
      times.push(Number(process.hrtime.bigint() - started) / 1e6)
    }
    times.sort((a, b) => a - b)
    const half = times.length >> 1
    return { min_ms: times[0], median_ms: times.length % 2 ? times[half] : (times[half - 1] + times[half]) / 2 }
  },
}

// Everything in a request that an error must not show: keys, and private keys as a whole and by line.
function * secrets (value) {
  if (value === null || typeof value !== 'object') return
  for (const [name, member] of Object.entries(value)) {
    if (['key', 'private'].includes(name) && typeof member === 'string') {
      yield * [member, ...member.split('\n').filter((line) => !line.startsWith('-----'))].filter(Boolean)
    } else {
      yield * secrets(member)
    }
  }
}

async function answer (line) {
  let request
  try {
    request = JSON.parse(line)
    if (!('id' in request && 'op' in request)) throw new RequestError()
  } catch { // the parser's own text would quote the line
    return { id: request?.id ?? null, ok: false, error: 'the line is not a request', class: 'RequestError' }
  }
  const { id, op } = request
  try {
    if (!Object.hasOwn(operations, op)) throw new Unsupported('the program does not know this operation')
    const missing = MEMBERS[op].filter((name) => !Object.hasOwn(request, name))
    if (missing.length) throw new RequestError(`the request has no ${missing.sort().join(', ')}`)
    return { id, ok: true, ...await operations[op](request) }
  } catch (failure) {
    if (failure instanceof Unsupported) return { id, ok: false, unsupported: failure.message }
    const error = failure instanceof StreamFailure ? failure.cause : failure
    const released = error !== failure && op === 'decrypt' ? { released: failure.released.toString('base64') } : {}
    return { id, ok: false, error: described(error, secrets(request)), class: error?.constructor?.name ?? 'Error', ...released }
  }
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) put(JSON.stringify(await answer(line)) + '\n')
