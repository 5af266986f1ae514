import { describe, expect, it } from 'vitest';
import { intake } from '#domain/case/intake.ts';
import { Refused } from '#domain/problems/errors.ts';
import { parked } from '#domain/process/process.ts';
import { supportProcess } from '#domain/support/change.ts';
import { newSupport } from '#domain/support/make.ts';
import { referenceFor } from '#domain/values/reference.ts';
import { caseAt, queueAt } from '#web/console/address.ts';
import { reasonWords, restartResults, putRightWords as words } from '#web/console/put-right-words.ts';
import { stopInWords } from '#web/console/stop-words.ts';
import { type Browser, hidden } from '../browser.ts';
import { checkedCase, reference, withTask } from '../records.ts';
import { entryOf } from '../staff/lists-world.ts';
import { consoleWorld } from './world.ts';

const AT = { now: '2026-09-24T07:30:00.000Z', policyVersion: 1 };
const PARKED = queueAt('parked');
const reason = 'The release was put back';
const nth = (n: number) => referenceFor('local', `a-case-that-stopped-${n}`, 0);

/** So many cases that have stopped, all for this reason but every fifth, and someone who may put them right. */
async function stopped(count: number, role: 'OPERATOR' | 'AUDITOR' = 'OPERATOR') {
  const world = await consoleWorld();
  for (let n = 0; n < count; n += 1) {
    const theCase = { ...withTask(checkedCase('TRIAGE'), 'TRIAGE'), reference: nth(n) };
    const why = n % 5 === 4 ? 'EVIDENCE_LOST' : 'A_FAULT';
    await world.stores.cases.createCase({ ...parked(intake, theCase, AT, why), version: 1 });
  }
  const using = await world.as(role);
  const read = async (of: string) => {
    const theCase = await world.stores.cases.readCase(of);
    if (!theCase) throw new Error('The case is there.');
    return theCase;
  };
  return { ...world, using, read };
}

/** Presses the button of a page as it stands. */
async function press(using: Browser, at: string, fields: Record<string, string>) {
  const page = await using.get(at);
  const own = { csrf: hidden(page, 'csrf'), references: hidden(page, 'references') };
  return { own, answer: await using.post(at.replace(/\?.*/, ''), { ...own, ...fields }) };
}

