import { expect, it } from 'vitest';
import { addDays } from '#domain/values/dates.ts';
import { move } from '#test/system/window.ts';
import { VISITS_AT } from '#web/staff/visits/address.ts';
import { visitWords } from '#web/staff/visits/words.ts';
import { enterArea } from './area.ts';
import { bookFirst, onTheList, recordFirst, setCapacity } from './assessments.ts';
import { critic } from './judge.ts';
import { offerFirst } from './offers.ts';
import { COMPUTER, stage, TELEPHONE } from './stage.ts';
import { agree, askForMore, planVisit, recordOn } from './visits.ts';

const at = stage();
/** The practitioner whom the first test adds. */
const KIM = `kim-${COMPUTER}@example.org`;

it('a manager sets visits and groups, books an initial assessment and records it, and no page has a fault', async () => {
  await onTheList(at.service);
  const page = await at.newPage();
  const { look, faults } = critic(page);
  await enterArea(page, at.service, 'manager@example.org');
  await setCapacity(page, at.service, () => look());
  await bookFirst(page, at.service, '6', () => look());
  await move(at.service, { at: '2026-10-06T12:00' });
  await page.context().clearCookies();
  await enterArea(page, at.service, 'manager@example.org');
  await recordFirst(page, at.service, () => look());
  expect(faults).toEqual([]);
  await page.context().close();
});

it('the same can be done on a phone without JavaScript', async () => {
  await onTheList(at.service);
  const page = await at.newPage({ width: 375, javaScript: false });
  await enterArea(page, at.service, 'manager@example.org');
  await bookFirst(page, at.service, '13', async () => {});
  await move(at.service, { at: '2026-10-13T12:00' });
  await page.context().clearCookies();
  await enterArea(page, at.service, 'manager@example.org');
  await recordFirst(page, at.service, async () => {});
  await page.context().close();
});

it('a practitioner takes a family from the initial visit through 18 sessions to more, on a phone', async () => {
  const page = await at.newPage({ width: TELEPHONE });
  const { look, faults } = critic(page);
  const looked = () => look();
  await enterArea(page, at.service, 'manager@example.org');
  await offerFirst(page, at.service, async () => {});
  const visits = page.url().replace(/\/offer.*$/, '/visits');
  await page.context().clearCookies();
  await enterArea(page, at.service, KIM);
  await page.goto(visits);
  await planVisit(page, ['2026', '10', '20']);
  const tuesdays = Array.from({ length: 19 }, (_, n) => addDays('2026-10-20', 7 * n));
  const seconds = await recordOn(page, at.service, tuesdays, KIM);
  await page.waitForSelector(`text=${visitWords.allDone}`);
  await looked();
  await askForMore(page, '4', looked);
  await page.context().clearCookies();
  await enterArea(page, at.service, 'manager@example.org');
  await agree(page, at.service, '4', looked);
  await page.context().clearCookies();
  await enterArea(page, at.service, KIM);
  await page.goto(visits);
  await planVisit(page, ['2027', '3', '2']);
  await page.goto(`${at.service.url}${VISITS_AT}`);
  await looked();
  await recordOn(page, at.service, ['2027-03-02'], KIM);
  await page.waitForSelector(`text=${visitWords.sessions(19, 22)}`);
  expect(faults).toEqual([]);
  const middle = seconds.toSorted((a, b) => a - b)[Math.floor(seconds.length / 2)] ?? Number.NaN;
  process.stdout.write(
    `One session is recorded in 3 presses; the machine took ${middle.toFixed(1)} seconds (median).\n`,
  );
  expect(middle).toBeLessThan(15);
  await page.context().close();
}, 600_000);
