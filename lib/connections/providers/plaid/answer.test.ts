import { expect, test } from 'vitest'
import { linkTokenAnswer } from './answer.ts'

test.each([
  ['https://secure.plaid.com/hl/abc', true],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
])('a page to link at under %s is taken: %s', (hosted_link_url, taken) => {
  const answer = { link_token: 't', expiration: '2026-11-01T15:00:00Z', hosted_link_url }
  expect(linkTokenAnswer.safeParse(answer).success).toBe(taken)
})
