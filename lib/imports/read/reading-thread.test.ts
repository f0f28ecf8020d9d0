import { expect, it } from 'vitest'
import { borrowThread, returnThread } from './reading-thread.ts'

it('keeps one thread that came back for the next file, and no second one', async () => {
  const first = borrowThread()
  const second = borrowThread()
  expect(second).not.toBe(first)
  await returnThread(first)
  await returnThread(second)
  expect(second.threadId).toBe(-1)
  const third = borrowThread()
  expect(third).toBe(first)
  const fourth = borrowThread()
  expect(fourth).not.toBe(first)
  await Promise.all([third.terminate(), fourth.terminate()])
})

it('forgets a thread that ended while it waited', async () => {
  const thread = borrowThread()
  await returnThread(thread)
  await thread.terminate()
  const next = borrowThread()
  expect(next).not.toBe(thread)
  await next.terminate()
})
