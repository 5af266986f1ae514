import { memoryTable } from '#adapters/memory/table.ts';
import { createMailParser } from '#adapters/mime/parse-mail.ts';
import { caseKey } from '#adapters/records/keys.ts';
import { storesOver } from '#adapters/records/stores.ts';
import { takeMail } from '#application/mail/take-mail.ts';
import type { Case } from '#domain/case/case.ts';
import { promptAt } from '#domain/lists/prompt-words.ts';
import { mailIdOf } from '#domain/mail/incoming-mail.ts';
import { todoAsked } from '#domain/notices/asked-todos.ts';
import { ringFamily } from '#domain/notices/offer-todos.ts';
import { personActor } from '#domain/people/actor.ts';
import { seededId } from '#domain/people/seed.ts';
import { type NewTodo, newTodo } from '#domain/people/todo.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { notAnswered } from '#domain/support/answer.ts';
import { newSupport, offerMade } from '#domain/support/make.ts';
import { anEntry } from '#test/contract/samples.ts';
import { hidden } from '#test/http/browser.ts';
import { consoleWorld } from '#test/http/console/world.ts';
import { begin, fillAll, referWorld, send } from '#test/http/form/world.ts';
import {
  caseOnReceipt,
  checkedCase,
  otherReference,
  reference,
  storedCheck,
  storedReferral,
  withTask,
} from '#test/http/records.ts';
import { asked, declined, inTriage, onList, stopped } from '#test/http/referral/standings.ts';
import { referrerWorld } from '#test/http/referral/world.ts';
import { testConfig } from '#test/http/service-config.ts';
import { childOf, lists } from '#test/http/staff/lists-world.ts';
import { managing } from '#test/http/staff/managing.ts';
import { visiting } from '#test/http/staff/visiting-world.ts';
import { accept, taskId, triageWorld } from '#test/http/staff/world.ts';
import { mailOf, reportIn, wordsIn } from '#test/kit/mails.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { caseAt, copyAt } from '#web/console/address.ts';
import { tellPageWords } from '#web/family/tell/words.ts';
import { page } from '#web/layout/page.ts';
import { mailAt } from '#web/staff/mail/address.ts';
import { earlierPlansAt, editPlanAt, planAt, printPlanAt } from '#web/staff/plan/address.ts';
import { sameChildAt } from '#web/staff/same-child/address.ts';

const TASK = `/triage/tasks/${taskId}`;
const STATUS = `/referral/${reference}/status`;
const AT = '2026-09-24T07:00:00.000Z';
const FIRST = 'triage-1@example.org';
const MANAGER = 'manager@example.org';
const oneHome = { ...referralExample, family: { parents: [{ name: 'A. Parent', phone: '01632 960101' }] } };
const moment = { now: AT, policyVersion: 1 };

/** Opens each page that no road of a browser test and no list of pages opens. */
export async function openUnseenPages(): Promise<void> {
  for (const open of [refusals, forConsole, forReferrer, todos, ring, missed, plans]) await open();
  closedMeanwhile();
  for (const open of [pageOfFamily, sameChild, places, mail]) await open();
}

async function refusals() {
  await (await triageWorld()).newBrowser().get(`/staff/l/${'A'.repeat(43)}`);
  const { using: manager, clock } = await managing('/staff');
  clock.advanceMinutes(24 * 60);
  await manager.post('/staff/settings/duty', { csrf: 'x', mailbox: 'duty@example.org' });
  const world = await triageWorld();
  const staff = await world.signIn();
  const csrf = hidden(await staff.get(TASK), 'csrf');
  world.clock.advanceMinutes(24 * 60);
  await staff.post(TASK, { ...accept, csrf, taskId });
}

async function forConsole() {
  const manager = await (await consoleWorld()).as('SERVICE_MANAGER');
  await manager.get(copyAt(reference));
  const table = memoryTable(false);
  const world = await consoleWorld({ stores: storesOver(table, (count) => Buffer.alloc(count, 7)) });
  const operator = await world.as('OPERATOR');
  await table.put({ ...caseKey(reference), reference, status: 7 });
  await operator.get(caseAt(reference));
}

