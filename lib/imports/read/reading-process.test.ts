import { once } from 'node:events'
import { expect, it } from 'vitest'
import { borrowReader, endReader, returnReader } from './reading-process.ts'

it('keeps one process that came back for the next file, and no second one', async () => {
  const first = borrowReader()
  const second = borrowReader()
  expect(second.pid).not.toBe(first.pid)
  const gone = once(second, 'close')
  returnReader(first)
  returnReader(second)
  await gone
  expect(second.signalCode).toBe('SIGKILL')
  const third = borrowReader()
  expect(third).toBe(first)
  const fourth = borrowReader()
  expect(fourth).not.toBe(first)
  endReader(third)
  endReader(fourth)
})

it('forgets a process that ended while it waited', async () => {
  const reader = borrowReader()
  returnReader(reader)
  const gone = once(reader, 'close')
  reader.kill('SIGKILL')
  await gone
  const next = borrowReader()
  expect(next).not.toBe(reader)
  endReader(next)
})
