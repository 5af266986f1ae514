import { describe, expect, it } from 'vitest';
import type { Stores } from '#adapters/records/stores.ts';
import type { Case } from '#domain/case/case.ts';
import { movedToSafePlace } from '#domain/case/safe-place.ts';
import { familyCodeWords } from '#web/family/code/words.ts';
import { linkWords } from '#web/family/link/words.ts';
import { familyPageWords } from '#web/family/page/words.ts';
import { hidden } from '../browser.ts';
import { linkFor, reference } from '../records.ts';
import { onList } from '../referral/standings.ts';
import { familyWorld, knows, pat } from './world.ts';

describe('a family without a flag', () => {
  it('opens its page with a printed code and the date of birth, and reads where the child is on the list', async () => {
    const { code, enter, at } = await familyWorld();
    const { using, answer } = await enter(await code());
    expect(answer.status).toBe(303);
    const { status, body } = await using.get(at);

    expect(status).toBe(200);
    expect(body).toContain('Your child is 1st of 1 on our list for the Portage group.');
    expect(body).toContain('call 999');
    for (const words of [familyPageWords.where, familyPageWords.why, familyPageWords.now, familyPageWords.meaning])
      expect(body).toContain(words);
  });

  it.each([
    ['2026-09-25', true],
    ['2026-09-24', false],
  ] as const)('reads that the place is on hold until %s while that day has not come: %s', async (until, isHeld) => {
    const { list, ...listed } = onList();
    if (!list) throw new Error('The child waits on no list.');
    const hold = { since: '2026-09-22T08:00:00.000Z', until, by: { kind: 'MACHINE' } } as const;
    const { code, enter, at } = await familyWorld({ theCase: { ...listed, list: { ...list, hold } } });
    const { body } = await (await enter(await code())).using.get(at);
    expect(body.includes(familyPageWords.held)).toBe(isHeld);
  });

  it('may type the code in small letters and with blanks', async () => {
    const { code, enter } = await familyWorld();
    const { answer } = await enter((await code()).toLowerCase().replaceAll('-', ' '));
    expect(answer.status).toBe(303);
  });

  it('reads no town, venue or time while no one agreed that', async () => {
    const { code, enter, at } = await familyWorld();
    const { body } = await (await enter(await code())).using.get(at);
    expect(body).toContain(familyPageWords.stayAndPlayAsk);
    expect(body).not.toContain('Taunton');
  });

  it('reads the day and the place in its town once a person agreed that with the adult', async () => {
    const { agree, code, enter, at } = await familyWorld();
    await agree();
    const { body } = await (await enter(await code())).using.get(at);
    expect(body).toContain(familyPageWords.stayAndPlay('Taunton', 'every Monday, 10am to 11:30am, at Hall'));
  });

  it('reads those of the town to which the child was moved, and not of the one in the referral', async () => {
    const waits = onList();
    const moved = { ...waits, list: waits.list && { ...waits.list, locality: 'Yeovil' } };
    const { agree, code, enter, at } = await familyWorld({ theCase: moved });
    await agree();
    const { body } = await (await enter(await code())).using.get(at);
    expect([body.includes(familyPageWords.stayAndPlayAsk), body.includes('Taunton')]).toEqual([true, false]);
  });

  it('opens the page with an emailed link, and a GET of it shows nothing (a scanner)', async () => {
    const { stores, newBrowser, at } = await familyWorld();
    const about = { purpose: 'PAGE', taskId: 'P0N0', to: 'FAMILY:0', mailbox: 'mother@example.org' } as const;
    const { token, link } = linkFor('page', about);
    await stores.access.putLink(link);
    const using = newBrowser();
    const { body } = await using.get(`/family/page/l/${token}`);
    expect([body.includes(linkWords.before.PAGE), body.includes(familyPageWords.where)]).toEqual([true, false]);
    await using.post(`/family/page/l/${token}`, knows);
    expect((await using.get(at)).status).toBe(200);
  });
});

describe('who does not know both', () => {
  it.each([
    ['a code that no one printed', () => '2222-3333-4444-5555-6666', knows],
    ['another date of birth', (code: string) => code, { ...knows, 'dob-year': '2001' }],
  ])('is refused alike for %s (hostile)', async (_what, typed, fields) => {
    const { code, enter, at } = await familyWorld();
    const { using, answer } = await enter(typed(await code()), fields);
    expect([answer.status, answer.body.includes(familyCodeWords.wrong)]).toEqual([422, true]);
    expect((await using.get(at)).status).toBe(404);
  });

  it('waits after five wrong dates', async () => {
    const { code, enter } = await familyWorld();
    const printed = await code();
    for (let n = 0; n < 4; n += 1) await enter(printed, { ...knows, 'dob-year': '2001' });
    expect((await enter(printed, { ...knows, 'dob-year': '2001' })).answer.status).toBe(429);
  });

  it('is refused once the code has run out (late)', async () => {
    const { code, enter, clock } = await familyWorld();
    const printed = await code();
    clock.advanceMinutes(181 * 24 * 60);
    expect((await enter(printed)).answer.status).toBe(422);
  });
});

const father = { name: 'B. Father', relationship: 'Father', email: 'father@example.org', parentalResponsibility: true };
const mother = { name: 'A. Mother', relationship: 'Mother', email: 'mother@example.org', parentalResponsibility: true };

