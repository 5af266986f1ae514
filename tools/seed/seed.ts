import type { Instance } from '#local/instance.ts';
import { sendReferral } from '../demo/api.ts';
import { clockOf } from '../demo/clock.ts';
import { triagerMailboxes } from '../demo/people.ts';
import { withdraw } from '../demo/referrer.ts';
import { decide, triagersAt } from '../demo/triager.ts';
import { DemoError } from '../demo/world.ts';
import { sendAsMachine } from './form.ts';
import { type Operator, operatorOf } from './operator.ts';
import { justReceived, type Seed, seeds } from './referrals.ts';

/** One case as it stands at the end; `look`: the page of the running service that shows it. */
export type Seeded = { reference: string; status: string; what: string; look: string };

/** Past the undo window of a decision, and long enough for the sweeper to miss a workflow that has stopped. */
const UNTIL_SETTLED = 'PT20M';

/** Brings at least one case into every state there is, through the service's own pages and API. */
export async function seed(instance: Instance): Promise<Seeded[]> {
  const operator = operatorOf(instance);
  const clock = clockOf(instance);
  try {
    const sent: { reference: string; seed: Seed }[] = [];
    for (const one of seeds) sent.push({ reference: await send(instance, operator, one), seed: one });
    await clock.settle();
    const act = actor(instance, operator);
    for (const { reference, seed } of sent) await act(reference, seed);
    await clock.advance(UNTIL_SETTLED);
    const suspicious = { reference: await sendAsMachine(instance), what: 'The form was filled in as by a machine' };
    await clock.settle();
    const last = { reference: await send(instance, operator, justReceived), what: justReceived.referral.name };
    const all = sent.map(({ reference, seed }) => ({ reference, what: seed.referral.name }));
    const rows = [...all, suspicious, last].map(async ({ reference, what }) => {
      const status = await operator.statusOf(reference);
      return { reference, status, what, look: pageFor(status, reference, operator.executionOf(reference)) };
    });
    return await Promise.all(rows);
  } finally {
    operator.close();
  }
}

async function send(instance: Instance, operator: Operator, { referral, isScanLate }: Seed): Promise<string> {
  const uploaded = isScanLate ? operator.holdScan : undefined;
  const answer = await sendReferral(instance, referral, uploaded);
  if ('reference' in answer) return answer.reference;
  throw new DemoError(`"${referral.name}" was not taken: ${JSON.stringify(answer)}`);
}

function actor(instance: Instance, operator: Operator) {
  const [triager] = triagersAt(triagerMailboxes);
  return async (reference: string, { act, referral }: Seed): Promise<void> => {
    if (act?.does === 'STOP_WORKFLOW') await operator.stopWorkflow(reference);
    if (act?.does === 'WITHDRAW') await withdraw(instance, referral, reference, act.reason);
    if (act?.does === 'DECIDE' && triager) await decide(instance, triager, reference, act);
  };
}

function pageFor(status: string, reference: string, execution: string): string {
  if (status === 'ON_WAITING_LIST') return '/local/lists.json';
  if (status === 'PARKED' || status === 'RECEIVED') return `/local/executions/${execution}.json`;
  return `/local/mail?query=${reference}`;
}
