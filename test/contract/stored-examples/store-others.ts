import type { Stores } from '#adapters/records/stores.ts';
import { MACHINE, personActor } from '#domain/people/actor.ts';
import { seededTeam } from '#domain/people/seed.ts';
import { todoDone } from '#domain/people/todo.ts';
import { testConfig } from '#test/http/service-config.ts';
import { AT, aChallenge, aCheck, aLink, aNotice, aSession, aTodo, minutesAfter } from '../samples.ts';
import type { Keep } from './store-cases.ts';

const sam = personActor('sam', 'Sam Field', 'Portage practitioner');
const reference = 'REF1';

/** Stores what stands beside the cases, one of each kind and state, and keeps it. */
export async function storeOthers(stores: Stores, keep: Keep): Promise<void> {
  await storeAccess(stores, keep);
  await storeComment(stores, keep);
  const ofReferral = (name: string, sk: string) => keep(name, `REF#${reference}`, sk);
  await stores.referrals.markRefused(reference, AT);
  await ofReferral('refused.before-acceptance', 'REFUSED');
  const pages = [{ state: 'PENDING', code: 'SCAN_PENDING' } as const];
  const failed = [{ index: 0, state: 'FAILED', code: 'INFECTED', versionId: 'v1', pages } as const];
  const earlyHelpAssessment = { state: 'USABLE', code: '', versionId: 'v2' } as const;
  await stores.cases.putCheck({ ...aCheck(reference, 1), evidence: failed, earlyHelpAssessment });
  await ofReferral('check.with-failed-evidence', 'CHECK#1');
  const settledAt = minutesAfter(1);
  const putRight = [{ at: AT, by: sam, what: 'SENT_AGAIN', reason: 'The mailbox was full' } as const];
  const notices = {
    claimed: aNotice(reference, 'n1', { taskId: 'task-1', to: 'PERSON:sam', by: sam }),
    failed: aNotice(reference, 'n2', { state: 'FAILED', settledAt, why: 'TRIED_TOO_OFTEN', possibleDuplicate: true }),
    'for-a-person': aNotice(reference, 'n3', { state: 'FOR_A_PERSON', settledAt, why: 'UNSAFE_CONTACT' }),
    'put-right': aNotice(reference, 'n6', { state: 'BOUNCED', settledAt, putRight }),
    bounced: aNotice(reference, 'n4', { state: 'BOUNCED', settledAt, messageId: 'm1', why: 'Permanent' }),
  };
  for (const [state, notice] of Object.entries(notices)) {
    await stores.notices.claimNotice(notice);
    await ofReferral(`notice.${state}`, `NOTICE#${notice.id}`);
  }
  const [open, toClose] = [aTodo(reference), aTodo(reference, { cause: 'n2', for: 'ROLE:TRIAGER' })];
  for (const todo of [open, toClose]) await stores.todos.createTodo(todo);
  const done = todoDone(toClose, AT, sam);
  if (done) await stores.todos.saveTodo(done);
  await ofReferral('todo.open', `TODO#${open.id}`);
  await ofReferral('todo.done', `TODO#${toClose.id}`);
  await stores.todos.saveTodo({ ...open, version: open.version + 1, reminded: 2 });
  await ofReferral('todo.reminded', `TODO#${open.id}`);
  await stores.todos.saveTodo({ ...open, version: open.version + 2, heldBy: 'PERSON:robin' });
  await ofReferral('todo.held', `TODO#${open.id}`);
  await stores.claims.claim('child-hash', reference);
  await keep('claim.held', 'CLAIM#child-hash', 'CLAIM');
  await stores.matches.noteMatch('home-hash', reference);
  await keep('match.noted', 'MATCH#home-hash', `MATCH#${reference}`);
  await stores.audit.keepStub({ id: 'a1', at: AT, caller: 'form', outcome: 'SAFEGUARDING_STOP', reason: 'RISK' });
  await keep('audit.stop', 'AUDIT#a1', 'AUDIT');
  const sender = { phone: '01632 960123', email: 'hv@example.org' };
  const stop = { at: AT, outcome: 'SAFEGUARDING_STOP', reason: 'RISK' };
  await stores.audit.keepStub({ ...stop, id: 'a2', caller: 'a-system', sender });
  await keep('audit.with-its-sender', 'AUDIT#a2', 'AUDIT');
  await stores.audit.saveLastAlarm({ version: 1, first: 'a1', closesAt: minutesAfter(10) });
  await keep('lastalarm.alone', 'ALARMS', 'LASTALARM');
  await stores.audit.saveWindow({ id: 'a1', version: 1, closesAt: minutesAfter(10), alarms: ['a2'], count: 1 });
  await keep('alarms.open', 'ALARMS#a1', 'ALARMS');
  await storeTeam(stores, keep);
  await storeMeetings(stores, keep);
  const counted = { taskId: `${reference}-T1`, at: AT, outcome: 'DECLINE', against: true };
  await stores.settled.keepSettled({ reference, ...counted });
  await ofReferral('settled.against-the-checks', 'SETTLED#');
  await storeSweeps(stores, keep);
}

