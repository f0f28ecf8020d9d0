import { once } from 'node:events'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** What the next conversations answer; one that is not scripted is accepted. */
type Reply = { at: 'rcpt' | 'data'; code: number } | 'hang'

export type ReceivedMail = {
  recipients: string[]
  raw: string
  html: string
  text: string
  subject: string
  messageId: string
  header: (name: string) => string
}

export type SmtpSink = {
  url: string
  received: ReceivedMail[]
  script: Reply[]
  close: () => Promise<void>
}

const refusal = (code: number): Error => Object.assign(new Error(`scripted ${code}`), { responseCode: code })

/** A mail server on loopback that keeps what it gets and misbehaves when told to. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const received: ReceivedMail[] = []
  const script: Reply[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo(_address, _session, done) {
      const reply = script[0]
      if (reply === 'hang') return
      if (reply?.at === 'rcpt') {
        script.shift()
        return done(refusal(reply.code))
      }
      done()
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const reply = script[0]
        if (reply !== undefined && reply !== 'hang') {
          script.shift()
          return done(refusal(reply.code))
        }
        const raw = Buffer.concat(chunks)
        const mail = await simpleParser(raw)
        const lines = new Map(
          mail.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1)]),
        )
        received.push({
          recipients: session.envelope.rcptTo.map(({ address }) => address),
          raw: raw.toString('utf8'),
          html: mail.html || '',
          text: mail.text ?? '',
          subject: mail.subject ?? '',
          messageId: mail.messageId ?? '',
          header: (name) => (lines.get(name.toLowerCase()) ?? '').trim().replace(/\r?\n\s+/g, ' '),
        })
        done(null, `kept as ${received.length}`)
      })
    },
  })
  server.on('error', () => undefined)
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    script,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
