import 'server-only'
import type { JobHandlers } from '#lib/queue/types.ts'
import { sendMail, sweepMails } from './send-mail.ts'

export const mailJobs: Pick<JobHandlers, 'mail.send' | 'mail.sweep'> = {
  'mail.send': (data) => sendMail(data),
  'mail.sweep': async () => {
    await sweepMails()
  },
}
