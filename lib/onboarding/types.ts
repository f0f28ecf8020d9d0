/** What the sign-up page must ask for: nothing more, a code from the log, a link from the admin; or it is closed. */
export type SignUpGate = 'open' | 'setupToken' | 'invite' | 'closed'

export type SignUpState = { gate: SignUpGate; first: boolean }
