import { doctor } from '#lib/ops/doctor.ts'
import { type Command, print, printJson, readArguments } from '../command.ts'

const marks = { ok: 'ok     ', note: 'note   ', problem: 'PROBLEM' } as const

export const doctorCommand: Command = {
  name: 'doctor',
  usage: '[--json]',
  summary: 'Check the store, its lock, the disk, mail, keys and backups, and say what to do.',
  details: 'Exit status 1 when something is wrong. Changes nothing. --json prints the list of findings.',
  run: async (args) => {
    const { values } = readArguments(args, { json: { type: 'boolean' } }, [0, 0])
    const findings = await doctor()
    if (values.json) printJson(findings)
    else for (const { level, subject, text } of findings) print(`${marks[level]}  ${subject}: ${text}`)
    const problems = findings.filter(({ level }) => level === 'problem').length
    if (problems > 0)
      throw new Error(problems === 1 ? 'One thing needs care.' : `${problems} things need care.`)
  },
}