/** What a family reads whose page staff closed in the moment in which the family sent something. */
function closedMeanwhile() {
  const deps = { config: testConfig, baseUrl: 'http://localhost:8080' };
  const data = { typed: 'He walks now', words: tellPageWords };
  page(deps, { status: 409, template: 'family/tell/closed.njk', title: tellPageWords.closed, data });
}

async function forReferrer() {
  const answering = await (await referrerWorld(asked, 'ANSWER')).visit();
  const write = await answering.using.get(`${answering.address}/write`);
  const base = { csrf: hidden(write, 'csrf'), task: hidden(write, 'task'), files: '', text: 'She is two.' };
  await answering.using.post(answering.address, { ...base, do: 'tool' });
  await answering.using.get(`${answering.address}/several`);
  const listed = await (await referrerWorld(onList(), 'STATUS')).visit();
  await listed.using.get(`${STATUS}/changed`);
  const ended = await (await referrerWorld(declined, 'STATUS')).visit();
  await ended.using.get(`${STATUS}/told`);
  const open = await (await referrerWorld(inTriage, 'STATUS')).visit();
  const died = await open.using.get(`${STATUS}/died`);
  await open.using.post(`${STATUS}/died`, { csrf: hidden(died, 'csrf') });
  await open.using.get(STATUS);
  const world = referWorld();
  const form = world.newBrowser();
  const at = await begin(form);
  await fillAll(world, form, at, []);
  await send(form, at);
  await form.get(`${at}/receipt`);
}

/** What is asked of one person beside a task. */
async function todos() {
  const list = { ...anEntry('2#2027-03-24'), suggestedBand: 2, band: null } as const;
  const listed: Case = { ...caseOnReceipt(), status: 'ON_WAITING_LIST', next: 'DONE', outbox: [], list };
  const each: readonly (readonly [kind: NewTodo['kind'], why: string, theCase: Case])[] = [
    ['CONFIRM_BAND', 'LISTED', listed],
    ['REVIEW_WAIT', 'DUE', listed],
    ['SEE_STOP', 'OUT_OF_SCOPE', stopped('OUT_OF_SCOPE', 'OUT_OF_SCOPE')],
    ['AFTER_MISSED', 'MISSED', withTask(checkedCase('TRIAGE'), 'TRIAGE')],
  ];
  for (const [kind, why, theCase] of each) {
    const whom = `PERSON:${seededId(FIRST)}`;
    const todo = newTodo({
      reference,
      kind,
      cause: 'C1',
      why,
      for: whom,
      openedAt: AT,
      due: '2026-10-01T07:00:00.000Z',
    });
    const world = await triageWorld({ theCase });
    await world.stores.todos.createTodo(todo);
    const using = await world.signIn(await world.putLink('link', { mailbox: FIRST, taskId: todo.id }));
    await using.get(`/triage/tasks/${todo.id}`);
  }
  await second();
}

async function second() {
  const world = await triageWorld();
  const using = await world.signIn(world.token);
  const csrf = hidden(await using.get(TASK), 'csrf');
  const mailbox = 'triage-2@example.org';
  const urgent = { outcome: 'DECLINE', reason: 'Not here', meetingOn: '', present: '', urgentBecause: 'They move' };
  await using.post(TASK, { ...accept, ...urgent, secondName: seededId(mailbox), csrf, taskId });
  const asked = (await world.stores.todos.todosOf(reference)).find(({ for: whom }) => whom.startsWith('PERSON'));
  const browser = await world.signIn(await world.putLink('second', { mailbox, taskId: asked?.id ?? '' }));
  await browser.get(`/triage/tasks/${asked?.id}`);
  const digest = { purpose: 'TODAY', to: `PERSON:${seededId(mailbox)}`, mailbox, taskId: undefined } as const;
  await world.newBrowser().get(`/staff/l/${await world.putLink('digest', digest)}`);
}

