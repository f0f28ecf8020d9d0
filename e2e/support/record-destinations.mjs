// Preloaded into the server and every process it starts: writes down where each of them connects to, before it does.
import childProcess from 'node:child_process'
import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

const file = process.env.MINH_E2E_DESTINATIONS

const note = (what, host) =>
  appendFileSync(file, `${JSON.stringify({ script: process.argv[1] ?? '', pid: process.pid, what, host })}\n`)

/** Calls `look` with the arguments of each call first. */
const before = (owner, name, look) => {
  const real = owner[name]
  if (typeof real !== 'function') return
  owner[name] = function (...args) {
    look(...args)
    return Reflect.apply(real, this, args)
  }
}

if (file) {
  note('began', '')
  before(net.Socket.prototype, 'connect', (...args) => {
    // Inside Node the arguments come as one array, from elsewhere as they were written.
    const [first, second] = Array.isArray(args[0]) ? args[0] : args
    if (typeof first === 'string' && Number.isNaN(Number(first))) return note('socket', first)
    if (typeof first === 'object' && first.path) return note('socket', first.path)
    const host = typeof first === 'object' ? first.host : second
    note('connect', typeof host === 'string' ? host : 'localhost')
  })
  for (const [owner, names] of [
    [dns, ['lookup', 'lookupService', ...Object.keys(dns).filter((name) => /^re(solve|verse)/.test(name))]],
    [dns.promises, Object.keys(dns.promises).filter((name) => /^(lookup|resolve|reverse)/.test(name))],
    [dns.Resolver.prototype, ['resolve', 'resolve4', 'resolve6', 'resolveTxt', 'resolveMx', 'resolveSrv']],
  ])
    for (const name of names) before(owner, name, (host) => note('lookup', String(host)))
  before(dgram.Socket.prototype, 'connect', (_port, host) => note('datagram', String(host)))
  before(dgram.Socket.prototype, 'send', (...args) =>
    note('datagram', String(args.slice(1).find((arg) => typeof arg === 'string') ?? 'localhost')),
  )
  // Some children are given an environment of their own: they are recorded too.
  before(childProcess.ChildProcess.prototype, 'spawn', (options) => {
    const mine = { NODE_OPTIONS: `--import=${import.meta.url}`, MINH_E2E_DESTINATIONS: file }
    const rest = options.envPairs.filter(
      (pair) => !Object.keys(mine).some((key) => pair.startsWith(`${key}=`)),
    )
    options.envPairs = [...rest, ...Object.entries(mine).map(([key, value]) => `${key}=${value}`)]
  })
  syncBuiltinESMExports()
}
