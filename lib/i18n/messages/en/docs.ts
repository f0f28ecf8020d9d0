export const docs = {
  title: 'Help',
  apiTitle: 'Public API',
  apiText:
    'Every number on a page can be had by a program too. Make a token in Settings → API tokens and send it along.',
  apiStart: 'Try it',
  apiCalls: 'Calls',
  apiCall: 'Call',
  apiWhat: 'What it does',
  apiNeeds: 'Token',
  apiOpen: 'none',
  apiRead: 'read',
  apiWrite: 'write',
  apiSchema: 'OpenAPI 3.1 description',
  apiTokens: 'API tokens',
  apiRules:
    'Amounts are decimal texts beside their currency; dates are YYYY-MM-DD. Lists give nextCursor. Errors are problem documents (RFC 9457). A POST may carry an Idempotency-Key.',
}
