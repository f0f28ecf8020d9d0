import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lines, readText, refusalOf } from '../testing.ts'

const data = (type: string, text: string) => `<Data ss:Type="${type}">${text}</Data>`
const cell = (type: string, text: string, rest = '') => `<Cell${rest}>${data(type, text)}</Cell>`

const book = (rows: string, sheet = 'S') =>
  `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="${sheet}"><Table>${rows}</Table></Worksheet></Workbook>`

const header = `<Row ss:Index="3">${cell('String', 'Date')}${cell('String', 'Description')}${cell('String', 'Amount', ' ss:Index="4"')}</Row>`
const good = book(
  `<Row>${cell('String', 'My bank', ' ss:MergeAcross="3"')}</Row>${header}` +
    `<Row>${cell('DateTime', '2026-01-13T00:00:00.000')}${cell('String', 'Tea &amp; milk')}${cell('Number', '-1.5', ' ss:Index="4"')}</Row>` +
    `<Row ss:Index="9">${cell('DateTime', '2026-01-14T10:20:30.000')}<Cell><ss:Data ss:Type="String"><B>Pay</B> day</ss:Data><Comment>${data('String', 'seen')}</Comment></Cell>${cell('Number', '1234.5', ' ss:Index="4"')}</Row>`,
)

describe('workbooks in the XML of Excel 2003', () => {
  it('reads days, numbers and gaps, with row numbers and raw cells', async () => {
    const reading = await readText(good, { chunk: 11, fileName: 'statement.xls' })
    expect(lines(reading)).toEqual(['2026-01-13 -1.50 Tea & milk', '2026-01-14 1234.50 Pay day'])
    expect(reading.rows.map((row) => row.line)).toEqual([4, 9])
    expect(reading.summary.format).toBe('xlsx')
    expect(reading.summary.rawRows?.[0]?.text).toBe('2026-01-13 │ Tea & milk │ -1.5')
  })

  it.each([
    ['cutOff', good.slice(0, -40)],
    ['doctype', good.replace('<Workbook', '<!DOCTYPE d [<!ENTITY a "b">]><Workbook')],
    ['xmlBroken', good.replace('&amp;', '&nothing;')],
    ['blank', book('')],
    ['notAStatement', book(`<Row>${cell('String', 'Hello')}${cell('String', 'there')}</Row>`)],
  ])('refuses %s', async (key, text) => {
    expect((await refusalOf(readText(text)))?.key).toBe(`imports.errors.${key}`)
  })

  it('ends in rows or in a refusal, whatever bytes are changed', async () => {
    const bytes = new TextEncoder().encode(good)
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const changed = bytes.slice()
        for (const [at, value] of changes) changed[at] = value
        await refusalOf(readText(changed))
      }),
      { numRuns: 150, seed: 3 },
    )
  })
})
