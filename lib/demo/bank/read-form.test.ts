import { expect, test } from 'vitest'
import { readForm } from './read-form.ts'

const posted = (body: BodyInit, headers: Record<string, string> = {}) =>
  readForm(new Request('http://localhost/', { method: 'POST', body, headers }))

test('a form is read, and a body that is none is not valid', async () => {
  expect((await posted(new URLSearchParams({ op: 'day' }))).get('op')).toBe('day')
  for (const type of ['text/plain', 'multipart/form-data', 'application/json'])
    await expect(posted('x', { 'content-type': type })).rejects.toMatchObject({
      code: 'invalid',
      status: 422,
    })
})
