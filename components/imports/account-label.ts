import type { AccountChoice } from '#lib/imports/types.ts'

/** A name that ends in the number already, as an import gives it, does not say it twice. */
export const labelOf = ({ name, last4 }: AccountChoice): string =>
  last4 && !name.endsWith(last4) ? `${name} ··${last4}` : name
