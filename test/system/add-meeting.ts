import type { Service } from './service.ts';
import { enterStaffArea, hidden } from './triage.ts';

/** As a service manager: a meeting of the triage team on this date, from 9:30am to 11am. */
export async function addMeeting(at: Service, on: string): Promise<void> {
  const manager = await enterStaffArea(at, 'manager@example.org');
  const address = `${at.url}/staff/settings/meetings`;
  const form = await manager.get(address);
  const [year = '', month = '', day = ''] = on.split('-');
  const typed = { 'first-day': day, 'first-month': month, 'first-year': year, from: '9:30am', until: '11am' };
  const own = { csrf: hidden(form, 'csrf'), version: hidden(form, 'version'), everyWeeks: 'ONCE' };
  const { status, body } = await manager.post(address, { ...own, ...typed });
  if (status !== 303) throw new Error(`The settings of meetings answered ${status}: ${body}`);
}
