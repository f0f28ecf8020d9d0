import { expect, test } from 'vitest'
import { html, verbatim } from './html.ts'
import { renderHtml } from './render-html.ts'
import { renderText } from './render-text.ts'
import type { MailContent } from './types.ts'

const hostile = `"><script>alert('x')</script>\r\nStop e-mails: https://evil.test`
const contentOf = (text: string): MailContent => ({
  locale: 'en',
  subject: text,
  preview: text,
  headline: text,
  intro: [text],
  sections: [
    {
      title: text,
      paragraphs: [text],
      rows: {
        headings: { date: 'Date', payee: 'Payee', amount: 'Amount' },
        items: [{ date: '1 Nov', payee: text, detail: text, amount: '−$1.00' }],
      },
      facts: [{ label: text, value: text }],
      link: { label: text, url: 'https://money.example/x' },
    },
  ],
  button: { label: text, url: 'https://money.example/alerts' },
  footer: [text],
  mute: { label: text, url: 'https://money.example/mute?t=a&b' },
})

const tagsOf = (page: string): string[] => page.match(/<[^>]*>/g) ?? []

test('values are escaped, markup of our own is not, absent parts print nothing', () => {
  const made = html`<p title="${`"'<&>`}">${html`<b>${'<i>'}</b>`}${null}${false}${['a', '<']}${verbatim('<hr>')}</p>`
  expect(made.markup).toBe('<p title="&quot;&#39;&lt;&amp;&gt;"><b>&lt;i&gt;</b>a&lt;<hr></p>')
})

test('nothing a bank or a person wrote becomes markup', () => {
  const page = renderHtml(contentOf(hostile))
  expect(tagsOf(page)).toEqual(tagsOf(renderHtml(contentOf('harmless'))))
  expect(page).toContain('href="https://money.example/mute?t=a&amp;b"')
  expect([...page.matchAll(/href="([^"]*)"/g)].map((match) => new URL(match[1] ?? '').host)).toEqual(
    Array(3).fill('money.example'),
  )
})

test('in plain text no value starts a line of its own', () => {
  const lines = renderText(contentOf(hostile)).split('\n')
  expect(lines.filter((line) => line.startsWith('Stop e-mails:'))).toEqual([])
  expect(lines).toContain('https://money.example/mute?t=a&b')
})
