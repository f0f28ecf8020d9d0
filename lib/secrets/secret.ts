import { inspect } from 'node:util'

const veil = '[secret]'

/** A text that must not be seen: printing, logging or serialising it says `[secret]`. Only `reveal` gives it. */
export type Secret = {
  readonly reveal: () => string
  readonly toString: () => string
  readonly toJSON: () => string
}

/** Wraps a secret at the door it comes in by; it is taken out only where it is sent or sealed. */
export function secretOf(text: string): Secret {
  const hidden = {
    reveal: () => text,
    toString: () => veil,
    toJSON: () => veil,
    [inspect.custom]: () => veil,
    [Symbol.toPrimitive]: () => veil,
  }
  return Object.freeze(hidden)
}
