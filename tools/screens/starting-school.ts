import type { Page } from 'playwright-core';
import { enterArea } from '#test/browser/area.ts';
import { accepted } from '#test/browser/beside.ts';
import { inviteCohort, sayYes, setSessions } from '#test/browser/summer.ts';
import { inTriage, statusWhen } from '#test/system/api.ts';
import type { Service } from '#test/system/service.ts';
import { signIn } from '#test/system/triage.ts';
import { move } from '#test/system/window.ts';
import { SCHOOL_AT } from '#web/staff/starting-school/address.ts';
import { schoolWords as words } from '#web/staff/starting-school/words.ts';
import { picture } from './picture.ts';

/** The year in which the child of the sample referral starts school. */
const YEAR = 2029;

/** The cohort of Starting School, the dates of its sessions, and one child who was invited. */
export async function startingSchool(page: Page, at: Service): Promise<void> {
  const references: string[] = [];
  for (const locality of ['Taunton', 'Taunton', 'Frome']) {
    const reference = await inTriage(at, { locality });
    await (await signIn(at, reference)).send(accepted.fields);
    references.push(reference);
  }
  await move(at, { advance: 'PT6M' });
  for (const reference of references) await statusWhen(at, reference, accepted.status);
  await enterArea(page, at, 'manager@example.org');
  const days = [
    [18, 4],
    [25, 4],
    [2, 5],
    [9, 5],
    [16, 5],
  ] as const;
  await setSessions(page, at, { year: YEAR, town: 'Taunton', days }, (name) => picture(page, name));
  await page.goto(`${at.url}${SCHOOL_AT}?year=${YEAR}`);
  for (const reference of references.slice(0, 2)) await page.check(`input[name="child-${reference}"]`);
  await page.check('#isInvited');
  await page.fill('#reason', 'They came to Stay and Play every week.');
  await page.click(`main button:has-text("${words.chooseButton}")`);
  await picture(page, 'starting-school');
  await inviteCohort(page, at, YEAR);
  await sayYes(page, at, references[0] ?? '');
  await picture(page, 'starting-school-child');
  await page.goto(`${at.url}${SCHOOL_AT}?year=${YEAR}`);
  await picture(page, 'starting-school-invited');
}
