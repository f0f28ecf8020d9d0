import { publicRoute } from '#lib/auth/route.ts'
import { demoDesk } from '#lib/demo/bank/desk.ts'
import { answerAsBank } from '#lib/demo/bank/protocol.ts'

/** The Demo Bank's side of SimpleFIN; a token or the credentials of an access are the proof. */
const answer = publicRoute<{ path: string[] }>((request, { path }) =>
  answerAsBank(demoDesk, request, path, new Date()),
)

export const GET = answer
export const POST = answer
