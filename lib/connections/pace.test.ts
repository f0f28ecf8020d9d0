import { expect, test } from 'vitest'
import { pacer, pacerOf } from './pace.ts'

function fakeClock() {
  const waits: number[] = []
  const clock = {
    now: 0,
    waits,
    millis: () => clock.now,
    wait: async (millis: number) => {
      waits.push(Math.round(millis))
    },
  }
  return clock
}

test('callers at one moment take turns a share of a second apart', async () => {
  const clock = fakeClock()
  const turn = pacer(3, clock)
  await Promise.all([turn(), turn(), turn(), turn()])
  expect(clock.waits).toEqual([333, 667, 1000])
})

test('a caller after a quiet time waits for nothing, and quiet time is not saved up', async () => {
  const clock = fakeClock()
  const turn = pacer(2, clock)
  await turn()
  clock.now = 10_000
  await turn()
  await turn()
  expect(clock.waits).toEqual([500])
})

test('all logins of a provider share one pace', () => {
  expect(pacerOf('sepay', 3)).toBe(pacerOf('sepay', 3))
  expect(pacerOf('sepay', 3)).not.toBe(pacerOf('other', 3))
})