async function ring() {
  const made = { ...caseOnReceipt(), outbox: [], toSupport: { at: AT, doneAt: AT } };
  const world = await triageWorld({ theCase: { ...made, status: 'IN_SUPPORT', next: 'DONE' } });
  const slot = { id: 'V1', pathway: 'HOME_VISITING', locality: 'Taunton', day: 'MONDAY', at: '09:30' };
  const by = personActor('pat', 'Pat Green', 'Service manager');
  const offered = offerMade(newSupport(reference, anEntry('1#a'), moment), moment, { id: 'O1', slot, by });
  const support = offered && notAnswered(offered, moment);
  if (support) await world.stores.supports.createSupport(support);
  const about = { ...ringFamily, cause: 'RING1NOANSWER', why: 'NO_ANSWER' };
  const todo = todoAsked(about, reference, world.clock.now(), defaultPolicy);
  await world.stores.todos.createTodo(todo);
  const to = { mailbox: MANAGER, to: `PERSON:${seededId(MANAGER)}`, taskId: todo.id };
  await (await world.signIn(await world.putLink('a call', to))).get(`/triage/tasks/${todo.id}`);
}

async function missed() {
  const world = await visiting();
  await world.plan('24');
  await world.came('MISSED');
  await world.midday('2026-09-29');
  await world.came('MISSED');
  const todo = (await world.stores.todos.todosOf(childOf(0))).find(({ kind }) => kind === 'LOOK_AT_MISSED');
  const manager = await world.enter(MANAGER);
  const today = await manager.get('/staff');
  await manager.post('/staff', { csrf: hidden(today, 'csrf'), open: todo?.id ?? '' });
  await manager.get(`/triage/tasks/${todo?.id}`);
}

async function plans() {
  const { kim } = await visiting(oneHome);
  const child = childOf(0);
  const write = async (seen: string, what: string) => {
    const form = await kim.get(editPlanAt(child));
    const typed = {
      writtenWith: 'Her mother',
      'what-1': what,
      'steps-1': 'With a cushion',
      activities: '',
      others: '',
    };
    await kim.post(editPlanAt(child), { csrf: hidden(form, 'csrf'), ...typed, seen });
  };
  await write('0', 'Poppy sits on the floor');
  await write('1', 'Poppy points');
  for (const at of [planAt(child), earlierPlansAt(child)]) await kim.get(at);
  const form = await kim.get(printPlanAt(child));
  await kim.post(printPlanAt(child), { csrf: hidden(form, 'csrf'), adult: '0' });
}

async function pageOfFamily() {
  const { using, own } = await managing('/staff/family-page');
  const at = `/staff/records/${reference}/family-page`;
  await using.get(at);
  await using.post(at, { csrf: own.csrf, parent: '0', places: 'yes', reason: 'We agreed it by phone' });
  await using.post(`${at}/code`, { csrf: own.csrf, codeFor: '0' });
}

async function sameChild() {
  const likeness = { child: 'a', names: ['n1'] };
  const check = { ...storedCheck(), likeness };
  const world = await triageWorld({ theCase: withTask(checkedCase('TRIAGE'), 'TRIAGE'), check });
  const { cases, referrals, matches } = world.stores;
  await cases.createCase(withTask({ ...checkedCase('TRIAGE'), reference: otherReference }, 'TRIAGE'));
  await cases.putCheck({ ...check, reference: otherReference });
  await referrals.putReferral({ ...storedReferral({}), reference: otherReference });
  for (const one of [reference, otherReference]) await matches.noteMatch('a', one);
  await (await world.signIn()).get(sameChildAt(taskId, otherReference));
}

async function places() {
  const { manager } = await lists([{ band: 1, targetOn: '2027-03-24' }, { band: 2 }]);
  await manager.get('/staff/told');
  for (const at of ['', '/hold', '/band', '/remove']) await manager.get(`/staff/records/${childOf(0)}/place${at}`);
  for (const at of ['balance', 'balance/initial-assessment/taunton', 'reviews'])
    await manager.get(`/staff/lists/${at}`);
  await manager.get(promptAt('OVER_TARGET'));
  await manager.get('/staff/visits/agreement');
}

async function mail() {
  const { deps, clock, using } = await managing('/staff/mail');
  const bytes = mailOf({ parts: [wordsIn('Please see the report.'), reportIn()] });
  deps.mailFiles.arrive('ses1', clock.now(), bytes);
  await takeMail({ ...deps, parseMail: createMailParser({ ours: [deps.config.sender] }) })('ses1');
  const at = mailAt(mailIdOf('ses1'));
  await using.get(at);
  await using.get(`${at}/enter`);
}
