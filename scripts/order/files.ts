/** One movement of a generated bank account; `id` is what the bank calls it, and banks reuse some. */
type Movement = { day: number; cents: number; shop: string; id: string }

export type GeneratedFile = { format: 'ofx' | 'csv'; text: string }

const shops = ['COFFEE BAR', 'GROCER', 'TOLL ROAD', 'KIOSK', 'PHARMACY', 'CINEMA', 'RENT', 'ONLINE STORE']
const days = 730

/** Numbers from 0 to below 1 that depend on the seed alone. */
export function sequence(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const isoDay = (day: number): string => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)

/** Two years with many twins: few shops, few amounts. Every seventh id was that of a different row before. */
function truth(draw: () => number): Movement[] {
  const rows: Movement[] = []
  for (let day = 0; day < days; day++)
    for (let left = Math.floor(draw() * 5); left > 0; left--) {
      const at = rows.length
      const shop = shops[Math.floor(draw() * shops.length)] ?? ''
      const id = at % 7 === 6 ? `F${at - 5}` : `F${at}`
      rows.push({ day, cents: 100 * (1 + Math.floor(draw() * 6)), shop, id })
    }
  return rows
}

function ofx(rows: readonly Movement[], mark: number): string {
  const lines = rows.map(
    (row) =>
      `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>${isoDay(row.day).replaceAll('-', '')}<TRNAMT>-${row.cents / 100}.00<FITID>${row.id}<NAME>${row.shop}</STMTTRN>`,
  )
  return `OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>1<ACCTID>00012345<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST>\n${lines.join('\n')}\n</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n<!-- ${mark} -->`
}

/** Some banks list the newest row first. */
function csv(rows: readonly Movement[], mark: number): string {
  const lines = rows.map((row) => `${isoDay(row.day)},${row.shop},-${row.cents / 100}.00`)
  return `Date,Description,Amount\n${(mark % 2 ? lines.toReversed() : lines).join('\n')}\n${'\n'.repeat(mark)}`
}

const storedAs = (row: Movement): string => `${isoDay(row.day)} ${-row.cents} ${row.shop}`

/** `count` overlapping statements of one account in one format, and the rows their union holds, sorted. */
export function statementsOf(
  format: GeneratedFile['format'],
  count: number,
  seed: number,
): { files: GeneratedFile[]; union: string[] } {
  const draw = sequence(seed)
  const rows = truth(draw)
  const held = new Set<Movement>()
  const files = Array.from({ length: count }, (_, mark): GeneratedFile => {
    const from = Math.floor(draw() * days)
    const to = from + 3 + Math.floor(draw() * 60)
    const part = rows.filter((row) => row.day >= from && row.day <= to)
    for (const row of part) held.add(row)
    return { format, text: format === 'ofx' ? ofx(part, mark) : csv(part, mark) }
  })
  return { files, union: [...held].map(storedAs).sort() }
}

/** A permutation that depends on the seed alone. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const draw = sequence(seed)
  return items
    .map((item) => ({ item, key: draw() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}
