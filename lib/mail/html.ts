/** Markup that is already safe to print; made only by `html` and `verbatim`. */
export type Html = { readonly markup: string }

type Part = string | Html | null | undefined | false | readonly Part[]

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

function print(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'string') return escapeHtml(part)
  return 'markup' in part ? part.markup : part.map(print).join('')
}

/** A template whose values are escaped, unless they come from `html` themselves. Lists are joined. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html => ({
  markup: strings.map((text, index) => text + print(parts[index])).join(''),
})

/** Text of our own that must stay as it is, such as a style sheet; never anything a person or a bank wrote. */
export const verbatim = (markup: string): Html => ({ markup })