describe('a family for which a person must agree a page first', () => {
  it.each([
    ['a flag of safe contact', [{ ...mother, safeContact: 'He reads her letters' }], 'NONE'],
    ['an adult who must not be contacted', [mother, { ...father, doNotContact: true }], 'NONE'],
    ['a protection plan', [mother], 'CHILD_PROTECTION_PLAN'],
    ['a looked-after child', [mother], 'LOOKED_AFTER'],
    ['an address of a parent’s own', [mother, { ...father, address: '2 Other Road' }], 'NONE'],
  ])('has no code and no page with %s', async (_what, parents, status) => {
    const { code } = await familyWorld({ parents, status });
    expect(await code()).toBe('NOT_AGREED');
  });

  it('has one for the adult with whom it was agreed, and none for the other', async () => {
    const { agree, code, enter } = await familyWorld({ parents: [{ ...mother, safeContact: 'Call first' }, father] });
    await agree('0');
    expect((await enter(await code(0))).answer.status).toBe(303);
    expect(await code(1)).toBe('NOT_AGREED');
  });

  it('loses it once anything on which it rests has changed', async () => {
    const { agree, code, stores, theCase, enter, at } = await familyWorld({
      parents: [{ ...mother, safeContact: 'Call first' }],
    });
    await agree('0');
    const { using } = await enter(await code());
    const seen = await theCase();
    const moved = { place: 0, channel: 'POST', value: '9 Refuge Street', at: '2026-09-24T09:00:00.000Z' } as const;
    const contacts = [{ ...moved, by: pat, reason: 'She moved' }];
    if (seen) await stores.cases.saveCase({ ...seen, version: seen.version + 1, contacts });
    expect((await using.get(at)).status).toBe(404);
    expect(await code()).toBe('CHANGED');
  });

  it('agrees none with an adult who must not be contacted (hostile)', async () => {
    const { agree, code } = await familyWorld({ parents: [mother, { ...father, doNotContact: true }] });
    expect(await agree('1')).toEqual({ kind: 'REFUSED', why: 'DO_NOT_WRITE' });
    expect(await code(1)).toBe('NOT_AGREED');
  });
});

/** Records that the family has moved to a safe place. */
async function move({ cases }: Stores, seen: Case | undefined): Promise<void> {
  const said = { by: pat, reason: 'She called', adults: 2, seen: '' };
  const moved = seen && movedToSafePlace(seen, { now: seen.updatedAt, policyVersion: 1 }, said);
  if (moved) await cases.saveCase({ ...moved, version: moved.version + 1 });
}

describe('a family that moved to a safe place', () => {
  const father = {
    name: 'B. Father',
    relationship: 'Father',
    email: 'father@example.org',
    parentalResponsibility: true,
  };

  it('has no page for either adult from that press on: an open one, a code and a link of before show nothing', async () => {
    const { code, enter, stores, theCase, at, newBrowser } = await familyWorld({ parents: [mother, father] });
    const printed = [await code(0), await code(1)];
    const { using } = await enter(printed[1] ?? '');
    expect((await using.get(at)).status).toBe(200);
    await move(stores, await theCase());
    expect((await using.get(at)).status).toBe(404);
    for (const one of printed) expect((await newBrowser().post('/family', { code: one, ...knows })).status).toBe(422);
    expect([await code(0), await code(1)]).toEqual(['CLOSED', 'CLOSED']);
  });

  it('has a page again for the adult with whom someone agreed it, without towns, and none for the other', async () => {
    const { agree, code, enter, stores, theCase, at } = await familyWorld({ parents: [mother, father] });
    await move(stores, await theCase());
    expect(await agree('0', 'no')).toEqual({ kind: 'DONE' });
    const { using } = await enter(await code(0));
    const { body, status } = await using.get(at);
    expect([status, body.includes('Taunton'), await code(1)]).toEqual([200, false, 'CLOSED']);
  });
});

describe('closing the pages', () => {
  it('ends each code, link and session at once, and a page that is open shows nothing more', async () => {
    const { agree, code, enter, staff, at, newBrowser } = await familyWorld();
    await agree();
    const printed = await code();
    const { using } = await enter(printed);
    expect(await staff.closePages(reference, pat)).toBe('DONE');

    expect((await using.get(at)).status).toBe(404);
    expect((await newBrowser().post('/family', { code: printed, ...knows })).status).toBe(422);
    expect(await code()).toBe('CLOSED');
  });

  it('pressed twice closes once (twice)', async () => {
    const { staff, theCase } = await familyWorld();
    await Promise.all([staff.closePages(reference, pat), staff.closePages(reference, pat)]);
    expect((await theCase())?.history.filter(({ event }) => event === 'FAMILY_PAGES_CLOSED')).toHaveLength(1);
  });

  it('wins over a code that is printed at the same moment (a race)', async () => {
    const { staff, enter } = await familyWorld();
    const [printed] = await Promise.all([staff.printCode(reference, 0, pat), staff.closePages(reference, pat)]);
    const answer = printed.kind === 'DONE' ? (await enter(printed.code)).answer.status : 422;
    expect(answer).toBe(422);
  });

  it('is undone by no old code once a page is agreed again', async () => {
    const { staff, agree, code, enter } = await familyWorld();
    const old = await code();
    await staff.closePages(reference, pat);
    await agree();
    expect((await enter(old)).answer.status).toBe(422);
    expect((await enter(await code())).answer.status).toBe(303);
  });
});

describe('leaving the page', () => {
  it('ends the session of this browser alone', async () => {
    const { code, enter, at } = await familyWorld();
    const printed = await code();
    const [one, other] = [await enter(printed), await enter(printed)];
    const csrf = hidden(await one.using.get(at), 'csrf');
    expect((await one.using.post(`${at}/close`, { csrf })).status).toBe(200);

    expect((await one.using.get(at)).status).toBe(404);
    expect((await other.using.get(at)).status).toBe(200);
  });
});