describe('cases that have stopped', () => {
  it('fifty are put right in two presses: the list, and its one button, with a result each', async () => {
    const { using, read } = await stopped(50);
    const { answer } = await press(using, PARKED, { reason });
    expect([answer.status, answer.body.includes(words.done(50, 50))]).toEqual([200, true]);
    expect(answer.body.split(restartResults.RESTARTED).length - 1).toBe(50);
    const after = await Promise.all(Array.from({ length: 50 }, (_, n) => read(nth(n))));
    expect(after.filter((one) => one.parked !== null || one.run !== 2)).toEqual([]);
    expect(after[49]?.history.at(-1)).toMatchObject({ event: 'RESTARTED', text: reason, by: { id: 'olly' } });
  });

  it('say why they stopped, on the list and on the page of each', async () => {
    const { using, stores } = await stopped(0);
    const theCase = withTask(checkedCase('TRIAGE'), 'TRIAGE');
    await stores.cases.createCase({
      ...parked(intake, theCase, AT, 'Runtime.ExitError'),
      reference: nth(0),
      version: 1,
    });
    const said = stopInWords('Runtime.ExitError');
    const pages = [await using.get(PARKED), await using.get(caseAt(nth(0)))];
    expect(pages.map(({ body }) => body.includes(said))).toEqual([true, true]);
  });

  it('only those of one reason are put right where those alone are shown', async () => {
    const { using, read } = await stopped(5);
    const page = await using.get(PARKED, { why: 'EVIDENCE_LOST' });
    const own = { csrf: hidden(page, 'csrf'), references: hidden(page, 'references') };
    await using.post(PARKED, { ...own, reason, why: 'EVIDENCE_LOST' });
    expect([(await read(nth(4))).parked, (await read(nth(0))).parked?.why]).toEqual([null, 'A_FAULT']);
  });

  it('pressed again (twice) restarts nothing a second time, and says so of each', async () => {
    const { using, read } = await stopped(2);
    const { own } = await press(using, PARKED, { reason });
    const again = await using.post(PARKED, { ...own, reason });
    expect(again.body.split(restartResults.NOT_PARKED).length - 1).toBe(2);
    expect((await read(nth(0))).run).toBe(2);
  });

  it('is refused without a reason, with nothing restarted and the list still there (half-finished)', async () => {
    const { using, read } = await stopped(1);
    const { answer } = await press(using, PARKED, { reason: '  ' });
    expect([answer.status, answer.body.includes(String(reasonWords.REASON_MISSING))]).toEqual([422, true]);
    expect((await read(nth(0))).parked?.why).toBe('A_FAULT');
  });

  it('one that is no case or has not stopped (malformed) keeps no other', async () => {
    const world = await stopped(2);
    const page = await world.using.get(PARKED);
    const references = `${hidden(page, 'references')} nonsense ${reference}`;
    const { body } = await world.using.post(PARKED, { csrf: hidden(page, 'csrf'), references, reason });
    expect(body.split(restartResults.RESTARTED).length - 1).toBe(2);
    expect([body.includes(restartResults.UNKNOWN), body.includes(restartResults.NOT_PARKED)]).toEqual([true, true]);
  });

  it('one that fails says because of what, stays on the list, and keeps no other', async () => {
    const { using, stores, read } = await stopped(3);
    const save = stores.cases.saveCase;
    stores.cases.saveCase = (theCase, ...rest) =>
      theCase.reference === nth(1) ? Promise.reject(new Refused('no')) : save(theCase, ...rest);
    const { answer } = await press(using, PARKED, { reason });
    expect(answer.body).toContain(words.done(2, 3));
    expect(answer.body).toContain(words.because(restartResults.FAILED, 'Refused'));
    expect(hidden(answer, 'references')).toBe(nth(1));
    expect([(await read(nth(0))).parked, (await read(nth(1))).parked?.why]).toEqual([null, 'A_FAULT']);
  });

  it('an auditor sees them and restarts none', async () => {
    const { using, read } = await stopped(1, 'AUDITOR');
    const page = await using.get(PARKED);
    expect([page.body.includes(nth(0)), page.body.includes(words.reason)]).toEqual([true, false]);
    const { status } = await using.post(PARKED, { csrf: hidden(page, 'csrf'), references: nth(0), reason });
    expect([status, (await read(nth(0))).parked?.why]).toEqual([403, 'A_FAULT']);
  });

  it('a form that another site sent restarts nothing (hostile)', async () => {
    const { using, read } = await stopped(1);
    const { status } = await using.post(PARKED, { csrf: 'x'.repeat(64), references: nth(0), reason });
    expect([status, (await read(nth(0))).parked?.why]).toEqual([403, 'A_FAULT']);
  });
});

describe('one case that has stopped', () => {
  it('is restarted from its page, and the page shows it', async () => {
    const { using, read } = await stopped(1);
    const page = await using.get(caseAt(nth(0)));
    const answer = await using.post(caseAt(nth(0)), { csrf: hidden(page, 'csrf'), reason });
    expect([answer.status, answer.body.includes(restartResults.RESTARTED)]).toEqual([200, true]);
    expect((await read(nth(0))).parked).toBeNull();
    const again = await using.post(caseAt(nth(0)), { csrf: hidden(page, 'csrf'), reason });
    expect([again.status, again.body.includes(restartResults.NOT_PARKED)]).toEqual([409, true]);
  });

  it('keeps the reason that was typed where it is too long (malformed)', async () => {
    const { using } = await stopped(1);
    const page = await using.get(caseAt(nth(0)));
    const long = 'kept '.repeat(500);
    const answer = await using.post(caseAt(nth(0)), { csrf: hidden(page, 'csrf'), reason: long });
    expect([answer.status, answer.body.includes('kept kept')]).toEqual([422, true]);
  });

  it('restarts what follows the list where that has stopped', async () => {
    const { using, stores } = await stopped(0);
    const support = parked(supportProcess, newSupport(reference, entryOf(0), AT), AT, 'A_FAULT');
    await stores.supports.createSupport({ ...support, version: 1 });
    const page = await using.get(caseAt(reference));
    await using.post(caseAt(reference), { csrf: hidden(page, 'csrf'), reason });
    expect((await stores.supports.readSupport(reference))?.parked).toBeNull();
  });
});
