import { type CalendarDate, dateFromParts } from '#lib/core/calendar.ts'
import type { DateOrder } from './types.ts'

/** Numbers of a written day: `ymd` and `named` need no order, `pair` is two numbers and a year. */
export type WrittenDay =
  | { form: 'ymd' | 'named'; year: number; month: number; day: number }
  | { form: 'pair'; first: number; second: number; year: number }

const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/
const compact = /^(\d{4})(\d{2})(\d{2})(?=$|\d{4,6}(?:[.[]|$)|[ T[])/
const pair = /^(\d{1,2})[-/. ](\d{1,2})[-/. ]['’]?(\d{4}|\d{2})(?!\d)/
const dayNamed = /^(\d{1,2})[-/. ]*([\p{L}]{3,12})\.?[-/., ]*['’]?(\d{4}|\d{2})(?!\d)/u
const nameDay = /^([\p{L}]{3,12})\.?[- ]*(\d{1,2}),?[- ]+(\d{4})(?!\d)/u
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? +/i
/** What may follow a day: nothing, or a time of day with its zone. */
const clock = /^$|^[ T,]+\d{1,2}[:.]\d{2}|^\d{4,6}|^[ T]*\[|^ *\(/

const monthNames: readonly string[][] = [
  [
    'jan',
    'januar',
    'ene',
    'janv',
    'gen',
    'enero',
    'janvier',
    'gennaio',
    'januari',
    'january',
    'janeiro',
    'januarie',
    'tammi',
    'sty',
    'led',
    'stycznia',
    'ledna',
  ],
  [
    'feb',
    'february',
    'februar',
    'fev',
    'fevr',
    'fevrier',
    'febbraio',
    'febrero',
    'februari',
    'fevereiro',
    'februarie',
    'helmi',
    'lut',
    'uno',
    'lutego',
    'unora',
  ],
  [
    'mar',
    'march',
    'marz',
    'maerz',
    'mrz',
    'mars',
    'marzo',
    'mrt',
    'maart',
    'marco',
    'maalis',
    'bre',
    'marca',
    'brezna',
  ],
  ['apr', 'april', 'abr', 'avr', 'avril', 'abril', 'aprile', 'huhti', 'kwi', 'dub', 'kwietnia', 'dubna'],
  ['may', 'mai', 'mayo', 'mei', 'mag', 'maggio', 'maj', 'maio', 'touko', 'kve', 'maja', 'kvetna'],
  [
    'jun',
    'june',
    'juni',
    'juin',
    'junio',
    'giu',
    'giugno',
    'junho',
    'junie',
    'kesa',
    'cze',
    'cerv',
    'czerwca',
    'cervna',
  ],
  [
    'jul',
    'july',
    'juli',
    'juil',
    'juillet',
    'julio',
    'lug',
    'luglio',
    'julho',
    'julie',
    'heina',
    'lip',
    'cvc',
    'lipca',
    'cervence',
  ],
  ['aug', 'august', 'ago', 'aout', 'agosto', 'augustus', 'augusti', 'elo', 'sie', 'srp', 'sierpnia', 'srpna'],
  [
    'sep',
    'sept',
    'september',
    'septembre',
    'set',
    'septiembre',
    'settembre',
    'setembro',
    'syys',
    'wrz',
    'zar',
    'wrzesnia',
    'zari',
  ],
  [
    'oct',
    'october',
    'okt',
    'oktober',
    'octobre',
    'octubre',
    'ott',
    'ottobre',
    'outubro',
    'out',
    'loka',
    'paz',
    'rij',
    'pazdziernika',
    'rijna',
  ],
  ['nov', 'november', 'novembre', 'noviembre', 'novembro', 'marras', 'lis', 'listopada', 'listopadu'],
  [
    'dec',
    'december',
    'dez',
    'dezember',
    'decembre',
    'dic',
    'diciembre',
    'dicembre',
    'des',
    'dezembro',
    'desember',
    'joulu',
    'gru',
    'pro',
    'grudnia',
    'prosince',
  ],
]
const monthByName = new Map(monthNames.flatMap((names, index) => names.map((name) => [name, index + 1])))

const monthOf = (name: string): number | null =>
  monthByName.get(name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()) ?? null

/** Whether a word is a month in one of the known languages. */
export const isMonthName = (word: string): boolean => monthOf(word) !== null

/** Two-digit years turn at 70: 69 is 2069, 70 is 1970. */
const fullYear = (text: string): number => {
  const year = Number(text)
  return text.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year
}

/** Takes a written day apart without deciding its order; null when the text is not one. */
export function takeApart(written: string): WrittenDay | null {
  if (written.length > 60) return null
  let text = written.trim().replace(/^['"]|['"]$/g, '')
  if (weekday.test(text)) text = text.replace(weekday, '')
  const ymd = iso.exec(text) ?? compact.exec(text)
  if (ymd) {
    if (!clock.test(text.slice(ymd[0].length))) return null
    return { form: 'ymd', year: Number(ymd[1]), month: Number(ymd[2]), day: Number(ymd[3]) }
  }
  const two = pair.exec(text)
  if (two) {
    if (!clock.test(text.slice(two[0].length))) return null
    return { form: 'pair', first: Number(two[1]), second: Number(two[2]), year: fullYear(two[3] ?? '') }
  }
  const named = dayNamed.exec(text)
  if (named) {
    const month = monthOf(named[2] ?? '')
    if (month) return { form: 'named', year: fullYear(named[3] ?? ''), month, day: Number(named[1]) }
  }
  const reversed = nameDay.exec(text)
  const month = reversed && monthOf(reversed[1] ?? '')
  return month ? { form: 'named', year: Number(reversed[3]), month, day: Number(reversed[2]) } : null
}

/** The day in a given order; null when it does not exist. `ymd` reads a pair as year, month, day of two digits each. */
export function readDay(written: string, order: DateOrder): CalendarDate | null {
  const parts = takeApart(written)
  if (!parts) return null
  if (parts.form !== 'pair') return dateFromParts(parts.year, parts.month, parts.day)
  if (order === 'mdy') return dateFromParts(parts.year, parts.first, parts.second)
  if (order === 'dmy') return dateFromParts(parts.year, parts.second, parts.first)
  return dateFromParts(2000 + parts.first, parts.second, parts.year % 100)
}

/** A reader of days that remembers what it has read: a statement repeats few days in many rows. */
export function dayReader(order: DateOrder): (written: string) => CalendarDate | null {
  const seen = new Map<string, CalendarDate | null>()
  return (written) => {
    const known = seen.get(written)
    if (known !== undefined) return known
    const day = readDay(written, order)
    if (seen.size < 20_000) seen.set(written, day)
    return day
  }
}
