import { describe, expect, it } from 'vitest';
import { writeTeam } from '#application/access/write-team.ts';
import { mailDraftLink } from '#application/drafts/mail-draft-link.ts';
import { sweepDraft } from '#application/drafts/sweep-draft.ts';
import { receivedViaSchema } from '#domain/draft/paper-entry.ts';
import { MACHINE, personActor } from '#domain/people/actor.ts';
import { joined, left, mailboxChanged, type TeamChange } from '#domain/people/change.ts';
import { seededId } from '#domain/people/seed.ts';
import type { Team } from '#domain/people/team.ts';
import { codeSubject, draftSubjects } from '#test/kit/words/emails.ts';
import { codeTrouble, codeWords } from '#web/access/code-words.ts';
import { wayInWords } from '#web/components/record/entered.ts';
import { staffHistory } from '#web/components/record/history.ts';
import { sentWords } from '#web/form/check/words.ts';
import { declarations } from '#web/form/paper/entered.ts';
import type { Browser } from '../browser.ts';
import { testConfig } from '../service-config.ts';
import { answers, fill, fillAll, type ReferWorld, referWorld, send } from './world.ts';

const TRIAGER = 'triage-1@example.org';
const ours = {
  name: 'Sam Field',
  role: 'Administrator',
  cameBy: 'PAPER',
  'arrivedOn-day': '3',
  'arrivedOn-month': '9',
  'arrivedOn-year': '2026',
};

