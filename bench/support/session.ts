import { MACHINE, personActor } from '#domain/people/actor.ts';
import { newSupport } from '#domain/support/make.ts';
import { hidden } from '#test/http/browser.ts';
import { VISITS_AT, visitsAt } from '#web/staff/visits/address.ts';
import { entryOf, listsWorld, type Row } from '../lists/lists-world.ts';

const AT = { now: '2026-09-01T09:00:00.000Z', policyVersion: 1 };
const by = personActor('kim', 'Kim Park', 'practitioner');
/** As many families as one practitioner visits. Each has the next visit today. */
const VISITED = 10;
const MAILBOX = 'kim@example.org';

/**
 * One session from the visits of today until the page says that it is saved. The family has cancelled it each time, because such a
 * visit can be recorded before its day.
 */
export async function sessionRows(children: number): Promise<Row[]> {
  const { deps, stores, references, refer, newBrowser, lastCode, row } = await listsWorld(children, 'HOME_VISITING');
  await deps.changeTeam(
    { change: 'JOIN', id: 'kim', name: 'Kim Park', mailbox: MAILBOX, roles: ['PRACTITIONER'] },
    MACHINE,
  );
  for (const [n, reference] of references.entries()) {
    await refer(reference);
    const planned = { id: 'V1', kind: 'SESSION', on: '2026-09-24', at: '09:30', where: 'HOME' } as const;
    await stores.supports.createSupport({
      ...newSupport(reference, entryOf(reference, n, 'HOME_VISITING'), AT),
      ...{ status: 'STARTED', list: null, next: 'BLOCK' },
      started: { on: '2026-09-07', at: AT.now, by, pathway: 'HOME_VISITING' },
      block: {
        ...{ pathway: 'HOME_VISITING', practitioner: n < VISITED ? 'kim' : 'lou', since: AT.now },
        visits: [{ ...planned, plannedBy: by, plannedAt: AT.now }],
      },
    });
    const theCase = await stores.cases.readCase(reference);
    if (theCase)
      await stores.cases.saveCase({
        ...{ ...theCase, version: theCase.version + 1, status: 'IN_SUPPORT', list: null },
        toSupport: { at: AT.now, doneAt: AT.now },
      });
  }
  const kim = newBrowser();
  const asked = await kim.post('/staff/sign-in', { mailbox: MAILBOX });
  await kim.post('/staff/sign-in/code', { mailbox: MAILBOX, asker: hidden(asked, 'asker'), code: lastCode() });
  const address = visitsAt(references[0] ?? '');
  return [
    await row('visits: of today', () => kim.get(VISITS_AT)),
    await row('session: from the visits of today until it is saved', async () => {
      await kim.get(VISITS_AT);
      const page = await kim.get(address);
      const visit = /name="visit" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
      const typed = { change: 'RECORD', visit, came: 'FAMILY_CANCELLED', note: '' };
      const saved = await kim.post(address, { csrf: hidden(page, 'csrf'), ...typed });
      if (saved.status !== 303) throw new Error(`Recording a session answered ${saved.status}.`);
      await kim.get(address, { saved: '1' });
    }),
  ];
}
