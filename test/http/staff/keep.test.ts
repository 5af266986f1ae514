import { describe, expect, it } from 'vitest';
import { MACHINE } from '#domain/people/actor.ts';
import { contentSecurityPolicy } from '#web/http/security-headers.ts';
import { keepScriptIntegrity, keepScriptPath } from '#web/keep/script.ts';
import { KEPT_HOURS, keepWords } from '#web/keep/words.ts';
import { closingAt } from '#web/staff/closing/address.ts';
import { registerAt } from '#web/staff/groups/address.ts';
import { editPlanAt, planAt } from '#web/staff/plan/address.ts';
import { VISITS_AT, visitsAt } from '#web/staff/visits/address.ts';
import { childOf } from './lists-world.ts';
import { visiting } from './visiting-world.ts';

const CHILD = childOf(0);
const AT = visitsAt(CHILD);
const marks = (body: string) =>
  Object.fromEntries([...body.matchAll(/ data-keep-([\w-]+)="([^"]*)"/g)].map(([, name, mark]) => [name, mark]));
const over = (body: string, form: string) => new RegExp(`data-keep="${form}" data-keep-over="(\\w+)"`).exec(body)?.[1];

describe('a form that a practitioner fills in on a phone', () => {
  it.each([
    ['a visit', AT, 'RECORD'],
    ['a plan', editPlanAt(CHILD), 'plan'],
  ])('of %s is kept by the one script that its page may run', async (_what, at, form) => {
    const { kim, plan, deps } = await visiting();
    await plan('24');
    const { headers, body } = await kim.get(at);
    const script = `${deps.baseUrl}${keepScriptPath}`;
    expect(over(body, form)).toMatch(/^[0-9a-f]{16}$/);
    expect(body.match(/<script/g)).toHaveLength(1);
    expect(body).toContain(`src="${new URL(script).pathname}" integrity="${keepScriptIntegrity}"`);
    expect(headers['content-security-policy']).toBe(contentSecurityPolicy({ script }));
    expect(headers['content-security-policy']).toContain(`script-src ${script}; connect-src ${script};`);
  });

  it.each([
    ['the progress of a plan', planAt(CHILD)],
    ['a closing', closingAt(CHILD)],
  ])('of %s has the script too', async (_what, at) => {
    const { kim, plan } = await visiting();
    await plan('24');
    expect((await kim.get(at)).body).toContain(keepScriptIntegrity);
  });

  it('says what happens to what is typed, and for how long', async () => {
    const { kim } = await visiting();
    const { body } = await kim.get(AT);
    for (const said of [keepWords.held, keepWords.heldKept, keepWords.back, keepWords.restored])
      expect(body).toContain(said);
    expect(marks(body).hours).toBe(String(KEPT_HOURS));
  });

  it('names neither the person nor the child to the store of the browser', async () => {
    const { kim, manager } = await visiting();
    const [own, other] = [marks((await kim.get(AT)).body), marks((await manager.get(AT)).body)];
    for (const mark of [own.who, own.child]) expect(mark).toMatch(/^[0-9a-f]{16}$/);
    expect([own.who === other.who, own.child === other.child]).toEqual([false, false]);
  });
});

describe('the mark of what a form was filled in over', () => {
  it('changes with the visit, so that no text of one visit goes into the form of the next', async () => {
    const { kim, plan, came } = await visiting();
    await plan('24');
    const before = over((await kim.get(AT)).body, 'RECORD');
    await came('ATTENDED_SEEN');
    expect(over((await kim.get(AT)).body, 'RECORD')).not.toBe(before);
  });

  it('changes once someone else has noted something meanwhile (late)', async () => {
    const { kim, plan, came, send } = await visiting();
    await plan('24');
    await came('ATTENDED_SEEN');
    const before = over((await kim.get(AT)).body, 'NOTE');
    await send({ change: 'NOTE', agreedWith: '', strengths: 'Smiles', needs: '', seen: '' });
    expect(over((await kim.get(AT)).body, 'NOTE')).not.toBe(before);
  });
});

describe('a page says to the browser', () => {
  it('which form was saved, once it was', async () => {
    const { kim, plan, came } = await visiting();
    await plan('24');
    const { location } = await came('ATTENDED_SEEN');
    expect(location).toBe(`${AT}?saved=1&form=RECORD`);
    expect(marks((await kim.get(AT, { saved: '1', form: 'RECORD' })).body)).toMatchObject({ saved: 'RECORD' });
    expect(marks((await kim.get(AT, { form: 'RECORD' })).body)).not.toHaveProperty('saved');
  });

  it('that what was typed is not saved, where it comes back (malformed)', async () => {
    const { plan, came } = await visiting();
    await plan('24');
    expect(marks((await came('', 'Typed')).body)).toMatchObject({ typed: 'yes' });
  });

  it('nothing that an address makes up (hostile)', async () => {
    const { kim } = await visiting();
    expect(marks((await kim.get(AT, { saved: '1', form: '"><b>' })).body)).not.toHaveProperty('saved');
  });
});

describe('signing out', () => {
  it('makes the browser remove all that it keeps of our pages', async () => {
    const { kim, send } = await visiting();
    const csrf = /name="csrf" value="([^"]+)"/.exec((await kim.get(VISITS_AT)).body)?.[1] ?? '';
    const out = await kim.post('/staff/sign-out', { csrf });
    expect([out.status, out.headers['clear-site-data']]).toEqual([200, '"storage"']);
    expect((await send({ change: 'NOTE', needs: 'Typed' })).headers).not.toHaveProperty('clear-site-data');
  });
});

it('the list of visits runs no script: it has no form', async () => {
  const { kim } = await visiting();
  const { headers, body } = await kim.get(VISITS_AT);
  expect(body).not.toContain('<script');
  expect(headers['content-security-policy']).toBe(contentSecurityPolicy());
});

describe('the register of a group', () => {
  it('is kept like a visit, by the one script, over what is recorded, and says once it was saved', async () => {
    const { manager, deps } = await visiting();
    const group = { id: 'g1', name: 'Yeovil group', venue: 'Example Hall', access: 'Ramp', places: '1' };
    const place = { pathway: 'PORTAGE_GROUP', locality: 'Taunton' } as const;
    const when = { day: 'MONDAY', at: '10:00', ends: '11:30', from: '2026-09-07', until: '' } as const;
    await deps.changeCapacity({ change: 'GROUP', ...group, ...place, ...when }, MACHINE);
    const { headers, body } = await manager.get(registerAt('g1', '2026-09-21'));
    const script = `${deps.baseUrl}${keepScriptPath}`;
    expect(headers['content-security-policy']).toBe(contentSecurityPolicy({ script }));
    expect(marks(body)).toMatchObject({ forms: 'register', hours: String(KEPT_HOURS) });
    const saved = await manager.get(registerAt('g1', '2026-09-21'), { done: 'yes' });
    expect(marks(saved.body)).toMatchObject({ saved: 'register' });
  });
});
