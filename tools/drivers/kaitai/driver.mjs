// Compiles a description for Kaitai Struct, and reads messages with the JavaScript that comes out.
//
// stdin: one JSON object, {ksy: the description, languages: [names], messages: [hex]}. The description must compile for all languages.
// stdout: one JSON object for each line: first {python: source}, then for each message what was read of it, {value: {name: number | hex | object | list}, stopped: text | null}. In debug mode a structure is a
// member before it is read, so what was read before an error is there.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const compiler = require('kaitai-struct-compiler')
const { KaitaiStream } = require('kaitai-struct')

const { ksy, languages, messages } = JSON.parse(readFileSync(0, 'utf8'))

const compiled = async (language, debug) => Object.values(await compiler.compile(language, ksy, null, debug))[0]

const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const plain = (value) => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object') return value
  const members = Object.entries(value).filter(([name, member]) => !name.startsWith('_') && member !== undefined)
  return Object.fromEntries(members.map(([name, member]) => [snake(name), plain(member)]))
}

const print = (object) => process.stdout.write(`${JSON.stringify(object)}\n`)

for (const language of languages) await compiled(language, false)
print({ python: await compiled('python', true) })
const loaded = {}
new Function('exports', 'require', 'define', await compiled('javascript', true))(loaded, require, undefined)
const Message = Object.values(loaded)[0]
const Root = Message.AwsEncryptionSdkMessage ?? Message

for (const message of messages) {
  const root = new Root(new KaitaiStream(Uint8Array.from(Buffer.from(message, 'hex')).buffer))
  let stopped = null
  try {
    root._read()
  } catch (error) {
    stopped = String(error)
  }
  print({ value: plain(root), stopped })
}
