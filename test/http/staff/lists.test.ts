import { describe, expect, it } from 'vitest';
import { ROWS_A_PAGE } from '#application/lists/read-list.ts';
import { promptWords } from '#domain/lists/prompt-words.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { listsWords } from '#web/staff/lists/words.ts';
import { placeWords } from '#web/staff/place/words.ts';
import { childOf, lists } from './lists-world.ts';
import { referencesIn } from './queue-world.ts';

const AT = '/staff/lists';
const TAUNTON = `${AT}/initial-assessment/taunton`;
const cells = (body: string) =>
  [...body.matchAll(/role="(?:rowheader|cell)"[^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, text = '']) =>
    text
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );

describe('the waiting lists in numbers', () => {
  it('show each list on which someone waits: how many, over target, the earliest target, held, to confirm', async () => {
    const { manager } = await lists([
      { targetOn: '2026-09-20' },
      { band: 1, hold: { since: '2026-09-02T09:00:00.000Z', by: { kind: 'MACHINE' } } },
      { locality: 'Frome', band: 2 },
    ]);
    const { body } = await manager.get(AT);
    expect(cells(body)).toEqual([
      ...['Initial assessment, Taunton', '2', `${listsWords.overTag} 1`, '20 September 2026', '1', '1', ''],
      ...['Initial assessment, Frome', '1', '0', '1 March 2027', '0', '0', ''],
    ]);
  });

  it('say of how many children there is something to look at, by what it is', async () => {
    const { manager } = await lists([
      { prompts: ['OVER_TARGET', 'ASSESSMENT_STALE'] },
      { prompts: ['OVER_TARGET'] },
      { prompts: ['OF_A_LATER_RELEASE'] },
    ]);
    const said = cells((await manager.get(AT)).body).at(-1);
    for (const [code, count] of [
      ['OVER_TARGET', 2],
      ['ASSESSMENT_STALE', 1],
    ] as const)
      expect(said).toContain(`${count}: ${promptWords.get(code)}`);
    expect(said).toContain('1: Of a later release');
  });

  it('say so when no one waits', async () => {
    const { manager } = await lists([]);
    expect((await manager.get(AT)).body).toContain(listsWords.empty);
  });
});

