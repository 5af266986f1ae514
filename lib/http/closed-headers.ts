const ALWAYS = {
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
