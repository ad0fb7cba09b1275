// The official JavaScript SDK as a program: one JSON job per line on stdin, one JSON answer per line on stdout.
//
// Jobs and answers are those of ../python_driver.py (there is no `api` here). What this SDK cannot do is refused by name: it writes no non-framed
// body (frame-length 0), has no required encryption context and reproduces none, and has no KMS RSA keyring. Frame lengths are free.
//
// Raw AES and hierarchical keyrings are made with `utf8Sorting`: without it the SDK binds the encryption context in the order of the machine's
// locale, which no other SDK can unwrap; a raw AES description with `utf8-sorting`: false has it so. Run through ../peer.py, which finds the
// packaged Node and silences its warnings. Opens no file, and connections for KMS keyrings alone, by the environment it was started in
// (AWS_ENDPOINT_URL, credentials); error texts are the SDK's first line, cut, with the job's key material struck out.

import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

import { described, keyringsOf, RequestError, Unsupported } from './keyrings.mjs'

const require = createRequire(import.meta.url)
const sdk = require('@aws-crypto/client-node')
const {
  BranchKeyStoreNode, buildAwsKmsMrkAwareDiscoveryMultiKeyringNode, buildAwsKmsMrkAwareStrictMultiKeyringNode, buildClient, CommitmentPolicy,
  getKmsClient, KmsHierarchicalKeyRingNode, KmsKeyringNode, limitRegions,
} = sdk
const { keyring: rawKeyring, multi } = keyringsOf(sdk)

const identity = { sdk: 'aws-encryption-sdk-javascript', version: require('@aws-crypto/client-node/package.json').version }

class JobError extends Error {}

// A raw description and the key that it names, as the protocol's keyring.
function raw (description, keys) {
  const entry = keys[description.key]
  const names = { namespace: description['provider-id'], name: entry['key-id'] }
  if (description['encryption-algorithm'] === 'aes') return { type: 'raw-aes', ...names, key: entry.material }
  const padding = description['padding-algorithm'] === 'pkcs1' ? 'pkcs1' : `oaep-${description['padding-hash']}`
  return { type: 'raw-rsa', ...names, padding, [entry.type]: entry.material }
}

function kmsKeys (description) {
  const [generatorKeyId, ...keyIds] = description['key-ids']
  return { generatorKeyId, keyIds }
}

function discoveryFilter (description) {
  const accountIDs = description['account-ids']
  return accountIDs && { accountIDs, partition: 'aws' }
}

function keyStore (description) {
  return new BranchKeyStoreNode({
    storage: { ddbTableName: description.table },
    logicalKeyStoreName: description['logical-name'],
    kmsConfiguration: { identifier: description['key-id'] },
  })
}

const kmsKeyrings = {
  kms: (of) => new KmsKeyringNode(kmsKeys(of)),
  'kms-discovery': (of) => new KmsKeyringNode({
    discovery: true, discoveryFilter: discoveryFilter(of), clientProvider: limitRegions(of.regions, getKmsClient),
  }),
  'kms-hierarchical': (of) => new KmsHierarchicalKeyRingNode({
    branchKeyId: of['branch-key-id'], keyStore: keyStore(of['key-store']), cacheLimitTtl: 600, utf8Sorting: true,
  }),
  'kms-mrk': (of) => buildAwsKmsMrkAwareStrictMultiKeyringNode(kmsKeys(of)),
  'kms-mrk-discovery': (of) => buildAwsKmsMrkAwareDiscoveryMultiKeyringNode({ regions: of.regions, discoveryFilter: discoveryFilter(of) }),
}

function keyring (description, keys) {
  if (Object.hasOwn(kmsKeyrings, description.type)) return kmsKeyrings[description.type](description)
  switch (description.type) {
    case 'raw':
      return rawKeyring(raw(description, keys), description['utf8-sorting'] ?? true)
    case 'multi-keyring':
      return multi(description.generator, description.childKeyrings, (member) => keyring(member, keys))
    default:
      throw new JobError(`no keyring for ${description.type}`)
  }
}

function client (job) {
  const name = job['commitment-policy'] ?? CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT
  return buildClient({ commitmentPolicy: CommitmentPolicy[name], maxEncryptedDataKeys: job['max-encrypted-data-keys'] ?? false })
}

const operations = {
  async encrypt (job) {
    const options = { encryptionContext: job['encryption-context'] ?? {} }
    if (job.suite !== undefined) options.suiteId = Number.parseInt(job.suite, 16)
    if (job['frame-length'] !== undefined) options.frameLength = job['frame-length']
    const { result } = await client(job).encrypt(keyring(job.keyring, job.keys), Buffer.from(job.plaintext, 'base64'), options)
    return result
  },
  async decrypt (job) {
    if (Object.keys(job['encryption-context'] ?? {}).length) throw new JobError('this SDK cannot reproduce an encryption context')
    const { plaintext } = await client(job).decrypt(keyring(job.keyring, job.keys), Buffer.from(job.ciphertext, 'base64'))
    return plaintext
  },
  async 'create-branch-key' (job) {
    const { branchKeyIdentifier } = await keyStore(job['key-store']).createKey({
      branchKeyIdentifier: job['branch-key-id'], encryptionContext: job['encryption-context'],
    })
    return Buffer.from(branchKeyIdentifier)
  },
  async 'version-branch-key' (job) {
    await keyStore(job['key-store']).versionKey({ branchKeyIdentifier: job['branch-key-id'] })
    return Buffer.from(job['branch-key-id'])
  },
}

function refusal (name, message) {
  return { ok: false, error: { class: name, message }, ...identity }
}

async function answer (line) {
  let job
  try {
    job = JSON.parse(line)
  } catch {
    return refusal('JobError', 'not a job') // the parser's own text would quote the line
  }
  if (job === null || !Object.hasOwn(operations, job.op)) return refusal('JobError', 'not a job')
  try {
    const result = await operations[job.op](job)
    return { ok: true, result: Buffer.from(result).toString('base64'), ...identity }
  } catch (error) {
    if (error instanceof RequestError || error instanceof Unsupported) return refusal('JobError', error.message)
    const materials = Object.values(job.keys ?? {}).map((entry) => entry?.material).filter(Boolean)
    return refusal(error?.constructor?.name ?? 'Error', described(error, materials))
  }
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  process.stdout.write(JSON.stringify(await answer(line)) + '\n')
}
