import { describe, expect, it } from 'vitest';
import { MACHINE, personActor } from '#domain/people/actor.ts';
import { personCode } from '#domain/people/code.ts';
import type { Role } from '#domain/people/person.ts';
import { newTodo, TRIAGERS } from '#domain/people/todo.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { ERASED } from '#web/console/acts/act.ts';
import { decisionResults, duplicateWords, reassignWords, undoWords } from '#web/console/acts/task-words.ts';
import {
  actPageWords,
  contactWords,
  deathWords,
  holdWords,
  liftWords,
  withdrawRefusals,
  withdrawWords,
} from '#web/console/acts/words.ts';
import { actAt, caseAt } from '#web/console/address.ts';
import { actWords } from '#web/console/case/acts-words.ts';
import { contactCheckReasonWords, contactCheckWords } from '#web/console/contact/words.ts';
import { handOnWords } from '#web/staff/hand-on/words.ts';
import { recordAt } from '#web/staff/records/address.ts';
import { hidden } from '../browser.ts';
import { checkedCase, codeOf, deciderId, otherReference, reference, storedCheck, withTask } from '../records.ts';
import { consoleWorld, KEEPER } from './world.ts';

const AT = actAt(reference, 'contact');
const TASK = `${reference}-T1`;
const reason = 'Two emails to the first parent came back';
type Kind = 'TRIAGE' | 'DUPLICATE' | 'SUSPICIOUS';

const caseWith = (kind: Kind, duplicateOf: string | null = null) => ({
  ...withTask(checkedCase(kind === 'TRIAGE' ? 'TRIAGE' : 'HOLD'), kind, [
    codeOf('triage-1@example.org'),
    personCode(KEEPER),
  ]),
  duplicateOf,
});

/** A case in this state, and someone in this role who looks at it and presses. */
async function seen(kind: Kind, role: Role = 'OPERATOR', theCase = caseWith(kind)) {
  const world = await consoleWorld({ theCase });
  const using = await world.as(role);
  const page = (await using.get(caseAt(reference))).body;
  const press = async (act: string, fields: Record<string, string> = {}) => {
    const form = await using.get(actAt(reference, act), fields.item === undefined ? {} : { item: fields.item });
    const own = { csrf: hidden(await using.get(caseAt(reference)), 'csrf'), batch: hidden(form, 'batch') };
    const item = hidden(form, 'item');
    return using.post(actAt(reference, act), { ...own, ...(item === '' ? {} : { item }), reason, ...fields });
  };
  const read = async () => {
    const found = await world.stores.cases.readCase(reference);
    if (!found) throw new Error('The case is there.');
    return found;
  };
  const events = async (name: string) => (await read()).history.filter(({ event }) => event === name);
  /** The same person in the staff area. */
  const ofStaff = () => {
    const staff = world.newBrowser();
    for (const [name, value] of using.jar) staff.jar.set(name, value);
    return staff;
  };
  return { ...world, using, page, press, read, events, ofStaff };
}

/** Someone has opened both records in the staff area. */
async function readBoth(
  { access }: Awaited<ReturnType<typeof seen>>['stores'],
  references = [reference, otherReference],
) {
  const by = personActor(KEEPER.id, KEEPER.name, 'service manager');
  for (const one of references)
    await access.recordReading({ reference: one, at: '2026-09-24T07:10:00.000Z', by, what: 'RECORD' });
}

/** Every act that a service manager alone may press. */
const OF_MANAGERS = [
  'reassign',
  'release',
  'duplicate',
  'same-child',
  'withdraw',
  'death',
  'hold',
  'lift-hold',
  'undo',
];