async function storeAccess({ access }: Stores, keep: Keep): Promise<void> {
  const links = [aLink('l1'), { ...aLink('l2'), purpose: 'STATUS', to: 'REFERRER', taskId: undefined } as const];
  for (const link of links) {
    await access.putLink(link);
    await keep(`link.${link.purpose.toLowerCase()}`, `LINK#${link.hash}`, 'LINK');
  }
  const staff = { ...aSession('s1'), person: 'PERSON:sam' };
  const sessions = [staff, { ...aSession('s2'), audience: 'REFERRER' } as const];
  for (const session of sessions) {
    await access.saveSession(session);
    await keep(`session.${session.audience.toLowerCase()}`, `SESSION#${session.hash}`, 'SESSION');
  }
  await access.saveSession({
    ...aSession('s3'),
    person: 'sam',
    roles: ['TRIAGER'],
    idToken: 'a.token.here',
    usedAt: AT,
  });
  await keep('session.of-work-account', 'SESSION#s3', 'SESSION');
  await access.saveChallenge(aChallenge('c1', 1));
  await keep('challenge.sent', 'CHALLENGE#c1', 'CHALLENGE');
  await access.recordReading({ reference, at: AT, by: sam, what: 'RECORD', taskId: 'task-1' });
  await keep('reading.by-staff', `REF#${reference}`, 'READING#');
}

async function storeComment({ comments }: Stores, keep: Keep): Promise<void> {
  await comments.putComment({ reference, id: 'c'.repeat(22), at: AT, by: sam, text: 'The nursery will call back' });
  await keep('comment.by-staff', `REF#${reference}`, 'COMMENT#');
}

async function storeTeam({ team }: Stores, keep: Keep): Promise<void> {
  const [first, ...others] = seededTeam(testConfig).people;
  if (!first) throw new Error('The configuration names no one.');
  const away = { ...first, leave: [{ from: '2026-10-01', to: '2026-10-09' }], deputy: others[0]?.id ?? '' };
  const event = { at: AT, by: MACHINE, what: 'LEAVE_CHANGED', person: first.id, to: '2026-10-01' } as const;
  await team.saveTeam({ version: 1, people: [away, ...others], history: [event] });
  await keep('team.record', 'TEAM', 'RECORD');
  const meetings = [{ on: '2026-10-06', from: '09:30', until: '11:00' }];
  const added = { at: AT, by: sam, what: 'MEETINGS_ADDED', to: '2026-10-06 09:30/11:00' } as const;
  await team.saveTeam({ version: 2, people: [away, ...others], meetings, history: [event, added] });
  await keep('team.with-meetings', 'TEAM', 'RECORD');
  const line = { from: '2026-10-06', to: '2026-10-06', days: ['TUESDAY'], person: first.id, deputy: away.deputy };
  const onDuty = { at: AT, by: sam, what: 'DUTY_CHANGED', person: first.id, from: 'TUESDAY', to: away.deputy } as const;
  await team.saveTeam({
    version: 3,
    people: [away, ...others],
    meetings,
    duty: [line],
    history: [event, added, onDuty],
  });
  await keep('team.with-duty', 'TEAM', 'RECORD');
  const lost = { ...away, mailFailed: { at: AT, about: reference }, mailTrustedAt: '2026-09-01T08:00:00.000Z' };
  const failed = { at: AT, by: MACHINE, what: 'MAIL_FAILED', person: first.id } as const;
  await team.saveTeam({ version: 3, people: [lost, ...others], history: [event, added, failed] });
  await keep('team.with-a-failing-mailbox', 'TEAM', 'RECORD');
  const contact = { phone: '01632 960111', hours: 'Every day, 10am to noon', email: 'letters@example.org' };
  const letters = { ...contact, signatory: 'Sam Green, Portage manager' };
  const changed = { at: AT, by: sam, what: 'LETTERS_CHANGED', to: '01632 960111' } as const;
  await team.saveTeam({ version: 3, people: [away, ...others], letters, history: [event, changed] });
  await keep('team.with-letters', 'TEAM', 'RECORD');
  const stayAndPlay = [
    { town: 'Taunton', day: 'MONDAY', from: '10:00', until: '11:30', venue: 'Example Hall, Example Street' },
  ];
  const moved = { at: AT, by: sam, what: 'STAY_AND_PLAY_CHANGED', to: 'Taunton: every Monday' } as const;
  await team.saveTeam({ version: 4, people: [away, ...others], letters, stayAndPlay, history: [event, moved] });
  await keep('team.with-towns', 'TEAM', 'RECORD');
  const mailboxes = { duty: 'night-duty@example.org', advisoryTeachers: 'teachers@example.org' };
  const there = { at: AT, by: sam, what: 'MAILBOXES_CHANGED', to: 'night-duty@example.org' } as const;
  await team.saveTeam({ version: 5, people: [away, ...others], letters, mailboxes, history: [event, there] });
  await keep('team.with-mailboxes', 'TEAM', 'RECORD');
  const services = [{ code: 'SERVICE_1', name: 'Toneway hub', mailbox: 'hub@example.org', isOffered: true }];
  const set = { at: AT, by: sam, what: 'SERVICES_CHANGED', to: 'Toneway hub; hub@example.org; offered' } as const;
  await team.saveTeam({ version: 6, people: [away, ...others], letters, services, history: [event, set] });
  await keep('team.with-services', 'TEAM', 'RECORD');
  const deciding = services.map((one) => ({ ...one, decides: true }));
  await team.saveTeam({ version: 7, people: [away, ...others], letters, services: deciding, history: [event, set] });
  await keep('team.with-services-that-decide', 'TEAM', 'RECORD');
  const place = { from: '10:00', until: '11:30', venue: 'Example Hall', facts: ['STEP_FREE' as const] };
  const on = ['2027-04-13', '2027-04-20', '2027-04-27', '2027-05-04', '2027-05-11'];
  const startingSchool = [{ town: 'Taunton', year: 2027, on, ...place }];
  const dates = { at: AT, by: sam, what: 'STARTING_SCHOOL_CHANGED', to: 'Taunton: 13 April 2027' } as const;
  await team.saveTeam({ version: 8, people: [away, ...others], letters, startingSchool, history: [event, dates] });
  await keep('team.with-school-sessions', 'TEAM', 'RECORD');
}

