import type { Page } from 'playwright-core';
import { enterArea } from '#test/browser/area.ts';
import {
  agreeTogether,
  decideTogether,
  fillRegister,
  invited,
  openAsService,
  sayView,
  services,
  setGroup,
  setServices,
} from '#test/browser/groups.ts';
import { offerFirst } from '#test/browser/offers.ts';
import { COMPUTER, TELEPHONE } from '#test/browser/stage.ts';
import type { Service } from '#test/system/service.ts';
import { move } from '#test/system/window.ts';
import { slotWords } from '#web/staff/offers/words.ts';
import { picture } from './picture.ts';

const MANAGER = 'manager@example.org';
const GROUP = 'Little Treasures in Taunton';
/** On the way, and kept as pictures: the settings, the agreement, the view, the decision and the register. */
const KEPT = ['joint-services', 'joint-agree', 'joint-view', 'joint-said', 'joint-decide', 'joint-decided', 'register'];

/** A place in Little Treasures, from the agreement of the parents to the first register. One family is shown at both widths. */
export async function groups(page: Page, at: Service): Promise<void> {
  if (page.viewportSize()?.width !== TELEPHONE) return;
  const keepOf = (one: Page) => async (name: string) => {
    if (!KEPT.includes(name)) return;
    for (const width of [COMPUTER, TELEPHONE]) {
      await one.setViewportSize({ width, height: 800 });
      await picture(one, name, name === 'joint-view' ? '#view' : 'html');
    }
  };
  const keep = keepOf(page);
  const reference = await invited(at, 'INVITE_LITTLE_TREASURES');
  await enterArea(page, at, MANAGER);
  await setGroup(page, at, 'LITTLE_TREASURES', GROUP, 'WEDNESDAY');
  await setServices(page, at, keep);
  await agreeTogether(page, at, reference, keep);
  await page.context().clearCookies();
  await openAsService(page, at, reference, services[1].mailbox);
  await sayView(page, 'Lee Ash', keep);
  await page.context().clearCookies();
  await enterArea(page, at, MANAGER);
  await decideTogether(page, at, reference, keep);
  await offerFirst(page, at, keep, slotWords.get('LITTLE_TREASURES'));
  await move(at, { advance: 'P14D' });
  await page.context().clearCookies();
  await enterArea(page, at, MANAGER);
  await fillRegister(page, at, GROUP, keep);
}
