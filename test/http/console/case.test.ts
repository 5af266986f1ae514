import { describe, expect, it } from 'vitest';
import { intake } from '#domain/case/intake.ts';
import { personActor, referrerActor } from '#domain/people/actor.ts';
import { parked } from '#domain/process/process.ts';
import { aNotice } from '#test/contract/samples.ts';
import { states } from '#test/kit/words/states.ts';
import { CASES_AT, caseAt } from '#web/console/address.ts';
import { markWords, stepWords, caseWords as words } from '#web/console/case/words.ts';
import { recordsWords } from '#web/staff/records/words.ts';
import { checkedCase, otherReference, reference, withTask } from '../records.ts';
import { consoleWorld } from './world.ts';

const AT = '2026-09-24T07:30:00.000Z';

describe('the page of a case', () => {
  it('marks the present state in the drawing and says the same in words', async () => {
    const { as } = await consoleWorld();
    const { status, body } = await (await as('OPERATOR')).get(caseAt(reference));
    expect(status).toBe(200);
    expect(body).toContain(words.drawn(states.triage));
    expect(body).toContain(`<strong>${states.triage}: ${markWords.HERE}</strong>`);
  });

  it('marks where a case has stopped, and says why as a code', async () => {
    const inTriage = withTask(checkedCase('TRIAGE'), 'TRIAGE');
    const theCase = parked(intake, inTriage, { now: AT, policyVersion: 1 }, 'EVIDENCE_LOST');
    const { as } = await consoleWorld({ theCase });
    const { body } = await (await as('OPERATOR')).get(caseAt(reference));
    expect(body).toContain(words.drawn(states.park));
    expect(body).toContain('Evidence lost');
  });

  it('is recorded as read before it is shown', async () => {
    const world = await consoleWorld();
    await (await world.as('OPERATOR')).get(caseAt(reference));
    expect(world.readings).toMatchObject([{ by: { id: 'olly' }, what: 'CONSOLE' }]);
  });

  it('is not shown when the reading cannot be recorded (half-finished)', async () => {
    const world = await consoleWorld({ readingFails: true });
    const { status, body } = await (await world.as('OPERATOR')).get(caseAt(reference));
    expect([status >= 500, body.includes(words.history)]).toEqual([true, false]);
  });

  it('shows each email with what became of it, and to whom by role alone', async () => {
    const world = await consoleWorld();
    const back = { kind: 'ACKNOWLEDGEMENT', to: 'REFERRER', state: 'BOUNCED', delivery: 'PERMANENT' } as const;
    await world.stores.notices.claimNotice(aNotice(reference, 'back', { ...back, settledAt: AT }));
    await world.stores.notices.claimNotice(aNotice(reference, 'theirs', { to: 'PERSON:sam' }));
    const { body } = await (await world.as('OPERATOR')).get(caseAt(reference));
    for (const said of ['Acknowledgement', 'Bounced', 'Permanent', words.staff]) expect(body).toContain(said);
    expect(body).not.toContain('PERSON:sam');
  });

  it('says of each link whether it was opened and whether it still opens anything, never its secret', async () => {
    const world = await consoleWorld();
    const { body } = await (await world.as('OPERATOR')).get(caseAt(reference));
    expect([body.includes(words.live), body.includes(words.notUsed)]).toEqual([true, true]);
    for (const token of [world.token, world.second]) expect(body).not.toContain(token);
    expect(body).not.toMatch(/\/l\/[\w-]{43}/);
  });

  it('shows what the workflow did as states and times, without its ARN', async () => {
    const steps = [
      { at: AT, what: 'STARTED' },
      { at: AT, what: 'ENTERED', state: states.check },
      { at: AT, what: 'FAILED', code: 'Lambda.Unknown' },
    ] as const;
    const { as } = await consoleWorld({ steps });
    const { body } = await (await as('OPERATOR')).get(caseAt(reference));
    expect(body).toContain(stepWords.FAILED);
    expect(body).toContain(`${states.check}: ${markWords.BEEN}`);
    expect(body).not.toContain('arn:');
  });

  it('shows everything else when Step Functions does not answer (half-finished)', async () => {
    const { as } = await consoleWorld({ steps: 'UNREACHABLE' });
    const { status, body } = await (await as('OPERATOR')).get(caseAt(reference));
    expect([status, body.includes(words.unreachable), body.includes(words.history)]).toEqual([200, true, true]);
  });

  it('leads a service manager to the record, and an operator nowhere', async () => {
    const leads = async (role: 'SERVICE_MANAGER' | 'OPERATOR') =>
      (await (await (await consoleWorld()).as(role)).get(caseAt(reference))).body.includes(words.record);
    expect([await leads('SERVICE_MANAGER'), await leads('OPERATOR')]).toEqual([true, false]);
  });

  it.each([
    ['one that no case has', otherReference],
    ['one with a wrong check character (malformed)', `${reference.slice(0, -1)}${reference.endsWith('2') ? '3' : '2'}`],
    ['markup (hostile)', '%3Cscript%3Ealert(1)%3C%2Fscript%3E'],
    ['a path (hostile)', '..%2F..%2Fstaff'],
  ])('says of a reference that is %s that there is none, and records no reading', async (_what, of) => {
    const world = await consoleWorld();
    const { status, body } = await (await world.as('OPERATOR')).get(caseAt(of));
    expect([status, body.includes('<script>'), world.readings]).toEqual([404, false, []]);
  });
});

describe('the box that finds a case', () => {
  it('leads from a reference as it is read aloud to its case', async () => {
    const using = await (await consoleWorld()).as('OPERATOR');
    const spaced = `${reference.slice(0, 4).toLowerCase()} ${reference.slice(4)}`;
    expect((await using.get(CASES_AT, { reference: spaced })).location).toBe(caseAt(reference));
  });

  it('keeps what was typed where it is no reference (malformed)', async () => {
    const using = await (await consoleWorld()).as('OPERATOR');
    const { status, body } = await using.get(CASES_AT, { reference: '<b>Poppy' });
    expect([status, body.includes(recordsWords.wrong), body.includes('<b>Poppy')]).toEqual([422, true, false]);
  });
});

it('a link that its holder has used is said to be opened', async () => {
  const world = await consoleWorld();
  const by = personActor('sam', 'Sam', 'triager');
  await world.putLink('of the referrer', { purpose: 'STATUS', to: 'REFERRER', createdAt: AT });
  await world.stores.access.recordReading({
    reference,
    at: '2026-09-24T08:00:00.000Z',
    by: referrerActor(),
    what: 'STATUS',
  });
  await world.stores.access.recordReading({ reference, at: '2026-09-24T08:00:00.000Z', by, what: 'RECORD' });
  const { body } = await (await world.as('OPERATOR')).get(caseAt(reference));
  expect(body).toContain(`${words.used}: 24 September 2026`);
});
