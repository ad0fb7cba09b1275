// Runs every raw AES vector of a native suite: node suite_reader.mjs DIRECTORY. It needs nothing but Node.
// This file reads the suite; message.mjs, which reads messages, is where your reader goes.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { check, Message, utf8 } from './message.mjs'

const folder = process.argv[2]
const file = (uri) => readFileSync(join(folder, uri.slice('file://'.length)))
const json = (data) => JSON.parse(utf8.decode(data))
const { manifest, keys: keysUri, tests } = json(readFileSync(join(folder, 'manifest.json')))
check(manifest.type === 'esdkit-vectors' && manifest.version === 2, 'another manifest')
const { keys } = json(file(keysUri))

function read (test) { // the plaintext, or null for a refusal
  const entry = keys[test.key.key]
  const key = { namespace: test.key['provider-id'], name: entry['key-id'], key: Buffer.from(entry.material, 'base64') }
  const message = file(test.ciphertext)
  check(createHash('sha256').update(message).digest('hex') === test.sha256, `${test.ciphertext} was changed`)
  const [context, policy, most] = [test['encryption-context'] ?? {}, test['commitment-policy'], test['max-encrypted-data-keys']]
  try {
    return new Message(message).decrypt({ key, context, policy, most })
  } catch {
    return null
  }
}

function outcome (test) {
  const plaintext = read(test)
  if (test.expect.outcome === 'accept') return plaintext?.equals(file(test.expect.plaintext)) ? 'passed' : 'failed'
  if (plaintext) return 'failed'
  return outcome(tests[test.twin]) === 'passed' ? 'passed' : 'blind' // whoever refuses the valid message proves nothing
}

const counts = { passed: 0, failed: 0, blind: 0 }
for (const [id, test] of Object.entries(tests)) {
  if (test.key?.type !== 'raw' || test.key['encryption-algorithm'] !== 'aes') continue
  const found = outcome(test)
  counts[found]++
  if (found !== 'passed') console.log(`${found} ${id}`)
}
console.log(JSON.stringify(counts))
process.exitCode = counts.failed || counts.blind ? 1 : 0
