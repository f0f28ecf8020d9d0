/** `AppError.details.messageKey` names a key here; the codes are the fallback. */
export const errors = {
  title: 'Error',
  unauthenticated: 'Please sign in first.',
  forbidden: 'You may not do this.',
  not_found: 'This no longer exists.',
  invalid: 'Please check what you entered.',
  needs_mapping: 'Please say what the columns of this file mean.',
  conflict: 'Someone changed this in the meantime. Reload and try again.',
  too_large: 'This is too large.',
  rate_limited: 'Too many attempts. Please wait a moment.',
  unavailable: 'This is not available right now. Please try again in a moment.',
  unexpected: 'Something went wrong. Nothing was changed.',
  foreignOrigin: 'This request did not come from this site. Open Minh at its own address and try again.',
}
