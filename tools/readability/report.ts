import { faultsOf, type Measured, measure, OLDEST, type Text } from './faults.ts';
import type { LeaveOut } from './reading-age.ts';

/** What the command prints: a line a text, oldest reader first, and every fault once. */
export interface Report {
  readonly lines: readonly string[];
  readonly faults: readonly string[];
}

/** Measures every text. Of texts with one name, such as two wordings of one email, the line shows the highest figures. */
export function reportOn(texts: readonly Text[], leaveOut: LeaveOut): Report {
  const measured = texts.map((text) => measure(text, leaveOut));
  const byName = Map.groupBy(measured, ({ text }) => text.name);
  const rows = [...byName].map(([name, wordings]) => ({ name, ...highest(wordings) }));
  return {
    lines: rows.toSorted((one, other) => other.age - one.age).map(lineOf),
    faults: [...new Set(measured.flatMap((one) => faultsOf(one, leaveOut)))],
  };
}

function highest(wordings: readonly Measured[]) {
  return {
    oldest: Math.max(...wordings.map(({ text }) => OLDEST[text.kind])),
    age: Math.max(...wordings.map(({ age }) => age)),
    longest: Math.max(...wordings.map(({ longest }) => longest)),
  };
}

function lineOf({ name, oldest, age, longest }: { name: string } & ReturnType<typeof highest>): string {
  return `${age.toFixed(1).padStart(5)} of ${oldest} years, ${String(longest).padStart(2)} words  ${name}`;
}
