// A reader to start from: messages with suite 0478, raw AES keys. It needs nothing but Node.

import { createDecipheriv, hkdfSync } from 'node:crypto'
import { createInterface } from 'node:readline'

const ABILITIES = {
  protocol: 1, name: 'AES reader in JavaScript', version: '1', suites: ['0478'], keys: ['raw-aes'],
  policies: ['FORBID_ENCRYPT_ALLOW_DECRYPT', 'REQUIRE_ENCRYPT_ALLOW_DECRYPT', 'REQUIRE_ENCRYPT_REQUIRE_DECRYPT'],
  frame_lengths: { least: 1, most: 4294967295, multiple: 1 },
  encrypt: false, non_framed: false, required_context: false, streaming: false,
}
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const u16 = (number) => Buffer.from([number >> 8, number & 0xff])
const ascii = (text) => Buffer.from(text, 'latin1')

function opened (key, iv, data, aad) {
  const cipher = createDecipheriv(`aes-${key.length * 8}-gcm`, key, iv, { authTagLength: 16 })
  cipher.setAAD(aad).setAuthTag(data.subarray(-16))
  return Buffer.concat([cipher.update(data.subarray(0, -16)), cipher.final()])
}

class Reader {
  constructor (data) { Object.assign(this, { data, at: 0, stage: 'parse' }) }

  check (fits, stage = 'parse') {
    this.stage = stage
    if (!fits) throw new Error(`wrong value before byte ${this.at}`)
  }

  take (length) {
    this.at += length
    this.check(this.at <= this.data.length)
    return this.data.subarray(this.at - length, this.at)
  }

  number (length) { return Number(`0x${this.take(length).toString('hex')}`) }
  sized () { return this.take(this.number(2)) }
  text () { return utf8.decode(this.sized()) }
  list (length, item) { return Array.from({ length }, item) }

  decrypt (request) {
    this.check(this.take(3).equals(ascii('\x02\x04\x78')))
    const id = this.take(32)
    const end = this.number(2) + this.at
    const pairs = end > this.at ? this.list(this.number(2), () => [this.text(), this.text()]) : []
    const context = new Map(pairs)
    this.check(this.at === end && context.size === pairs.length)
    const dataKeys = this.list(this.number(2), () => [this.text(), this.sized(), this.sized()])
    const [kind, frameLength, commitment] = [this.number(1), this.number(4), this.take(32)]
    this.check(dataKeys.length && [1, 2].includes(kind) && (kind === 2) === (frameLength > 0))
    const [header, tag] = [this.data.subarray(0, this.at), this.take(16)]
    this.check(dataKeys.length <= (request.max_encrypted_data_keys ?? Infinity), 'policy')
    this.check(!context.has('aws-crypto-public-key'), 'signature')
    this.check(Object.entries(request.context).every(([key, value]) => context.get(key) === value), 'context')
    const dataKey = this.unwrap(request.keyring, dataKeys, pairs)
    const derived = (info) => Buffer.from(hkdfSync('sha512', dataKey, id, ascii(info), 32))
    this.check(derived('COMMITKEY').equals(commitment), 'commitment')
    const key = derived('\x04\x78DERIVEKEY')
    this.stage = 'header_tag'
    opened(key, Buffer.alloc(12), tag, header)
    const plaintext = Buffer.concat([...this.body(key, id, frameLength)])
    this.check(this.at === this.data.length)
    return plaintext
  }

  unwrap ({ namespace, name, key }, dataKeys, pairs) {
    const sorted = pairs.map((pair) => pair.map((text) => Buffer.from(text))).sort(([one], [other]) => Buffer.compare(one, other))
    const aad = sorted.length ? [u16(sorted.length), ...sorted.flat().flatMap((part) => [u16(part.length), part])] : []
    const info = Buffer.concat([Buffer.from(name), Buffer.from([0, 0, 0, 128, 0, 0, 0, 12])]) // bits of the tag, bytes of the IV
    for (const [provider, found, wrapped] of dataKeys) {
      if (provider !== namespace || !found.subarray(0, -12).equals(info) || wrapped.length !== 48) continue
      try {
        return opened(Buffer.from(key, 'base64'), found.subarray(-12), wrapped, Buffer.concat(aad))
      } catch {} // the next one may open
    }
    this.check(false, 'unwrap')
  }

  * body (key, id, frameLength) {
    for (let number = 1, final = false; !final; number++) {
      const found = frameLength ? this.number(4) : number
      final = !frameLength || found === 0xffffffff
      this.check((frameLength && final ? this.number(4) : found) === number)
      const iv = this.take(12)
      const length = final ? this.number(frameLength ? 4 : 8) : frameLength
      this.check(length <= (frameLength || length))
      const data = this.take(length + 16)
      const [place, kind] = [Buffer.alloc(12), frameLength ? final ? 'Final Frame' : 'Frame' : 'Single Block']
      place.writeUInt32BE(number)
      place.writeBigUInt64BE(BigInt(length), 4)
      this.stage = 'frames'
      yield opened(key, iv, data, Buffer.concat([id, ascii(`AWSKMSEncryptionClient ${kind}`), place]))
    }
  }
}

function answer (request) {
  if (request.op === 'describe') return { ok: true, ...ABILITIES }
  if (request.op !== 'decrypt') return { ok: false, unsupported: 'it only decrypts' }
  const reader = new Reader(Buffer.from(request.message, 'base64'))
  try {
    return { ok: true, plaintext: reader.decrypt(request).toString('base64') }
  } catch (error) {
    return { ok: false, error: error.message, class: error.name, stage: reader.stage }
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line)
  console.log(JSON.stringify({ id: request.id, ...answer(request) }))
}
