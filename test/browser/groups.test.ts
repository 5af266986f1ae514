import { expect, it } from 'vitest';
import { statusWhen } from '#test/system/api.ts';
import { move } from '#test/system/window.ts';
import { listAt } from '#web/staff/lists/address.ts';
import { listsWords } from '#web/staff/lists/words.ts';
import { OFFERS_AT } from '#web/staff/offers/address.ts';
import { passedOverWords } from '#web/staff/offers/words.ts';
import { enterArea } from './area.ts';
import {
  agreeTogether,
  closeGroup,
  decideTogether,
  fillRegister,
  invited,
  openAsService,
  sayView,
  services,
  setGroup,
  setServices,
} from './groups.ts';
import { critic } from './judge.ts';
import { offerFirst } from './offers.ts';
import { stage, TELEPHONE } from './stage.ts';

const at = stage();
const MANAGER = 'manager@example.org';
const [GROUP, TREASURES] = ['Portage group in Taunton', 'Little Treasures in Taunton'];
/** In how many presses a register is filled in, from the list of groups. */
const PRESSES = 2;

it('a child in the Portage group and one in Little Treasures go from invitation to closing, on a phone, and no page has a fault', async () => {
  const inGroup = await invited(at.service, 'INVITE_GROUP');
  const treasure = await invited(at.service, 'INVITE_LITTLE_TREASURES');
  const page = await at.newPage({ width: TELEPHONE });
  const { look, faults } = critic(page);
  const enter = async () => {
    await page.context().clearCookies();
    await enterArea(page, at.service, MANAGER);
  };
  await enter();
  await setGroup(page, at.service, 'PORTAGE_GROUP', GROUP, 'MONDAY');
  await setGroup(page, at.service, 'LITTLE_TREASURES', TREASURES, 'WEDNESDAY');
  await setServices(page, at.service, look);

  await offerFirst(page, at.service, look);
  await page.goto(`${at.service.url}${OFFERS_AT}`);
  await page.click('main details summary >> nth=-1');
  await page.waitForSelector(`text=${passedOverWords.NOT_DECIDED_JOINTLY}`);
  await look();
  await page.goto(`${at.service.url}${listAt({ pathway: 'LITTLE_TREASURES', locality: 'Taunton' })}`);
  await page.waitForSelector(`text=${listsWords.joint}`);
  await look();

  await agreeTogether(page, at.service, treasure, look);
  const other = await at.newPage({ width: TELEPHONE });
  const judged = critic(other);
  await openAsService(other, at.service, treasure, services[1].mailbox);
  await sayView(other, 'Lee Ash', judged.look);
  await other.context().close();
  await decideTogether(page, at.service, treasure, look);
  await offerFirst(page, at.service, look);

  await move(at.service, { at: '2026-10-05T12:00' });
  await enter();
  expect(await fillRegister(page, at.service, GROUP, look)).toBe(PRESSES);
  await move(at.service, { at: '2026-10-07T12:00' });
  await enter();
  expect(await fillRegister(page, at.service, TREASURES, look)).toBe(PRESSES);

  for (const reference of [inGroup, treasure]) await closeGroup(page, at.service, reference, look);
  await move(at.service, { advance: 'PT10M' });
  for (const reference of [inGroup, treasure]) await statusWhen(at.service, reference, 'CLOSED');
  expect([...faults, ...judged.faults]).toEqual([]);
  await page.context().close();
}, 600_000);
