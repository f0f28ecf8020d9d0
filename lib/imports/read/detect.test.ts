import { describe, expect, it } from 'vitest'
import { readText, refusalOf } from './testing.ts'

describe('what a file is refused as', () => {
  it.each([
    ['empty', ''],
    ['blank', ' \n\n\t\n'],
    ['webPage', '\n<!DOCTYPE html><html><body>Sign in</body></html>'],
    ['pdf', '%PDF-1.7\n...'],
    ['pdf', '\ufeff\r\n %PDF-1.4\n1 0 obj'],
    ['workbookBroken', 'PK\u0003\u0004....[Content_Types].xml....xl/workbook.xml'],
    ['noCamt', '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"/>'],
    ['otherXml', '<?xml version="1.0"?><note/>'],
    ['json', '{"transactions": []}'],
    ['notAStatement', 'Dear customer,\nyour bill is attached.\n'],
    ['noAmounts', 'Date,Title\n2026-01-01,Concert\n2026-01-02,Theatre\n'],
    ['binary', `\u0001\u0002\u0003\u0004${'a'.repeat(50)}`],
  ])('%s', async (key, text) => {
    const refusal = await refusalOf(readText(text))
    expect(refusal).toMatchObject({ code: 'invalid', key: `imports.errors.${key}` })
    expect(refusal?.message).toMatch(/^[A-Z].+\.$/)
  })

  it('goes by content, never by name', async () => {
    const { summary } = await readText('Date,Description,Amount\n2026-01-13,A,-1.00\n', { fileName: 'x.ofx' })
    expect(summary.format).toBe('csv')
  })

  it('refuses a file over the limit before reading it, naming the limit', async () => {
    const refusal = await refusalOf(
      readText('x'.repeat(3 * 1024 * 1024), { maxBytes: 2 * 1024 * 1024, chunk: 65536 }),
    )
    expect(refusal).toMatchObject({ code: 'too_large', key: 'imports.errors.tooLarge' })
    expect(refusal?.message).toContain('2 MB')
  })

  it('refuses one endless line', async () => {
    const long = `Date,Description,Amount\n2026-01-01,${'x'.repeat(10_000_000)}`
    expect((await refusalOf(readText(long, { chunk: 65536 })))?.key).toBe('imports.errors.longLine')
  })

  it('refuses millions of empty lines in place of reading them for a quarter of a minute', async () => {
    const empty = `Date,Description,Amount\n2026-01-01,A,-1.00\n${'\n'.repeat(3_000_001)}`
    expect((await refusalOf(readText(empty, { chunk: 65536 })))?.key).toBe('imports.errors.tooManyLines')
  })
})
