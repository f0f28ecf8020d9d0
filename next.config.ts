import type { NextConfig } from 'next'

const config: NextConfig = {
  distDir: process.env.MINH_BUILD_DIR ?? '.next',
  cacheComponents: true,
  reactCompiler: true,
  typedRoutes: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: ['pg', 'pg-boss', '@node-rs/argon2', 'nodemailer'],
}
export default config
