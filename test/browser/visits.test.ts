import { expect, it } from 'vitest';
import { addDays } from '#domain/values/dates.ts';
import { statusWhen } from '#test/system/api.ts';
import { move } from '#test/system/window.ts';
import { VISITS_AT, visitsAt } from '#web/staff/visits/address.ts';
import { visitWords } from '#web/staff/visits/words.ts';
import { enterArea } from './area.ts';
import { bookFirst, onTheList, recordFirst, setCapacity } from './assessments.ts';
import { critic } from './judge.ts';
import { offerFirst } from './offers.ts';
import { stage, TELEPHONE } from './stage.ts';
import { agree, askForMore, closeSupport, planVisit, recordOn } from './visits.ts';

const at = stage();
const MANAGER = 'manager@example.org';
/** The practitioner whom the manager adds. */
const KIM = `kim-${TELEPHONE}@example.org`;

it('a family is taken from the initial assessment through 18 sessions and an extension to closing, on a phone, and no page has a fault', async () => {
  const reference = await onTheList(at.service);
  const page = await at.newPage({ width: TELEPHONE });
  const { look, faults } = critic(page);
  const looked = () => look();
  const enter = async (mailbox: string) => {
    await page.context().clearCookies();
    await enterArea(page, at.service, mailbox);
  };
  await enter(MANAGER);
  await setCapacity(page, at.service, looked);
  await bookFirst(page, at.service, '6', looked);
  await move(at.service, { at: '2026-10-06T12:00' });
  await enter(MANAGER);
  await recordFirst(page, at.service, looked);
  await offerFirst(page, at.service, looked);

  await enter(KIM);
  await page.goto(`${at.service.url}${visitsAt(reference)}`);
  await planVisit(page, ['2026', '10', '20']);
  const tuesdays = Array.from({ length: 19 }, (_, n) => addDays('2026-10-20', 7 * n));
  await recordOn(page, at.service, tuesdays, KIM);
  await page.waitForSelector(`text=${visitWords.allDone}`);
  await looked();
  await askForMore(page, '4', looked);

  await enter(MANAGER);
  await agree(page, at.service, reference, '4', looked);
  await enter(KIM);
  await page.goto(`${at.service.url}${visitsAt(reference)}`);
  await planVisit(page, ['2027', '3', '2']);
  await page.goto(`${at.service.url}${VISITS_AT}`);
  await looked();
  await recordOn(page, at.service, ['2027-03-02'], KIM);
  await page.waitForSelector(`text=${visitWords.sessions(19, 22)}`);

  await closeSupport(page, at.service, reference, looked);
  await move(at.service, { advance: 'PT10M' });
  await statusWhen(at.service, reference, 'CLOSED');
  expect(faults).toEqual([]);
  await page.context().close();
}, 600_000);
