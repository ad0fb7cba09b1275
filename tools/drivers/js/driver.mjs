// The official JavaScript SDK as a program: one JSON job per line on stdin, one JSON answer per line on stdout.
//
// Jobs and answers are those of ../python_driver.py (there is no `api` here). What this SDK cannot do is refused by name: it writes no non-framed
// body (frame-length 0), has no required encryption context and reproduces none, and has no KMS RSA keyring. Frame lengths are free.
//
// For the benchmark there is one op more, `bench`: it times `of` ("encrypt" | "decrypt") on a plaintext of `size` zeros, `repeats` times, and its
// result is the text of the seconds per run. What is set up before, a message to decrypt included, does not count.
//
// Raw AES and hierarchical keyrings are made with `utf8Sorting`: without it the SDK binds the encryption context in the order of the machine's
// locale, which no other SDK can unwrap; a raw AES description with `utf8-sorting`: false has it so. Run through ../peer.py, which finds the
// packaged Node and silences its warnings. Opens no file, and connections for KMS keyrings alone, by the environment it was started in
// (AWS_ENDPOINT_URL, credentials); error texts are the SDK's first line, cut, with the job's key material struck out.

import { constants } from 'node:crypto'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const require = createRequire(import.meta.url)
const {
  BranchKeyStoreNode, buildAwsKmsMrkAwareDiscoveryMultiKeyringNode, buildAwsKmsMrkAwareStrictMultiKeyringNode, buildClient, CommitmentPolicy,
  getKmsClient, KmsHierarchicalKeyRingNode, KmsKeyringNode, limitRegions, MultiKeyringNode, RawAesKeyringNode, RawAesWrappingSuiteIdentifier,
  RawRsaKeyringNode,
} = require('@aws-crypto/client-node')

const identity = { sdk: 'aws-encryption-sdk-javascript', version: require('@aws-crypto/client-node/package.json').version }
const MESSAGE_LENGTH = 400

class JobError extends Error {}

function rawAesKeyring (description, entry) {
  const material = Buffer.from(entry.material, 'base64')
  // A buffer of its own memory: the SDK refuses one that is a view into a larger pool.
  const unencryptedMasterKey = new Uint8Array(material)
  const wrappingSuite = RawAesWrappingSuiteIdentifier[`AES${material.length * 8}_GCM_IV12_TAG16_NO_PADDING`]
  return new RawAesKeyringNode({
    keyNamespace: description['provider-id'], keyName: entry['key-id'], unencryptedMasterKey, wrappingSuite,
    utf8Sorting: description['utf8-sorting'] ?? true,
  })
}

function rawRsaKeyring (description, entry) {
  const padding = {
    pkcs1: { padding: constants.RSA_PKCS1_PADDING },
    'oaep-mgf1': { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: description['padding-hash'] },
  }[description['padding-algorithm']]
  if (padding === undefined) throw new JobError('unknown padding') // the SDK would choose one
  const rsaKey = entry.type === 'private' ? { privateKey: entry.material } : { publicKey: entry.material }
  return new RawRsaKeyringNode({ keyNamespace: description['provider-id'], keyName: entry['key-id'], rsaKey, ...padding })
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
    case 'raw': {
      const entry = keys[description.key]
      return description['encryption-algorithm'] === 'aes' ? rawAesKeyring(description, entry) : rawRsaKeyring(description, entry)
    }
    case 'multi-keyring':
      return new MultiKeyringNode({
        generator: description.generator && keyring(description.generator, keys),
        children: description.childKeyrings.map((child) => keyring(child, keys)),
      })
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
  async bench (job) {
    const { encrypt, decrypt } = client(job)
    const keys = keyring(job.keyring, job.keys)
    const options = {
      encryptionContext: job['encryption-context'], suiteId: Number.parseInt(job.suite, 16), frameLength: job['frame-length'],
    }
    const plaintext = Buffer.alloc(job.size)
    const seal = () => encrypt(keys, plaintext, options)
    const { result } = await seal()
    const run = { encrypt: seal, decrypt: () => decrypt(keys, result) }[job.of]
    const started = process.hrtime.bigint()
    for (let left = job.repeats; left > 0; left--) await run()
    return Buffer.from(String(Number(process.hrtime.bigint() - started) / 1e9 / job.repeats))
  },
}

// The first line of the error, without the job's key material.
function describe (error, job) {
  let text = String(error?.message ?? error)
  for (const entry of Object.values(job.keys ?? {})) if (entry?.material) text = text.replaceAll(entry.material, '[key]')
  return text.split('\n')[0].slice(0, MESSAGE_LENGTH)
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
    return refusal(error?.constructor?.name ?? 'Error', describe(error, job))
  }
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  process.stdout.write(JSON.stringify(await answer(line)) + '\n')
}
