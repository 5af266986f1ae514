import { describe, expect, it } from 'vitest';
import { SUPPORT_CLOSED } from '#domain/case/close-support.ts';
import { personActor } from '#domain/people/actor.ts';
import type { Visit } from '#domain/support/block-shape.ts';
import { newSupport } from '#domain/support/make.ts';
import type { Support } from '#domain/support/support.ts';
import { instantInWords } from '#web/access/instants.ts';
import { supportWords } from '#web/family/page/support-words.ts';
import { familyPageWords as words } from '#web/family/page/words.ts';
import { reference } from '../records.ts';
import { onList } from '../referral/standings.ts';
import { familyWorld } from './world.ts';

const by = personActor('kim', 'Kim Plantedname', 'Practitioner');
const at = '2026-09-22T08:00:00.000Z';
const { list, ...listed } = onList();
const inSupport = { ...listed, list: null, status: 'IN_SUPPORT', toSupport: { at, doneAt: at } } as const;

const NURSERY = 'Plantnursery';

/** A family whose child is visited, with the next visit planned so. */
async function visited(
  visit: Partial<Visit> = {},
  theCase: ReturnType<typeof onList> = inSupport,
  status: Support['status'] = 'STARTED',
) {
  const setting = { settingHoursPerWeek: 6, setting: { name: NURSERY } };
  const world = await familyWorld({ theCase, referral: setting });
  if (!list) throw new Error('The child waits on no list.');
  const planned = { id: 'V1', kind: 'INITIAL', on: '2026-09-29', at: '09:30', where: 'HOME', plannedBy: by } as const;
  const block = {
    pathway: 'HOME_VISITING',
    practitioner: 'kim',
    since: at,
    visits: [{ ...planned, plannedAt: at, ...visit }],
  };
  const support: Support = {
    ...newSupport(reference, list, { now: at, policyVersion: 1 }),
    status,
    list: status === 'STARTED' ? null : list,
    block,
  };
  await world.stores.supports.createSupport(support);
  const page = async () => (await (await world.enter(await world.code())).using.get(world.at)).body;
  return { ...world, page };
}

describe('the page of a family that is visited at home', () => {
  it.each([
    ['HOME', words.atHome],
    ['CHILDRENS_CENTRE', 'at a children’s centre'],
    ['SETTING', 'at your child’s nursery or other setting'],
  ] as const)('shows when and where the next visit is once a person agreed that: %s', async (where, said) => {
    const { agree, page } = await visited({ where });
    await agree();
    expect(await page()).toContain(words.visit(instantInWords('2026-09-29T08:30:00.000Z'), said));
  });

  it('shows no time, place or name on a page that no person agreed, or not with places (planted)', async () => {
    for (const isAgreed of [false, true]) {
      const { agree, page } = await visited({ where: 'CHILDRENS_CENTRE' });
      if (isAgreed) await agree('0', 'no');
      const body = await page();
      expect(
        ['9:30am', '29 September', 'children’s centre', 'Plantedname', 'Taunton', 'Hall', NURSERY].filter((one) =>
          body.includes(one),
        ),
      ).toEqual([]);
    }
  });

  it('shows no visit whose time has passed (late)', async () => {
    const { agree, page } = await visited({ on: '2026-09-23' });
    await agree();
    expect(await page()).not.toContain('23 September');
  });

  it('says before support begins that a visit is planned, and not that the first day is still to be agreed', async () => {
    const { page } = await visited({}, inSupport, 'ACCEPTED');
    const body = await page();
    expect(body).toContain(supportWords.visitPlanned);
    expect(body).not.toContain('29 September');
  });

  it.each([
    ['took place', { outcome: { what: 'ATTENDED', childSeen: true, by, at } }],
    ['is over and not yet recorded (late)', { on: '2026-09-23' }],
  ] as const)('says before support begins that the next day is to be agreed once a visit %s', async (_, visit) => {
    const { page } = await visited(visit, inSupport, 'ACCEPTED');
    expect(await page()).toContain(supportWords.nextDay);
  });

  it('says that support has ended once staff closed it, and how to ask again', async () => {
    const closed = { why: 'NO_REPLY', pathway: 'HOME_VISITING', at, by } as const;
    const { page } = await visited(
      {},
      { ...inSupport, status: 'CLOSED', outcome: SUPPORT_CLOSED, next: 'DONE', closed },
    );
    const body = await page();
    for (const said of [words.supportClosed, words.afterSupport]) expect(body).toContain(said);
  });
});
