import { describe, expect, it } from 'vitest';
import { markMailFailed } from '#application/notices/mark-mail-failed.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { columnWords, queueWords } from '#web/staff/queue/words.ts';
import { hidden } from '../browser.ts';
import { at, nth, queue, referencesIn } from './queue-world.ts';

const day = (n: number) => `2026-10-${String(n).padStart(2, '0')}T08:00:00.000Z`;

describe('the queue of open tasks', () => {
  it('shows them the first due first, without anything personal', async () => {
    const { using, shown } = await queue([{ task: { dueAt: day(5) } }, { task: { dueAt: day(2) } }]);
    expect((await shown()).slice(-2)).toEqual([nth(1), nth(0)]);
    const { body } = await using.get(at);
    expect([body.includes('2 October 2026'), body.includes(referralExample.child.lastName)]).toEqual([true, false]);
  });

  it('keeps a task due by its first day, whatever reminders came since, and marks it as late', async () => {
    const { get } = await queue([{ task: { dueAt: day(20), firstDueAt: '2026-09-20T08:00:00.000Z', round: 1 } }]);
    const { body } = await get(`${at}?late=yes`);
    expect([referencesIn(body), body.includes(`>${queueWords.late}</strong>`)]).toEqual([[nth(0)], true]);
  });

  it('keeps what no one decided in time, since the day on which the team was asked', async () => {
    const parked = { at: day(30), why: 'NO_DECISION' };
    const since = '2026-09-14T08:00:00.000Z';
    const { get } = await queue([
      { parked, triageSince: since, task: { dueAt: day(5) } },
      { parked, task: { kind: 'REFERRER' } },
    ]);
    for (const query of ['', '?order=since', '?late=']) {
      const { body } = await get(at + query);
      expect([referencesIn(body).includes(nth(0)), referencesIn(body).includes(nth(1))]).toEqual([true, false]);
      expect([body.includes('14 September 2026'), body.includes('30 October 2026')]).toEqual([true, false]);
    }
  });

  it('says whose emails come back', async () => {
    const { deps, get } = await queue([{}]);
    const [first] = (await deps.readTeam()).people;
    await markMailFailed(deps, first?.id ?? '', { sentAt: deps.now(), about: 'X' });
    expect((await get(at)).body).toContain(queueWords.mailFails(first?.name ?? '', '24 September 2026'));
  });

  it('leaves out what is decided', async () => {
    const decision = {
      outcome: 'DECLINE',
      reason: 'Because',
      by: { kind: 'MACHINE' },
      decidedAt: day(1),
      effectiveAt: day(1),
    } as const;
    const { shown } = await queue([{ task: { decision } }]);
    expect(await shown()).not.toContain(nth(0));
  });

  it.each([
    ['area', '?locality=Frome', { locality: 'Frome' }],
    ['suggested band', '?band=1', { suggestedBand: 1 }],
    ['flag', '?flag=DELAY_NOT_COMPUTABLE', { flags: ['DELAY_NOT_COMPUTABLE'] }],
  ] as const)('is filtered by %s', async (_what, query, { ...fields }) => {
    const { shown, get } = await queue([{ ...fields, flags: [...('flags' in fields ? fields.flags : [])] }, {}]);
    expect(await shown(query)).toEqual([nth(0)]);
    expect((await get(at + query)).body).toContain(queueWords.filtered);
  });

  it('is put in another order by the head of a column, which says so to who hears it', async () => {
    const { get, shown } = await queue([{ triageSince: day(3) }, { triageSince: day(1) }]);
    expect((await shown('?order=since&way=down')).slice(0, 2)).toEqual([nth(0), nth(1)]);
    const { body } = await get(`${at}?order=since`);
    expect(body).toMatch(
      new RegExp(`aria-sort="ascending"><a [^>]*href="${at.replace('/', '\\/')}\\?order=since&amp;way=down`),
    );
    expect(body).toContain(columnWords.since);
  });

  it('is read page by page from the index, each task once, also where all are due at one instant', async () => {
    const { get } = await queue(Array.from({ length: 59 }, () => ({ task: { dueAt: day(1) } })));
    const seen: string[] = [];
    let address: string | undefined = at;
    while (address) {
      const { body } = await get(address);
      seen.push(...referencesIn(body));
      address = /href="([^"]*)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
    }
    expect([seen.length, new Set(seen).size]).toEqual([60, 60]);
  });

  it('is read page by page in any other order too, and back again', async () => {
    const { get, shown } = await queue(Array.from({ length: 29 }, () => ({})));
    const first = await shown('?order=since');
    const second = await shown('?order=since&page=2');
    expect([first.length, second.length, new Set([...first, ...second]).size]).toEqual([25, 5, 30]);
    expect((await get(`${at}?order=since&page=2`)).body).toContain(queueWords.previous);
  });

  it.each(['?order=nothing', '?page=0', '?after=TRIAGE~x~y', '?band=9', '?flag=<b>', '?kind=REFERRER'])(
    'passes over what it does not understand in an address (hostile): %s',
    async (query) => {
      const { get } = await queue([{}]);
      const { status, body } = await get(at + query);
      expect([status, referencesIn(body).length]).toEqual([200, 2]);
    },
  );

  it('opens a task that is asked of this person without another code', async () => {
    const { using } = await queue([{}]);
    const csrf = hidden(await using.get(at), 'csrf');
    const opened = await using.post(at, { csrf, open: `${nth(0)}-T1` });
    expect(opened.location.endsWith(`/triage/tasks/${nth(0)}-T1`)).toBe(true);
    expect((await using.get(opened.location)).status).toBe(200);
  });

  it('does not open a task that is asked of others, and says so', async () => {
    const { using } = await queue([{ task: { recipients: ['PERSON:someone'] } }]);
    const csrf = hidden(await using.get(at), 'csrf');
    const { status, body } = await using.post(at, { csrf, open: `${nth(0)}-T1` });
    expect([status, body.includes(queueWords.askedOfOthers(nth(0)))]).toEqual([409, true]);
  });
});
