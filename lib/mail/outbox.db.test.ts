import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeConnections, withConnection } from '#db/client.ts'
import { mailEvents, mails } from '#db/schema/alerts.ts'
import { egressLedger, privacySettings } from '#db/schema/privacy.ts'
import { users } from '#db/schema/users.ts'
import { bulk, type Tx, withOperator, withScope } from '#db/scope.ts'
import { createHousehold } from '#db/testing/household.ts'
import type { Scope } from '#lib/core/scope.ts'
import { installQueue } from '#lib/queue/boss.ts'
import { type MailInput, queueMail } from './mutations.ts'
import { getMail, listMails } from './queries.ts'
import { maxTries, sendMail, sweepMails } from './send-mail.ts'
import { type SmtpSink, startSmtpSink } from './testing/smtp-sink.ts'
import { deliver } from './transport.ts'
import type { MailContent } from './types.ts'

let sink: SmtpSink
let scope: Scope

beforeAll(async () => {
  sink = await startSmtpSink()
  Object.assign(process.env, { SMTP_URL: sink.url, MAIL_FROM: 'Minh <minh@money.example>' })
  await installQueue()
})

afterAll(async () => {
  await sink.close()
  await closeConnections()
})

beforeEach(async () => {
  sink.received.length = 0
  sink.script.length = 0
  scope = await createHousehold({ locale: 'vi' })
})

const content = (changes: Partial<MailContent> = {}): MailInput => ({
  template: 'alert',
  unsubscribeUrl: 'https://money.example/api/mail/mute?t=abc',
  content: ({ locale }) => ({
    locale,
    subject: 'Một khoản chi lớn',
    preview: 'preview',
    headline: 'Cà phê <Trung Nguyên> & Co',
    intro: [],
    sections: [
      {
        rows: {
          headings: { date: 'Ngày', payee: 'Nơi', amount: 'Tiền' },
          items: [{ date: '12 thg 11', payee: '<img src=x onerror=alert(1)>', amount: '−250.000 ₫' }],
        },
      },
    ],
    footer: ['footer'],
    ...changes,
  }),
})

const write = async (input: MailInput = content()): Promise<{ householdId: string; mailId: string }> => {
  const mailId = await withScope(scope, (tx) => queueMail(tx, scope, input))
  return { householdId: scope.householdId, mailId: mailId ?? '' }
}

const jobsOf = (mailId: string): Promise<{ start_after: Date }[]> =>
  asOwner(`select start_after from pgboss.job where data ->> 'mailId' = $1 order by created_on`, [mailId])

/** As the owner of the database: what the queue's own tables hold. */
async function asOwner<Row extends Record<string, unknown>>(text: string, values: unknown[]): Promise<Row[]> {
  return withConnection(async (client) => (await client.query<Row>(text, values)).rows)
}

const stateOf = (mailId: string) =>
  withOperator(async (tx) => {
    const [row] = await tx
      .select({ state: mails.state, attempts: mails.attempts })
      .from(mails)
      .where(eq(mails.id, mailId))
    const events = await tx
      .select({ event: mailEvents.event })
      .from(mailEvents)
      .where(eq(mailEvents.mailId, mailId))
      .orderBy(mailEvents.at, mailEvents.id)
    return { ...row, events: events.map(({ event }) => event) }
  })

/** Makes a mail's waiting time pass. */
const wake = (mailId: string) =>
  withOperator((tx) =>
    tx.update(mails).set({ leasedUntil: sql`now() - interval '1 hour'` }).where(eq(mails.id, mailId)),
  )

