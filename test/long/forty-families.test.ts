import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { endAll, start } from '#test/system/service.ts';
import { referAll } from './forty/referrals.ts';
import { enterSettings } from './forty/settings.ts';
import { checkReferrals, holdSameChild, meet } from './forty/triage.ts';
import { BEGINS, beginWalk, type Walk } from './forty/walk.ts';

let walk: Walk;
beforeAll(async () => {
  walk = beginWalk(await start({ now: `${BEGINS}T09:00`, isLong: true }));
}, 180_000);
afterAll(endAll);

/** Each part goes on from the one before: after one that broke, the others are not tried. */
const parts = { broke: '' };
async function part({ task, skip }: TestContext, walkIt: () => Promise<void>): Promise<void> {
  if (parts.broke) skip(`"${parts.broke}" broke before it`);
  parts.broke = task.name;
  await walkIt();
  parts.broke = '';
}

describe('a service manager begins with nothing, and forty families are referred', () => {
  it('the manager enters the team, visits, leave, groups, terms, meetings and towns', (context) =>
    part(context, async () => {
      await enterSettings(walk.manager);
      const { html } = await walk.manager.open('/staff/settings/capacity');
      for (const said of ['Kim Park', 'Sam Reed', 'Portage group in Taunton']) expect(html).toContain(said);
    }));

  it('forty referrals are acknowledged, and the machine ends the three that cannot continue', (context) =>
    part(context, async () => {
      walk.families = await referAll(walk.at);
      expect(new Set(walk.families.map(({ reference }) => reference)).size).toBe(40);
      await checkReferrals(walk);
    }));

  it('a child who is referred once more is held, and the team says that it is the same child', (context) =>
    part(context, () => holdSameChild(walk)));

  it('the team meets and decides on each through the links in its emails', (context) =>
    part(context, () => meet(walk)));
});
