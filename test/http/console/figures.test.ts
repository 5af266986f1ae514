import { describe, expect, it } from 'vitest';
import { CONSOLE_AT, FIGURES_AT, figureAt } from '#web/console/address.ts';
import { FIGURES } from '#web/console/figures/figures.ts';
import { figureWords as words } from '#web/console/figures/words.ts';
import { consoleWorld } from './world.ts';

type World = Awaited<ReturnType<typeof consoleWorld>>;

const outcome = (result: string, role: string, n: number) => ({
  line: `OUTCOME|${result}|${role}|Taunton|ENGLISH`,
  n,
});

/** What a night of this week has kept: the clock of the world stands in September 2026. */
async function counted({ stores, clock }: World) {
  await stores.figures.saveSums({
    period: 'W2026-09-14',
    counts: [
      { line: 'RECEIVED', n: 7 },
      { line: 'DECIDED', n: 2 },
      { line: 'TRIAGED|9', n: 1 },
      { line: 'TRIAGED|12', n: 1 },
    ],
  });
  await stores.figures.saveSums({
    period: 'M2026-08',
    counts: [
      { line: 'STARTED|IN_TIME', n: 3 },
      { line: 'STARTED|LATE', n: 1 },
      outcome('ACCEPTED', 'GP', 23),
      outcome('DECLINED', 'GP', 17),
      outcome('ACCEPTED', 'MIDWIFE', 29),
      outcome('DECLINED', 'MIDWIFE', 3),
    ],
  });
  await stores.figures.savePresent({
    asOf: clock.now(),
    ages: [{ stage: 'ON_LIST', age: 'UP_TO_8_WEEKS', n: 41 }],
    waiting: [{ pathway: 'PORTAGE_GROUP', locality: 'Frome', n: 37, over: 6 }],
  });
}

describe('the figures', () => {
  it('are found from the front page, and say that nothing was counted yet', async () => {
    const using = await (await consoleWorld()).as('AUDITOR');
    expect((await using.get(CONSOLE_AT)).body).toContain(`href="${FIGURES_AT}"`);
    const { status, body } = await using.get(FIGURES_AT);
    expect([status, body.includes(words.never), body.includes('<svg')]).toEqual([200, true, false]);
  });

  it('have a picture, a table and a file each', async () => {
    const world = await consoleWorld();
    await counted(world);
    const using = await world.as('AUDITOR');
    const { body } = await using.get(FIGURES_AT);
    const of = (what: RegExp) => [...body.matchAll(what)].length;
    const all = Object.keys(FIGURES);
    expect([of(/<svg/g), of(/<table/g)]).toEqual([all.length, all.length]);
    for (const id of all) {
      const file = await using.get(figureAt(id));
      expect([file.status, file.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
      expect(body).toContain(`href="${figureAt(id)}"`);
    }
  });

  it('show what a night has counted', async () => {
    const world = await consoleWorld();
    await counted(world);
    const using = await world.as('SERVICE_MANAGER');
    const linesOf = async (id: string) => (await using.get(figureAt(id))).body.trimEnd().split('\r\n').slice(1);
    expect(await linesOf('referrals-and-decisions')).toEqual(['2026-09-14,7,2']);
    expect(await linesOf('time-to-triage')).toEqual(['2026-09-14,2,10.5,12']);
    expect(await linesOf('share-in-time')).toEqual(['2026-08,3,1,75']);
    expect(await linesOf('waiting')).toEqual(['"Portage group, Frome",37,6']);
  });

  it('hide a small number on the page and in the file, and what would give it away', async () => {
    const world = await consoleWorld();
    await counted(world);
    const using = await world.as('OPERATOR');
    const { body } = await using.get(figureAt('outcomes-by-role'));
    expect(body).toContain(words.hidden);
    for (const hidden of ['3', '17', '23', '29']) expect(body.split(/[,\r\n]/)).not.toContain(hidden);
  });

  it('are not found under a name that no picture has', async () => {
    const using = await (await consoleWorld()).as('OPERATOR');
    expect((await using.get(figureAt('constructor'))).status).toBe(404);
  });
});
