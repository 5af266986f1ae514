import type { Page } from 'playwright-core';
import { enterArea } from '#test/browser/area.ts';
import { bookFirst, onTheList, recordFirst, setCapacity } from '#test/browser/assessments.ts';
import { acceptByLink, makeOffer } from '#test/browser/offers.ts';
import { TELEPHONE } from '#test/browser/stage.ts';
import { anotherChild } from '#test/system/api.ts';
import type { Service } from '#test/system/service.ts';
import { move } from '#test/system/window.ts';
import { childOfferAt } from '#web/staff/offers/address.ts';
import { picture } from './picture.ts';

/** What the service can offer, an initial assessment from booking to outcome, and an offer. The second width is a week later. */
export async function assessments(page: Page, at: Service): Promise<void> {
  const isFirst = page.viewportSize()?.width === TELEPHONE;
  const keep = (name: string) => picture(page, name);
  for (const locality of ['Taunton', 'Taunton']) await onTheList(at, { locality });
  await enterArea(page, at, 'manager@example.org');
  await setCapacity(page, at, keep);
  await bookFirst(page, at, isFirst ? '6' : '13', keep);
  await move(at, { at: isFirst ? '2026-10-06T12:00' : '2026-10-13T12:00' });
  await page.context().clearCookies();
  await enterArea(page, at, 'manager@example.org');
  await recordFirst(page, at, keep);
  const reference = await makeOffer(page, at, keep);
  await move(at, { advance: 'PT2M' });
  await page.context().clearCookies();
  await acceptByLink(page, at, reference, anotherChild().child.dob, keep);
  await enterArea(page, at, 'manager@example.org');
  await page.goto(`${at.url}${childOfferAt(reference)}`);
  await keep('offer-accepted');
}
