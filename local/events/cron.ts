const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const DAY_MS = 86_400_000;
const TEN_YEARS = 3653;

type Field = { from: number; to: number; names?: string[] };
type Matches = (value: number) => boolean;

/** Reads the six fields of an EventBridge cron (UTC) into "the first instant after"; undefined where it is none. */
export function cronNext(expression: string): ((after: number) => number) | undefined {
  const parts = expression.trim().split(/\s+/);
  const ranges: Field[] = [
    { from: 0, to: 59 },
    { from: 0, to: 23 },
    { from: 1, to: 31 },
    { from: 1, to: 12, names: MONTHS },
    { from: 1, to: 7, names: DAYS },
    { from: 1970, to: 2199 },
  ];
  if (parts.length !== ranges.length) return undefined;
  const fields = ranges.map((range, index) => matcher(parts[index] ?? '', range));
  const [minute, hour, dayOfMonth, month, dayOfWeek, year] = fields;
  if (!minute || !hour || !dayOfMonth || !month || !dayOfWeek || !year) return undefined;

  const dayMatches = (day: Date) =>
    year(day.getUTCFullYear()) &&
    month(day.getUTCMonth() + 1) &&
    dayOfMonth(day.getUTCDate()) &&
    dayOfWeek(day.getUTCDay() + 1);

  const ofDay = minutesOf(hour, minute);
  return (after) => {
    const first = Math.floor(after / DAY_MS) * DAY_MS;
    for (let day = 0; day < TEN_YEARS; day += 1) {
      const start = first + day * DAY_MS;
      const minutes = dayMatches(new Date(start)) ? ofDay : [];
      const found = minutes.map((minutesIn) => start + minutesIn * 60_000).find((at) => at > after);
      if (found !== undefined) return found;
    }
    return Number.POSITIVE_INFINITY;
  };
}

function minutesOf(hour: Matches, minute: Matches): number[] {
  return Array.from({ length: 1440 }, (_, index) => index).filter((at) => hour(Math.floor(at / 60)) && minute(at % 60));
}

function matcher(text: string, field: Field): Matches | undefined {
  if (text === '*' || text === '?') return () => true;
  const choices = text.split(',').map((choice) => choiceMatcher(choice, field));
  const known = choices.filter((choice) => choice !== undefined);
  return known.length === choices.length ? (value) => known.some((matches) => matches(value)) : undefined;
}

function choiceMatcher(choice: string, { from, to, names = [] }: Field): Matches | undefined {
  const match = /^(\*|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(choice);
  if (match === null) return undefined;
  const number = (text: string) => (names.includes(text) ? names.indexOf(text) + 1 : Number(text));
  const start = match[1] === '*' ? from : number(match[1] ?? '');
  const step = Number(match[3] ?? 1);
  const single = match[2] === undefined && match[3] === undefined && match[1] !== '*';
  const end = match[2] === undefined ? (single ? start : to) : number(match[2]);
  if (![start, end, step].every(Number.isInteger) || start < from || end > to || step < 1) return undefined;
  return (value) => value >= start && value <= end && (value - start) % step === 0;
}
