import type { CalendarDate } from '#lib/core/calendar.ts'
import { readDay } from '../day.ts'
import { clip, collapse } from '../text.ts'

/** Leaves of an entry or of one of its details, by their path below it; what is repeated is kept in order. */
export type Leaves = Map<string, string[]>

/** An amount as the file writes it, with its currency. */
export type WrittenAmount = { text: string; currency: string }

/** One `Ntry` while it is read. Only the first details are kept: a batch of salaries may have thousands. */
export type Entry = {
  line: number
  leaves: Leaves
  amount: WrittenAmount | null
  details: Detail[]
  detailCount: number
}

/** One `TxDtls`. */
export type Detail = { leaves: Leaves; foreign: WrittenAmount[] }

export const newEntry = (line: number): Entry => ({
  line,
  leaves: new Map(),
  amount: null,
  details: [],
  detailCount: 0,
})

export const mostDetails = 20
const mostRepeats = 20

/** Notes a leaf; the twenty-first of a kind is passed over. */
export function note(leaves: Leaves, path: string, text: string): void {
  if (text === '') return
  const known = leaves.get(path)
  if (!known) leaves.set(path, [text])
  else if (known.length < mostRepeats) known.push(text)
}

const first = (leaves: Leaves | undefined, ...paths: string[]): string | null => {
  for (const path of paths) {
    const value = leaves?.get(path)?.[0]
    if (value) return value
  }
  return null
}

/** What the file says of an entry, as it is written: day, amount and direction first, then the rest in its order. */
export function writtenPieces(entry: Entry): string[] {
  const { leaves, amount, details } = entry
  const firstOnes = [
    bookedDay(entry).written ?? '',
    amount ? `${amount.text} ${amount.currency}` : '',
    first(leaves, 'CdtDbtInd') ?? '',
  ]
  const rest = [leaves, ...details.slice(0, 2).map((detail) => detail.leaves)].flatMap((some) =>
    [...some].flatMap(([path, texts]) => (/^(?:Amt|CdtDbtInd|BkTxCd|BookgDt)\b/.test(path) ? [] : texts)),
  )
  return [...firstOnes, ...new Set(rest)]
}

/** Words that banks write where they have no reference. */
const noReference = /^(?:not ?provided|nonref|notavail\w*|none|n\/a|-+|0+)$/i
/** The first of some references or names that is one. */
const reference = (leaves: Leaves | undefined, ...paths: string[]): string | null => {
  const found = paths.map((path) => leaves?.get(path)?.[0]).find((text) => text && !noReference.test(text))
  return found ? clip(found) : null
}

/** The day as it is written, year first, never moved by a time zone behind it. */
export const dayOf = (text: string | null): CalendarDate | null =>
  text !== null && /^\d{4}/.test(text) ? readDay(text.slice(0, 10), 'ymd') : null

/** `BookgDt`, else `ValDt`; `written` is what stands there when it is no day. */
export function bookedDay({ leaves }: Entry): { day: CalendarDate | null; written: string | null } {
  const booked = first(leaves, 'BookgDt/Dt', 'BookgDt/DtTm')
  const written = booked ?? first(leaves, 'ValDt/Dt', 'ValDt/DtTm')
  return { day: dayOf(written), written }
}

/** −1 for DBIT, 1 for CRDT, null when the entry does not say. A reversal's own indicator is the direction of the money. */
export function directionOf({ leaves, details }: Entry): 1 | -1 | null {
  const word = (first(leaves, 'CdtDbtInd') ?? first(details[0]?.leaves, 'CdtDbtInd') ?? '').toUpperCase()
  return word.startsWith('DB') ? -1 : word.startsWith('CR') ? 1 : null
}

/** Booked entries are posted; PDNG, INFO and FUTR are not booked yet. Old versions write the code without `Cd`. */
export function statusOf({ leaves }: Entry): 'posted' | 'pending' {
  const word = (first(leaves, 'Sts', 'Sts/Cd', 'Sts/Prtry') ?? 'BOOK').toUpperCase()
  return /^(?:PDNG|INFO|FUTR|PEND)/.test(word) ? 'pending' : 'posted'
}

const nameOf = (leaves: Leaves, role: 'Dbtr' | 'Cdtr'): string | null =>
  reference(
    leaves,
    `RltdPties/${role}/Nm`,
    `RltdPties/${role}/Pty/Nm`,
    `RltdPties/${role}/Agt/FinInstnId/Nm`,
    `RltdPties/Ultmt${role}/Nm`,
    `RltdPties/Ultmt${role}/Pty/Nm`,
    `RltdPties/${role}Acct/Nm`,
  )

