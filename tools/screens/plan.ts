import type { Page } from 'playwright-core';
import { dayOfFirstVisit, fillPlan, recordInitial, usePlan } from '#test/browser/plan.ts';
import { TELEPHONE } from '#test/browser/stage.ts';
import type { Service } from '#test/system/service.ts';
import { AGREEMENT_AT, VISITS_AT, visitsAt } from '#web/staff/visits/address.ts';
import { picture } from './picture.ts';

/** The initial visit with the agreement, and the plan: written, with progress, and on paper. Staff do this on a phone. */
export async function plan(page: Page, at: Service): Promise<void> {
  if (page.viewportSize()?.width !== TELEPHONE) return;
  const keep = (name: string) => picture(page, name);
  const reference = await dayOfFirstVisit(page, at);
  await page.goto(`${at.url}${VISITS_AT}`);
  await picture(page, 'visits');
  await page.goto(`${at.url}${visitsAt(reference)}`);
  await recordInitial(page, keep);
  await fillPlan(page, at, reference);
  await usePlan(page, keep);
  await page.goto(`${at.url}${AGREEMENT_AT}`);
  await picture(page, 'agreement');
}
