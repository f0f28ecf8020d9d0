import { randomUUID } from 'node:crypto'
import { renameSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'

/** A real SMTP server on loopback that keeps every message as a file. */
export async function startSmtpSink(folder: string): Promise<{ port: number; stop: () => Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const name = join(folder, randomUUID())
        writeFileSync(`${name}.part`, Buffer.concat(parts))
        renameSync(`${name}.part`, `${name}.eml`)
        done()
      })
    },
  })
  await new Promise<void>((ready, failed) => {
    server.on('error', failed)
    server.listen(0, '127.0.0.1', ready)
  })
  const { port } = server.server.address() as AddressInfo
  return { port, stop: () => new Promise((stopped) => server.close(() => stopped())) }
}
