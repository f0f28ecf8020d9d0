const eventKeys = {
  'signed-up': 'event_signed_up',
  'signed-in': 'event_signed_in',
  'sign-in-failed': 'event_sign_in_failed',
  'signed-out': 'event_signed_out',
  'sessions-revoked': 'event_sessions_revoked',
  'passphrase-changed': 'event_passphrase_changed',
  'token-created': 'event_token_created',
  'token-revoked': 'event_token_revoked',
  'invite-created': 'event_invite_created',
  'invite-revoked': 'event_invite_revoked',
} as const

type EventKey = (typeof eventKeys)[keyof typeof eventKeys]

/** The message under `settings` that names an event at the door. */
export const eventKey = (event: string): EventKey =>
  Object.entries(eventKeys).find(([name]) => name === event)?.[1] ?? 'event_signed_in'
