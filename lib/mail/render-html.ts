import { type Html, html, verbatim } from './html.ts'
import { mailColoursDark as dark, mailColours as light } from './palette.ts'
import type { MailContent, MailLink, MailRow, MailSection } from './types.ts'

const font = "font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
const text = `${font};font-size:16px;line-height:1.55;color:${light.text};margin:0`
const small = `${font};font-size:13px;line-height:1.5;color:${light.muted};margin:0`

/** Clients that honour it get a dark mail; the others keep the inline colours, which stand on their own. */
const darkRules = `@media (prefers-color-scheme:dark){.canvas{background:${dark.canvas}!important}.card{background:${dark.surface}!important;border-color:${dark.border}!important}.text{color:${dark.text}!important}.muted{color:${dark.muted}!important}.line{border-color:${dark.border}!important}.button{background:${dark.accent}!important;color:${dark.onAccent}!important}.link{color:${dark.accent}!important}}@media (max-width:480px){.pad{padding:24px 20px!important}}`

/** The whole document. Loads nothing from outside: no pictures, fonts or trackers. */
export function renderHtml(content: MailContent): string {
  const { locale, subject, preview, headline, intro, sections, button, footer, mute } = content
  const page = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
<style>${verbatim(darkRules)}</style>
</head>
<body class="canvas" style="margin:0;padding:0;background:${light.canvas}">
<div style="display:none;max-height:0;overflow:hidden">${preview}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="canvas" style="background:${light.canvas}">
<tr><td align="center" style="padding:32px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
<tr><td style="padding:0 4px 16px"><span class="text" style="${font};font-size:20px;font-weight:700;letter-spacing:-0.02em;color:${light.text}">Minh<span class="link" style="color:${light.accent}">.</span></span></td></tr>
<tr><td class="card pad" style="background:${light.surface};border:1px solid ${light.border};border-radius:12px;padding:32px">
<h1 class="text" style="${font};font-size:22px;line-height:1.35;font-weight:650;letter-spacing:-0.015em;color:${light.text};margin:0">${headline}</h1>
${intro.map((line) => html`<p class="text" style="${text};margin-top:12px">${line}</p>`)}
${sections.map(section)}
${button && renderButton(button)}
</td></tr>
<tr><td style="padding:20px 4px 0">
${footer.map((line) => html`<p class="muted" style="${small};margin-bottom:8px">${line}</p>`)}
${mute && html`<p class="muted" style="${small}"><a class="link" href="${mute.url}" style="color:${light.accent}">${mute.label}</a></p>`}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`
  return page.markup
}

const renderButton = ({ label, url }: MailLink): Html => html`
<table role="presentation" cellpadding="0" cellspacing="0" style="margin-top:28px"><tr><td>
<a class="button" href="${url}" style="${font};display:inline-block;background:${light.accent};color:${light.onAccent};font-size:16px;font-weight:600;line-height:1.25;text-decoration:none;padding:13px 22px;border-radius:8px">${label}</a>
</td></tr></table>`

const section = ({ title, paragraphs, rows, facts, link }: MailSection): Html => html`
${title && html`<h2 class="text line" style="${font};font-size:17px;line-height:1.4;font-weight:650;color:${light.text};margin:28px 0 0;padding-top:24px;border-top:1px solid ${light.border}">${title}</h2>`}
${rows && rowTable(rows.headings, rows.items)}
${paragraphs?.map((line) => html`<p class="text" style="${text};margin-top:12px">${line}</p>`)}
${facts && factTable(facts)}
${link && html`<p style="${text};margin-top:12px"><a class="link" href="${link.url}" style="color:${light.accent};font-weight:600">${link.label}</a></p>`}`

const head = `${font};font-size:13px;font-weight:500;line-height:1.4;color:${light.muted};text-align:left;padding:0 12px 8px 0;border-bottom:1px solid ${light.border}`
const cell = `${font};font-size:15px;line-height:1.4;color:${light.text};padding:12px 12px 12px 0;border-bottom:1px solid ${light.border};vertical-align:top`
const figure = 'text-align:right;padding-right:0;white-space:nowrap;font-variant-numeric:tabular-nums'

const rowTable = (headings: MailRow, items: MailRow[]): Html => html`
<table width="100%" cellpadding="0" cellspacing="0" style="margin-top:20px;border-collapse:collapse">
<tr><th scope="col" class="muted line" style="${head}">${headings.date}</th><th scope="col" class="muted line" style="${head}">${headings.payee}</th><th scope="col" class="muted line" style="${head};${figure}">${headings.amount}</th></tr>
${items.map(
  (row) => html`
<tr><td class="text line" style="${cell};white-space:nowrap">${row.date}</td><td class="text line" style="${cell};word-break:break-word"><strong style="font-weight:600">${row.payee}</strong>${row.detail && html`<br><span class="muted" style="font-size:13px;color:${light.muted}">${row.detail}</span>`}</td><td class="text line" style="${cell};${figure};font-weight:600">${row.amount}</td></tr>`,
)}
</table>`

const factTable = (facts: { label: string; value: string }[]): Html => html`
<table width="100%" cellpadding="0" cellspacing="0" style="margin-top:20px;border-collapse:collapse">
${facts.map(
  ({ label, value }) => html`
<tr><th scope="row" class="muted" style="${font};font-size:13px;font-weight:400;line-height:1.5;color:${light.muted};text-align:left;padding:3px 12px 3px 0;vertical-align:top">${label}</th><td class="text" style="${font};font-size:13px;line-height:1.5;color:${light.text};text-align:right;padding:3px 0;font-variant-numeric:tabular-nums">${value}</td></tr>`,
)}
</table>`
