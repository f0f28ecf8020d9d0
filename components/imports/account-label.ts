import type { AccountChoice } from '#lib/imports/types.ts'

export const labelOf = ({ name, last4 }: AccountChoice): string => `${name}${last4 ? ` ··${last4}` : ''}`