async function storeMeetings({ meetings }: Stores, keep: Keep): Promise<void> {
  const on = '2026-10-06';
  const present = ['Sam', 'Robin'];
  const agenda = [{ reference, taskId: `${reference}-T1` }];
  await meetings.saveSitting({ on, version: 1, present, agenda, history: [{ at: AT, by: sam, present }] });
  await keep('meeting.held', `MEETING#${on}`, 'MEETING');
  const later = '2026-10-20';
  const waiting = [...agenda, { reference, taskId: `${reference}-T2`, isWaiting: true }];
  await meetings.saveSitting({
    on: later,
    version: 1,
    present,
    agenda: waiting,
    history: [{ at: AT, by: sam, present }],
  });
  await keep('meeting.with-one-that-waits', `MEETING#${later}`, 'MEETING');
  const said = { outcome: 'INVITE_GROUP', band: 2, reason: 'Delay in 2 areas.' } as const;
  await meetings.saveMinute({ reference, taskId: `${reference}-T1`, version: 1, on, ...said, by: sam, at: AT });
  await keep('minute.written', `REF#${reference}`, 'MINUTE#');
}

async function storeSweeps({ leases, pauses, rollups, reconciliations }: Stores, keep: Keep): Promise<void> {
  const queues = [{ queue: 'TRIAGE', waiting: 2, since: AT, late: 1 }];
  await rollups.saveRollup({ asOf: AT, queues, receivedAt: AT, hourly: { at: AT, onLists: 3, afterLists: 1 } });
  await keep('rollup.counted', 'ROLLUPS', 'ROLLUP');
  const found = { reference, item: 'CASE', at: AT };
  await reconciliations.saveReconciliation({
    ...{ version: 1, asOf: AT, passedAt: AT, from: { pk: `REF#${reference}`, sk: 'CASE' }, repairedToday: 1 },
    ...{ repaired: [{ ...found, fault: 'KEYS' }], open: [{ ...found, fault: 'UNREADABLE' }], found: [] },
  });
  await keep('reconciliation.under-way', 'RECONCILER', 'RECONCILIATION');
  await leases.take({ name: 'sweep', holder: 'h1', until: minutesAfter(1) }, AT);
  await keep('lease.held', 'LEASE#sweep', 'LEASE');
  const pause = { attempts: 2, since: AT, until: minutesAfter(2), why: 'CorruptItem' };
  await pauses.pause('CASE', { reference }, pause);
  await keep('pause.case', `REF#${reference}`, 'PAUSE#CASE');
  await pauses.pause('NOTICE', { reference, noticeId: 'n1' }, pause);
  await keep('pause.notice', `REF#${reference}`, 'PAUSE#NOTICE#n1');
  await pauses.pause('DRAFT', { draftId: 'd'.repeat(22) }, pause);
  await pauses.end('DRAFT', { draftId: 'd'.repeat(22) }, AT);
  await keep('pause.ended', `DRAFT#${'d'.repeat(22)}`, 'PAUSE#DRAFT');
}
