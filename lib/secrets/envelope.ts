import 'server-only'
import { newDataKey, seal, unseal } from './data-key.ts'
import { currentMasterKey, deriveFrom, type MasterKey, masterKeyOf } from './master-key.ts'
import { type Secret, secretOf } from './secret.ts'

/** What a secret belongs to. Ciphertext that is moved to another household, row or purpose does not open. */
export type SecretPlace = {
  purpose: 'connection' | 'link-attempt' | 'provider-settings'
  /** Null for the instance's own. */
  householdId: string | null
  /** The row's id, or the provider's name for its settings. */
  id: string
}

/** The three columns of a sealed secret. Deleting `secretKey` makes `secret` unreadable for good. */
export type SealedSecret = { secret: Buffer; secretKey: Buffer; secretKeyId: string }

const contextOf = (place: SecretPlace, keyId: string) => [
  place.purpose,
  1,
  place.householdId ?? '',
  place.id,
  keyId,
]

const wrappingKey = (master: MasterKey, place: SecretPlace): Buffer =>
  deriveFrom(master.bytes, `secret/${place.purpose}`)

/** Seals under a data key of its own, which is wrapped by the newest master key. */
export function sealSecret(place: SecretPlace, value: Secret): SealedSecret {
  const master = currentMasterKey()
  const key = newDataKey()
  return {
    secret: seal(key, contextOf(place, ''), Buffer.from(value.reveal())),
    secretKey: seal(wrappingKey(master, place), contextOf(place, master.id), key),
    secretKeyId: master.id,
  }
}

const unwrap = (place: SecretPlace, { secretKey, secretKeyId }: Omit<SealedSecret, 'secret'>): Buffer =>
  unseal(wrappingKey(masterKeyOf(secretKeyId), place), contextOf(place, secretKeyId), secretKey)

/** Opens a secret; throws when it is another row's, was changed, or its key is not here. */
export const openSecret = (place: SecretPlace, sealed: SealedSecret): Secret =>
  secretOf(unseal(unwrap(place, sealed), contextOf(place, ''), sealed.secret).toString())

/** The same data key under another master key; the ciphertext stays. */
export function rewrapSecret(
  place: SecretPlace,
  sealed: Omit<SealedSecret, 'secret'>,
  to: MasterKey,
): Omit<SealedSecret, 'secret'> {
  const key = unwrap(place, sealed)
  return { secretKey: seal(wrappingKey(to, place), contextOf(place, to.id), key), secretKeyId: to.id }
}
