import { expect, it } from 'vitest'
import { locales } from './locales.ts'
import { messagesFor } from './messages.ts'

/** A question is its own next step. */
const asks = /^(Please|Vui lòng) /

it.each(locales)('a refused file is told with what to do next (%s)', (locale) => {
  const short = Object.entries(messagesFor(locale).imports.errors).filter(
    ([, text]) => !asks.test(text) && text.split(/[.)] /).length < 2,
  )
  expect(short).toEqual([])
})
