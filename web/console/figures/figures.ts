import { type Figures, medianOf } from '#application/figures/read-figures.ts';
import { GROUPINGS, type Grouping } from '#domain/figures/group.ts';
import { RESULTS } from '#domain/figures/lines.ts';
import { mondayOf } from '#domain/figures/period.ts';
import { AGES, STAGES } from '#domain/figures/present.ts';
import type { Policy } from '#domain/service/policy.ts';
import { plainDate } from '#domain/values/dates.ts';
import { type BarChart, barChart, type ColumnChart, columnChart } from '../../components/charts/bar-chart.ts';
import { codeInWords, pathwayInWords } from '../../components/record/words.ts';
import { ageWords, groupWords, resultWords, stageWords, figureWords as words } from './words.ts';

/** One picture with the table of its data, which the file for a spreadsheet has too. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly lead: readonly string[];
  readonly bars?: BarChart | null;
  readonly columns?: ColumnChart | null;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Every figure by its name in the address of its file. */
export const FIGURES: Readonly<Record<string, (figures: Figures, policy: Pick<Policy, 'waitTargetMonths'>) => Figure>> =
  {
    'referrals-and-decisions': flow,
    'time-to-triage': triage,
    'age-of-open-cases': ages,
    waiting,
    'share-in-time': share,
    ...Object.fromEntries(GROUPINGS.map((by) => [`outcomes-by-${by}`, (figures: Figures) => outcomes(figures, by)])),
  };

const number = (n: number) => `${n}`;

function flow({ weeks }: Figures): Figure {
  return {
    ...{ id: 'referrals-and-decisions', title: words.flow, lead: [words.flowLegend] },
    columns: columnChart(
      weeks.map(({ week, received, decided }) => ({ label: dayOf(week), values: [received, decided] })),
    ),
    head: [words.week, words.received, words.decided],
    rows: weeks.map(({ week, received, decided }) => [mondayOf(week), number(received), number(decided)]),
  };
}

function triage({ weeks }: Figures): Figure {
  const some = weeks.filter(({ days }) => days.length > 0);
  return {
    ...{ id: 'time-to-triage', title: words.triage, lead: [words.triageLegend] },
    columns: columnChart(some.map(({ week, days }) => ({ label: dayOf(week), values: [medianOf(days) ?? null] }))),
    head: [words.week, words.first, words.median, words.slowest],
    rows: some.map(({ week, days }) => [
      ...[mondayOf(week), number(days.length), number(medianOf(days) ?? 0), number(days.at(-1) ?? 0)],
    ]),
  };
}

function ages({ present }: Figures): Figure {
  const rows = AGES.map(([age]) => ({
    label: ageWords[age],
    values: STAGES.map((stage) => present?.ages.find((one) => one.stage === stage && one.age === age)?.n ?? 0),
  }));
  return {
    ...{ id: 'age-of-open-cases', title: words.ages, lead: [words.agesLegend] },
    bars: present
      ? barChart(
          rows.map(({ label, values }) => ({ label, values: [sum(values)] })),
          words.hidden,
        )
      : null,
    head: [words.age, ...STAGES.map((stage) => stageWords[stage]), words.total],
    rows: present ? rows.map(({ label, values }) => [label, ...[...values, sum(values)].map(number)]) : [],
  };
}

function waiting({ present }: Figures, { waitTargetMonths }: Pick<Policy, 'waitTargetMonths'>): Figure {
  const lists = (present?.waiting ?? [])
    .map(({ pathway, locality, n, over }) => ({ label: `${pathwayInWords(pathway)}, ${locality}`, values: [n, over] }))
    .sort((one, other) => (one.label < other.label ? -1 : 1));
  return {
    ...{ id: 'waiting', title: words.waiting, lead: [words.waitingLegend(waitTargetMonths)] },
    bars: barChart(lists, words.hidden),
    head: [words.list, words.waits, words.over(waitTargetMonths)],
    rows: lists.map(({ label, values }) => [label, ...values.map(number)]),
  };
}

function share({ months, year }: Figures, { waitTargetMonths }: Pick<Policy, 'waitTargetMonths'>): Figure {
  const some = months.filter(({ inTime, late }) => inTime + late > 0);
  const percentOf = (inTime: number, late: number) => Math.round((inTime / (inTime + late)) * 100);
  return {
    ...{ id: 'share-in-time', title: words.share(waitTargetMonths), lead: [words.shareLegend, yearOf(year)] },
    columns: columnChart(
      some.map(({ month, inTime, late }) => ({ label: month.slice(1), values: [percentOf(inTime, late)] })),
    ),
    head: [words.month, words.inTime, words.late, words.percent],
    rows: some.map(({ month, inTime, late }) => [
      month.slice(1),
      ...[inTime, late, percentOf(inTime, late)].map(number),
    ]),
  };
}

function outcomes({ outcomes: all, year }: Figures, by: Grouping): Figure {
  const { rows, totals, total } = all[by];
  const { title, head } = groupWords[by];
  const said = (n: number | null) => (n === null ? words.hidden : number(n));
  const named = rows.map(({ name, ...numbers }) => ({
    ...numbers,
    name: by === 'locality' ? name : codeInWords(name),
  }));
  return {
    ...{ id: `outcomes-by-${by}`, title, lead: [yearOf(year), words.small] },
    bars: barChart(
      named.map(({ name, total }) => ({ label: name, values: [total] })),
      words.hidden,
    ),
    head: [head, ...RESULTS.map((result) => resultWords[result]), words.total],
    rows: [
      ...named.map(({ name, numbers, total }) => [name, ...[...numbers, total].map(said)]),
      ...(rows.length === 0 ? [] : [[words.total, ...[...totals, total].map(said)]]),
    ],
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const yearOf = ({ from, to }: Figures['year']) => words.year(monthInWords(from), monthInWords(to));
const monthInWords = (month: string) => plainDate(`${month.slice(1)}-01`).slice(2);
const dayOf = (week: string) => plainDate(mondayOf(week)).split(' ').slice(0, 2).join(' ');
