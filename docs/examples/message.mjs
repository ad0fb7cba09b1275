// Reads messages of all suites with raw AES keys, for suite_reader.mjs. It needs nothing but Node.

import { createDecipheriv, createPublicKey, ECDH, hkdfSync, verify } from 'node:crypto'

const P256 = { name: 'P-256', openssl: 'prime256v1', size: 32, hash: 'sha256' }
const P384 = { name: 'P-384', openssl: 'secp384r1', size: 48, hash: 'sha384' }
const SUITES = { // by id: bytes of the key, hash of the key derivation, signature
  0x0014: [16], 0x0046: [24], 0x0078: [32], 0x0114: [16, 'sha256'], 0x0146: [24, 'sha256'], 0x0178: [32, 'sha256'],
  0x0214: [16, 'sha256', P256], 0x0346: [24, 'sha384', P384], 0x0378: [32, 'sha384', P384],
  0x0478: [32, 'sha512'], 0x0578: [32, 'sha512', P384],
}
const PUBLIC_KEY = 'aws-crypto-public-key'
const MOST = 2 ** 36 - 32 // bytes of a body without frames
export const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const ascii = (text) => Buffer.from(text, 'latin1')
const u16 = (number) => Buffer.from([number >> 8, number & 0xff])
export const check = (fits, what) => { if (!fits) throw new Error(what) }

function opened (key, iv, data, aad) {
  const cipher = createDecipheriv(`aes-${key.length * 8}-gcm`, key, iv, { authTagLength: 16 })
  cipher.setAAD(aad).setAuthTag(data.subarray(-16))
  return Buffer.concat([cipher.update(data.subarray(0, -16)), cipher.final()])
}

function serialized (context) { // pairs sorted by the bytes of their keys
  const pairs = [...context].map((pair) => pair.map((text) => Buffer.from(text))).sort((one, other) => Buffer.compare(one[0], other[0]))
  return Buffer.concat(pairs.length ? [u16(pairs.length), ...pairs.flat().flatMap((part) => [u16(part.length), part])] : [])
}

function publicKey (text, curve) {
  const point = Buffer.from(text, 'base64')
  check(point.toString('base64') === text && point.length === curve.size + 1 && [2, 3].includes(point[0]), 'public key')
  const whole = ECDH.convertKey(point, curve.openssl, null, null, 'uncompressed')
  const half = (start) => whole.subarray(start, start + curve.size).toString('base64url')
  return createPublicKey({ key: { kty: 'EC', crv: curve.name, x: half(1), y: half(1 + curve.size) }, format: 'jwk' })
}

export class Message {
  constructor (data) { Object.assign(this, { data, at: 0 }) }

  take (length) {
    this.at += length
    check(this.at <= this.data.length, 'the bytes end too early')
    return this.data.subarray(this.at - length, this.at)
  }

  number (length) { return Number(`0x${this.take(length).toString('hex')}`) }
  sized () { return this.take(this.number(2)) }
  text () { return utf8.decode(this.sized()) }
  list (length, item) { return Array.from({ length }, item) }

  decrypt ({ key, context, policy, most }) {
    const version = this.number(1)
    check(version === 2 || (version === 1 && this.number(1) === 0x80), 'version or type')
    const suite = this.number(2)
    check(suite in SUITES && (suite >= 0x0400) === (version === 2), 'suite')
    const [length, hash, curve] = SUITES[suite]
    const id = this.take(version === 2 ? 32 : 16)
    const [size, start] = [this.number(2), this.at]
    const end = start + size
    const pairs = size ? this.list(this.number(2), () => [this.text(), this.text()]) : []
    const stored = new Map(pairs)
    check(this.at === end && stored.size === pairs.length && (pairs.length || start === end), 'context')
    const dataKeys = this.list(this.number(2), () => [this.text(), this.sized(), this.sized()])
    check(dataKeys.length, 'no encrypted data key')
    const kind = this.number(1)
    if (version === 1) check(this.number(4) === 0 && this.number(1) === 12, 'reserved bytes or IV length')
    const frameLength = this.number(4)
    check([1, 2].includes(kind) && (kind === 2) === (frameLength > 0), 'content type or frame length')
    const commitment = version === 2 ? this.take(32) : null
    const [header, iv, tag] = [this.data.subarray(0, this.at), version === 2 ? Buffer.alloc(12) : this.take(12), this.take(16)]
    check(dataKeys.length <= (most ?? Infinity) && (version === 2 || policy !== 'REQUIRE_ENCRYPT_REQUIRE_DECRYPT'), 'policy')
    const given = Object.entries(context)
    check(given.every(([name, value]) => !stored.has(name) || stored.get(name) === value), 'context differs')
    const unstored = given.filter(([name]) => !stored.has(name))
    const whole = new Map([...stored, ...unstored])
    check(whole.has(PUBLIC_KEY) === (curve !== undefined), 'public key there or missing')
    const verifying = curve && publicKey(whole.get(PUBLIC_KEY), curve)
    const dataKey = this.unwrap(key, dataKeys, serialized(whole), length)
    const derived = (salt, info) => Buffer.from(hkdfSync(hash, dataKey, salt, info, length))
    const suiteId = u16(suite)
    if (version === 2) check(derived(id, ascii('COMMITKEY')).equals(commitment), 'commitment')
    const info = Buffer.concat([suiteId, version === 2 ? ascii('DERIVEKEY') : id])
    const own = hash ? derived(version === 2 ? id : '', info) : dataKey
    opened(own, iv, tag, Buffer.concat([header, serialized(unstored)]))
    const plaintext = Buffer.concat([...this.body(own, id, frameLength)])
    const signed = this.data.subarray(0, this.at)
    if (curve) check(verify(curve.hash, signed, { key: verifying, dsaEncoding: 'der' }, this.sized()), 'signature')
    check(this.at === this.data.length, 'bytes after the message')
    return plaintext
  }

  unwrap ({ namespace, name, key }, dataKeys, aad, length) {
    const info = Buffer.concat([Buffer.from(name), Buffer.from([0, 0, 0, 128, 0, 0, 0, 12])]) // bits of the tag, bytes of the IV
    for (const [provider, found, wrapped] of dataKeys) {
      if (provider !== namespace || !found.subarray(0, -12).equals(info) || wrapped.length !== length + 16) continue
      try {
        return opened(key, found.subarray(-12), wrapped, aad)
      } catch {} // the next one may open
    }
    check(false, 'no encrypted data key opens')
  }

  * body (key, id, frameLength) {
    for (let number = 1, final = false; !final; number++) {
      const found = frameLength ? this.number(4) : number
      final = !frameLength || found === 0xffffffff
      check((frameLength && final ? this.number(4) : found) === number, 'sequence number')
      const iv = this.take(12)
      const length = final ? this.number(frameLength ? 4 : 8) : frameLength
      check(length <= (frameLength || MOST), 'content length')
      const data = this.take(length + 16)
      const [place, kind] = [Buffer.alloc(12), frameLength ? final ? 'Final Frame' : 'Frame' : 'Single Block']
      place.writeUInt32BE(number)
      place.writeBigUInt64BE(BigInt(length), 4)
      yield opened(key, iv, data, Buffer.concat([id, ascii(`AWSKMSEncryptionClient ${kind}`), place]))
    }
  }
}
