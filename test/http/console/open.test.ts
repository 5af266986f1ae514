import { describe, expect, it } from 'vitest';
import { settleNotice } from '#application/notices/settle-notice.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { OPEN_MINUTES } from '#domain/people/opening.ts';
import type { Role } from '#domain/people/person.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { caseAt, openAt } from '#web/console/address.ts';
import { caseWords } from '#web/console/case/words.ts';
import { overWords } from '#web/console/open/over-words.ts';
import { openReasonWords, openWords as words } from '#web/console/open/words.ts';
import { closePageWords } from '#web/staff/family-page/words.ts';
import { OPENINGS_AT } from '#web/staff/openings/address.ts';
import { lookResultWords, openedWords, openingsWords } from '#web/staff/openings/words.ts';
import { readingsWords } from '#web/staff/readings/words.ts';
import { recordAt } from '#web/staff/records/address.ts';
import { recordsWords } from '#web/staff/records/words.ts';
import { type Browser, hidden } from '../browser.ts';
import { checkedCase, otherReference, reference, withTask } from '../records.ts';
import { consoleWorld, KEEPER } from './world.ts';

const [OPEN, RECORD] = [openAt(reference), recordAt(reference)];
const CHILD = referralExample.child.firstName;
const reason = `A document of ${CHILD} does not open`;
const MANAGER = 'manager@example.org';
/** When the time is over of what is opened now. */
const UNTIL = '24 September 2026 at 10am';

/** Someone with these roles at the console and in the staff area, and what they can press there. */
async function at(roles: readonly Role[] = ['OPERATOR'], options: Parameters<typeof consoleWorld>[0] = {}) {
  const world = await consoleWorld(options);
  const desk = await world.as(...roles);
  const inStaff = (jar: Browser['jar']) => {
    const using = world.newBrowser();
    for (const [name, value] of jar) using.jar.set(name, value);
    return using;
  };
  const press = async (why = reason) => desk.post(OPEN, { csrf: hidden(await desk.get(OPEN), 'csrf'), reason: why });
  const signedIn = async (mailbox: string) => {
    const using = world.newBrowser();
    const asked = await using.post('/staff/sign-in', { mailbox });
    await using.post('/staff/sign-in/code', { mailbox, asker: hidden(asked, 'asker'), code: world.lastCode() });
    return using;
  };
  /** What the sweeper would send now. */
  const mailed = async () => {
    const before = world.mailer.sent.length;
    const due = await world.stores.indexes.due('NOTICE', world.clock.now(), 50);
    for (const row of due) {
      if ('noticeId' in row) await settleNotice({ ...world.deps, team: world.stores.team })(reference, row.noticeId);
    }
    return world.mailer.sent.slice(before);
  };
  return { ...world, desk, staff: inStaff(desk.jar), press, signedIn, mailed };
}

