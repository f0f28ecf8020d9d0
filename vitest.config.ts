import { defineConfig } from 'vitest/config'

const shared = { conditions: ['react-server'] }

/** `pure` needs nothing; `db` gets one embedded database for the run (or the server of DATABASE_URL). */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: shared,
        ssr: { resolve: shared },
        test: {
          name: 'pure',
          setupFiles: ['db/testing/fixed-seed.ts'],
          include: ['{lib,db,components,scripts,cli}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        resolve: shared,
        ssr: { resolve: shared },
        test: {
          name: 'db',
          setupFiles: ['db/testing/fixed-seed.ts'],
          include: ['{lib,db,cli}/**/*.db.test.ts'],
          globalSetup: ['db/testing/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          pool: 'forks',
          maxWorkers: 2,
        },
      },
    ],
  },
})
