import type { Row } from '../lists/lists-world.ts';
import { atMost, type Finding } from '../report.ts';
import { groupRows } from './groups.ts';
import { sessionRows } from './session.ts';

const SIZES = [10, 300];
/** What a child costs on a page: the claim of the place and the support. */
const A_CHILD = 2;
/** The same on a register of Starting School, beside the case: the referral, the support and the name. */
const ON_REGISTER = 3;
/** Who looks, the settings, and one group. */
const BESIDE = 30;
const MOST_GROUPS_MS = 150;
const MOST_REGISTER_MS = 150;
/** Three pages and the answer of one form. */
const MOST_SESSION_MS = 100;
const MOST_SESSION_READS = 60;

/** What it costs to see the groups, to open a register and to record one session, with this many children in support. */
export async function supportFinding(): Promise<Finding> {
  const rows: Row[] = [];
  for (const children of SIZES) {
    rows.push(...(await groupRows(children)), ...(await sessionRows(children)));
  }
  const [, most = 0] = SIZES;
  const dearest = (what: string, at: 2 | 6) =>
    Math.max(...rows.filter(([, name]) => name.startsWith(what)).map((row) => row[at]));
  return {
    topic: 'support',
    tables: [
      {
        title: 'Groups and visits, in this process, over stores in memory',
        columns: ['children', 'what', 'CPU median ms', 'index calls', 'read units', 'rows handed over', 'items read'],
        rows,
        notes: [
          'one session is recorded by 3 presses and a choice, as test/browser/visits.test.ts counts them',
          'a register of Starting School reads the case of each child of the year, and of who is not on it no more',
        ],
      },
    ],
    budgets: [
      atMost('the groups, median of CPU time', MOST_GROUPS_MS, dearest('groups', 2), 'ms'),
      atMost('the groups, items read', A_CHILD * most + BESIDE, dearest('groups', 6), 'items'),
      atMost('the register of a group, items read', BESIDE * A_CHILD, dearest('register', 6), 'items'),
      atMost('a register of Starting School, median of CPU time', MOST_REGISTER_MS, dearest('school', 2), 'ms'),
      atMost(
        'a register of Starting School, items read',
        most + (ON_REGISTER * most) / 6 + BESIDE,
        dearest('school', 6),
        'items',
      ),
      atMost('recording one session, median of CPU time', MOST_SESSION_MS, dearest('session', 2), 'ms'),
      atMost('recording one session, items read', MOST_SESSION_READS, dearest('session', 6), 'items'),
    ],
    data: { rows },
  };
}
