/** The policy of a page: scripts only with this response's nonce, nothing from elsewhere, no frames around us. */
export function contentSecurityPolicy(
  nonce: string,
  options: { development: boolean; secure: boolean },
): string {
  const evaluation = options.development ? " 'unsafe-eval'" : ''
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    ...(options.secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

const features =
  'accelerometer autoplay camera display-capture geolocation gyroscope microphone midi payment usb'

/** The other protections of every page; HSTS only where the address is https. */
export const pageHeaders = (secure: boolean): Record<string, string> => ({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': features
    .split(' ')
    .map((feature) => `${feature}=()`)
    .join(', '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cache-control': 'private, no-store',
  ...(secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
})
