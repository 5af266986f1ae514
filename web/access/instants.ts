export function minutesAfter(at: string, minutes: number): string {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
});
const day = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** An instant as people write it: 24 September 2026 at 9:05am (in London). */
export function inWords(at: string): string {
  const instant = new Date(at);
  return `${day.format(instant)} at ${clock.format(instant).replace(/\s/gu, '')}`;
}

/** The time of day alone: 9:05am. */
export function timeInWords(at: string): string {
  return clock.format(new Date(at)).replace(/\s/gu, '');
}
