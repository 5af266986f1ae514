const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

const INSTANT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?$/;
const MINUTE_MS = 60_000;

/** What a person meant by a written instant; Europe/London where it names no zone; undefined where it is none. */
export function parseInstant(text: string): { at: number; precisionMs: number } | undefined {
  const match = INSTANT.exec(text);
  if (match === null) return undefined;
  const zoned = match[4] !== undefined;
  const utc = Date.parse(zoned ? text : `${text.includes('T') ? text : `${text}T00:00`}Z`);
  if (Number.isNaN(utc) || !realDay(text)) return undefined;
  return { at: zoned ? utc : londonToUtc(utc), precisionMs: match[2] === undefined ? MINUTE_MS : 1000 };
}

/** The wall clock of London at `at`, as if it were UTC. */
export function utcToLondon(at: number): number {
  const part = Object.fromEntries(LONDON.formatToParts(at).map(({ type, value }) => [type, value]));
  const wall = Date.parse(`${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}Z`);
  return wall + (((at % 1000) + 1000) % 1000);
}

/** The first instant at which London's wall clock shows `wall`; an hour that is skipped in March counts as the one after. */
export function londonToUtc(wall: number): number {
  const asSummer = wall - 60 * MINUTE_MS;
  return utcToLondon(asSummer) === wall ? asSummer : wall;
}

function realDay(text: string): boolean {
  const day = text.slice(0, 10);
  return new Date(`${day}T00:00Z`).toISOString().startsWith(day);
}
