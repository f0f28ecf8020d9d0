import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { AppError } from '#lib/core/errors.ts'
import { maximumBytes, normalise } from './passphrase.ts'

/** argon2id (the library's default variant) with 19 MiB, two passes, one lane: OWASP's first choice, about 0.1–0.2 s. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 }

/** The hash of a passphrase nobody has, so that an unknown address costs as much as a known one. */
const nobody =
  '$argon2id$v=19$m=19456,t=2,p=1$SaQkeDbFh6hhB5L6nmLWew$nXO4oyIvitKg2V+NwxKnKLU/sRVUNZAevbNVL0Amfdw'

const lanes = 2
const queueLimit = 24
let running = 0
const waiting: (() => void)[] = []

/** Runs at most two hashes at once; a longer queue is refused, so that sign-ins cannot take the machine's memory. */
async function inLane<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= queueLimit)
    throw new AppError('rate_limited', 'Too many sign-ins at once.', { retryAfterSeconds: 5 })
  if (running >= lanes) await new Promise<void>((resume) => waiting.push(resume))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/** The PHC text to store. */
export const hashPassphrase = (passphrase: string): Promise<string> =>
  inLane(() => hash(normalise(passphrase), parameters))

/** Whether the passphrase is the stored one. Null (no such person) takes the same time and is false. */
export async function verifyPassphrase(phc: string | null, passphrase: string): Promise<boolean> {
  const usable = Buffer.byteLength(passphrase) <= maximumBytes
  const matches = await inLane(() => verify(phc ?? nobody, usable ? normalise(passphrase) : ''))
  return matches && phc !== null && usable
}