test('a mail and its job are written together, and sent once', async () => {
  const key = await write()
  expect(await jobsOf(key.mailId)).toHaveLength(1)
  await sendMail(key)
  await sendMail(key)
  expect(sink.received).toHaveLength(1)
  expect(await stateOf(key.mailId)).toEqual({
    state: 'sent',
    attempts: 1,
    events: ['written', 'tried', 'accepted'],
  })
  const [mail] = sink.received
  expect(mail?.recipients).toEqual([`${scope.userId}@example.test`])
  expect(mail?.subject).toBe('Một khoản chi lớn')
  expect(mail?.messageId).toBe(`<${key.mailId}@money.example>`)
  expect(mail?.header('list-unsubscribe')).toBe('<https://money.example/api/mail/mute?t=abc>')
  expect(mail?.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  expect(mail?.header('auto-submitted')).toBe('auto-generated')
  expect(mail?.html).toContain('Cà phê &lt;Trung Nguyên&gt; &amp; Co')
  expect(mail?.html).not.toContain('<img')
  expect(mail?.html).not.toMatch(/<[^>]*\s(?:src|srcset)=|url\(|<link|<script/i)
  expect(mail?.text).toContain('−250.000 ₫')
})

test('a write that is rolled back leaves neither mail nor job', async () => {
  let mailId: string | null = null
  const failing = withScope(scope, async (tx: Tx) => {
    mailId = await queueMail(tx, scope, content())
    throw new Error('the import failed')
  })
  await expect(failing).rejects.toThrow('the import failed')
  expect(mailId).not.toBeNull()
  expect(await jobsOf(mailId ?? '')).toEqual([])
  expect((await listMails(scope)).mails).toEqual([])
})

test('a refusal for good is final and quotes the server', async () => {
  const key = await write()
  sink.script.push({ at: 'rcpt', code: 550 })
  await sendMail(key)
  await wake(key.mailId)
  await sendMail(key)
  expect(sink.received).toHaveLength(0)
  expect(await stateOf(key.mailId)).toMatchObject({ state: 'failed', events: ['written', 'tried', 'failed'] })
  const mail = await getMail(scope, key.mailId)
  expect(mail.events.at(-1)?.detail).toContain('550 scripted')
})

test('a refusal for now is tried again later, with the same Message-ID', async () => {
  const key = await write()
  sink.script.push({ at: 'data', code: 451 })
  await sendMail(key)
  expect(await stateOf(key.mailId)).toMatchObject({
    state: 'queued',
    events: ['written', 'tried', 'refused'],
  })
  const jobs = await jobsOf(key.mailId)
  expect(jobs).toHaveLength(2)
  const wait = (jobs[1]?.start_after.getTime() ?? 0) - (jobs[0]?.start_after.getTime() ?? 0)
  expect(wait).toBeGreaterThan(11_000)
  expect(wait).toBeLessThan(30_000)
  await sendMail(key)
  expect(sink.received).toHaveLength(0)
  await wake(key.mailId)
  await sendMail(key)
  expect(sink.received.map((mail) => mail.messageId)).toEqual([`<${key.mailId}@money.example>`])
})

test('a crash between the 250 and the settling sends again under the same Message-ID', async () => {
  const key = await write()
  const crash = sendMail(key, async (mail) => {
    await deliver(mail)
    throw new Error('killed')
  })
  await expect(crash).rejects.toThrow('killed')
  await sendMail(key)
  expect(sink.received).toHaveLength(1)
  await wake(key.mailId)
  expect(await sweepMails()).toBeGreaterThan(0)
  await sendMail(key)
  expect(sink.received).toHaveLength(2)
  expect(new Set(sink.received.map((mail) => mail.messageId)).size).toBe(1)
  expect(await stateOf(key.mailId)).toMatchObject({ state: 'sent', attempts: 2 })
})

test('a mail whose every try ends in a crash is put aside', async () => {
  const key = await write()
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    await sendMail(key, () => Promise.reject(new Error('killed'))).catch(() => undefined)
    await wake(key.mailId)
  }
  let asked = false
  await sendMail(key, async () => {
    asked = true
    return { outcome: 'accepted', answer: '' }
  })
  expect(asked).toBe(false)
  expect(await stateOf(key.mailId)).toMatchObject({ state: 'failed', attempts: maxTries })
})

test('a server that falls silent costs a deadline, not the worker', async () => {
  const key = await write()
  sink.script.push('hang')
  await sendMail(key, (mail) =>
    deliver(mail, { smtpUrl: sink.url, mailFrom: 'minh@money.example', timeoutMillis: 300 }),
  )
  expect(await stateOf(key.mailId)).toMatchObject({
    state: 'queued',
    events: ['written', 'tried', 'refused'],
  })
})

test('a server that cannot be reached is tried again', async () => {
  const key = await write()
  await sendMail(key, (mail) =>
    deliver(mail, { smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'minh@money.example' }),
  )
  expect(await stateOf(key.mailId)).toMatchObject({ state: 'queued', attempts: 1 })
})

test.each([
  'b@b.test\r\nBcc: evil@evil.test',
  'b@b.test, evil@evil.test',
  '"b@b.test"@evil.test',
  'Name <b@b.test>',
  'bé@b.test',
  'group: b@b.test;',
])('an address that is more than one address gets nothing: %j', async (email) => {
  await withOperator((tx) => tx.update(users).set({ email }).where(eq(users.id, scope.userId)))
  const before = sink.received.length
  const mailId = await withScope(scope, (tx) => queueMail(tx, scope, content()))
  expect(mailId).toBeNull()
  const delivery = await deliver({
    toAddress: email,
    subject: '',
    html: '',
    text: '',
    headers: {},
    messageId: '<a@b>',
  })
  expect(delivery.outcome).toBe('never')
  expect(sink.received).toHaveLength(before)
})

test('a subject cannot add a header', async () => {
  const key = await write(content({ subject: 'Hello\r\nBcc: evil@evil.test\r\n\r\nbody' }))
  await sendMail(key)
  const [mail] = sink.received
  expect(mail?.recipients).toHaveLength(1)
  expect(mail?.header('bcc')).toBe('')
  expect(mail?.subject).toBe('Hello Bcc: evil@evil.test body')
})

test('nobody reads the mails of another person', async () => {
  const key = await write()
  const stranger = await createHousehold()
  await expect(getMail(stranger, key.mailId)).rejects.toMatchObject({ code: 'not_found' })
  expect((await listMails(stranger)).mails).toEqual([])
  expect((await listMails(scope)).mails.map((mail) => mail.id)).toEqual([key.mailId])
})

test('the queue refuses a job for another household and shows no job to the app', async () => {
  const stranger = await createHousehold()
  const foreign = withScope(scope, (tx) =>
    bulk(tx, 'select enqueue_job($1, $2::jsonb, null, null)', [
      'mail.send',
      JSON.stringify({ householdId: stranger.householdId, mailId: scope.userId }),
    ]),
  )
  await expect(foreign).rejects.toThrow('must name the household')
  await expect(withScope(scope, (tx) => bulk(tx, 'select * from pgboss.job', []))).rejects.toThrow(
    'permission denied',
  )
})

test('a mail to another machine is in the ledger; with third parties off it stays here and nothing is asked', async () => {
  const accepted = async () => ({ outcome: 'accepted' as const, answer: '250 ok' })
  const ledger = () => withScope(scope, (tx) => tx.select().from(egressLedger))
  const first = await write()
  await sendMail(first, accepted, 'smtp://mail.example:587')
  expect(await ledger()).toMatchObject([
    { host: 'mail.example:587', purpose: 'mail', method: 'SMTP', outcome: 'answered' },
  ])
  await withScope(scope, (tx) =>
    tx.insert(privacySettings).values({ householdId: scope.householdId, noThirdParties: true }),
  )
  const second = await write()
  let asked = 0
  const counting = async () => {
    asked += 1
    return accepted()
  }
  await sendMail(second, counting, 'smtp://mail.example:587')
  expect([asked, (await ledger()).length]).toEqual([0, 1])
  expect(await stateOf(second.mailId)).toMatchObject({ state: 'kept', events: ['written', 'tried', 'kept'] })
  const third = await write()
  await sendMail(third, counting, 'smtp://127.0.0.1:25')
  expect([asked, (await ledger()).length]).toEqual([1, 1])
})
