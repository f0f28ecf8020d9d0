import 'server-only'
import { createTransport } from 'nodemailer'
import { env } from '#lib/env.ts'
import { parseAddress, parseMailbox } from './address.ts'

export type OutgoingMail = {
  toAddress: string
  subject: string
  html: string
  text: string
  headers: Record<string, string>
  messageId: string
}

/** What the server said, or what kept us from hearing it. `later` is worth another try, `never` is not. */
export type Delivery =
  | { outcome: 'accepted'; answer: string }
  | { outcome: 'later'; answer: string }
  | { outcome: 'never'; answer: string }

export type TransportOptions = { smtpUrl: string; mailFrom: string; timeoutMillis?: number }

/** Hands one mail to the mail server. Never throws and always ends: every step of the conversation has a deadline. */
export async function deliver(
  mail: OutgoingMail,
  options: TransportOptions = { smtpUrl: env().smtpUrl ?? '', mailFrom: env().mailFrom },
): Promise<Delivery> {
  const from = parseMailbox(options.mailFrom)
  const to = parseAddress(mail.toAddress)
  if (!from || !to)
    return { outcome: 'never', answer: from ? 'not one address' : 'MAIL_FROM is not an address' }
  const timeout = options.timeoutMillis ?? 20_000
  const transport = createTransport({
    url: options.smtpUrl,
    connectionTimeout: timeout / 2,
    greetingTimeout: timeout / 2,
    socketTimeout: timeout,
    dnsTimeout: timeout / 2,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const clock = deadline(timeout * 2)
  try {
    const sending = transport.sendMail({
      from,
      to: { name: '', address: to },
      envelope: { from: from.address, to: [to] },
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      messageId: mail.messageId,
      headers: { ...mail.headers, 'Auto-Submitted': 'auto-generated' },
    })
    const info = await Promise.race([sending, clock.expired])
    if (info.envelope.to.length !== 1 || info.envelope.to[0] !== to)
      return { outcome: 'never', answer: 'the envelope named another recipient' }
    return { outcome: 'accepted', answer: printable(info.response) }
  } catch (error) {
    return failureOf(error)
  } finally {
    clock.clear()
    transport.close()
  }
}

function deadline(millis: number): { expired: Promise<never>; clear: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The mail server did not answer in time.')), millis)
  })
  return { expired, clear: () => clearTimeout(timer) }
}

const read = (error: object, field: string): unknown => Reflect.get(error, field)

/** A 5xx about this mail is final; a failed sign-in or connection is the server's trouble and may pass. */
function failureOf(error: unknown): Delivery {
  if (!(error instanceof Error)) return { outcome: 'later', answer: 'unknown failure' }
  const code = read(error, 'code')
  const status = Number(read(error, 'responseCode') ?? 0)
  const response = read(error, 'response')
  const answer = printable(typeof response === 'string' && response !== '' ? response : error.message)
  const aboutTheMail = code === 'EENVELOPE' || code === 'EMESSAGE' || code === undefined
  return { outcome: status >= 500 && aboutTheMail ? 'never' : 'later', answer }
}

/** One line without control characters: a mail server's words are shown to people. */
const printable = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 300)
