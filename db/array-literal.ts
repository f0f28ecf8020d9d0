const special = /["\\]/g
const nul = /\0/g

/**
 * A PostgreSQL array as text, for `$1::text[]`: much cheaper than handing node-postgres an array of many values. NUL, which
 * the store cannot hold, is dropped.
 */
export function textArray(values: readonly (string | null)[]): string {
  let literal = '{'
  for (let i = 0; i < values.length; i++) {
    if (i > 0) literal += ','
    const value = values[i]
    if (value === null || value === undefined) literal += 'NULL'
    else literal += `"${value.replace(special, '\\$&').replace(nul, '')}"`
  }
  return `${literal}}`
}

/** The same for values that need no quotes: ids, days, whole numbers. */
export function plainArray(values: readonly (string | number | bigint | null)[]): string {
  let literal = '{'
  for (let i = 0; i < values.length; i++) literal += `${i > 0 ? ',' : ''}${values[i] ?? 'NULL'}`
  return `${literal}}`
}

/** Reads back `array_agg(uuid)::text`: ids or null, in order. */
export const readIdArray = (literal: string | null): (string | null)[] =>
  literal === null || literal === '{}'
    ? []
    : literal
        .slice(1, -1)
        .split(',')
        .map((id) => (id === 'NULL' ? null : id))
