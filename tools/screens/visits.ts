import type { Page } from 'playwright-core';
import { enterArea } from '#test/browser/area.ts';
import { bookFirst, onTheList, recordFirst, setCapacity } from '#test/browser/assessments.ts';
import { offerFirst } from '#test/browser/offers.ts';
import { holdPress, signOut } from '#test/browser/offline.ts';
import { COMPUTER, TELEPHONE } from '#test/browser/stage.ts';
import { closeSupport, planVisit, recordOn } from '#test/browser/visits.ts';
import type { Service } from '#test/system/service.ts';
import { move } from '#test/system/window.ts';
import { closingAt } from '#web/staff/closing/address.ts';
import { closingWords } from '#web/staff/closing/words.ts';
import { safePlaceAt } from '#web/staff/safe-place/address.ts';
import { visitsAt } from '#web/staff/visits/address.ts';
import { picture } from './picture.ts';

/** Home visits from the first one planned to the closing of the support. One family is shown at both widths. */
export async function visits(page: Page, at: Service): Promise<void> {
  if (page.viewportSize()?.width !== TELEPHONE) return;
  const keep = async (name: string) => {
    for (const width of [COMPUTER, TELEPHONE]) {
      await page.setViewportSize({ width, height: 800 });
      await picture(page, name);
    }
  };
  const unseen = async () => undefined;
  const reference = await onTheList(at);
  await enterArea(page, at, 'manager@example.org');
  await setCapacity(page, at, unseen);
  await bookFirst(page, at, '6', unseen);
  await move(at, { at: '2026-10-06T12:00' });
  await page.context().clearCookies();
  await enterArea(page, at, 'manager@example.org');
  await recordFirst(page, at, unseen);
  await offerFirst(page, at, unseen);
  const kim = `kim-${TELEPHONE}@example.org`;
  await page.context().clearCookies();
  await enterArea(page, at, kim);
  await page.goto(`${at.url}${visitsAt(reference)}`);
  await planVisit(page, ['2026', '10', '20']);
  await holdPress(page);
  await keep('visit-offline');
  await page.context().setOffline(false);
  await signOut(page);
  await recordOn(page, at, ['2026-10-20', '2026-10-27'], kim);
  await keep('visits-child');
  await page.goto(`${at.url}${safePlaceAt(reference)}`);
  await keep('safe-place');
  await page.goto(`${at.url}${closingAt(reference)}`);
  await page.check('[name="why"][value="NO_REPLY"]');
  await page.click(`button:has-text("${closingWords.button}")`);
  await page.waitForSelector('.govuk-error-summary');
  await keep('closing-errors');
  await closeSupport(page, at, reference, keep);
}
