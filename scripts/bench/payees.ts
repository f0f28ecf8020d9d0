import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CategoryKey } from '#lib/categories/taxonomy.ts'
import { cleanPayee } from '#lib/merchants/payee.ts'
import { suggestCategory } from '#lib/merchants/suggest.ts'
import { wordsOf } from '#lib/merchants/words.ts'
import type { Bench } from './main.ts'
import { primaryOf } from './payee-labels.ts'

/** Text against text: no store is opened for it. */
export const withoutStore = true

const folder = join(import.meta.dirname, '../../../shared/samples/categorisation')

type Descriptor = { text: string; sign: string; label: string; merchantKey: string; n: number }
type Half = 'seen' | 'held out'

/** Words only of the half that may be looked at while rules are written are printed; the other half gives sums. */
const halfOf = (key: string): Half =>
  (createHash('sha256').update(key).digest()[0] ?? 0) % 2 === 0 ? 'seen' : 'held out'

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`

const suggestionOf = (row: Descriptor) =>
  suggestCategory({
    rawDescription: row.text,
    merchantKey: cleanPayee(row.text).key,
    minor: row.sign === '+' ? 1000n : -1000n,
    isCard: false,
  })

const guessOf = (row: Descriptor): CategoryKey | null => suggestionOf(row)?.category ?? null

const isRight = (row: Descriptor, guess: CategoryKey | null): boolean =>
  guess !== null && primaryOf(guess, row.sign) === row.label

function categoryLine(rows: readonly Descriptor[]): string {
  const judged = rows.map((row) => ({ row, guess: guessOf(row) }))
  const covered = judged.filter(({ guess }) => guess !== null).length
  const right = judged.filter(({ row, guess }) => isRight(row, guess))
  const weight = rows.reduce((sum, row) => sum + row.n, 0)
  const weighted = right.reduce((sum, { row }) => sum + row.n, 0)
  return `covered ${percent(covered, rows.length)}, right ${percent(right.length, rows.length)}, weighted ${percent(weighted, weight)}, precision ${percent(right.length, covered)}`
}

/** How often a stated confidence was right. */
function confidenceLine(rows: readonly Descriptor[]): string {
  const bands = [
    { name: '90 and more', from: 90, to: 101 },
    { name: '75 to 89', from: 75, to: 90 },
    { name: 'below 75', from: 0, to: 75 },
  ]
  return bands
    .map(({ name, from, to }) => {
      const within = rows.filter((row) => {
        const sure = suggestionOf(row)?.confidence ?? -1
        return sure >= from && sure < to
      })
      const right = within.filter((row) => isRight(row, guessOf(row))).length
      return `${name}: ${right}/${within.length}`
    })
    .join(', ')
}

/** Pairs of descriptors that name one merchant, and pairs that get one key. */
function groupLine(rows: readonly Descriptor[]): string {
  const keyed = rows.map((row) => ({ truth: row.merchantKey, ours: cleanPayee(row.text).key }))
  let together = 0
  let joined = 0
  let both = 0
  keyed.forEach((a, at) => {
    for (const b of keyed.slice(at + 1)) {
      if (a.truth === b.truth) together++
      if (a.ours === b.ours) joined++
      if (a.truth === b.truth && a.ours === b.ours) both++
    }
  })
  return `pairs precision ${percent(both, joined)}, recall ${percent(both, together)} (${together} true pairs)`
}

/** Words of the named truth that describe the payment or the trade and not the merchant. */
const describing = new Set(
  'p2p transfer to income coffee caffee restaurant purchase digital salary refund payout freelance books commercial park tank station hotel or tax osaka interest'.split(
    ' ',
  ),
)

type Named = { title: string; truth: string[] }

function namedMerchants(): Named[] {
  const lines = readFileSync(
    join(folder, 'merchant/triqai-raw-bank-transaction-enricher__transactions.csv'),
    'utf8',
  )
  return lines
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const cells = /^[A-Z]{2},\w+,"(.*)",(.*)$/.exec(line.trim())
      const truth = wordsOf(cells?.[2] ?? '').filter((word) => !describing.has(word))
      return cells?.[1] && truth.length > 0 ? [{ title: cells[1], truth }] : []
    })
}

/** `exact`: the same words. `loose`: the words of the truth and at most two more, however they are spaced. */
function nameVerdict({ title, truth }: Named): 'exact' | 'loose' | 'wrong' {
  const ours = wordsOf(cleanPayee(title).name).filter((word) => !describing.has(word))
  if (ours.join('') === truth.join('')) return 'exact'
  const packed = ours.join('')
  const found = truth.some((word) => word.length > 2 && packed.includes(word.slice(0, 6)))
  return found && ours.length <= truth.length + 2 ? 'loose' : 'wrong'
}

/** Payee names, merchant identity and categories against labelled descriptors. `--show` prints what is wrong in the seen half. */
export async function run({ print }: Bench): Promise<void> {
  if (!existsSync(folder)) return print('no labelled descriptors beside the project; nothing to measure')
  const show = process.argv.includes('--show')
  const named = namedMerchants()
  const verdicts = named.map((row) => ({ row, verdict: nameVerdict(row) }))
  const count = (verdict: string) => verdicts.filter((entry) => entry.verdict === verdict).length
  print(
    `names       ${count('exact')}/${named.length} exact, ${count('exact') + count('loose')}/${named.length} with loose ones`,
  )
  if (show)
    for (const { row, verdict } of verdicts.filter((entry) => halfOf(entry.row.title) === 'seen'))
      if (verdict !== 'exact')
        print(`  ${verdict}: ${row.title} → ${cleanPayee(row.title).name} (${row.truth.join(' ')})`)
  const rows: Descriptor[] = readFileSync(join(folder, 'bench/descriptors.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const halves = {
    seen: rows.filter((row) => halfOf(row.merchantKey) === 'seen'),
    'held out': rows.filter((row) => halfOf(row.merchantKey) === 'held out'),
  }
  for (const [name, half] of Object.entries({ ...halves, all: rows })) {
    print(`${name.padEnd(11)} ${half.length} descriptors: ${categoryLine(half)}`)
    print(`            ${groupLine(half)}`)
    print(`            right by stated confidence: ${confidenceLine(half)}`)
  }
  print('floor       covered 62 %, right 53 %, weighted 66 %, precision 87 % (brand list and 60 words)')
  if (show)
    for (const row of halves.seen) {
      const guess = guessOf(row)
      if (!isRight(row, guess)) print(`  ${row.label}: ${row.text} → ${cleanPayee(row.text).name}, ${guess}`)
    }
  speed(rows, print)
}

/** Distinct texts made from the samples, so that nothing is remembered: the cost of a first import. */
function speed(rows: readonly Descriptor[], print: Bench['print']): void {
  const texts = Array.from({ length: 100_000 }, (_, at) => `${rows[at % rows.length]?.text} ${at % 977}${at}`)
  const used = process.cpuUsage()
  for (const text of texts) {
    const { key } = cleanPayee(text)
    suggestCategory({ rawDescription: text, merchantKey: key, minor: -1000n, isCard: false })
  }
  const { user, system } = process.cpuUsage(used)
  print(
    `speed       ${(((user + system) * 1000) / texts.length).toFixed(0)} ns of processor a row, 100,000 distinct texts, name and category`,
  )
}