const withoutAsker = (body: string) => body.replace(/(name="asker" value=")[\w-]*/, '$1');
const codeIn = (world: ReferWorld) => /^\d{6}$/m.exec(world.mailer.sent.at(-1)?.text ?? '')?.[0] ?? '';

const linkIn = (world: ReferWorld) => /\/refer\/l\/[\w-]{43}/.exec(world.mailer.sent.at(-1)?.text ?? '')?.[0] ?? '';
const momentOf = (world: ReferWorld) => ({ now: world.clock.now(), by: MACHINE });

async function changed(world: ReferWorld, change: (team: Team) => TeamChange) {
  expect(await writeTeam({ ...world.stores, config: testConfig })(change)).not.toHaveProperty('refused');
}

/** Sweeps the draft at this address once its reminder is due. */
async function remind({ service, clock }: ReferWorld, at: string) {
  const id = at.replace('/refer/', '');
  const remindAt = (await service.drafts.readDraft(id))?.remindAt ?? '';
  clock.advanceMinutes(Math.max(0, (Date.parse(remindAt) - Date.parse(clock.now())) / 60_000));
  await sweepDraft({ ...service, mailDraftLink: mailDraftLink(service) })(id);
}

async function askCode(world: ReferWorld, using: Browser, mailbox = TRIAGER) {
  await using.post('/refer/staff', { mailbox });
  return codeIn(world);
}

async function beginAsStaff(world: ReferWorld, using: Browser, fields: Readonly<Record<string, string>> = {}) {
  const code = await askCode(world, using);
  return using.post('/refer/staff/code', { mailbox: TRIAGER, code, ...ours, ...fields });
}

const { you = {}, ...others } = answers;

/** A draft of staff with every page filled in; answers its address. */
async function filledByStaff(world: ReferWorld, using: Browser, fields: Readonly<Record<string, string>> = {}) {
  const { location: at } = await beginAsStaff(world, using, fields);
  await fill(using, `${at}/referrer`, you);
  await fill(using, `${at}/tool`, { ...others.tool, 'development.assessedOn-day': '1' });
  await fillAll(world, using, at, ['you', 'tool']);
  return at;
}

async function referenceAt(using: Browser, at: string): Promise<string> {
  return /<strong>([2-9A-Z]{11})</.exec((await using.get(`${at}/sent`)).body)?.[1] ?? '';
}

describe('staff who enter a referral', () => {
  it('write down an emergency call that was made after the referral arrived', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const { location: at } = await beginAsStaff(world, using);
    await fill(using, `${at}/risk`, { immediateRisk: 'yes' });
    const on = {
      'emergencyCallMadeAt-day': '24',
      'emergencyCallMadeAt-month': '9',
      'emergencyCallMadeAt-year': '2026',
    };
    const by = { 'emergencyCallMadeAt-time': '8:30', emergencyCallMadeBy: 'Sam Field' };
    expect((await fill(using, `${at}/call`, { ...on, ...by })).status).toBe(303);
    const later = { ...on, ...by, 'emergencyCallMadeAt-time': '11:30' };
    expect((await fill(using, `${at}/call`, later)).status).toBe(422);
  });

  it('say who they are by a code to their mailbox, and get a draft that says from what it is entered', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const asked = await using.post('/refer/staff', { mailbox: 'Triage-1@example.org' });
    expect(world.mailer.sent).toMatchObject([{ to: TRIAGER, subject: codeSubject('Portage Service') }]);
    expect(asked.body).toContain('6-digit code');
    expect((await using.get('/refer/staff')).cookies).toEqual([]);
    const code = codeIn(world);
    const { location, status } = await using.post('/refer/staff/code', { mailbox: TRIAGER, code, ...ours });
    expect([status, location]).toEqual([303, expect.stringMatching(/^\/refer\/[\w-]{22}$/)]);
    const tasks = await using.get(location);
    expect(tasks.body).toContain('Entered by staff from paper. It arrived on 3 September 2026.');
    expect(tasks.body).toContain('The referrer');
    expect(tasks.body).not.toContain('You and your organisation');
    expect((await using.get(`${location}/you`)).status).toBe(404);
    expect((await using.get(`${location}/referrer`)).body).toContain(
      'You will then need to tell the referrer what our emails say.',
    );
  });

  it('meet the same answers with a mailbox that nobody knows (hostile), and no code is sent to it', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const answersTo = async (mailbox: string) => {
      const said: [number, string][] = [];
      const keep = ({ status, body }: { status: number; body: string }) =>
        said.push([status, body.replaceAll(mailbox, '')]);
      keep(await using.post('/refer/staff', { mailbox }));
      const guess = codeIn(world) === '111111' ? '222222' : '111111';
      for (let n = 0; n < 6; n += 1) keep(await using.post('/refer/staff/code', { mailbox, code: guess, ...ours }));
      for (let n = 0; n < 3; n += 1) keep(await using.post('/refer/staff', { mailbox }));
      for (let n = 0; n < 2; n += 1) keep(await using.post('/refer/staff', { mailbox, newCode: 'yes' }));
      return said.map(([status, body]) => [status, withoutAsker(body)]);
    };
    const known = await answersTo(TRIAGER);
    expect(await answersTo('stranger@example.org')).toEqual(known);
    expect(known.map(([status]) => status)).toEqual([200, 422, 422, 422, 422, ...Array(7).fill(429)]);
    expect(new Set(world.mailer.sent.map(({ to }) => to))).toEqual(new Set([TRIAGER]));
  });

  it.each([
    ['in the future (out of order)', '2026-09-25', 'The day it arrived must be today or in the past'],
    ['more than 366 days ago (late)', '2025-09-22', 'It arrived more than 366 days ago'],
    ['that the calendar does not have (malformed)', '2026-02-30', 'Date it arrived must be a real date'],
    ['left out (half-finished)', '--', 'Enter the date it arrived'],
  ])('are told of a day of arrival %s, and the code still works after', async (_kind, on, message) => {
    const world = referWorld();
    const using = world.newBrowser();
    const [year = '', month = '', day = ''] = on.split('-');
    const wrong = await beginAsStaff(world, using, {
      'arrivedOn-day': day,
      'arrivedOn-month': month,
      'arrivedOn-year': year,
    });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain(message);
    expect(wrong.body).toContain('value="Sam Field"');
    const mended = await using.post('/refer/staff/code', { mailbox: TRIAGER, code: codeIn(world), ...ours });
    expect(mended.status).toBe(303);
  });

  it('say everything that is missing at once (half-finished)', async () => {
    const using = referWorld().newBrowser();
    const { status, body } = await using.post('/refer/staff/code', { mailbox: TRIAGER });
    expect(status).toBe(422);
    for (const message of [codeWords.missing, 'Enter your name', 'Enter your role', 'Select how the referral arrived'])
      expect(body).toContain(message);
  });

  it('use a code once (twice), and not one for triage', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const code = await askCode(world, using);
    const fields = { mailbox: TRIAGER, code, ...ours };
    expect((await using.post('/refer/staff/code', fields)).status).toBe(303);
    expect((await using.post('/refer/staff/code', fields)).body).toContain(codeTrouble({ kind: 'EXPIRED' }));
  });

  it('are refused from a page of another site (hostile)', async () => {
    const using = referWorld().newBrowser();
    const headers = { Origin: 'https://elsewhere.example' };
    expect((await using.post('/refer/staff', { mailbox: TRIAGER }, headers)).status).toBe(403);
    expect((await using.post('/refer/staff/code', { mailbox: TRIAGER, ...ours }, headers)).status).toBe(403);
  });

  it('send it with the day of its arrival as that of the referral, and who entered it, declared a true copy', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const at = await filledByStaff(world, using);
    expect((await using.get(`${at}/check`)).body).toContain(declarations.staff);
    expect((await send(using, at)).location).toBe(`${at}/sent`);
    expect((await using.get(`${at}/sent`)).body).toContain(sentWords.writeReference);
    const reference = await referenceAt(using, at);
    expect(await world.stores.referrals.readReferral(reference)).toMatchObject({
      receivedAt: '2026-09-24T08:00:00.000Z',
      referralOn: '2026-09-03',
      entered: {
        cameBy: 'PAPER',
        by: { mailbox: TRIAGER, person: seededId(TRIAGER), name: 'Sam Field', role: 'Administrator' },
      },
    });
    const theCase = await world.stores.cases.readCase(reference);
    expect(theCase).toMatchObject({ referralOn: '2026-09-03' });
    expect(theCase?.suspicion).toBeUndefined();
    expect(theCase?.history).toMatchObject([
      {
        event: 'RECEIVED',
        by: personActor(seededId(TRIAGER), 'Sam Field', 'Administrator'),
        at: '2026-09-24T08:00:00.000Z',
        receivedVia: 'PAPER',
        arrivedOn: '2026-09-03',
      },
    ]);
  });

  it.each([
    ['PAPER', declarations.staff, 'arrived on paper on'],
    ['EMAIL', declarations.staff, 'arrived by email on'],
    ['PHONE', declarations.byPhone, 'arrived by phone on'],
  ])('say that a referral came by %s, in the form and in the history', async (cameBy, declared, says) => {
    const world = referWorld();
    const using = world.newBrowser();
    const at = await filledByStaff(world, using, { cameBy });
    const check = (await using.get(`${at}/check`)).body;
    expect(check).toContain(declared);
    expect(check).toContain(wayInWords(receivedViaSchema.parse(cameBy)));
    await send(using, at);
    const theCase = await world.stores.cases.readCase(await referenceAt(using, at));
    expect(theCase && staffHistory(theCase)[0]?.said).toContain(says);
  });

  it('are told the early truths by the day of arrival: a child who was not too old then is not too old', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const { location: at } = await beginAsStaff(world, using);
    const dob = { 'child.dob-day': '10', 'child.dob-month': '9', 'child.dob-year': '2023' };
    const { location } = await fill(using, `${at}/child`, { ...others.child, ...dob });
    expect((await using.get(location)).body).not.toContain('over the age');
    await fill(using, `${at}/tool`, { ...others.tool, 'development.assessedOn-day': '4' });
    await fill(using, `${at}/ages`, others.ages ?? {});
    expect((await using.get(`${at}/check`)).body).toMatch(/How was development assessed\? .*(after|later|before)/);
  });

  it('get links to the draft at their own mailbox, and nobody else does (hostile)', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const at = await filledByStaff(world, using);
    const before = world.mailer.sent.length;
    expect((await using.get(`${at}/keep`)).body).toContain(`value="${TRIAGER}"`);
    expect((await fill(using, `${at}/keep`, { email: 'referrer01@example.org' })).status).toBe(422);
    await world.newBrowser().post(`${at}/again`, { email: 'referrer01@example.org' });
    expect(world.mailer.sent).toHaveLength(before);
    expect((await fill(using, `${at}/keep`, { email: TRIAGER })).location).toBe(`${at}/keep?sent=yes`);
    expect(world.mailer.sent.at(-1)).toMatchObject({ to: TRIAGER, subject: draftSubjects.link });
  });

  it('get their links whatever letters they write in capitals, at the mailbox as it is known', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const { location: at } = await beginAsStaff(world, using);
    expect((await fill(using, `${at}/keep`, { email: 'Triage-1@Example.org' })).location).toBe(`${at}/keep?sent=yes`);
    expect(world.mailer.sent.at(-1)).toMatchObject({ to: TRIAGER, subject: draftSubjects.link });
  });

  it('is closed to whoever has left, in the browser and by a link, and no code goes to them any more (late)', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const at = await filledByStaff(world, using);
    await fill(using, `${at}/keep`, { email: TRIAGER });
    const link = /\/refer\/l\/\S+/.exec(world.mailer.sent.at(-1)?.text ?? '')?.[0] ?? '';
    expect((await world.newBrowser().get(link)).status).toBe(200);
    const moment = { now: world.clock.now(), by: MACHINE };
    const gone = await writeTeam({ ...world.stores, config: testConfig })((team) =>
      left(team, moment, seededId(TRIAGER)),
    );
    expect(gone).not.toHaveProperty('refused');
    expect((await using.get(`${at}/child`)).body).not.toContain(others.child?.['child.firstName'] ?? 'none');
    expect((await world.newBrowser().get(link)).status).toBe(404);
    const before = world.mailer.sent.length;
    await askCode(world, world.newBrowser());
    expect(world.mailer.sent).toHaveLength(before);
  });

  it('is closed to a newcomer who gets the mailbox of whoever has left, and no one is reminded of it (late)', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const at = await filledByStaff(world, using);
    await fill(using, `${at}/keep`, { email: TRIAGER });
    const link = linkIn(world);
    await changed(world, (team) => left(team, momentOf(world), seededId(TRIAGER)));
    const heir = { id: 'heir', name: 'Kit', mailbox: TRIAGER, roles: ['TRIAGER'] } as const;
    await changed(world, (team) => joined(team, momentOf(world), heir));
    expect((await world.newBrowser().get(link)).status).toBe(404);
    expect((await using.get(`${at}/child`)).body).not.toContain('Testerfield');
    const before = world.mailer.sent.length;
    await world.newBrowser().post(`${at}/again`, { email: TRIAGER });
    await remind(world, at);
    await remind(world, at);
    expect(world.mailer.sent).toHaveLength(before);
    expect(world.service.log.lines.filter((line) => JSON.stringify(line).includes('has-no-one'))).toHaveLength(1);
  });

  it('stays with whoever changed their mailbox: links and the reminder go to the present one, the old link is dead', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const at = await filledByStaff(world, using);
    await fill(using, `${at}/keep`, { email: TRIAGER });
    const old = linkIn(world);
    await changed(world, (team) => mailboxChanged(team, momentOf(world), seededId(TRIAGER), 'sam@example.org'));
    expect((await using.get(`${at}/child`)).body).toContain('Testerfield');
    expect((await world.newBrowser().get(old)).status).toBe(404);
    await world.newBrowser().post(`${at}/again`, { email: 'sam@example.org' });
    expect(world.mailer.sent.at(-1)?.to).toBe('sam@example.org');
    expect((await world.newBrowser().get(linkIn(world))).status).toBe(200);
    await remind(world, at);
    const reminder = { to: 'sam@example.org', subject: draftSubjects.reminder('22 October 2026') };
    expect(world.mailer.sent.at(-1)).toMatchObject(reminder);
    expect((await world.newBrowser().get(linkIn(world))).status).toBe(200);
  });

  it('cannot be made of an ordinary draft by what a form sends (hostile)', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const { location } = await using.post('/refer', { who: 'professional', 'entered-by-staff': 'yes' });
    const at = location.replace(/\/risk$/, '');
    await fill(using, `${at}/risk`, { ...others.risk, 'entered-by-staff': 'yes' });
    expect((await using.get(`${at}/you`)).status).toBe(200);
    expect((await using.get(`${at}/referrer`)).status).toBe(404);
  });
});
