import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'

export type Sample = { name: string; bytes: Buffer }
export type Mutant = { name: string; bytes: Buffer }

/** Larger samples say nothing more and cost most of the time. */
const largest = 80_000
/** Copying lines over and over must not make the size the only thing that is tested. */
const longest = 2_000_000
/** But every tenth block may grow to what an import takes: some faults show only there. */
const longestOfAll = 50 * 1024 * 1024
const statement = /\.(?:ofx|qfx|qbo|qif|csv|tsv|txt|xml|sta|mt940|940|942|xlsx?|htm|html)$/i

/** Every statement of a folder of samples, hostile files included, in the order of their names. */
export function readSamples(folder: string, formats: readonly string[]): Sample[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statement.test(name) && formats.includes(name.split(path.sep)[0] ?? ''))
    .sort()
    .filter((name) => statSync(path.join(folder, name)).size <= largest)
    .map((name) => ({ name, bytes: readFileSync(path.join(folder, name)) }))
}

/** What statements are made of, and what no statement should hold. */
const tokens = [
  ...[
    '<STMTTRN>',
    '</STMTTRN>',
    '<TRNAMT>',
    '<DTPOSTED>',
    '<FITID>',
    '</OFX>',
    '<OFX>',
    '<CCSTMTRS>',
    '<CURDEF>XXX',
  ],
  ...[
    '<Ntry>',
    '</Ntry>',
    '<Amt Ccy="USD">',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&b;',
    '&#x0;',
    '&#99999999;',
    ']]>',
  ],
  ...[
    '<![CDATA[',
    '<?xml version="1.0" encoding="UTF-16"?>',
    ':61:',
    ':86:',
    ':60F:C',
    '-}',
    '{4:',
    '!Type:Bank',
    '!Account',
  ],
  ...[
    '\n^\n',
    '\nD',
    '\nT',
    '\nS',
    ',',
    ';',
    '\t',
    '"',
    '""',
    "'",
    '\n',
    '\r',
    '\r\n',
    '\u0000',
    '\uFEFF',
    '\u2028',
    '\u202E',
  ],
  ...[
    '-',
    '--',
    '(',
    ')',
    '.',
    ',,',
    '1e999',
    'NaN',
    '-0',
    '0',
    '99999999999999999999',
    '9223372036854775808',
    '0.001',
  ],
  ...[
    '31/02/2024',
    '2024-13-45',
    '00/00/0000',
    '20240229',
    '20230229',
    '99991231235959',
    'Date,Amount',
    'constructor',
  ],
  ...[
    '__proto__',
    'toString',
    '=cmd()',
    '<script>',
    '𝒜',
    'é',
    'e\u0301',
    'ﬁ',
    '₫',
    'İ',
    'NULL',
    '{}',
    '%s',
    '\\',
    '\u001b[2J',
  ],
]

type Edit = (bytes: Buffer, others: readonly Sample[]) => Buffer

const share = fc.nat(1_000_000)
const at = (bytes: Buffer, point: number): number => Math.floor((point / 1_000_001) * (bytes.length + 1))
const splice = (bytes: Buffer, from: number, to: number, put: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(to)])

function lineAt(bytes: Buffer, point: number): [number, number] {
  const middle = at(bytes, point)
  const from = bytes.lastIndexOf(10, Math.max(0, middle - 1)) + 1
  const end = bytes.indexOf(10, middle)
  return [Math.min(from, middle), end === -1 ? bytes.length : end + 1]
}

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(share, fc.nat(255)).map(
    ([point, value]): Edit =>
      (bytes) => {
        const copy = Buffer.from(bytes)
        if (copy.length > 0) copy[Math.min(at(bytes, point), copy.length - 1)] = value
        return copy
      },
  ),
  fc.tuple(share, fc.constantFrom(...tokens)).map(
    ([point, token]): Edit =>
      (bytes) => {
        const here = at(bytes, point)
        return splice(bytes, here, here, Buffer.from(token))
      },
  ),
  fc.tuple(share, fc.constantFrom(...tokens), fc.nat(12)).map(
    ([point, token, over]): Edit =>
      (bytes) => {
        const here = at(bytes, point)
        return splice(bytes, here, Math.min(bytes.length, here + over), Buffer.from(token))
      },
  ),
  fc.tuple(share, fc.nat(400)).map(
    ([point, length]): Edit =>
      (bytes) => {
        const here = at(bytes, point)
        return splice(bytes, here, Math.min(bytes.length, here + length), Buffer.alloc(0))
      },
  ),
  fc.tuple(share, share, fc.nat(600)).map(
    ([from, to, length]): Edit =>
      (bytes) => {
        const piece = bytes.subarray(at(bytes, from), at(bytes, from) + length)
        return splice(bytes, at(bytes, to), at(bytes, to), piece)
      },
  ),
  share.map(
    (point): Edit =>
      (bytes) =>
        bytes.subarray(0, at(bytes, point)),
  ),
  share.map(
    (point): Edit =>
      (bytes) =>
        splice(bytes, ...lineAt(bytes, point), Buffer.alloc(0)),
  ),
  fc.tuple(share, share, fc.integer({ min: 1, max: 30 })).map(
    ([from, to, times]): Edit =>
      (bytes) => {
        const line = bytes.subarray(...lineAt(bytes, from))
        const [here] = lineAt(bytes, to)
        return splice(bytes, here, here, Buffer.concat(new Array<Buffer>(times).fill(line)))
      },
  ),
  fc.tuple(share, share, fc.nat(100_000)).map(
    ([from, to, other]): Edit =>
      (bytes, others) => {
        const second = others[other % Math.max(1, others.length)]?.bytes ?? bytes
        return Buffer.concat([bytes.subarray(0, at(bytes, from)), second.subarray(at(second, to))])
      },
  ),
  fc.constantFrom<Edit[]>(
    (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
    (bytes) => Buffer.from(bytes.toString('latin1'), 'utf8'),
    (bytes) => Buffer.from(bytes.toString('utf8').replaceAll('\n', '\r\n')),
    (bytes) =>
      Buffer.from(
        bytes.toString('latin1').replace(/\d/g, (digit) => String(9 - Number(digit))),
        'latin1',
      ),
  ),
)

const mutation = fc.record({
  sample: fc.nat(1_000_000),
  edits: fc.array(edit, { minLength: 1, maxLength: 6 }),
})

/** Runs are drawn in blocks, so that any one can be drawn again from its number. */
export const blockSize = 500

/** The mutants of one block of a seed. */
export function* mutants(samples: readonly Sample[], seed: number, block: number): Generator<Mutant> {
  const limit = block % 10 === 9 ? longestOfAll : longest
  for (const { sample, edits } of fc.sample(mutation, {
    seed: seed * 1_000_003 + block,
    numRuns: blockSize,
  })) {
    const { name, bytes } = samples[sample % samples.length] ?? { name: '', bytes: Buffer.alloc(0) }
    yield { name, bytes: edits.reduce((now, change) => change(now, samples).subarray(0, limit), bytes) }
  }
}
