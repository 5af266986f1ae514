const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const dayOf = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) / 86_400_000;
/** 0 is Monday, 6 is Sunday; the day with number 0 was a Thursday. */
const weekday = (day: number) => (day + 3) % 7;
const mondayFrom = (day: number) => day + ((7 - weekday(day)) % 7);
const mondayUntil = (day: number) => day - weekday(day);

/** Easter Sunday in the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8), as the number of its day. */
function easter(year: number): number {
  const [golden, century, inCentury] = [year % 19, Math.floor(year / 100), year % 100];
  const skipped = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + skipped + 15) % 30;
  const moon = epact - Math.floor((golden + 11 * epact) / 319);
  const sunday = (2 * (century % 4) + 2 * Math.floor(inCentury / 4) - (inCentury % 4) - moon + 32) % 7;
  const month = Math.floor((moon + sunday + 90) / 25);
  return dayOf(year, month, (moon + sunday + month + 19) % 32);
}

/** The first weekday from this day on: where a holiday that falls on a weekend is kept instead. */
const weekdayFrom = (day: number) => (weekday(day) > 4 ? mondayFrom(day) : day);

/**
 * The bank holidays of England and Wales that the rules give for a year, in order. The rules are the Banking and
 * Financial Dealings Act 1971 and the days that are proclaimed every year. A day that falls on a weekend has a
 * substitute.
 */
export function byTheRules(year: number): string[] {
  // Christmas Day and Boxing Day, with their substitute days, are always the first two weekdays from the 25th on.
  const christmas = weekdayFrom(dayOf(year, 12, 25));
  return [
    weekdayFrom(dayOf(year, 1, 1)),
    easter(year) - 2,
    easter(year) + 1,
    mondayFrom(dayOf(year, 5, 1)),
    mondayUntil(dayOf(year, 5, 31)),
    mondayUntil(dayOf(year, 8, 31)),
    christmas,
    weekdayFrom(christmas + 1),
  ].map(iso);
}
