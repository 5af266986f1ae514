import { expect, it } from 'vitest';
import { AGREEMENT_AT } from '#web/staff/visits/address.ts';
import { critic } from './judge.ts';
import { dayOfFirstVisit, fillPlan, recordInitial, usePlan } from './plan.ts';
import { stage, TELEPHONE } from './stage.ts';

const at = stage();

it('at an initial visit the agreement is gone through, a plan is written and printed, and no page has a fault', async () => {
  const page = await at.newPage({ width: TELEPHONE });
  const { look, faults } = critic(page);
  const reference = await dayOfFirstVisit(page, at.service);
  await recordInitial(page, look);
  await fillPlan(page, at.service, reference);
  await usePlan(page, look);
  await page.goto(`${at.service.url}${AGREEMENT_AT}`);
  await look();
  expect(faults).toEqual([]);
  await page.context().close();
}, 300_000);