describe('what can be done about a case', () => {
  it.each([
    ['TRIAGE', 'same-child'],
    ['DUPLICATE', 'duplicate'],
    ['SUSPICIOUS', 'release'],
  ] as const)('fits its state: %s', async (kind, act) => {
    const { page } = await seen(kind, 'SERVICE_MANAGER');
    const fits = ['same-child', 'duplicate', 'release'].filter((one) => page.includes(actAt(reference, one)));
    expect(fits).toEqual([act]);
    for (const always of ['contact', 'reassign', 'withdraw', 'death', 'hold'])
      expect(page).toContain(actAt(reference, always));
    expect(page).not.toContain(actAt(reference, 'lift-hold'));
    expect(page).toContain(actWords.copy);
  });

  it('leads a service manager to each, and says to an operator who can and how to ask them', async () => {
    const { page } = await seen('TRIAGE', 'OPERATOR');
    expect(OF_MANAGERS.filter((act) => page.includes(actAt(reference, act)))).toEqual([]);
    for (const said of [reassignWords.what, deathWords.what, actPageWords.managerOnly, 'mailto:manager@example.org'])
      expect(page).toContain(said);
    expect(page).toContain(`href="${AT}"`);
    expect((await seen('TRIAGE', 'SERVICE_MANAGER')).page).not.toContain('mailto:manager@example.org');
  });

  it('offers an auditor nothing to press, and says who can', async () => {
    const { page } = await seen('TRIAGE', 'AUDITOR');
    expect([page.includes('/acts/'), page.includes(actPageWords.managerOnly)]).toEqual([false, true]);
    expect([page.includes(contactWords.what), page.includes(actWords.emails)]).toEqual([false, false]);
  });

  it.each(OF_MANAGERS)('%s is refused to an operator who posts it all the same (hostile)', async (act) => {
    const { using, page, read } = await seen('TRIAGE');
    const before = await read();
    const csrf = hidden({ ...(await using.get(AT)), body: page }, 'csrf') || hidden(await using.get(AT), 'csrf');
    const { status } = await using.post(actAt(reference, act), { csrf, reason, to: deciderId });
    expect([status, await read()]).toEqual([403, before]);
  });

  it.each(['withdraw', 'death', 'hold', 'reassign'])('%s asks for a reason (half-finished)', async (act) => {
    const { press, read } = await seen('TRIAGE', 'SERVICE_MANAGER');
    const before = await read();
    const answer = await press(act, { reason: '  ', to: deciderId });
    expect([answer.status, answer.body.includes('#reason'), await read()]).toEqual([422, true, before]);
  });

  it('keeps what was typed where it is too long (malformed)', async () => {
    const { press } = await seen('TRIAGE', 'SERVICE_MANAGER');
    const { status, body } = await press('hold', { reason: 'kept '.repeat(500) });
    expect([status, body.includes('kept kept')]).toEqual([422, true]);
  });

  it('does nothing to another case than the one of the page (hostile)', async () => {
    const { press, read } = await seen('TRIAGE', 'SERVICE_MANAGER');
    const before = await read();
    expect((await press('hold', { item: otherReference })).status).toBe(404);
    expect(await read()).toEqual(before);
  });

  it.each(['withdraw', 'hold', 'reassign', 'contact'])(
    '%s says so where the record is being erased (late)',
    async (act) => {
      const { press, read, stores } = await seen('TRIAGE', 'SERVICE_MANAGER');
      const before = await read();
      const erasing = { at: before.updatedAt, ground: 'ASKED', by: MACHINE } as const;
      const erased = { ...before, erasing, version: before.version + 1 };
      await stores.cases.saveCase(erased);
      const { status, body } = await press(act, { to: deciderId });
      expect([status, body.includes(ERASED), await read()]).toEqual([409, true, erased]);
    },
  );

  it('says where it does not fit any more', async () => {
    const { using } = await seen('TRIAGE', 'SERVICE_MANAGER');
    const { status, body } = await using.get(actAt(reference, 'release'));
    expect([status, body.includes(actPageWords.none)]).toEqual([409, true]);
  });
});

describe('a task is given to someone else', () => {
  it('by one press, with the reason in the history and one email; twice it says so', async () => {
    const { press, read, events, stores, ofStaff } = await seen('TRIAGE', 'SERVICE_MANAGER');
    const done = await press('reassign', { to: deciderId });
    expect([done.status, done.body.includes(reassignWords.theirs('triage-1'))]).toEqual([200, true]);
    expect((await read()).task?.claim?.by).toMatchObject({ id: deciderId });
    expect(await events('TASK_REASSIGNED')).toMatchObject([{ text: reason, by: { id: KEEPER.id } }]);
    const told = (await stores.notices.noticesOf(reference)).filter(({ kind }) => kind === 'TEAM_HANDED_ON');
    expect(told).toMatchObject([{ state: 'CLAIMED', to: personCode({ id: deciderId }) }]);
    expect((await ofStaff().get(recordAt(reference))).body).toContain(`Reason: ${reason}`);
    const again = await press('reassign', { to: deciderId });
    expect([again.status, again.body.includes(reassignWords.same('triage-1'))]).toEqual([409, true]);
    expect(await events('TASK_REASSIGNED')).toHaveLength(1);
  });

  it('not without a colleague, and not once it is decided (stale)', async () => {
    const { press, deps, read, stores } = await seen('SUSPICIOUS', 'SERVICE_MANAGER');
    const none = await press('reassign', { to: 'nobody' });
    expect([none.status, none.body.includes(handOnWords.toMissing)]).toEqual([422, true]);
    const signed = { person: deciderId, deciderName: 'Tess', deciderRole: 'triager' };
    await deps.recordDecision({ reference, taskId: TASK, outcome: 'GENUINE_REFERRAL', reason, ...signed });
    const late = await press('reassign', { to: deciderId, item: TASK });
    expect([late.status, late.body.includes(reassignWords.decided)]).toEqual([409, true]);
    expect((await read()).task?.claim).toBeUndefined();
    expect(await stores.todos.todosOf(reference)).toEqual([]);
  });

  it('also what is to be done beside it, each by its own link', async () => {
    const world = await seen('TRIAGE', 'SERVICE_MANAGER');
    const asked = { reference, kind: 'LOOK_AGAIN', cause: '1', for: TRIAGERS, why: 'ASKED' } as const;
    const todo = newTodo({ ...asked, openedAt: world.clock.now(), due: world.clock.now() });
    await world.stores.todos.createTodo(todo);
    expect((await world.using.get(caseAt(reference))).body).toContain(encodeURIComponent(todo.id));
    expect((await world.press('reassign', { to: deciderId, item: todo.id })).status).toBe(200);
    expect((await world.stores.todos.readTodo(reference, todo.id))?.heldBy).toBe(personCode({ id: deciderId }));
    expect(await world.events('TODO_HANDED_ON')).toMatchObject([{ text: reason }]);
  });
});

