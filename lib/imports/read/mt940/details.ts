import { clip, collapse } from '../text.ts'
import type { Entry } from './entry.ts'
import { fromSevenBits } from './seven-bits.ts'

/** What `:86:` tells about a row. `raw` is its text as written, in one line. */
export type Details = { name: string; purpose: string; raw: string }

const lineWidth = 65

/** Lines as one text: a line of full width runs on, a shorter one ends with a blank. */
function flow(lines: readonly string[]): string {
  let text = ''
  let full = true
  for (const line of lines) {
    text += full ? line : ` ${line}`
    full = line.length >= lineWidth
  }
  return text
}

/** `020?00TEXT?20...`: fields of two digits behind a mark, which is `?` in Germany and `>`, `~`, `^` or `<` elsewhere. */
const coded = /^\s*(?:(?:\d{3})?\d{3}(?: [^?>~^<|@]{1,40})?)?([?>~^<|@])(?:[0-3]\d|6[0-3])/

function readCoded(text: string, mark: string): Pick<Details, 'name' | 'purpose'> {
  const fields = new Map<string, string>()
  const parts = text.split(mark)
  let last = ''
  for (const part of parts.slice(1)) {
    const code = /^[0-367]\d/.exec(part)?.[0]
    if (code) {
      last = code
      fields.set(code, (fields.get(code) ?? '') + part.slice(2))
    } else if (last !== '') fields.set(last, `${fields.get(last) ?? ''}${mark}${part}`)
  }
  const between = (from: number, to: number) =>
    Array.from(
      { length: to - from + 1 },
      (_, at) => fields.get(String(from + at).padStart(2, '0')) ?? '',
    ).join('')
  const purpose = between(20, 29) + between(60, 63)
  return {
    name: collapse(between(32, 33)),
    purpose: collapse(sepaPurpose(purpose)) || collapse(fields.get('00') ?? ''),
  }
}

const sepaTags = /(?:^|(?<=[ \S]))(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|COAM|OAMT|IBAN|BIC|PURP)\+/g

/** The words of the payment among SEPA's tags (`EREF+… SVWZ+…`); the whole text when there is none. */
function sepaPurpose(text: string): string {
  const tags = [...text.matchAll(sepaTags)]
  const at = tags.findIndex((tag) => tag[1] === 'SVWZ')
  const tag = tags[at]
  return tag ? text.slice(tag.index + tag[0].length, tags[at + 1]?.index) : text
}

const words =
  'ADDR|ALIAS|BENM|BIC|BREF|CHGS|CNTP|CSID|EREF|EXCH|IBAN|ID|INIT|ISDT|KREF|MARF|NAME|NRTX|OCMT|OPRP|ORDP|PREF|PURP|REMI|RTRN|RTYP|SVCL|SVWZ|TRCD|TRTP|ULTB|ULTC|ULTD'
const slashed = new RegExp(`^\\s*/(?:${words})/`)
const slashTag = new RegExp(`/(${words})/`, 'g')

/** `iban/bic/name/city/`: a name may hold slashes of its own (`A/S`). */
const nameOfCounterparty = (text: string): string => {
  const parts = text.split('/')
  return parts.slice(2, Math.max(3, parts.length - 2)).join('/')
}

const partyWords = /^(?:ORDP|BENM|ULT[BCD]|INIT)$/
const plain = (value: string | undefined) =>
  (value ?? '').replace(/^(?:USTD|STRD(?:\/CUR)?)\/+/, '').replace(/^\/+|\/+$/g, '')

/** `/EREF/…//CNTP/iban/bic/name/city//REMI/USTD//text/`, and `/ORDP//NAME/…/BENM//NAME/…/REMI/…` of other banks. */
function readSlashed(text: string, paid: boolean): Pick<Details, 'name' | 'purpose'> {
  const fields = new Map<string, string>()
  const names = new Map<string, string>()
  let party = ''
  const tags = [...text.matchAll(slashTag)]
  tags.forEach((tag, index) => {
    const value = text.slice(tag.index + tag[0].length, tags[index + 1]?.index ?? text.length)
    const word = tag[1] ?? ''
    if (!fields.has(word)) fields.set(word, value)
    if (partyWords.test(word)) party = word
    if (word === 'NAME' && !names.has(party)) names.set(party, plain(value))
  })
  const sides = paid ? ['BENM', '', 'ORDP'] : ['ORDP', '', 'BENM']
  const name = sides.map((side) => names.get(side) || plain(fields.get(side))).find((one) => one !== '')
  return {
    name: collapse(name ?? nameOfCounterparty(fields.get('CNTP') ?? '')),
    purpose: collapse(plain(fields.get('REMI')) || plain(fields.get('SVWZ')) || plain(fields.get('TRTP'))),
  }
}

/** `dla: FIRMA; tyt.: FAKTURA`, as mBank writes: paid to, paid by. */
const polish = /(?:^|;)\s*(?:dla|od)\s*:\s*([^;]{1,140});/i

const labelled = /\b(?:NAAM|NAME|AUFTRAGGEBER|BENEFICIARY|NOM)\s*:\s*(\S.*?)(?=\s{2,}|\/|\s[A-Z]{3,}:|$)/

/** The name behind an account number in the reference (`0733959555      T-MOBILE`). */
const nameInReference = (reference: string | null): string =>
  collapse(/^\S{1,16}\s{3,}(\S.*)$/.exec(reference ?? '')?.[1] ?? '')

function readPlain(
  lines: readonly string[],
  supplementary: string,
  reference: string | null,
): Pick<Details, 'name' | 'purpose'> {
  const text = flow(lines)
  const repeated =
    supplementary !== '' && collapse(lines[0] ?? '') === collapse(`${reference ?? ''} ${supplementary}`)
  if (repeated) return { name: supplementary, purpose: collapse(flow(lines.slice(1))) }
  return {
    name: collapse(labelled.exec(text)?.[1] ?? polish.exec(text)?.[1] ?? '') || nameInReference(reference),
    purpose: collapse(text),
  }
}

/** `NS:` lines of two digits and a text, as some German banks send: 01–14 purpose, 15–16 name. */
function readNumbered(lines: readonly string[]): Pick<Details, 'name' | 'purpose'> {
  const between = (from: number, to: number) =>
    lines
      .filter((line) => Number(line.slice(0, 2)) >= from && Number(line.slice(0, 2)) <= to)
      .map((line) => line.slice(2))
      .join(' ')
  return { name: collapse(between(15, 16)), purpose: collapse(between(1, 14) || between(17, 17)) }
}

/** Reads the lines of all `:86:` (or `:NS:`) fields of a row, whichever dialect they are in. */
export function readDetails(
  lines: readonly string[],
  numbered: readonly string[],
  supplementary: string,
  { reference, paid }: Pick<Entry, 'reference' | 'paid'>,
): Details {
  const joined = lines.join('')
  const mark = coded.exec(joined)?.[1]
  const legible = mark === '?' ? fromSevenBits : (text: string) => text
  const told =
    lines.length === 0 && numbered.length > 0
      ? readNumbered(numbered)
      : mark
        ? readCoded(legible(joined), mark)
        : slashed.test(joined)
          ? readSlashed(joined, paid)
          : readPlain(lines, supplementary, reference)
  const written = legible(flow(lines.length > 0 ? lines : numbered))
  // A name that stands in the entry line only belongs to the text of the row too.
  const outside = told.name !== '' && told.name === nameInReference(reference) && !written.includes(told.name)
  return { ...told, raw: clip(collapse(outside ? `${told.name} ${written}` : written)) }
}
