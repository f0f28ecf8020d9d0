import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recording } from './destinations.ts'
import { startSmtpSink } from './smtp-sink.ts'
import { saveStack } from './stack.ts'

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => found(port))
    })
  })

/** Resolves when the server says that it is ready; rejects with its output when it ends before. */
function ready(server: ChildProcess): Promise<void> {
  return new Promise((done, failed) => {
    let output = ''
    const listen = (part: Buffer) => {
      output += part.toString()
      if (/Ready at /.test(output)) done()
    }
    server.stdout?.on('data', listen)
    server.stderr?.on('data', listen)
    server.on('exit', (code) => failed(new Error(`The server ended with ${code}:\n${output}`)))
  })
}

const ended = (server: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (server.exitCode !== null) return done()
    server.once('exit', () => done())
    server.kill('SIGTERM')
  })

/** Starts a mail server and a production server with an empty store, and stops both at the end. */
export default async function setUp(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'minh-e2e-'))
  const mailDir = join(folder, 'mail')
  mkdirSync(mailDir, { recursive: true })
  mkdirSync('.build', { recursive: true })
  const smtp = await startSmtpSink(mailDir)
  const port = await freePort()
  const baseUrl = `http://localhost:${port}`
  const dataDir = join(folder, 'data')
  const destinations = join(folder, 'destinations.jsonl')
  const server = spawn('node', ['--conditions=react-server', 'cli/serve.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...recording(destinations),
      PATH: `${join(process.cwd(), 'node_modules', '.bin')}:${process.env.PATH}`,
      PORT: String(port),
      PUBLIC_URL: baseUrl,
      MINH_DATA_DIR: dataDir,
      SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
      MAIL_FROM: 'Minh <minh@example.test>',
      SIGNUP: 'open',
      DATABASE_URL: '',
    },
  })
  await ready(server)
  saveStack({ baseUrl, dataDir, mailDir, destinations })
  return async () => {
    await ended(server)
    await smtp.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
