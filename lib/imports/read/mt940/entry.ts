/** The first line of a `:61:` field taken apart; texts are as written. */
export type Entry = {
  value: string
  entry: string | null
  /** −1 when money goes out: `D`, and the reversal of a credit `RC`. */
  sign: 1n | -1n
  /** Whether the payment went out, also where the entry takes it back (`RD`). */
  paid: boolean
  amount: string
  type: string | null
  reference: string | null
  bankReference: string | null
  expected: boolean
}

const entryLine =
  /^\s*(\d{6})(\d{4})?\s*(RC|RD|EC|ED|C|D)([A-Z])?\s*((?:\d|,\d)[\d.,]*)\s*([NFSI][A-Z0-9]{3})?(.*)$/

/** Takes `2301150116RCR204,88NRTINONREF//REF` apart; null when the line is no entry. */
export function takeEntry(line: string): Entry | null {
  const found = entryLine.exec(line)
  if (!found) return null
  const [, value = '', entry, mark = '', , amount = '', type, rest = ''] = found
  const cut = rest.indexOf('//')
  const reference = (cut === -1 ? rest : rest.slice(0, cut)).trim()
  const bankReference = cut === -1 ? '' : rest.slice(cut + 2).trim()
  return {
    value,
    entry: entry ?? null,
    sign: mark === 'D' || mark === 'RC' || mark === 'ED' ? -1n : 1n,
    paid: mark.endsWith('D'),
    amount,
    type: type ?? null,
    reference: reference || null,
    bankReference: bankReference || null,
    expected: mark.startsWith('E'),
  }
}
