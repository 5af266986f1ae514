import type { TypedMoment } from '../../components/date-fault.ts';
import type { Answers, Field } from './fields.ts';

/** What was typed into each box of a date, and of a time where that is asked too. */
export function typedParts({ kind, path }: Field, answers: Answers): TypedMoment {
  const typed = (part: string) => answers[`${path}-${part}`] ?? '';
  const on = { day: typed('day'), month: typed('month'), year: typed('year') };
  return kind === 'moment' ? { ...on, time: typed('time') } : on;
}
