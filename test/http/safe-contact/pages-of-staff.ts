import { createMemoryStores } from '#adapters/memory/stores.ts';
import { createMailParser } from '#adapters/mime/parse-mail.ts';
import { takeMail } from '#application/mail/take-mail.ts';
import { mailIdOf } from '#domain/mail/incoming-mail.ts';
import { printOfListing, todoAsked } from '#domain/notices/asked-todos.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { type Role, roleSchema } from '#domain/people/person.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { mailOf, reportIn, wordsIn } from '#test/kit/mails.ts';
import type { Route } from '#web/http/router.ts';
import { sharedRoutes } from '#web/shared/routes.ts';
import { areaRoutes } from '#web/staff/area/routes.ts';
import { factRoutes } from '#web/staff/facts/routes.ts';
import { mailAt } from '#web/staff/mail/address.ts';
import { staffRoutes } from '#web/staff/routes.ts';
import { checkedCase, otherReference, reference, withTask } from '../records.ts';
import { onList } from '../referral/standings.ts';
import { redirected, sharedWorld } from '../shared/world.ts';
import { taskId, triageWorld } from '../staff/world.ts';
import { letIn } from '../walk.ts';
import type { Broken } from './emails.ts';
import { type Given, referralOf } from './given.ts';
import { open, type PagesOf } from './opened.ts';
import type { PageReader } from './readers.ts';
import { caseOf, storeOther } from './store-family.ts';

const inTriage = withTask(checkedCase('TRIAGE'), 'TRIAGE');
const sent = (given: Given) => ({ ...referralOf(given), earlyHelpAssessment: { evidenceId: 'uploaded-1' } });
const SOMEONE = 'someone@example.org';
const on = '2026-10-06';
const only = (wanted: readonly PageReader[], ...of: readonly PageReader[]) => wanted.filter((one) => of.includes(one));
const list = { pathway: 'portage-group', locality: 'taunton', prompt: 'over-target', town: 'taunton' };
const values = { reference, ...list, taskId, on, other: otherReference, index: '0', page: '1', id: 'someone' };

function storesOf({ stores: breaking }: Broken) {
  const whole = createMemoryStores();
  return breaking?.(whole) ?? whole;
}

export const ofOtherService: PagesOf = async (given, broken, wanted) => {
  const kept = storesOf(broken);
  // What staff recorded since would hide that it may be shared, so it is shared first.
  const { signIn, stores, served, token } = await sharedWorld(sent(given), redirected, kept);
  const shared = await stores.cases.readCase(reference);
  if (shared) await stores.cases.saveCase({ ...caseOf(given, shared), version: shared.version + 1 });
  await storeOther(stores, given);
  return open(sharedRoutes(served), wanted, await signIn(), { ...values, token });
};

/** Someone of the team with these roles, signed in, beside a family whose case stands so. */
async function someone(given: Given, broken: Broken, roles: readonly Role[], theCase = inTriage) {
  const world = await triageWorld({ theCase: caseOf(given, theCase), referral: sent(given), stores: storesOf(broken) });
  const { deps, stores, newBrowser } = world;
  await storeOther(stores, given);
  await deps.changeMeetings({ change: 'ADD', first: on, from: '09:30', until: '11:00' }, MACHINE);
  const [id, mailbox] = ['someone', SOMEONE];
  await deps.changeTeam({ change: 'JOIN', id, name: 'Sam Someone', mailbox, roles: [...roles] }, MACHINE);
  const using = newBrowser();
  const enter = (task?: string) => {
    const grant = task === undefined ? undefined : ({ reference, taskId: task, purpose: 'TASK' } as const);
    return letIn(using, deps, 'STAFF', { mailbox, person: id }, grant);
  };
  return { ...world, using, enter };
}

export const ofStaff: PagesOf = async (given, broken, wanted) => {
  const { deps, using, enter, token, putLink, clock } = await someone(given, broken, roleSchema.options);
  await enter();
  deps.mailFiles.arrive('ses1', clock.now(), mailOf({ parts: [wordsIn('Is there a group?'), reportIn()] }));
  await takeMail({ ...deps, parseMail: createMailParser({ ours: [] }) })('ses1');
  const digest = await putLink('of a digest', { purpose: 'TODAY', to: 'PERSON:someone', mailbox: SOMEONE });
  const routes = [...staffRoutes(deps), ...factRoutes(deps), ...areaRoutes(deps)];
  const isOfDigest = ({ pattern }: Route) => pattern.startsWith('/staff/l/');
  const isOfMail = ({ pattern }: Route) => pattern.startsWith(mailAt('{id}'));
  const pages = routes.filter((one) => !isOfDigest(one) && !isOfMail(one) && !one.pattern.endsWith('/sign-out'));
  const readers = only(wanted, 'PAPER', 'AGENDA', 'NO_RECORD');
  return [
    ...(await open(pages, readers, using, { ...values, token })),
    ...(await open(routes.filter(isOfMail), readers, using, { ...values, id: mailIdOf('ses1') })),
    ...(await open(routes.filter(isOfDigest), readers, using, { ...values, token: digest })),
  ];
};

/** The waiting lists, once the child is on one. */
export const ofLists: PagesOf = async (given, broken, wanted) => {
  const { deps, using, enter } = await someone(given, broken, roleSchema.options, onList());
  await enter();
  const lists = areaRoutes(deps).filter(({ pattern }) => pattern.startsWith('/staff/lists'));
  return open(lists, wanted, using, values);
};

export const ofAuditor: PagesOf = async (given, broken, wanted) => {
  const { deps, using, enter } = await someone(given, broken, ['AUDITOR']);
  await enter();
  return open(areaRoutes(deps), only(wanted, 'AUDITOR'), using, values);
};

export const ofLetters: PagesOf = async (given, broken, wanted) => {
  const listed = onList();
  const { deps, using, enter, stores, clock } = await someone(given, broken, ['ADMINISTRATOR'], listed);
  const todo = todoAsked(printOfListing, reference, clock.now(), defaultPolicy);
  await stores.todos.createTodo(todo);
  await enter(todo.id);
  const letters = given.adults.map(async (_, adult) => {
    const pages = await open(staffRoutes(deps), only(wanted, 'ADULT'), using, {
      ...values,
      taskId: todo.id,
      place: `${adult}`,
    });
    return pages.map((page) => ({ ...page, adult }));
  });
  return (await Promise.all(letters)).flat();
};
