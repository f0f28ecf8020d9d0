import type { Locale } from '#lib/i18n/locales.ts'

/** What a mail says, before it becomes HTML and plain text. All strings are in the reader's language and unescaped. */
export type MailContent = {
  locale: Locale
  subject: string
  /** What inboxes show after the subject. */
  preview: string
  headline: string
  intro: string[]
  sections: MailSection[]
  button?: MailLink
  /** Small print: why this mail came. */
  footer: string[]
  mute?: MailLink
}

export type MailLink = { label: string; url: string }

export type MailSection = {
  title?: string
  paragraphs?: string[]
  rows?: { headings: MailRow; items: MailRow[] }
  facts?: { label: string; value: string }[]
  link?: MailLink
}

/** One line of evidence; `detail` (the account) stands under the payee. */
export type MailRow = { date: string; payee: string; detail?: string; amount: string }

export type RenderedMail = { subject: string; html: string; text: string }

export const mailStates = ['kept', 'queued', 'sending', 'sent', 'failed'] as const
export type MailState = (typeof mailStates)[number]

/** `refused` is for now (it will be tried again), `failed` for good. */
export const mailEventNames = ['written', 'tried', 'accepted', 'refused', 'failed', 'kept'] as const
export type MailEventName = (typeof mailEventNames)[number]

/** What a mail is for; decides nothing but its name in the list. */
export const mailTemplates = ['alert', 'alert_summary', 'security'] as const
export type MailTemplate = (typeof mailTemplates)[number]

export type MailEvent = { event: MailEventName; detail: string | null; at: Date }

export type MailSummary = {
  id: string
  template: string
  subject: string
  toAddress: string
  state: MailState
  createdAt: Date
  acceptedAt: Date | null
}

export type Mail = MailSummary & { html: string; text: string; messageId: string; events: MailEvent[] }