describe('a decision about a held case', () => {
  it.each([
    ['release', 'SUSPICIOUS', 'GENUINE_REFERRAL'],
    ['duplicate', 'DUPLICATE', 'CONFIRMED_DUPLICATE'],
  ] as const)('%s is recorded as on the page of its task, once, and can be taken back', async (act, kind, outcome) => {
    const theCase = caseWith(kind, kind === 'DUPLICATE' ? otherReference : null);
    const { press, read, events, stores } = await seen(kind, 'SERVICE_MANAGER', theCase);
    await stores.cases.createCase({ ...checkedCase('TRIAGE'), reference: otherReference, version: 1 });
    await readBoth(stores);
    const done = await press(act, { tellOther: 'YES' });
    expect([done.status, done.body.includes(decisionResults.did)]).toEqual([200, true]);
    expect((await read()).task?.decision).toMatchObject({ outcome, reason, by: { id: KEEPER.id, name: KEEPER.name } });
    expect((await read()).task?.decision?.tellsOfOther).toBe(act === 'duplicate' ? true : undefined);
    const again = await press(act, { item: TASK });
    expect([again.status, again.body.includes(decisionResults.same)]).toEqual([409, true]);
    expect(await events('DECISION_RECORDED')).toHaveLength(1);
    const back = await press('undo');
    expect([back.status, back.body.includes(undoWords.did)]).toEqual([200, true]);
    expect((await read()).task?.decision).toBeUndefined();
  });

  it('cannot be taken back once it counts', async () => {
    const { press, using, clock } = await seen('SUSPICIOUS', 'SERVICE_MANAGER');
    await press('release');
    const item = hidden(await using.get(actAt(reference, 'undo')), 'item');
    clock.advanceMinutes(6);
    const { status, body } = await press('undo', { item });
    expect([status, body.includes(undoWords.late)]).toEqual([409, true]);
  });

  it('is refused to a manager of whom it is not asked, until they give it to themselves', async () => {
    const theCase = withTask(checkedCase('HOLD'), 'SUSPICIOUS');
    const { press } = await seen('SUSPICIOUS', 'SERVICE_MANAGER', theCase);
    const refused = await press('release');
    expect([refused.status, refused.body.includes(decisionResults.notAsked)]).toEqual([409, true]);
    expect((await press('reassign', { to: KEEPER.id })).status).toBe(200);
    expect((await press('release')).status).toBe(200);
  });

  it('is refused where the other referral has ended: no child is left without one', async () => {
    const { press, read, stores } = await seen('DUPLICATE', 'SERVICE_MANAGER', caseWith('DUPLICATE', otherReference));
    await stores.cases.createCase({
      ...checkedCase('TRIAGE'),
      reference: otherReference,
      status: 'DECLINED',
      version: 1,
    });
    await readBoth(stores);
    const { status, body } = await press('duplicate');
    expect([status, body.includes('has ended')]).toEqual([409, true]);
    expect((await read()).task?.decision).toBeUndefined();
  });

  it.each([
    ['neither', []],
    ['one', [otherReference]],
  ])(
    'that it is a duplicate is refused to who has read %s of the two records (half-finished)',
    async (_what, references) => {
      const { press, read, stores } = await seen('DUPLICATE', 'SERVICE_MANAGER', caseWith('DUPLICATE', otherReference));
      await stores.cases.createCase({ ...checkedCase('TRIAGE'), reference: otherReference, version: 1 });
      await readBoth(stores, references);
      const { status, body } = await press('duplicate');
      expect([status, body.includes(duplicateWords.notRead), body.includes(`>${reason}</textarea>`)]).toEqual([
        409,
        true,
        true,
      ]);
      expect((await read()).task?.decision).toBeUndefined();
    },
  );

  it('names one of the referrals that look alike, and no other', async () => {
    const { press, read, using } = await seen('TRIAGE', 'SERVICE_MANAGER');
    expect((await using.get(actAt(reference, 'same-child'))).body).toContain(duplicateWords.notAlike);
    const refused = await press('same-child', { other: otherReference });
    expect([refused.status, (await read()).task?.decision]).toEqual([422, undefined]);
  });

  it('ends a referral for the one that looks alike', async () => {
    const check = { ...storedCheck(), likeness: { child: 'a', names: ['n1'] } };
    const world = await consoleWorld({ theCase: caseWith('TRIAGE'), check });
    await world.stores.cases.createCase({
      ...withTask({ ...checkedCase('TRIAGE'), reference: otherReference }, 'TRIAGE'),
    });
    await world.stores.cases.putCheck({ ...check, reference: otherReference });
    for (const one of [reference, otherReference]) await world.stores.matches.noteMatch('a', one);
    const using = await world.as('SERVICE_MANAGER');
    const at = actAt(reference, 'same-child');
    const form = await using.get(at);
    for (const one of [reference, otherReference]) expect(form.body).toContain(`href="${recordAt(one)}"`);
    const own = { csrf: hidden(form, 'csrf'), item: hidden(form, 'item'), reason };
    expect((await using.post(at, { ...own, other: otherReference })).body).toContain(duplicateWords.notRead);
    await readBoth(world.stores);
    expect((await using.post(at, { ...own, other: otherReference })).status).toBe(200);
    expect((await world.stores.cases.readCase(reference))?.task?.decision).toMatchObject({ sameAs: otherReference });
    expect((await using.post(at, { ...own, other: otherReference })).status).toBe(409);
  });
});

