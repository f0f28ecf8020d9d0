import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { type ParsedMail, simpleParser } from 'mailparser'
import { stack } from './stack.ts'

const addressed = (mail: ParsedMail, to: string): boolean =>
  [mail.to].flat().some((list) => list?.value.some((entry) => entry.address === to))

/** Everything that the mail server accepted for this address so far. */
export async function mailsTo(to: string): Promise<ParsedMail[]> {
  const { mailDir } = stack()
  const files = readdirSync(mailDir).filter((name) => name.endsWith('.eml'))
  const mails = await Promise.all(files.map((name) => simpleParser(readFileSync(join(mailDir, name)))))
  return mails.filter((mail) => addressed(mail, to))
}

/** Waits until a mail with this subject has been delivered to this address. */
export async function mailWith(to: string, subject: RegExp): Promise<ParsedMail> {
  const find = async () => (await mailsTo(to)).find((mail) => subject.test(mail.subject ?? ''))
  await expect.poll(async () => (await find()) !== undefined, { timeout: 30_000 }).toBe(true)
  const mail = await find()
  if (!mail) throw new Error(`No mail to ${to} with a subject like ${subject}`)
  return mail
}
