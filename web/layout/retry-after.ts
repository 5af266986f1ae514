/** The header that says in how many seconds a request may be sent again, one at least. */
export function retryAfter(againAt: string, now: string): Readonly<Record<string, string>> {
  const seconds = Math.ceil((Date.parse(againAt) - Date.parse(now)) / 1000);
  return { 'retry-after': String(Math.max(1, seconds)) };
}
