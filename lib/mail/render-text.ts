import type { MailContent, MailRow, MailSection } from './types.ts'

/** One line whatever it came from: a payee with a line break must not look like a line of ours. */
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()

const row = ({ date, payee, detail, amount }: MailRow): string =>
  `  ${flat(date)}  ${flat(payee)}${detail ? ` (${flat(detail)})` : ''}  ${flat(amount)}`

function section({ title, paragraphs, rows, facts, link }: MailSection): string {
  const blocks = [
    title && `${flat(title)}\n${'-'.repeat(Math.min(flat(title).length, 60))}`,
    rows?.items.map(row).join('\n'),
    paragraphs?.map(flat).join('\n\n'),
    facts?.map(({ label, value }) => `${flat(label)}: ${flat(value)}`).join('\n'),
    link && `${flat(link.label)}: ${link.url}`,
  ]
  return blocks.filter(Boolean).join('\n\n')
}

/** The same content as plain text, for readers and clients without HTML. */
export function renderText(content: MailContent): string {
  const { headline, intro, sections, button, footer, mute } = content
  const blocks = [
    flat(headline),
    ...intro.map(flat),
    ...sections.map(section),
    button && `${flat(button.label)}:\n${button.url}`,
    `-- \nMinh\n${footer.map(flat).join('\n')}`,
    mute && `${flat(mute.label)}:\n${mute.url}`,
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}
