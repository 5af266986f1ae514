import { expect, test } from 'vitest';
import { followTelling } from '#application/notices/follow-telling.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import type { Case } from '#domain/case/case.ts';
import { newDraft } from '#domain/draft/change.ts';
import { draftsToResubmit } from '#domain/draft/resubmission.ts';
import { MACHINE } from '#domain/people/actor.ts';
import type { Referral } from '#domain/referral/schema.ts';
import { caseWith, reference, referral } from './sample.ts';
import { world } from './world.ts';

const due = '2026-09-24T08:00:00.000Z';
const ended = { ...({ next: 'DONE', tellFamilyAt: due } as const), outbox: [] };
const declined = caseWith({ ...ended, status: 'DECLINED', outcome: 'DECLINE' });
const returned = caseWith({ ...ended, status: 'NOT_ACCEPTED', outcome: 'RETURNED_INVALID' });

async function followed(theCase: Case, sentAgain?: 'BY_COPY' | 'BY_DRAFT_OF_BEFORE', patch: Partial<Referral> = {}) {
  const opened = await world(theCase, { body: { ...referral, ...patch } });
  const { deps, stores } = opened;
  const [id = ''] = draftsToResubmit(reference, 1);
  const draft = newDraft(id, deps.now(), deps.policy);
  const sent = { reference: 'REF2', at: deps.now() };
  if (sentAgain === 'BY_DRAFT_OF_BEFORE') await stores.drafts.saveDraft({ ...draft, sent });
  if (sentAgain === 'BY_COPY') {
    const copyAt = 'C'.repeat(22);
    await stores.drafts.saveDraft({ ...draft, erasedAt: deps.now(), copyAt });
    await stores.drafts.saveDraft({ ...draft, id: copyAt, sent });
  }
  const follow = followTelling({ ...deps, sendNotices: sendNotices(deps) });
  for (let again = 0; again < 2; again += 1) await follow(reference);
  await opened.nextMorning();
  const kinds = (await stores.todos.todosOf(reference)).map(({ kind, why }) => `${kind} ${why}`);
  const events = (await opened.history()).map(({ event }) => event);
  return {
    kinds,
    last: events.at(-1),
    to: opened.post.sent.map(({ to }) => to),
    due: (await stores.cases.readCase(reference))?.tellFamilyAt,
  };
}

test.each([
  ['was declined', declined],
  ['was withdrawn', caseWith({ ...ended, status: 'WITHDRAWN', outcome: 'WITHDRAWN' })],
  ['is out of scope', caseWith({ ...ended, status: 'OUT_OF_SCOPE', outcome: 'OUT_OF_SCOPE' })],
])('the service manager is asked, once, to tell the family of a referral that %s', async (_how, theCase) => {
  expect(await followed(theCase)).toEqual({
    kinds: ['TELL_IN_PERSON ENDED'],
    last: 'STAFF_ASKED_TO_TELL',
    to: ['manager@example.org'],
    due: undefined,
  });
});

test('the family of a referral that was returned and not sent again hears it from the service itself, once', async () => {
  expect(await followed(returned)).toEqual({
    kinds: [],
    last: 'FAMILY_TOLD',
    to: ['mother@example.org'],
    due: undefined,
  });
});

test.each<[string, Partial<Referral>]>([
  ['looked after by the council', { socialCare: { status: 'LOOKED_AFTER' } }],
  ['who must not be written to', { family: { parents: [{ name: 'A', email: 'a@example.org', doNotContact: true }] } }],
  ['without an email address', { family: { parents: [{ name: 'A' }] } }],
  [
    'whose safe ways a person must read',
    { family: { parents: [{ name: 'A', email: 'a@example.org', safeContact: 'Ring' }] } },
  ],
])('staff are asked to tell the family of a return, of a child %s', async (_who, patch) => {
  expect(await followed(returned, undefined, patch)).toMatchObject({
    kinds: ['TELL_IN_PERSON ENDED'],
    last: 'STAFF_ASKED_TO_TELL',
    to: ['manager@example.org'],
  });
});

const nothing = { kinds: [], last: 'FAMILY_NOT_TOLD', to: [], due: undefined };

test.each(['BY_COPY', 'BY_DRAFT_OF_BEFORE'] as const)(
  'no one is asked of a returned referral sent again %s',
  async (how) => {
    expect(await followed(returned, how)).toEqual(nothing);
  },
);

test('no one is asked of a child who has died since (late)', async () => {
  const before = { status: 'DECLINED', outcome: 'DECLINE', next: 'DONE', list: null } as const;
  expect(await followed({ ...declined, death: { at: due, by: MACHINE, before } })).toEqual(nothing);
});

test('no one is asked before it is time (early)', async () => {
  const later = '2026-10-08T08:00:00.000Z';
  expect(await followed({ ...declined, tellFamilyAt: later })).toMatchObject({ kinds: [], to: [], due: later });
});
