import { expect, test } from 'vitest'
import { latestNotices } from './notices.ts'

const says = { code: 'provider_says', text: 'You have made many requests today.' }

test('the newest sync that ended well tells, a running or failed one does not', () => {
  const runs = [
    { status: 'running', notices: [] },
    { status: 'failed', notices: [] },
    { status: 'ok', notices: [says, says, { code: 'balance_is_old', accountId: 'A' }] },
    { status: 'ok', notices: [{ code: 'not_ready' }] },
  ]
  expect(latestNotices(runs)).toEqual([says, { code: 'balance_is_old', accountId: 'A' }])
})

test('remarks of an older or newer version are passed over', () => {
  expect(latestNotices([{ status: 'held', notices: [{ code: 'unheard_of' }, { nothing: 1 }] }])).toEqual([])
  expect(latestNotices([])).toEqual([])
})
