import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { BORN, born, linkIn } from '#test/system/referrer.ts';
import { until } from '#test/system/until.ts';
import { mailsAbout, move } from '#test/system/window.ts';
import { familyPageWords } from '#web/family/page/words.ts';
import { listAt } from '#web/staff/lists/address.ts';
import { placeAt } from '#web/staff/place/address.ts';
import { actionWords, placeWords } from '#web/staff/place/words.ts';
import { safePlaceAt } from '#web/staff/safe-place/address.ts';
import { safePlaceFaultWords, safePlaceWords as words } from '#web/staff/safe-place/words.ts';
import { movedWords } from '#web/staff/todo/moved-words.ts';
import { VISITS_AT, visitsAt } from '#web/staff/visits/address.ts';
import { visitWords } from '#web/staff/visits/words.ts';
import { enterArea } from './area.ts';
import { bookFirst, onTheList, recordFirst, setCapacity } from './assessments.ts';
import { critic } from './judge.ts';
import { offerFirst } from './offers.ts';
import { stage, TELEPHONE } from './stage.ts';
import { planVisit, recordOn } from './visits.ts';

const at = stage();
const MANAGER = 'manager@example.org';
/** The practitioner whom the manager adds. */
const KIM = `kim-${TELEPHONE}@example.org`;
const [HER, HIS] = ['refuge-mother@example.org', 'refuge-father@example.org'];
const HOME = '1 Oldhome Lane';
const family = {
  parents: [
    { name: 'Ada Quixotica', email: HER, phone: '01632 960101', parentalResponsibility: true },
    { name: 'Bob Quixotica', email: HIS, parentalResponsibility: true },
  ],
};
/** The venue of the group in the other town, and where the child went before. */
const [VENUE, NURSERY] = ['Example Hall', 'Oldlane Nursery'];
/** What says where the family is, or was. */
const PLACES = [HOME, 'Taunton', 'Oldhome', 'refuge'];

/** The link to their page that a parent was emailed last. */
const pageLinkTo = (reference: string, mailbox: string) =>
  until(`${mailbox} was emailed a link to the page`, async () =>
    (await mailsAbout(at.service, reference))
      .filter(({ to }) => to.includes(mailbox))
      .flatMap(({ text }) => /^http\S+\/family\/page\/l\/\S+$/m.exec(text)?.[0] ?? [])
      .at(-1),
  );

const mailsToFamily = async (reference: string) =>
  (await mailsAbout(at.service, reference)).filter(({ to }) => to.includes(HER) || to.includes(HIS));

/** Follows a link of a family or a referrer past the date of birth. */
async function follow(page: Page, link: string): Promise<void> {
  await page.goto(link);
  for (const [name, value] of Object.entries(born(BORN))) await page.fill(`#${name}`, value);
  await page.click('main form button');
}

const mainOf = async (page: Page) => (await page.textContent('main')) ?? '';

it('a family moves to a refuge between two visits: one press on a phone stops everything to the old address, and support goes on', async () => {
  const reference = await onTheList(at.service, { family, home: { address: HOME }, socialCare: { status: 'NONE' } });
  const page = await at.newPage({ width: TELEPHONE });
  const { look, faults } = critic(page);
  const looked = () => look();
  const enter = async (mailbox: string) => {
    await page.context().clearCookies();
    await enterArea(page, at.service, mailbox);
  };
  await enter(MANAGER);
  await setCapacity(page, at.service, async () => {});
  await bookFirst(page, at.service, '6', async () => {});
  await move(at.service, { at: '2026-10-06T12:00' });
  await enter(MANAGER);
  await recordFirst(page, at.service, async () => {});
  await offerFirst(page, at.service, async () => {});
  await enter(KIM);
  await page.goto(`${at.service.url}${visitsAt(reference)}`);
  await planVisit(page, ['2026', '10', '20']);
  expect(await mainOf(page)).toContain(HOME);

  // The other parent, on a phone of his own, with the page of the family open.
  const his = await at.newPage({ width: TELEPHONE });
  const seen = critic(his);
  const link = await pageLinkTo(reference, HIS);
  await follow(his, link);
  expect(await mainOf(his)).toContain(familyPageWords.where);
  const open = his.url();

  await page.click(`a:has-text("${words.link}")`);
  await looked();
  await page.click(`button:has-text("${words.button}")`);
  expect(await mainOf(page)).toContain(safePlaceFaultWords.REASON_MISSING);
  await page.fill('#reason', 'She called from a new phone and is safe');
  await page.click(`button:has-text("${words.button}")`);
  expect(await mainOf(page)).toContain(words.done);
  await looked();
  const mails = (await mailsToFamily(reference)).length;

  // What he has in his hands opens nothing: not the page that was open, not his link, not hers.
  for (const where of [open, link, await pageLinkTo(reference, HER)]) {
    await his.goto(where);
    const said = await mainOf(his);
    expect([where, [...PLACES, '9:30am', 'October'].filter((one) => said.includes(one))]).toEqual([where, []]);
    expect(said).not.toContain(familyPageWords.where);
    await seen.look();
  }

  // Who visits is sent to no old address, and the visit that is planned stands.
  for (const where of [VISITS_AT, visitsAt(reference)]) {
    await page.goto(`${at.service.url}${where}`);
    const said = await mainOf(page);
    expect([where, said.includes(HOME)]).toEqual([where, false]);
    await looked();
  }
  await recordOn(page, at.service, ['2026-10-20', '2026-10-27'], KIM);
  await page.goto(`${at.service.url}${visitsAt(reference)}`);
  expect(await mainOf(page)).toContain(visitWords.session(2, 18));
  await looked();

  // The referrer sees that support goes on, and no town.
  const theirs = await at.newPage({ width: TELEPHONE });
  await follow(theirs, await linkIn(at.service, reference, ''));
  const status = await mainOf(theirs);
  expect(PLACES.filter((one) => status.includes(one))).toEqual([]);

  // Three months of reminders, questions and letters later no one at the old address has heard anything.
  await move(at.service, { advance: 'P92D' });
  expect((await mailsToFamily(reference)).slice(mails)).toEqual([]);
  expect([...faults, ...seen.faults]).toEqual([]);
  await Promise.all([page, his, theirs].map((one) => one.context().close()));
}, 600_000);

