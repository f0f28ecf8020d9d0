import { formatDate, formatDayMonth, formatInstant, formatMoney } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translatorFor } from '#lib/i18n/translator.ts'
import type { MailContent, MailSection } from '#lib/mail/types.ts'
import { type Describable, describeAlert } from './describe.ts'
import { rowsHref } from './links.ts'

export type MailedAlert = Describable & { id: string }

/** Where a mail is read and by whom: what its links and times depend on. */
export type MailFrame = {
  locale: Locale
  timeZone: string
  now: Date
  publicUrl: string
  address: string
}

const pageUrl = ({ publicUrl, locale }: MailFrame, path: string): string =>
  `${publicUrl}${locale === 'en' ? '' : `/${locale}`}${path}`

const rowsShown = 8

function rowsOf({ evidence }: MailedAlert, frame: MailFrame): MailSection['rows'] {
  const t = translatorFor(frame.locale, 'alerts')
  if (evidence.rows.length === 0) return undefined
  return {
    headings: { date: t('rows.date'), payee: t('rows.payee'), amount: t('rows.amount') },
    items: evidence.rows.slice(0, rowsShown).map((row) => ({
      date: formatDayMonth(row.date, frame.locale),
      payee: row.payee,
      detail: row.accountName,
      amount: formatMoney(row.amount, frame.locale),
    })),
  }
}

function footer(frame: MailFrame, why: string): string[] {
  const t = translatorFor(frame.locale, 'mail')
  return [why, t('footerOwn', { host: new URL(frame.publicUrl).host })]
}

/** One alert as one mail: what happened, the rows, why it is said, when, and how to stop it. */
export function alertMail(alert: MailedAlert, muteUrl: string, frame: MailFrame): MailContent {
  const { locale, timeZone, now } = frame
  const t = translatorFor(locale, 'mail')
  const kinds = translatorFor(locale, 'alerts')
  const { headline, why } = describeAlert(alert, locale)
  const rule = kinds(`kinds.${alert.type}.name`)
  const { trouble } = alert.evidence.facts
  const posted = formatDate(alert.occurredOn, locale)
  const seen = formatInstant(now, locale, timeZone)
  return {
    locale,
    subject: headline,
    preview: trouble ? why : t('preview', { posted, seen }),
    headline,
    intro: [why],
    sections: [
      {
        paragraphs: alert.evidence.payee === null && alert.evidence.rows.length > 0 ? [t('latest')] : [],
        rows: rowsOf(alert, frame),
        facts: [
          { label: t(trouble ? 'happened' : 'posted'), value: posted },
          { label: t('seen'), value: seen },
          { label: t('written'), value: seen },
        ],
      },
    ],
    button: { label: t('open'), url: pageUrl(frame, `/alerts#${alert.id}`) },
    footer: footer(frame, t('footerWhy', { rule, address: frame.address })),
    mute: { label: t('muteRule', { rule }), url: muteUrl },
  }
}

const summarised = 25

/** What does not fit in single mails, as one: a section each, with its rows and its reason. */
export function summaryMail(alerts: readonly MailedAlert[], frame: MailFrame): MailContent {
  const t = translatorFor(frame.locale, 'mail')
  const count = alerts.length
  const cut = count - Math.min(count, summarised)
  const sections: MailSection[] = alerts.slice(0, summarised).map((alert) => {
    const { headline, why } = describeAlert(alert, frame.locale)
    const link = { label: t('open'), url: pageUrl(frame, rowsHref(alert.evidence)) }
    return { title: headline, rows: rowsOf(alert, frame), paragraphs: [why], link }
  })
  return {
    locale: frame.locale,
    subject: t('summarySubject', { count }),
    preview: t('summaryIntro'),
    headline: t('summaryHeadline', { count }),
    intro: [t('summaryIntro')],
    sections: cut > 0 ? [...sections, { paragraphs: [t('summaryCut', { count: cut })] }] : sections,
    button: { label: t('open'), url: pageUrl(frame, '/alerts') },
    footer: footer(frame, t('footerWhySummary', { address: frame.address })),
    mute: { label: t('changeRules'), url: pageUrl(frame, '/alerts/rules') },
  }
}
