import { describe, expect, it } from 'vitest';
import { MACHINE } from '#domain/people/actor.ts';
import { fieldWords } from '#web/staff/decide/field-words.ts';
import { SERVICES_AT as at } from '#web/staff/settings/services/page.ts';
import { serviceFaultWords, serviceWords } from '#web/staff/settings/services/words.ts';
import { changeInWords, refusalWords, settingsWords } from '#web/staff/settings/words.ts';
import { hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { managing } from './managing.ts';
import { accept, taskId, triageWorld } from './world.ts';

const hub = { name: 'Toneway hub', mailbox: 'hub@example.org', offered: 'YES' };
const asSet = { name: hub.name, mailbox: hub.mailbox };

describe('the services to which triage redirects', () => {
  it('are added with a mailbox, changed, and not offered any more, and the team page says so', async () => {
    const { using, page, own, stores } = await managing(at);
    expect(page.body).toContain(serviceWords.empty);
    expect((await using.post(at, { ...own, ...hub })).location).toBe(at);
    expect((await stores.team.readTeam())?.services).toEqual([{ code: 'SERVICE_1', ...asSet, isOffered: true }]);
    const change = await using.get(at, { code: 'SERVICE_1' });
    expect(change.body).toContain(`value="${hub.mailbox}"`);
    const next = { csrf: own.csrf, version: hidden(change, 'version'), code: 'SERVICE_1' };
    await using.post(at, { ...next, name: 'Toneway family hub', mailbox: hub.mailbox });
    const [after] = (await stores.team.readTeam())?.services ?? [];
    expect(after).toMatchObject({ code: 'SERVICE_1', name: 'Toneway family hub', isOffered: false });
    expect((await using.get('/staff/settings')).body).toContain(changeInWords('SERVICES_CHANGED'));
  });

  it('name each fault at its question, keep what was typed and change nothing (malformed)', async () => {
    const { using, own, stores } = await managing(at);
    const answer = await using.post(at, { ...own, name: ' ', mailbox: 'hub at example' });
    expect(answer.status).toBe(422);
    for (const said of [serviceFaultWords.SET_NAME_MISSING, 'href="#mailbox"', 'value="hub at example"'])
      expect(answer.body).toContain(said);
    expect(await stores.team.readTeam()).toBeUndefined();
  });

  it('are each there once (twice), and only a service of the list is changed (forged)', async () => {
    const { using, own, stores } = await managing(at);
    await using.post(at, { ...own, ...hub });
    const version = hidden(await using.get(at), 'version');
    const twice = await using.post(at, { ...own, ...hub, name: 'toneway HUB', version });
    expect([twice.status, twice.body.includes(refusalWords.SERVICE_KNOWN.message)]).toEqual([422, true]);
    expect((await using.post(at, { ...own, ...hub, code: 'SERVICE_9', version })).status).toBe(422);
    expect((await stores.team.readTeam())?.services).toHaveLength(1);
  });

  it('show the second of two managers what the first has saved, and save nothing over it (race)', async () => {
    const { using, own, stores } = await managing(at);
    await using.post(at, { ...own, ...hub });
    const answer = await using.post(at, { ...own, name: 'Another', mailbox: hub.mailbox });
    expect([answer.status, answer.body.includes(settingsWords.changedSince)]).toEqual([409, true]);
    expect((await stores.team.readTeam())?.services).toHaveLength(1);
  });
});

describe('a decision to redirect', () => {
  const redirect = { ...accept, outcome: 'REDIRECT', reason: 'They know her', criterion: 'DELAY', confirm: '1' };

  it.each([
    ['is sent to a service that the team offers, by its name of that day', true],
    ['is not sent to one that the team offers no longer (late)', false],
  ])('%s', async (_what, isOffered) => {
    const { signIn, deps, stores } = await triageWorld();
    await deps.changeTeam({ change: 'SERVICE', code: '', ...asSet, isOffered }, MACHINE);
    const using = await signIn();
    const page = await using.get(`/triage/tasks/${taskId}`);
    expect(page.body.includes('value="SERVICE_1"')).toBe(isOffered);
    expect(page.body).toContain(fieldWords.sent);
    await using.post(`/triage/tasks/${taskId}`, {
      ...redirect,
      service: 'SERVICE_1',
      csrf: hidden(page, 'csrf'),
      taskId,
    });
    const decision = (await stores.cases.readCase(reference))?.task?.decision;
    expect(decision?.service).toEqual(isOffered ? { code: 'SERVICE_1', name: hub.name } : undefined);
  });
});