describe('an operator who opens a record', () => {
  it('is led from the page of the case, which says what it means before anything is open', async () => {
    const { desk, staff } = await at();
    expect((await desk.get(caseAt(reference))).body).toContain(`href="${OPEN}">${caseWords.open}`);
    const { status, body } = await desk.get(OPEN);
    expect(status).toBe(200);
    for (const said of [words.lead, words.time, words.told, words.recorded]) expect(body).toContain(said);
    expect((await staff.get(RECORD)).status).toBe(403);
  });

  it('reads the record, and nothing with which it could be changed', async () => {
    const { press, staff } = await at();
    expect((await press()).location).toBe(RECORD);
    const { status, body } = await staff.get(RECORD);
    expect([status, body.includes(CHILD), body.includes(openedWords.now(UNTIL))]).toEqual([200, true, true]);
    expect(body).not.toContain(closePageWords.button);
    expect(body.match(/<form/g)).toHaveLength(1);
  });

  it('has each page recorded before it is shown', async () => {
    const { press, staff, readings } = await at();
    await press();
    await staff.get(RECORD);
    await staff.get(`${RECORD}/evidence/0`);
    const theirs = readings.filter(({ by }) => 'id' in by && by.id === KEEPER.id);
    expect(theirs.map(({ what }) => what)).toEqual(['RECORD', 'EVIDENCE_0']);
  });

  it('may write nothing, open no other record, and not read who else has read it', async () => {
    const { press, staff } = await at();
    await press();
    const csrf = hidden(await staff.get(RECORD), 'csrf');
    const tried = [
      await staff.post(RECORD, { csrf, claim: `${reference}-T1` }),
      await staff.post(`${RECORD}/comments`, { csrf, comment: 'I was here' }),
      await staff.get(`${RECORD}/readings`),
      await staff.get(recordAt(otherReference)),
      await staff.get(OPENINGS_AT),
    ];
    expect(tried.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  });

  it('must say why, and keeps what they typed (missing, too long)', async () => {
    const { press, staff, stores } = await at();
    const [none, long] = [await press('  '), await press('x'.repeat(2_001))];
    expect([none.status, none.body.includes(String(openReasonWords.REASON_MISSING))]).toEqual([422, true]);
    expect([long.status, long.body.includes('x'.repeat(2_001))]).toEqual([422, true]);
    expect([(await staff.get(RECORD)).status, await stores.openings.openingsOf(reference)]).toEqual([403, []]);
  });

  it('opens one record by two presses, by one email to each (twice)', async () => {
    const { desk, stores, mailed } = await at();
    const csrf = hidden(await desk.get(OPEN), 'csrf');
    const pressed = await Promise.all([1, 2].map(() => desk.post(OPEN, { csrf, reason })));
    expect(pressed.map(({ location }) => location)).toEqual([RECORD, RECORD]);
    expect((await desk.post(OPEN, { csrf, reason: 'Once more' })).location).toBe(RECORD);
    expect(await stores.openings.openingsOf(reference)).toMatchObject([{ id: 'olly-1', because: reason }]);
    expect(await mailed()).toHaveLength(1);
  });

  it('is shut out when the time is over, and reads how to ask again', async () => {
    const { press, staff, desk, clock, mailed } = await at();
    await press();
    // A session that lies unused is shut by itself, so they read on.
    for (const minutes of [OPEN_MINUTES / 2 - 1, OPEN_MINUTES / 2 - 1, 1]) {
      clock.advanceMinutes(minutes);
      expect((await staff.get(RECORD)).status).toBe(200);
    }
    clock.advanceMinutes(1);
    for (const page of [RECORD, `${RECORD}/evidence/0`]) {
      const { status, body } = await staff.get(page);
      expect([status, body.includes(overWords.title), body.includes(CHILD)]).toEqual([403, true, false]);
      expect(body).toContain(`href="${OPEN}"`);
    }
    await mailed();
    expect((await desk.get(OPEN)).body).toContain(words.reason);
    await press('It still does not open');
    expect((await staff.get(RECORD)).status).toBe(200);
    expect(await mailed()).toHaveLength(1);
  });

  it('is shut out once they are no operator any more', async () => {
    const { press, staff, deps } = await at();
    await press();
    await deps.changeTeam({ change: 'ROLES', id: KEEPER.id, roles: ['PRACTITIONER'] }, MACHINE);
    expect((await staff.get(RECORD)).status).toBe(403);
  });

  it('does not see where a family is whom someone must not find', async () => {
    const { press, staff, stores } = await at();
    const theCase = await stores.cases.readCase(reference);
    const noFamilyEmail = { at: '2026-09-24T08:00:00.000Z', by: MACHINE, reason: 'He reads it' };
    if (theCase) await stores.cases.saveCase({ ...theCase, noFamilyEmail, version: theCase.version + 1 });
    await press();
    const { body } = await staff.get(RECORD);
    expect([body.includes(recordsWords.hidden), body.includes('parent01@example.org')]).toEqual([true, false]);
    expect((await staff.get(`${RECORD}/evidence/0`)).status).toBe(403);
  });
});

describe('someone who reads records anyway', () => {
  it.each([
    ['an operator who is a service manager', ['OPERATOR', 'SERVICE_MANAGER']],
    ['an operator who is an auditor', ['OPERATOR', 'AUDITOR']],
  ] as const)('%s is told so, and opens nothing', async (_who, roles) => {
    const { desk, stores } = await at(roles);
    expect((await desk.get(caseAt(reference))).body).toContain(caseWords.record);
    const shown = await desk.get(OPEN);
    expect(shown.body).toContain(words.byRight);
    const csrf = hidden(await desk.get(caseAt(reference)), 'csrf') || hidden(shown, 'csrf');
    expect((await desk.post(OPEN, { csrf, reason })).status).toBe(409);
    expect(await stores.openings.openingsOf(reference)).toEqual([]);
  });

  it('an operator who is asked to decide on it has the record from their task', async () => {
    const theCase = withTask(checkedCase('TRIAGE'), 'TRIAGE', [`PERSON:${KEEPER.id}`]);
    const { desk, press } = await at(['OPERATOR', 'TRIAGER'], { theCase });
    expect((await desk.get(OPEN)).body).toContain(words.byRight);
    expect((await press()).status).toBe(409);
  });

  it.each(['SERVICE_MANAGER', 'AUDITOR', 'TRIAGER'] as const)(
    'a %s who is no operator finds no such page',
    async (role) => {
      const { desk } = await at([role]);
      expect((await desk.get(OPEN)).status).toBe(403);
    },
  );
});

describe('the service managers', () => {
  it('are told by an email that names the operator and the referral, and no child and no reason', async () => {
    const { press, mailed } = await at();
    await press();
    const [email, ...others] = await mailed();
    expect([email?.to, others]).toEqual([MANAGER, []]);
    expect(email?.subject).toContain(reference);
    for (const said of [KEEPER.name, OPENINGS_AT]) expect(email?.text).toContain(said);
    for (const part of [email?.subject, email?.text, email?.html]) expect(part).not.toContain(CHILD);
  });

  it('find it in their work and on a page: who, why, until when and what was read', async () => {
    const { press, staff, signedIn } = await at();
    await press();
    await staff.get(RECORD);
    await staff.get(`${RECORD}/evidence/0`);
    const manager = await signedIn(MANAGER);
    expect((await manager.get('/staff')).body).toContain(openedWords.waiting(1));
    const { body } = await manager.get(OPENINGS_AT);
    for (const said of [KEEPER.name, reason, UNTIL, `${readingsWords.record}, `, `${readingsWords.evidence(1)}, `]) {
      expect(body).toContain(said);
    }
  });

  it('note once that they have looked at it, and it leaves their work and stays on the page', async () => {
    const { press, signedIn } = await at();
    await press();
    const manager = await signedIn(MANAGER);
    const csrf = hidden(await manager.get(OPENINGS_AT), 'csrf');
    const look = () => manager.post(OPENINGS_AT, { csrf, reference, id: `${KEEPER.id}-1` });
    const [first, second] = [await look(), await look()];
    expect([first.status, first.body.includes(lookResultWords.DONE)]).toEqual([200, true]);
    expect([second.status, second.body.includes(lookResultWords.ALREADY)]).toEqual([409, true]);
    expect((await manager.get('/staff')).body).not.toContain(openedWords.waiting(1));
    const { body } = await manager.get(OPENINGS_AT);
    expect([body.includes(reason), body.includes(openingsWords.button)]).toEqual([true, false]);
  });

  it.each([
    ['one that is not there', reference, 'olly-9'],
    ['no reference (malformed)', '../CASE', 'olly-1'],
  ])('are told of %s', async (_what, of, id) => {
    const { press, signedIn } = await at();
    await press();
    const manager = await signedIn(MANAGER);
    const csrf = hidden(await manager.get(OPENINGS_AT), 'csrf');
    const { status, body } = await manager.post(OPENINGS_AT, { csrf, reference: of, id });
    expect([status, body.includes(lookResultWords.UNKNOWN)]).toEqual([409, true]);
  });

  it('do not look at what they opened themselves before they became one', async () => {
    const { press, desk, staff, deps } = await at();
    await press();
    await deps.changeTeam({ change: 'ROLES', id: KEEPER.id, roles: ['OPERATOR', 'SERVICE_MANAGER'] }, MACHINE);
    const csrf = hidden(await staff.get(OPENINGS_AT), 'csrf');
    const { status, body } = await staff.post(OPENINGS_AT, { csrf, reference, id: `${KEEPER.id}-1` });
    expect([status, body.includes(lookResultWords.OWN)]).toEqual([409, true]);
    expect((await desk.get(OPEN)).body).toContain(words.byRight);
  });

  it('who joined since the email was owed find it in their work', async () => {
    const { press, signedIn, deps } = await at();
    await press();
    await deps.changeTeam(
      { change: 'JOIN', id: 'mo', name: 'Mo', mailbox: 'mo@example.org', roles: ['SERVICE_MANAGER'] },
      MACHINE,
    );
    expect((await (await signedIn('mo@example.org')).get('/staff')).body).toContain(openedWords.waiting(1));
  });
});

describe('an auditor', () => {
  it('reads which records were opened, now and in a month before, and notes nothing', async () => {
    const { press, clock, signedIn, deps } = await at();
    await press();
    await deps.changeTeam(
      { change: 'JOIN', id: 'ada', name: 'Ada', mailbox: 'ada@example.org', roles: ['AUDITOR'] },
      MACHINE,
    );
    const auditor = await signedIn('ada@example.org');
    const { body } = await auditor.get(OPENINGS_AT);
    expect([body.includes(reason), body.includes(openingsWords.button)]).toEqual([true, false]);
    const csrf = hidden(await auditor.get(OPENINGS_AT), 'csrf');
    expect((await auditor.post(OPENINGS_AT, { csrf, reference, id: `${KEEPER.id}-1` })).status).toBe(403);
    clock.advanceMinutes(1);
    expect((await auditor.get(OPENINGS_AT, { month: '2026-08' })).status).toBe(200);
    expect((await auditor.get(OPENINGS_AT, { month: '<b>' })).status).toBe(200);
  });
});

it('writes nothing of the child or the reason to the log', async () => {
  const { press, staff, log, mailed } = await at();
  await press();
  await staff.get(RECORD);
  await mailed();
  expect(JSON.stringify(log.lines)).not.toContain(CHILD);
});

it('is not opened where no one else could be told', async () => {
  const { press, stores, deps } = await at(['OPERATOR', 'TRIAGER']);
  const team = await deps.readTeam();
  const people = team.people.map((one) => ({ ...one, isActive: one.id === KEEPER.id }));
  await stores.team.saveTeam({ ...team, version: team.version + 1, people });
  const { status, body } = await press();
  expect([status, body.includes(words.noOne)]).toEqual([409, true]);
  expect(await stores.openings.openingsOf(reference)).toEqual([]);
});
