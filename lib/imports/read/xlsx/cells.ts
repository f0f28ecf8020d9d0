import { SSF } from '@e965/xlsx'

/** A cell as the library gives it. */
export type SheetCell = { t?: string; v?: unknown; w?: string; z?: unknown }

const dayMillis = 86_400_000
/** Serial 60 of the 1900 system is 29 February 1900, which never was; what is before it lies one day off. */
const epoch1900 = Date.UTC(1899, 11, 30)
const epoch1904 = Date.UTC(1904, 0, 1)
const lastSerial = 2_958_465

const pad = (value: number): string => String(value).padStart(2, '0')

/** A serial as `2026-01-13` or `2026-01-13 14:05:00`; null outside of what Excel counts. A fraction alone is a time. */
export function serialToText(serial: number, from1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > lastSerial) return null
  const seconds = Math.round(serial * 86_400)
  const days = Math.floor(seconds / 86_400)
  const rest = seconds - days * 86_400
  const clock = `${pad(Math.floor(rest / 3600))}:${pad(Math.floor(rest / 60) % 60)}:${pad(rest % 60)}`
  if (days === 0 && !from1904) return clock
  const shift = !from1904 && days < 60 ? 1 : 0
  const day = new Date((from1904 ? epoch1904 : epoch1900) + (days + shift) * dayMillis)
    .toISOString()
    .slice(0, 10)
  return rest === 0 ? day : `${day} ${clock}`
}

/** A number with a point and no exponent; fifteen digits, as Excel shows it. Three decimals get a nought, so that the point cannot be taken for a mark of thousands. */
export function numberToText(value: number): string {
  if (!Number.isFinite(value)) return ''
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? BigInt(value).toString() : ''
  const text = String(Number(value.toPrecision(15)))
  const small = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text)
  const plain = small ? `${small[1]}0.${'0'.repeat(Number(small[4]) - 1)}${small[2]}${small[3] ?? ''}` : text
  return /\.\d{3}$/.test(plain) ? `${plain}0` : plain
}

const formats = new Map<string, boolean>()

function isDateFormat(format: string): boolean {
  const known = formats.get(format)
  if (known !== undefined) return known
  const dated = format.length < 200 && SSF.is_date(format)
  if (formats.size < 500) formats.set(format, dated)
  return dated
}

/** The text of a cell: dates in the order year, month, day whatever their style; numbers in full. */
export function cellText(cell: SheetCell | undefined, from1904: boolean): string {
  if (!cell) return ''
  const { t, v } = cell
  const format = typeof cell.z === 'string' ? cell.z : ''
  if (typeof v === 'number' && t !== 'e') {
    const dated = isDateFormat(format) ? serialToText(v, from1904) : null
    if (dated !== null) return dated
    const text = numberToText(v)
    return /^0{2,30}$/.test(format) ? text.padStart(format.length, '0') : text
  }
  if (v instanceof Date) return Number.isNaN(v.getTime()) ? '' : v.toISOString().slice(0, 10)
  if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE'
  return typeof v === 'string' ? v.slice(0, 32_767) : ''
}
