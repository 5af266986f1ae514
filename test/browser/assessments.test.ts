import { expect, it } from 'vitest';
import { move } from '#test/system/window.ts';
import { enterArea } from './area.ts';
import { bookFirst, onTheList, recordFirst, setCapacity } from './assessments.ts';
import { critic } from './judge.ts';
import { stage } from './stage.ts';

const at = stage();

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