it('a child who waits moves to another town after that: the manager is asked, and no town, venue or nursery of then or now reaches anyone outside', async () => {
  const reference = await onTheList(at.service, {
    ...{ family, locality: 'Taunton', home: { address: HOME }, socialCare: { status: 'NONE' } },
    ...{ settingHoursPerWeek: 6, setting: { name: NURSERY } },
  });
  const page = await at.newPage({ width: TELEPHONE });
  const { look, faults } = critic(page);
  const enter = async () => {
    await page.context().clearCookies();
    await enterArea(page, at.service, MANAGER);
  };
  await enter();
  await page.goto(`${at.service.url}${safePlaceAt(reference)}`);
  await page.fill('#reason', 'She called from a new phone and is safe');
  await page.click(`button:has-text("${words.button}")`);
  await page.waitForSelector(`text=${words.notLooked}`);
  const sent = (await mailsAbout(at.service, reference)).length;

  // The service manager is emailed on the same day, and finds the task in their list.
  await move(at.service, { advance: 'PT10M' });
  await enter();
  await page.click(`button:has-text("${movedWords.title(reference)}")`);
  await page.waitForSelector(`text=${movedWords.toDo}`);
  await look();
  await page.fill('#reason', 'Kim calls her on Friday, and she moves to the other list');
  await page.click(`button:has-text("${movedWords.record}")`);
  await look();

  await page.goto(`${at.service.url}${placeAt(reference)}/move`);
  await page.check('[name="locality"][value="Yeovil"]');
  await page.fill('#reason', 'She can come there');
  await page.click(`button:has-text("${actionWords.move.button}")`);
  await page.waitForSelector(`text=${placeWords.done}`);
  const towns = ['Taunton', 'Yeovil'].map((locality) => listAt({ pathway: 'INITIAL_ASSESSMENT', locality }));
  const listed: boolean[] = [];
  for (const list of towns) {
    await page.goto(`${at.service.url}${list}`);
    listed.push((await mainOf(page)).includes(reference));
  }
  expect(listed).toEqual([false, true]);

  await move(at.service, { advance: 'P20D' });
  const theirs = await at.newPage({ width: TELEPHONE });
  await follow(theirs, await linkIn(at.service, reference, ''));
  const status = await mainOf(theirs);
  const since = (await mailsAbout(at.service, reference)).slice(sent);
  expect(since.flatMap(({ to }) => to).filter((to) => [HER, HIS].includes(to))).toEqual([]);
  expect(since.some(({ to }) => to.includes(MANAGER))).toBe(true);
  const outside = [status, ...since.map(({ subject, text }) => `${subject} ${text}`)];
  for (const word of [...PLACES, 'Yeovil', VENUE, NURSERY])
    expect([word, outside.filter((one) => one.includes(word))]).toEqual([word, []]);
  expect(faults).toEqual([]);
  await Promise.all([page, theirs].map((one) => one.context().close()));
}, 600_000);
