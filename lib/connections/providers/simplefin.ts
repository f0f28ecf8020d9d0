import { simplefinProvider } from './simplefin/provider.ts'

const bridges = ['bridge.simplefin.org', 'beta-bridge.simplefin.org']

/** SimpleFIN Bridge: the person makes a setup token there and pastes it here. One request answers for all accounts. */
export const simplefin = simplefinProvider({
  id: 'simplefin',
  institutionName: 'SimpleFIN Bridge',
  capabilities: {
    link: 'token',
    listing: 'window',
    pendingLinks: false,
    webhooks: false,
    repair: true,
    requestsPerDay: 24,
    syncEveryMinutes: 240,
  },
  settingNames: [],
  /** A self-hosted bridge is added by the administrator (`hosts`, commas), never by a token. */
  hosts: ({ settings }) => [
    ...bridges,
    ...(settings.hosts?.reveal() ?? '').split(',').flatMap((host) => host.trim() || []),
  ],
  startLink: async () => ({ kind: 'form', fields: [{ name: 'token', secret: true, multiline: true }] }),
  revoke: async () => false,
})