describe('a referral is withdrawn for its referrer', () => {
  it('once, with the reason, and its tasks end', async () => {
    const { press, read, events } = await seen('TRIAGE', 'SERVICE_MANAGER');
    const done = await press('withdraw');
    expect([done.status, done.body.includes(withdrawWords.did)]).toEqual([200, true]);
    expect(await read()).toMatchObject({
      status: 'WITHDRAWN',
      task: null,
      withdrawal: { reason, by: { id: KEEPER.id } },
    });
    const again = await press('withdraw');
    expect([again.status, again.body.includes(withdrawWords.same)]).toEqual([409, true]);
    expect(await events('WITHDRAWN')).toHaveLength(1);
  });

  it('not while a decision can be taken back (stale)', async () => {
    const { press, read, stores } = await seen('DUPLICATE', 'SERVICE_MANAGER');
    await readBoth(stores);
    await press('duplicate');
    const { status, body } = await press('withdraw');
    expect([status, body.includes(withdrawRefusals.DECIDING)]).toEqual([409, true]);
    expect((await read()).withdrawal).toBeUndefined();
  });

  it('never of a child with a place: someone speaks with the family first', async () => {
    const listed = { ...checkedCase('TRIAGE'), status: 'ON_WAITING_LIST', next: 'DONE', version: 1 } as const;
    const { press, read, page } = await seen('TRIAGE', 'SERVICE_MANAGER', listed);
    expect([page.includes(actAt(reference, 'withdraw')), page.includes(actWords.takeOff)]).toEqual([false, true]);
    const { status, body } = await press('withdraw', { item: reference });
    expect([status, body.includes(withdrawRefusals.LISTED)]).toEqual([409, true]);
    expect((await read()).withdrawal).toBeUndefined();
  });
});

