import 'server-only'
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { currentMasterKey, deriveFrom, type MasterKey, masterKeyOf } from './master-key.ts'

const algorithm = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

/** What the bytes belong to: a row's ids. Sealed bytes that are moved to another row do not open. */
export type SealContext = readonly (string | number)[]

const aad = (context: SealContext): Buffer => Buffer.from(JSON.stringify(context))

/** A new key for one piece of data. */
export const newDataKey = (): Buffer => randomBytes(32)

/** Encrypts with AES-256-GCM: a random IV, the tag, the bytes. */
export function seal(key: Buffer, context: SealContext, bytes: Uint8Array): Buffer {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes }).setAAD(aad(context))
  const sealed = [cipher.update(bytes), cipher.final()]
  return Buffer.concat([iv, cipher.getAuthTag(), ...sealed])
}

/** The bytes that `seal` was given; throws when the key, the context or a bit is another one. */
export function unseal(key: Buffer, context: SealContext, sealed: Buffer): Buffer {
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, ivBytes), { authTagLength: tagBytes })
  decipher.setAAD(aad(context))
  decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes))
  return Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()])
}

const keyIdBytes = 8

const wrapping = (purpose: string, context: SealContext, master: MasterKey) =>
  [deriveFrom(master.bytes, purpose), [purpose, 1, master.id, ...context]] as const

/** A data key as the store keeps it: the master key's name, then the key sealed with that master's key for the purpose. */
export function wrapKey(purpose: string, context: SealContext, key: Buffer): Buffer {
  const master = currentMasterKey()
  return Buffer.concat([Buffer.from(master.id, 'hex'), seal(...wrapping(purpose, context, master), key)])
}

/** The data key that `wrapKey` was given; throws when its master key is not here or the context is another one. */
export function unwrapKey(purpose: string, context: SealContext, wrapped: Buffer): Buffer {
  const master = masterKeyOf(wrapped.subarray(0, keyIdBytes).toString('hex'))
  return unseal(...wrapping(purpose, context, master), wrapped.subarray(keyIdBytes))
}

/** The same data key under the newest master key; what it encrypts stays. Throws like `unwrapKey`. */
export const rewrapKey = (purpose: string, context: SealContext, wrapped: Buffer): Buffer =>
  wrapKey(purpose, context, unwrapKey(purpose, context, wrapped))
