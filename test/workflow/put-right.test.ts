import { expect, test } from 'vitest';
import * as z from 'zod';
import { FORM } from '#domain/draft/draft.ts';
import { bodyOf } from '#test/cases.ts';
import { instance } from './instance.ts';
import { caseOf, waitInVain } from './road.ts';

const bodySchema = z.looseObject({ child: z.looseObject({}), referrer: z.looseObject({}), family: z.looseObject({}) });
const TEN_WORKING_DAYS = 16 * 24 * 60;

type Instance = ReturnType<typeof instance>;

interface Sent {
  readonly caller?: string;
  readonly nhsNumber?: string | undefined;
  readonly ownReference?: string;
  readonly dob?: string;
  readonly firstName?: string;
  readonly mailbox?: string;
}

/** Sends the first worked case for this child, with or without its documents, as a system does: each with a key of its own. */
async function send(one: Instance, key: string, documents: readonly string[], sent: Sent) {
  const { child, referrer, ...rest } = bodySchema.parse(bodyOf('C01', documents));
  const { nhsNumber: _theirs, ...unnumbered } = child;
  const { caller = 'system-1', nhsNumber, ownReference, dob, firstName, mailbox } = sent;
  for (const id of documents) one.evidence.upload(caller, id);
  const body = {
    ...rest,
    ...(documents.length === 0 ? { evidence: [] } : {}),
    child: { ...unnumbered, ...(nhsNumber && { nhsNumber }), ...(dob && { dob }), ...(firstName && { firstName }) },
    referrer: { ...referrer, ...(ownReference && { ownReference }), ...(mailbox && { email: mailbox }) },
    family: { parents: [{ name: 'A. Mother', email: 'mother@example.org' }] },
  };
  const result = await one.submit({ caller, idempotencyKey: `the-key-${key}`, body });
  if (result.kind !== 'ACCEPTED') throw new Error(`Not accepted: ${JSON.stringify(result)}`);
  await one.drain();
  return result.reference;
}

/** A referral without documents that was returned, and then, if any, another. What its family had after ten working days. */
async function returned(first: Sent, second?: Sent) {
  const one = instance();
  const reference = await send(one, 'first', [], first);
  for (let wait = 0; wait < 10 && (await caseOf(one, reference)).next !== 'DONE'; wait += 1) await waitInVain(one);
  expect(await caseOf(one, reference)).toMatchObject({ outcome: 'NOT_ACCEPTED_NO_EVIDENCE', next: 'DONE' });
  if (second) await send(one, 'second', ['e-0'], second);
  one.clock.advanceMinutes(TEN_WORKING_DAYS);
  await one.sweep();
  const theCase = await caseOf(one, reference);
  const untold = theCase.history.flatMap((event) =>
    event.event === 'FAMILY_NOT_TOLD' && 'why' in event ? event.why : [],
  );
  const letters = one.mail.filter(
    ({ tags }) => tags.noticeId?.startsWith('FAMILY_ENDED') && tags.reference === reference,
  );
  return { untold, letters: letters.length, told: theCase.told?.map(({ how }) => how) };
}

const nhsNumber = '9434765919';
const ownReference = 'SYS-4711';
const heard = { untold: [], letters: 1, told: ['BY_EMAIL'] };
const mailbox = 'one.referrer@example.org';
const putRight = { untold: ['PUT_RIGHT'], letters: 0, told: undefined };

test('the family of a return that no one put right hears it from the service after ten working days', async () => {
  expect(await returned({ nhsNumber })).toEqual(heard);
});

test.each<[string, Sent, Sent]>([
  ['the same NHS number', { nhsNumber }, { nhsNumber }],
  ['the same NHS number, by another system', { nhsNumber }, { nhsNumber, caller: 'system-2' }],
  ['the reference of the same sender', { ownReference }, { ownReference }],
  ['the reference of the same sender, with the NHS number now', { ownReference }, { ownReference, nhsNumber }],
  [
    'the reference and mailbox of the same user of the form',
    { ownReference, caller: FORM, mailbox },
    { ownReference, caller: FORM, mailbox: 'One.Referrer@Example.org' },
  ],
])('a return is put right by a new referral by the API with %s', async (_how, first, second) => {
  expect(await returned(first, second)).toEqual(putRight);
});

test.each<[string, Sent, Sent]>([
  ['the reference of another sender', { ownReference }, { ownReference, caller: 'system-2' }],
  ['another reference', { ownReference }, { ownReference: 'SYS-4712' }],
  ['the same reference for a child born on another day', { ownReference }, { ownReference, dob: '2025-03-04' }],
  ['another NHS number', { nhsNumber }, { nhsNumber: '9000000009' }],
  ['the same reference for a twin', { ownReference }, { ownReference, firstName: 'Twin' }],
  [
    'the same reference by another user of the form',
    { ownReference, caller: FORM },
    { ownReference, caller: FORM, mailbox: 'someone.else@example.org' },
  ],
])('a return is not put right by a referral with %s', async (_how, first, second) => {
  expect(await returned(first, second)).toEqual(heard);
});
