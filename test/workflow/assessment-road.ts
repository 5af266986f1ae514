import { personActor } from '#domain/people/actor.ts';
import { bodyOf } from '#test/cases.ts';
import type { instance } from './instance.ts';
import { caseOf, decideForGood } from './road.ts';

type Instance = ReturnType<typeof instance>;

/** The practitioner who visits, and who records it. */
export const kim = personActor('kim', 'Kim Park', 'practitioner');

/** A child who waits for an initial assessment, in a team with one practitioner. */
export async function waiting(one: Instance, patch: object = {}, key = 'key-of-C01'): Promise<string> {
  const joining = { change: 'JOIN', id: 'kim', name: 'Kim Park', mailbox: 'kim@example.org' } as const;
  await one.changeTeam({ ...joining, roles: ['PRACTITIONER'] }, kim);
  const reference = await referWith(one, patch, key);
  await decideForGood(one, reference, 'ACCEPT_INITIAL_ASSESSMENT');
  return reference;
}

/** Books a visit at home at 10am on this date, or moves the one that is booked. */
export async function book(one: Instance, reference: string, on: string) {
  const seen = (await caseOf(one, reference)).assessment?.visit?.n ?? 0;
  const when = { person: 'kim', on, at: '10:00', seen, anyway: false };
  return one.bookAssessment(reference, { ...when, place: 'HOME', where: '' }, kim);
}

/** What is typed when the assessment that is booked was done. */
export async function found(one: Instance, reference: string, outcome: string) {
  const seen = (await caseOf(one, reference)).assessment?.visit?.n ?? 0;
  const typed = {
    seen,
    outcome,
    band: '2',
    settingHours: '16',
    agreed: 'yes',
    words: 'She goes to nursery now',
  } as const;
  return one.finishAssessment(reference, typed, kim);
}

/** Records that the visit which is booked did not take place. */
export async function miss(one: Instance, reference: string) {
  const seen = (await caseOf(one, reference)).assessment?.visit?.n ?? 0;
  return one.missAssessment(reference, { seen, why: 'NO_ACCESS', words: '' }, kim);
}

/** The clock at midday of this date, with everything done that fell due. */
export async function middayOf(one: Instance, on: string) {
  one.clock.advanceMinutes((Date.parse(`${on}T12:00:00.000Z`) - Date.parse(one.clock.now())) / 60_000);
  await one.sweep();
}

/** The kinds of notices of a referral so far, those about the assessment alone. */
export async function told(one: Instance, reference: string) {
  const kinds = (await one.notices.noticesOf(reference)).map(({ kind }) => kind);
  return kinds.filter((kind) => /ASSESSMENT|VISIT|MISSED/.test(kind)).toSorted();
}

/** Submits the first worked case with these parts in place of its own. */
async function referWith(one: Instance, patch: object, idempotencyKey: string): Promise<string> {
  one.evidence.upload('caller-1', 'evidence-1');
  const body = { ...bodyOf('C01', ['evidence-1']), ...patch };
  const result = await one.submit({ caller: 'caller-1', idempotencyKey, body });
  if (result.kind !== 'ACCEPTED') throw new Error(`Not accepted: ${JSON.stringify(result)}`);
  await one.drain();
  return result.reference;
}
