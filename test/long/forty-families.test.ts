import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, type TestContext } from 'vitest';
import { isUnknown, statusOf } from '#test/system/api.ts';
import { endAll, type Service, start } from '#test/system/service.ts';
import { mailsOf } from '#test/system/window.ts';
import { bookAll, visitAll } from './forty/assess.ts';
import { type Autumn, answers, changePlaces, dayAfterMeeting, firstOffers, noAnswer } from './forty/autumn.ts';
import { bringIn, bringInAgain, release, sign, writeOut } from './forty/bring-in.ts';
import { lookRound } from './forty/look.ts';
import { offerAll } from './forty/offers.ts';
import { LIST } from './forty/present-list.ts';
import { faultsOfMail, keepMail } from './forty/read-mail.ts';
import { referAll } from './forty/referrals.ts';
import { enterSettings } from './forty/settings.ts';
import { SEEN, stageOfWalk } from './forty/stage.ts';
import { counted, tableOf } from './forty/table.ts';
import { checkReferrals, holdSameChild, meet } from './forty/triage.ts';
import { BEGINS, beginWalk, type Walk } from './forty/walk.ts';

let walk: Walk;
const autumn: Autumn = { offered: [], letters: [], told: [] };
let report: readonly string[] = [];
let written: Awaited<ReturnType<typeof writeOut>>;
const begun = performance.now();

beforeAll(async () => {
  const [at, stage] = await Promise.all([start({ now: `${BEGINS}T09:00`, isLong: true }), stageOfWalk()]);
  walk = beginWalk(at, stage);
}, 180_000);
afterAll(async () => {
  await walk.stage.close();
  await endAll();
});

/** Each part goes on from the one before: after one that broke, the others are not tried. */
let broke = '';
function part(title: string, walkIt: () => Promise<void>): void {
  it(title, async ({ task, skip }: TestContext) => {
    if (broke !== '') skip(`"${broke}" broke before it`);
    broke = task.name;
    await walkIt();
    expect(walk.stage.faults).toEqual([]);
    broke = '';
  });
}

/** Those of the families on the list from the spreadsheet who were written to so far. */
const keptAddresses = new Set(LIST.map(({ parent_email }) => parent_email).filter((address) => address !== ''));
const mailToList = async (at: Service) =>
  (await mailsOf(at)).filter(({ to }) => to.some((mailbox) => keptAddresses.has(mailbox)));

part('the manager enters the team, visits, leave, groups, terms, meetings and towns', async () => {
  await enterSettings(walk.manager);
  const { html } = await walk.manager.open('/staff/settings/capacity');
  for (const said of ['Kim Park', 'Sam Reed', 'Portage group in Taunton']) expect(html).toContain(said);
});

part('forty referrals are acknowledged, and the machine ends the three that cannot continue', async () => {
  walk.families = await referAll(walk.at);
  expect(new Set(walk.families.map(({ reference }) => reference)).size).toBe(40);
  await checkReferrals(walk);
});

part('a child who is referred once more is held, and the team says that it is the same child', () =>
  holdSameChild(walk),
);

part('the team meets and decides on each through the links in its emails', () => meet(walk));

part('first visits are booked, and done or missed', async () => {
  await bookAll(walk);
  await dayAfterMeeting(walk, autumn);
  await visitAll(walk);
});

part('the first places are offered, and the team meets again', async () => {
  await firstOffers(walk, autumn);
  expect(autumn.offered.length).toBeGreaterThan(8);
});

part('families answer from their inboxes, and someone decides on the child who was not brought twice', () =>
  answers(walk, autumn),
);

part('a place is held, a child moves to another town, and who did not answer is called', async () => {
  await changePlaces(walk);
  await noAnswer(walk, autumn);
});

part('a list of 200 rows is checked, corrected and brought in, and no one hears of it', async () => {
  await walk.nights.passTo('2026-11-05');
  await walk.nights.clock('09:30');
  const { page, look } = await walk.stage.newPage();
  report = await bringIn(page, walk.at, look);
  await walk.nights.passTo('2026-11-06');
  await walk.nights.clock('09:30');
  await sign(page, walk.at, look);
  // A place that is free goes to no one of a file that is not released: offerAll knows none of them.
  autumn.offered.push(...(await offerAll(walk)));
  await walk.nights.passTo('2026-11-09');
  expect(await mailToList(walk.at)).toEqual([]);
  await walk.nights.clock('09:30');
  await release(page, walk.at, look);
  await page.context().close();
});

part('after a night it is written out, and an empty service that takes it has the same report', async () => {
  await walk.nights.passTo('2026-11-10');
  await walk.nights.clock('09:30');
  await lookRound(walk, 'november');
  const [one, other] = [await walk.stage.newPage(), await walk.stage.newPage()];
  written = await writeOut(one.page, walk.at);
  expect(written.counts).toMatchObject({ waiting: 190, ended: 10 });
  const empty = await start({ now: '2026-11-10T09:30' });
  const again = await bringInAgain(other.page, empty, written.list);
  expect(again.toSorted()).toEqual(report.toSorted());
  await bringInAgain(other.page, empty, [written.others]);
  await empty.kill();
});

part('every email and letter is to the right person, and says nothing that it should not', async () => {
  await walk.nights.passTo('2026-11-17');
  const mails = await mailsOf(walk.at);
  const kinds = keepMail(mails, autumn.letters);
  const erased = walk.families.filter(({ road }) => road === 'NOT_AGREED');
  const kept = walk.families.filter(({ road }) => road !== 'NOT_AGREED');
  const statuses = await Promise.all(kept.map(async ({ reference }) => (await statusOf(walk.at, reference)).status));
  expect(await Promise.all(erased.map(({ reference }) => isUnknown(walk.at, reference)))).toEqual([true]);
  const table = [
    tableOf('Where the forty referrals are', counted([...statuses, ...erased.map(() => 'erased after 28 days')])),
    tableOf('First visits', counted(walk.families.map(({ visit }) => visit))),
    tableOf('Answers to offers', counted(autumn.offered.map(({ answer }) => answer))),
    tableOf('Emails', [...kinds]),
    tableOf('In all', [
      ['nights balanced', walk.nights.balanced.length],
      ['emails', mails.length],
      ['letters posted', autumn.letters.length],
      ['families told in person', autumn.told.length],
      ['rows brought in', report.length === 0 ? 0 : LIST.length],
      ['children of our own written out', written.counts.others],
      ['pages judged and pictured', walk.stage.pictures.length],
      ['seconds', Math.round((performance.now() - begun) / 1_000)],
    ]),
  ].join('\n');
  writeFileSync(`${SEEN}/table.txt`, table);
  process.stdout.write(`\n${table}\n`);
  expect(await faultsOfMail(walk, mails, autumn.letters)).toEqual([]);
});
