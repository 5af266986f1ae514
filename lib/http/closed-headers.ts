/** Each may come from nowhere. Only the style of a fixed page is left to the policy in that page, which knows its hash. */
const FROM_NOWHERE = [
  ...['script-src', 'img-src', 'font-src', 'connect-src', 'media-src', 'object-src', 'frame-src', 'worker-src'],
  ...['manifest-src', 'form-action', 'frame-ancestors', 'base-uri'],
];

const ALWAYS = {
  // No sources are the same as 'none'. The gateway puts every value into quotes, so none stands in it.
  'Content-Security-Policy': FROM_NOWHERE.join('; '),
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/**
 * The security headers of an answer that is given without our code; a test compares them with those of our pages. Without
 * a `baseUrl` of its own the service has an address that AWS gives, which is always https.
 */
export function closedHeaders(baseUrl = 'https://'): Readonly<Record<string, string>> {
  const isSecure = baseUrl.startsWith('https://');
  return isSecure ? { ...ALWAYS, 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : ALWAYS;
}
