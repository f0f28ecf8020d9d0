import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estimateBits, normalise, passphraseProblem, strengthOf } from './passphrase.ts'

const personal = ['lan.nguyen@example.com', 'Lan Nguyen']

describe('what cannot be used', () => {
  test.each([
    ['', 'tooShort'],
    ['fourteen chars', 'tooShort'],
    ['aaaaaaaaaaaaaaaaaaaa', 'repeated'],
    ['abababababababababab', 'repeated'],
    ['secret1secret1secret1', 'repeated'],
    ['qwertyuiopasdfghjkl', 'sequence'],
    ['abcdefghijklmnopqrst', 'sequence'],
    ['1234567890 0987654321', 'sequence'],
    ['passwordpassword123', 'common'],
    ['P@ssw0rd P@ssw0rd Welcome1', 'common'],
    ['correct horse battery staple', 'common'],
    ['Correct-Horse-Battery-Staple!', 'common'],
    ['iloveyou iloveyou forever', 'common'],
    ['Anh yêu em mãi mãi', 'common'],
    ['minh password 12', 'common'],
    ['lan.nguyen@example.com', 'personal'],
    ['nguyenlan nguyenlan99', 'personal'],
  ])('%s is %s', (passphrase, problem) => expect(passphraseProblem(passphrase, personal)).toBe(problem))

  test('the own address with a run of digits in it', () => {
    const address = 'tuyetnhung1234@example.test'
    expect(passphraseProblem(address, [address])).toBe('personal')
  })

  test('longer than a kibibyte, counted in bytes', () => {
    expect(passphraseProblem(`${'ẽ'.repeat(400)} a few more words`)).toBe('tooLong')
  })
})

test('sentences of one’s own, any script and any sign, can be used', () => {
  for (const passphrase of [
    'seven herons count the ferry lights',
    'con mèo mun nằm trên mái ngói',
    '猫は屋根の上で静かに眠っていた夜',
    '        15 spaces in front',
    'x9$Kq!v2#Lm7@Tz4',
    'my dog loves chicken pizza',
    'correct horse battery staple 88',
    'test passphrase number one',
    '😀🐙🌋🧵🎻🪁🛶🧭🪵🫖🧊🪐🦚🪜🧶',
  ])
    expect(passphraseProblem(passphrase, personal)).toBeNull()
})

test('the same letters typed another way are the same passphrase', () => {
  expect(normalise('Tiếng Việt')).toBe(normalise('Tiếng Việt'.normalize('NFD')))
})

test('never throws, and what can be used is at least weak', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const problem = passphraseProblem(text, personal)
      expect(strengthOf(text, personal) > 0).toBe(problem === null)
    }),
  )
})

test('more is stronger: the meter climbs', () => {
  const strengths = [
    'tulip tulip tulip roof',
    'grey heron on ferry',
    'grey heron on the ferry roof',
    'seven grey herons count the ferry lights twice',
  ].map((text) => strengthOf(text))
  expect(strengths).toEqual([...strengths].sort())
  expect(strengths.at(-1)).toBe(4)
  expect(estimateBits('tulip tulip tulip')).toBeLessThan(estimateBits('tulip heron ferry'))
})
