import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test.each([
  ['AT&T BILL', 'AT&T BILL'],
  ['H&M 0042', 'H&M 0042'],
  ['BARNES&NOBLE.COM', 'BARNES&NOBLE.COM'],
  ['M&S; LONDON', 'M&S; LONDON'],
  ['AT&amp;T', 'AT&T'],
  ['AT&amp;amp;T', 'AT&T'],
  ['MCDONALD&#39;S &quot;1&quot;', 'MCDONALD\'S "1"'],
  ['I <3 COFFEE', 'I <3 COFFEE'],
  ['5 < 6 > 4', '5 < 6 > 4'],
  ['<b>Bank</b> says', 'Bank says'],
  ['a<script>alert(1)</script>b', 'a b'],
  ['<img src=x onerror=alert(1)', ''],
  ['<<b>script>x', '< script>x'],
  ['&lt;script&gt;x', 'script x'],
  ['&amp;lt;script&amp;gt;x', 'script x'],
  ['&#60;b&#x3e;', 'b'],
  ['&#60 b', 'b'],
  ['a\u202Eb\u0000c\nd', 'a b c d'],
  ['\ud800x', 'x'],
])('%j is told as %j', (text, plain) => {
  expect(plainText(text)).toBe(plain)
})

test('a long text ends between two letters, never inside one', () => {
  const text = plainText(`a${'🧾'.repeat(300)}`)
  expect(text.isWellFormed()).toBe(true)
  expect([...text]).toHaveLength(200)
})

test('whatever comes, nothing is left that is a tag, a mark or half a letter', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '/',
    '!',
    '&',
    ';',
    'amp',
    'lt',
    '#60',
    'b',
    ' ',
    'script',
    '\u202e',
    '\ud83e',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = plainText(parts.join(''))
      expect(text).not.toMatch(/<[a-z/!?]|&(?:lt|#\d+);|[\p{Cc}\p{Cf}\p{Cs}]/u)
    }),
  )
})
