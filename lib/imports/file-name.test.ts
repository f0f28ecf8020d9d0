import { expect, it } from 'vitest'
import { keptFileName } from './file-name.ts'
import { attachmentHeader } from './raw-file.ts'

it('keeps a name that can be shown, stored and sent', () => {
  expect(keptFileName('sao kê 😀 tháng 3.csv')).toBe('sao kê 😀 tháng 3.csv')
  expect(keptFileName('../a\u0000b\r\nx.csv')).toBe('.. a b  x.csv')
  expect(keptFileName('\u202efdp.csv')).toBe('fdp.csv')
  expect(keptFileName(' \u0000 ')).toBe('')
})

it('never cuts a character in half', () => {
  for (const length of [118, 119, 120, 199, 200, 254]) {
    const name = keptFileName(`${'a'.repeat(length)}😀b.csv`)
    expect(name.isWellFormed()).toBe(true)
    expect(attachmentHeader(name)).toContain("filename*=UTF-8''aaa")
  }
})
