import type { Case, Task } from '#domain/case/case.ts';
import { MACHINE } from '#domain/people/actor.ts';
import type { Role } from '#domain/people/person.ts';
import { referenceFor } from '#domain/values/reference.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { hidden } from '../browser.ts';
import { checkedCase, storedReferral, withTask } from '../records.ts';
import { triageWorld } from './world.ts';

/** Today is 24 September 2026, 9am: a meeting is on, and the next one is in twelve days. */
export const TODAY = '2026-09-24';
export const NEXT = '2026-10-06';
export const AGENDA = `/staff/meetings/${TODAY}`;

interface Wanted extends Partial<Pick<Case, 'flags' | 'askedAgain' | 'deferredTo' | 'birthDates'>> {
  readonly due: string;
  /** The referral says nothing of safety. */
  readonly isPlain?: true;
  readonly task?: Partial<Task>;
}

/** A referral that says more than a pack may. */
export const told = {
  ...referralExample,
  referrer: { ...referralExample.referrer, phone: '01632 960111' },
  home: { address: '1 Hidden Lane, Taunton' },
  homeSafetyNotes: 'A dog in the yard',
  family: {
    parents: [
      {
        ...{ name: 'Pat Quist', relationship: 'mother', email: 'pat@example.org', phone: '01632 960222' },
        ...{ safeContact: 'Text only, after 6pm', addressKeptFrom: 'the father' },
      },
    ],
  },
  story: { worrying: 'He does not sit yet.', workingWell: 'He laughs a lot.' },
};

/** The same of a family of whom nothing is unsafe. */
const toldPlainly = { ...told, family: { parents: [{ name: 'Pat Quist', email: 'pat@example.org' }] } };

/** What of it must never be on paper. */
export const secrets = [
  ...['01632 960111', '1 Hidden Lane', 'A dog in the yard', 'Pat Quist', 'pat@example.org', '01632 960222'],
  ...['Text only', 'the father', referralExample.child.nhsNumber, referralExample.referrer.email],
];

export const nth = (n: number) => referenceFor('local', `key-of-the-agenda-${n}`, 0);

/** A calendar, these referrals beside the one of the world (due on 29 September), and a person of this role signed in. */
export async function meetingWorld(wanted: readonly Wanted[] = [], role: Role = 'TRIAGER') {
  const world = await triageWorld();
  const { deps, stores, newBrowser, lastCode } = world;
  for (const on of [TODAY, NEXT]) {
    await deps.changeMeetings({ change: 'ADD', first: on, from: '09:30', until: '11:00' }, MACHINE);
  }
  const mailbox = 'someone@example.org';
  await deps.changeTeam({ change: 'JOIN', id: 'someone', name: 'Sam Someone', mailbox, roles: [role] }, MACHINE);
  for (const [n, { due, task = {}, isPlain, ...fields }] of wanted.entries()) {
    const reference = nth(n);
    await stores.referrals.putReferral({ ...storedReferral(isPlain ? toldPlainly : told), reference });
    const open = withTask({ ...checkedCase('TRIAGE'), reference }, 'TRIAGE', ['PERSON:someone']);
    if (open.task) await stores.cases.createCase({ ...open, ...fields, task: { ...open.task, dueAt: due, ...task } });
  }
  const using = newBrowser();
  const asked = await using.post('/staff/sign-in', { mailbox });
  await using.post('/staff/sign-in/code', { mailbox, asker: hidden(asked, 'asker'), code: lastCode() });
  const csrf = hidden(await using.get('/staff'), 'csrf');
  const post = (address: string, fields: Record<string, string>) => using.post(address, { csrf, ...fields });
  return { ...world, using, post };
}

/** The references on a page that are those of the agenda, in its order. */
export function agendaIn(body: string): string[] {
  return [...body.matchAll(/<h3[^>]*>\d+\. Referral (\w+)/g)].map(([, reference = '']) => reference);
}
