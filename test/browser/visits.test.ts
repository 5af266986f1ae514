import { describe, expect, it } from 'vitest';
import { addDays } from '#domain/values/dates.ts';
import { statusWhen } from '#test/system/api.ts';
import { bringInList } from '#test/system/present-list.ts';
import { move } from '#test/system/window.ts';
import { blockWords } from '#web/staff/todo/block-words.ts';
import { VISITS_AT, visitsAt } from '#web/staff/visits/address.ts';
import { visitWords } from '#web/staff/visits/words.ts';
import { enterArea } from './area.ts';
import { bookFirst, onTheList, recordFirst, setCapacity } from './assessments.ts';
import { critic } from './judge.ts';
import { offerFirst } from './offers.ts';
import { stage, TELEPHONE } from './stage.ts';
import { fillSchoolRegister, inviteCohort, lookAtLongVisits, openLongVisits, sayYes, setSessions } from './summer.ts';
import { agree, askForMore, closeSupport, planVisit, recordOn } from './visits.ts';

const at = stage();
const MANAGER = 'manager@example.org';
/** The practitioner whom the manager adds. */
const KIM = `kim-${TELEPHONE}@example.org`;
/** What the hand does for one session, from the first page of the staff area: my visits, the visit, what came of it, save. */
const ONE_SESSION = { presses: 3, choices: 1, fields: 0 };
const YEAR = 2027;
/** Of the example list: their support had ended, and they start school in that year. */
const [TOWN, CHILD] = ['Yeovil', 'Former'];
const FIVE = [
  [13, 4],
  [20, 4],
  [27, 4],
  [4, 5],
  [11, 5],
] as const;

/** Someone on a phone, where each page is judged. */
async function onPhone() {
  const page = await at.newPage({ width: TELEPHONE });
  const { look, faults } = critic(page);
  const enter = async (mailbox: string) => {
    await page.context().clearCookies();
    await enterArea(page, at.service, mailbox);
  };
  return { page, faults, enter, looked: () => look() };
}

// Each goes on where the one before has left off, so that the clock moves once.
describe('from the initial assessment to the end of home visits, on a phone, where no page has a fault', () => {
  let reference = '';

  it('a family is visited 18 times, each recorded by three presses and a choice, and once more after an extension', async () => {
    reference = await onTheList(at.service);
    const { page, faults, enter, looked } = await onPhone();
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
    const done = await recordOn(page, at.service, tuesdays, KIM);
    expect(done).toEqual(tuesdays.map(() => ONE_SESSION));
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
    expect(faults).toEqual([]);
    await page.context().close();
  }, 600_000);

  it('the manager is asked to look at them after 26 weeks, and answers without JavaScript', async () => {
    const { page, faults, enter, looked } = await onPhone();
    await enter(MANAGER);
    await bringInList(at.service, CHILD);
    await setSessions(page, at.service, { year: YEAR, town: TOWN, days: FIVE }, looked);
    await inviteCohort(page, at.service, YEAR);
    await looked();

    await move(at.service, { at: `${YEAR}-04-14T12:00` });
    await enter(MANAGER);
    await openLongVisits(page, reference);
    await looked();
    expect(faults).toEqual([]);
    const plain = await at.newPage({ width: TELEPHONE, javaScript: false });
    await enterArea(plain, at.service, MANAGER);
    await lookAtLongVisits(plain, reference, 'They go on until June, after an operation');
    await plain.goto(`${at.service.url}/staff`);
    expect(await plain.textContent('main')).not.toContain(blockWords.title(reference));
    await Promise.all([page, plain].map((one) => one.context().close()));
  }, 300_000);

  it('in the summer term the register of Starting School is filled in by two presses, by the keyboard alone', async () => {
    const { page, faults, enter, looked } = await onPhone();
    await enter(MANAGER);
    await page.goto(`${at.service.url}/staff/starting-school?year=${YEAR}`);
    const child =
      (await page
        .locator('main a', { hasText: /^[2-9A-Z]{11}$/ })
        .first()
        .textContent()) ?? '';
    await sayYes(page, at.service, child);
    await looked();
    const unseen = await fillSchoolRegister(page, at.service, `${TOWN}, 13 April ${YEAR}`, child, looked);
    expect(unseen).toEqual([]);
    expect(await page.textContent('main')).toContain(CHILD);
    expect(faults).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('who visits closes the support, and the referral is closed', async () => {
    const { page, faults, enter, looked } = await onPhone();
    await enter(KIM);
    await closeSupport(page, at.service, reference, looked);
    await move(at.service, { advance: 'PT10M' });
    await statusWhen(at.service, reference, 'CLOSED');
    expect(faults).toEqual([]);
    await page.context().close();
  }, 120_000);
});
