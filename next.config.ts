import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const config: NextConfig = {
  distDir: process.env.MINH_BUILD_DIR ?? '.next',
  cacheComponents: true,
  partialPrefetching: true,
  reactCompiler: true,
  typedRoutes: true,
  poweredByHeader: false,
  // Types are checked by `npm test`; a start should not take longer for it.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // With it Next compares a proxy's rewrite with 'localhost' where it listens on 127.0.0.1, and proxies to itself for ever.
  skipProxyUrlNormalize: true,
  headers: async () => [
    { source: '/:path*', headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }] },
    {
      source: '/api/:path*',
      headers: [
        { key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" },
        { key: 'Referrer-Policy', value: 'same-origin' },
      ],
    },
  ],
  serverExternalPackages: ['pg', 'pg-boss', '@node-rs/argon2', 'nodemailer'],
}

export default createNextIntlPlugin('./lib/i18n/request.ts')(config)