/** Who the account belongs to, to tell its owner from the other side. */
export type Owner = { id: string | null; names: readonly string[] }

const sameText = (a: string, b: string): boolean =>
  a.replace(/\s/g, '').toLowerCase() === b.replace(/\s/g, '').toLowerCase()

/** The other side: who paid for money in, who was paid for money out; the other way round for a reversal. */
function counterparty(leaves: Leaves, out: boolean, owner: Owner): string | null {
  const roles = out ? (['Cdtr', 'Dbtr'] as const) : (['Dbtr', 'Cdtr'] as const)
  for (const role of roles) {
    const account = first(leaves, `RltdPties/${role}Acct/Id/IBAN`, `RltdPties/${role}Acct/Id/Othr/Id`)
    const name = nameOf(leaves, role)
    if (name === null) continue
    const isOwner =
      (account !== null && owner.id !== null && sameText(account, owner.id)) ||
      owner.names.some((own) => sameText(own, name))
    if (role === roles[0] || !isOwner) return name
  }
  return (
    first(leaves, 'RltdPties/TradgPty/Nm', 'RltdPties/TradgPty/Pty/Nm', 'RltdPties/Prtry/Pty/Nm') ??
    first(leaves, `RltdAgts/${out ? 'Cdtr' : 'Dbtr'}Agt/FinInstnId/Nm`)
  )
}

function remittance(leaves: Leaves): string | null {
  const free = leaves.get('RmtInf/Ustrd')
  if (free) return free.join(' ')
  const strict = [
    ...(leaves.get('RmtInf/Strd/CdtrRefInf/Ref') ?? leaves.get('RmtInf/Strd/CdtrRefInf/CdtrRef') ?? []),
    ...(leaves.get('RmtInf/Strd/AddtlRmtInf') ?? []),
  ]
  return strict.length > 0 ? strict.join(' ') : null
}

const distinct = (texts: readonly (string | null)[]): string[] => [
  ...new Set(texts.flatMap((text) => (text === null ? [] : [collapse(text)])).filter((text) => text !== '')),
]

export type EntryTexts = {
  payee: string
  rawDescription: string
  memo: string | null
  externalId: string | null
  reference: string | null
  checkNumber: string | null
  transactionDate: CalendarDate | null
}

/** The texts of an entry: of its only detail, or what the details of a batch have in common. */
export function textsOf(entry: Entry, direction: 1 | -1, currency: string, owner: Owner): EntryTexts {
  const { leaves, details } = entry
  const reversed = first(leaves, 'RvslInd')?.toLowerCase() === 'true' || first(leaves, 'RvslInd') === '1'
  const out = reversed ? direction === 1 : direction === -1
  const only = entry.detailCount === 1 ? details[0]?.leaves : undefined
  const names = distinct(details.map((detail) => counterparty(detail.leaves, out, owner)))
  const about = distinct(details.map((detail) => remittance(detail.leaves)))
  const info = first(leaves, 'AddtlNtryInf') ?? first(only, 'AddtlTxInf')
  const name = names.length === 1 ? (names[0] ?? null) : null
  const several = names.length > 1 ? names.slice(0, 5).join(', ') : null
  const said = about.length > 0 ? about.slice(0, 5).join(' · ') : null
  const code = first(leaves, 'BkTxCd/Prtry/Cd', 'BkTxCd/Domn/Fmly/SubFmlyCd', 'BkTxCd/Domn/Cd')
  const payee = name ?? (several ? (info ?? several) : (said ?? info)) ?? code ?? ''
  const foreign = only && details[0]?.foreign.find((amount) => amount.currency !== currency)
  const notes = distinct([several === payee ? null : several, said ?? (name ? info : null)])
  const memo = notes.filter((text) => text !== collapse(payee)).join(' · ')
  const abroad = foreign ? `${foreign.text} ${foreign.currency}` : ''
  const raw = distinct([name ?? several, said ?? info]).join(' ')
  return {
    payee: collapse(clip(payee)),
    rawDescription: clip(raw || payee),
    memo: clip([memo, abroad].filter((text) => text !== '').join(' · ')) || null,
    externalId: reference(leaves, 'AcctSvcrRef') ?? reference(only, 'Refs/AcctSvcrRef', 'Refs/TxId'),
    reference: reference(only, 'Refs/EndToEndId', 'Refs/TxId', 'Refs/InstrId'),
    checkNumber: reference(only, 'Refs/ChqNb'),
    transactionDate: dayOf(
      first(only, 'RltdDts/TxDtTm/DtTm', 'RltdDts/TxDtTm', 'RltdDts/AccptncDtTm', 'RltdDts/IntrBkSttlmDt'),
    ),
  }
}
