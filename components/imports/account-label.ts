import type { AccountChoice, ImportAccountReport } from '#lib/imports/types.ts'

/** A name that ends in the number already, as an import gives it, does not say it twice. */
export const labelOf = ({ name, last4 }: AccountChoice): string =>
  last4 && !name.endsWith(last4) ? `${name} ··${last4}` : name

/** Whether the file tells any part of the account's number. */
export const isNumbered = ({
  sourceAccountId,
  last4,
}: Pick<ImportAccountReport, 'sourceAccountId' | 'last4'>) => sourceAccountId !== null || last4 !== null