describe('one list', () => {
  it('is in its order, each place in a sentence, without anything personal', async () => {
    const { manager } = await lists([
      { band: 2, broadAreas: 3, targetOn: '2027-03-24' },
      { band: 2, broadAreas: 2 },
      { band: 1, broadAreas: 4 },
    ]);
    const { body } = await manager.get(TAUNTON);
    expect(referencesIn(body)).toEqual([childOf(2), childOf(1), childOf(0)]);
    expect(body).toContain(
      '3rd: band 2 (three broad areas); one child in band 1 and one in band 2 with an earlier target date are before',
    );
    expect(body).not.toContain(referralExample.child.lastName);
  });

  it('shows how much time is left or over, holds, prompts, and a band that no person has confirmed', async () => {
    const hold = { since: '2026-09-02T09:00:00.000Z', until: '2026-12-01', by: { kind: 'MACHINE' } } as const;
    const { manager } = await lists([{ targetOn: '2026-09-20', hold, prompts: ['TURNED_3_WHILE_WAITING'] }]);
    const { body } = await manager.get(TAUNTON);
    expect(body).toContain(listsWords.daysOver(4));
    for (const said of [listsWords.heldUntil('1 December 2026'), listsWords.confirm]) expect(body).toContain(said);
    expect(body).toContain(promptWords.get('TURNED_3_WHILE_WAITING'));
  });

  it('shows no hold once its date has come, on the list, among the holds and at the place (late)', async () => {
    const hold = { since: '2026-09-02T09:00:00.000Z', until: '2026-09-24', by: { kind: 'MACHINE' } } as const;
    const { manager } = await lists([{ hold }]);
    expect((await manager.get(TAUNTON)).body).not.toContain(listsWords.heldUntil('24 September 2026'));
    expect(referencesIn((await manager.get(TAUNTON, { only: 'held' })).body)).toEqual([]);
    const place = await manager.get(`/staff/records/${childOf(0)}/place`);
    expect(place.body).toContain(placeWords.holdOver('24 September 2026'));
  });

  it('goes on from page to page, and the cursor carries the place', async () => {
    const { manager } = await lists(Array.from({ length: ROWS_A_PAGE + 3 }, () => ({ band: 2 })));
    const first = await manager.get(TAUNTON);
    const after = /after=([^"&]+)/.exec(first.body)?.[1] ?? '';
    const { body } = await manager.get(TAUNTON, { after: decodeURIComponent(after) });
    expect([referencesIn(first.body).length, referencesIn(body).length]).toEqual([ROWS_A_PAGE, 3]);
    expect(new Set([...referencesIn(first.body), ...referencesIn(body)]).size).toBe(ROWS_A_PAGE + 3);
    expect(body).toContain(`${ROWS_A_PAGE + 1}th: band 2; ${ROWS_A_PAGE} children in band 2 with the same target date`);
  });

  it.each([
    ['held', [0]],
    ['over', [1]],
    ['unconfirmed', [1]],
    ['prompts', [2]],
    ['TARGET_NEAR', [2]],
    ['OVER_TARGET', []],
    ['something else (hostile)', [1, 2, 0]],
  ])('shows only what is asked for: %s', async (only, expected) => {
    const { manager } = await lists([
      { band: 3, hold: { since: '2026-09-02T09:00:00.000Z', by: { kind: 'MACHINE' } } },
      { targetOn: '2026-09-20' },
      { band: 2, prompts: ['TARGET_NEAR'] },
    ]);
    expect(referencesIn((await manager.get(TAUNTON, { only })).body)).toEqual(expected.map(childOf));
  });

  it.each([
    '1.2.3~2#x~not-a-reference',
    'a.b.c.d.e~2#2027~23456789CDF~CASE',
    '1.1.1.1.1~~23456789CDF~CASE',
    `0.0.0.0.0~${'9'.repeat(500)}~23456789CDF`,
  ])('begins at the start for a cursor that is none (malformed): %s', async (after) => {
    const { manager } = await lists([{ band: 2 }]);
    const { status, body } = await manager.get(TAUNTON, { after });
    expect([status, referencesIn(body)]).toEqual([200, [childOf(0)]]);
  });

  it.each(['initial-assessment/london', 'no-such-list/taunton', 'INITIAL_ASSESSMENT/Taunton'])(
    'is not there under another name (malformed): %s',
    async (name) => {
      const { manager } = await lists([{ band: 2 }]);
      expect((await manager.get(`${AT}/${name}`)).status).toBe(404);
    },
  );

  it('is printed whole, with when that was', async () => {
    const { manager } = await lists(Array.from({ length: ROWS_A_PAGE + 3 }, () => ({ band: 2 })));
    const { body } = await manager.get(`${TAUNTON}/print`);
    expect(referencesIn(body).length).toBe(ROWS_A_PAGE + 3);
    expect(body).toContain(listsWords.printed('').slice(0, 30));
  });
});

describe('everyone of whom there is one thing to look at', () => {
  const waiting = [
    { prompts: ['OVER_TARGET'] },
    { prompts: ['TARGET_NEAR'] },
    { locality: 'Frome', band: 1, prompts: ['OVER_TARGET', 'ASSESSMENT_STALE'] },
  ] as const;

  it('is shown list by list, from the numbers of the lists, without anything personal', async () => {
    const { manager } = await lists(waiting.map((one) => ({ ...one, prompts: [...one.prompts] })));
    const at = `${AT}/look-at/over-target`;
    expect((await manager.get(AT)).body).toContain(`href="${at}"`);
    const { body } = await manager.get(at);
    expect(referencesIn(body)).toEqual([childOf(0), childOf(2)]);
    for (const list of ['Initial assessment, Taunton', 'Initial assessment, Frome']) expect(body).toContain(list);
    expect(body).not.toContain(referralExample.child.lastName);
  });

  it('is no one where it is so of no one, and is not there for something else (malformed)', async () => {
    const { manager } = await lists([{}]);
    expect((await manager.get(`${AT}/look-at/over-target`)).body).toContain(listsWords.lookNone);
    expect((await manager.get(`${AT}/look-at/no-such-thing`)).status).toBe(404);
  });

  it('leads on to the list where more wait there than fit', async () => {
    const { manager } = await lists(Array.from({ length: ROWS_A_PAGE + 1 }, () => ({ prompts: ['OVER_TARGET'] })));
    const { body } = await manager.get(`${AT}/look-at/over-target`);
    expect(referencesIn(body)).toHaveLength(ROWS_A_PAGE);
    expect(body).toContain(`href="${TAUNTON}?only=OVER_TARGET"`);
  });
});

describe('a list as a file', () => {
  it('has references, dates and bands, and nothing of a person', async () => {
    const { manager } = await lists([{ band: 2, broadAreas: 3 }]);
    const { status, headers, body } = await manager.get(`${TAUNTON}/export`);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/csv; charset=utf-8',
      'no-store',
    ]);
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="initial-assessment-taunton-2026-09-\d\d\.csv"$/,
    );
    expect(body.split('\r\n')).toEqual([
      '\uFEFFplace,reference,pathway,locality,band,band_suggested,broad_areas,referred_on,accepted_on,listed_on,target_on,on_hold,on_hold_until,look_at',
      `1,${childOf(0)},INITIAL_ASSESSMENT,Taunton,2,2,3,2026-09-01,2026-09-01,,2027-03-01,no,,`,
      '',
    ]);
    for (const personal of [referralExample.child.lastName, referralExample.child.dob, '@'])
      expect(body).not.toContain(personal);
  });

  it('is for a service manager alone', async () => {
    const { enter } = await lists([{ band: 2 }]);
    const triager = await enter('triage-1@example.org');
    const statuses = [];
    for (const at of [AT, TAUNTON, `${TAUNTON}/print`, `${TAUNTON}/export`])
      statuses.push((await triager.get(at)).status);
    expect(statuses).toEqual([200, 200, 200, 403]);
    expect((await triager.get(TAUNTON)).body).not.toContain(listsWords.csv);
  });
});