describe('it is recorded that the child has died', () => {
  it('once, with who told us; everything planned ends, and the page leads to who must hear it', async () => {
    const { press, read, events, using, ofStaff } = await seen('TRIAGE', 'SERVICE_MANAGER');
    const done = await press('death');
    expect([done.status, done.body.includes(deathWords.did)]).toEqual([200, true]);
    expect(done.body).toContain(`href="${recordAt(reference)}/died"`);
    expect(await read()).toMatchObject({ status: 'WITHDRAWN', task: null, death: { by: { id: KEEPER.id } } });
    expect((await read()).legalHold).toBeDefined();
    expect(await events('DEATH_RECORDED')).toMatchObject([{ text: reason }]);
    expect((await ofStaff().get(recordAt(reference))).body).toContain(`Reason: ${reason}`);
    const again = await press('death');
    expect([again.status, again.body.includes(deathWords.same)]).toEqual([409, true]);
    expect(await events('DEATH_RECORDED')).toHaveLength(1);
    expect((await using.get(caseAt(reference))).body).not.toContain(actAt(reference, 'death'));
  });
});

describe('a legal hold', () => {
  it('is set and lifted, each once, with the reason; nothing that was typed is shown', async () => {
    const { press, read, events } = await seen('TRIAGE', 'SERVICE_MANAGER');
    const set = await press('hold');
    expect([set.status, set.body.includes(holdWords.did), set.body.includes(reason)]).toEqual([200, true, false]);
    const again = await press('hold');
    expect([again.status, again.body.includes(holdWords.same)]).toEqual([409, true]);
    const stale = await press('lift-hold', { item: `${reference}/2026-01-01T00:00:00.000Z` });
    expect([stale.status, stale.body.includes(liftWords.same)]).toEqual([409, true]);
    expect((await read()).legalHold).toMatchObject({ reason });
    const lifted = await press('lift-hold');
    expect([lifted.status, lifted.body.includes(liftWords.did)]).toEqual([200, true]);
    expect((await read()).legalHold).toBeUndefined();
    expect([await events('LEGAL_HOLD_SET'), await events('LEGAL_HOLD_LIFTED')].map(({ length }) => length)).toEqual([
      1, 1,
    ]);
  });
});

describe('the team is asked to check contact details', () => {
  it('once, with a task today, and the history says who asked and why; the referral stays as it was', async () => {
    const { using, stores } = await seen('TRIAGE');
    const referral = await stores.referrals.readReferral(reference);
    const csrf = hidden(await using.get(AT), 'csrf');
    const first = await using.post(AT, { csrf, reason });
    expect([first.status, first.body.includes(contactCheckWords.done)]).toEqual([200, true]);
    const again = await using.post(AT, { csrf, reason });
    expect([again.status, again.body.includes(contactCheckWords.same)]).toEqual([409, true]);
    const todos = await stores.todos.todosOf(reference);
    expect(todos).toMatchObject([{ kind: 'CHECK_CONTACT', for: TRIAGERS, due: '2026-09-28T08:00:00.000Z' }]);
    const { history = [] } = (await stores.cases.readCase(reference)) ?? {};
    expect(history.filter(({ event }) => event === 'CONTACT_CHECK_ASKED')).toMatchObject([
      { text: reason, by: { id: 'olly' } },
    ]);
    expect(await stores.referrals.readReferral(reference)).toEqual(referral);
  });

  it('not without a reason (half-finished), nor by another site (hostile)', async () => {
    const { using, stores } = await seen('TRIAGE');
    const csrf = hidden(await using.get(AT), 'csrf');
    const { status, body } = await using.post(AT, { csrf, reason: ' ' });
    expect([status, body.includes(String(contactCheckReasonWords.REASON_MISSING))]).toEqual([422, true]);
    expect((await using.post(AT, { csrf: 'x'.repeat(64), reason })).status).toBe(403);
    expect(await stores.todos.todosOf(reference)).toEqual([]);
  });

  it('and again once someone has checked them', async () => {
    const { using, stores, deps, clock } = await seen('TRIAGE');
    const csrf = hidden(await using.get(AT), 'csrf');
    await using.post(AT, { csrf, reason });
    const [todo] = await stores.todos.todosOf(reference);
    if (!todo) throw new Error('The team is asked.');
    const triager = { kind: 'PERSON', id: 'tess', name: 'Tess', role: 'triager' } as const;
    expect(await deps.checkContact(todo, triager, { reason: '' })).toMatchObject({ kind: 'INVALID' });
    expect(await deps.checkContact(todo, triager, { reason: 'A new address' })).toEqual({ kind: 'DONE' });
    expect(await deps.checkContact(todo, triager, { reason: 'A new address' })).toEqual({ kind: 'ALREADY' });
    clock.advanceMinutes(1);
    expect((await using.post(AT, { csrf, reason })).status).toBe(200);
    const todos = await stores.todos.todosOf(reference);
    expect(todos.map(({ done }) => done !== undefined).sort()).toEqual([false, true]);
    expect(plusMinutes(todo.openedAt, 1)).toBe(todos.find(({ done }) => !done)?.openedAt);
  });
});
