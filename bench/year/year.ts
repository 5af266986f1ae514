import { startInstance } from '#local/instance.ts';
import { parseInstant } from '#local/london.ts';
import { atMost, type Finding } from '../report.ts';
import { withTemporaryFolder } from '../temporary.ts';
import { putOnLists, storesOf } from './children.ts';

const CHILDREN = 50;
const BEGIN = '2026-09-28T09:00';
const END = '2027-09-28T09:00';
const MOST_SECONDS = 60;
const MOST_NIGHTS = 400;

/** How long a jump of a year takes with children on the lists and all nightly work, and whether the lists balanced. */
export async function yearFinding(): Promise<Finding> {
  return withTemporaryFolder(async (data) => {
    const asked = new Map<string, number>();
    const onAsked = ({ name }: { name: string }, { action }: { action: string }) => {
      if (action.startsWith('kms:Decrypt') || action.startsWith('kms:GenerateDataKey')) return;
      asked.set(name, (asked.get(name) ?? 0) + 1);
    };
    const begin = parseInstant(BEGIN);
    const end = parseInstant(END);
    if (!begin || !end) throw new Error('The year of the bench has no begin or no end.');
    const instance = await startInstance({ port: 0, data, now: begin, cold: true, watch: { onAsked } });
    try {
      const stores = storesOf(instance);
      await putOnLists(stores, CHILDREN);
      asked.clear();
      const used = process.cpuUsage();
      const begun = performance.now();
      await instance.advanceTo(end.at);
      const wallSeconds = (performance.now() - begun) / 1000;
      const { user, system } = process.cpuUsage(used);
      const cpuSeconds = (user + system) / 1_000_000;
      const nights = await stores.balances.nightsBefore('2028-01-01', MOST_NIGHTS);
      const unbalanced = nights.filter(({ found }) => found > 0).length;
      return {
        topic: 'year',
        tables: [
          {
            title: `A jump of a year with ${CHILDREN} children on the lists`,
            columns: ['what', 'value'],
            rows: [
              ['seconds', wallSeconds],
              ['CPU seconds', cpuSeconds],
              ['nights', nights.length],
              ['emails', instance.mail().length],
              ['nights that did not balance', unbalanced],
            ],
          },
          {
            title: 'calls of AWS by function',
            columns: ['function', 'calls', 'calls a night'],
            rows: [...asked].sort((a, b) => b[1] - a[1]).map(([name, calls]) => [name, calls, calls / nights.length]),
          },
        ],
        budgets: [atMost(`a jump of a year with ${CHILDREN} children`, MOST_SECONDS, wallSeconds, 's')],
        data: { wallSeconds, cpuSeconds, nights: nights.length, unbalanced, asked: Object.fromEntries(asked) },
      };
    } finally {
      await instance.stop();
    }
  });
}
