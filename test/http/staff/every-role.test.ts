import { describe, expect, it } from 'vitest';
import { MACHINE } from '#domain/people/actor.ts';
import { type Role, roleSchema } from '#domain/people/person.ts';
import { seededId } from '#domain/people/seed.ts';
import { roleInWords } from '#web/components/record/role-words.ts';
import { areaRoutes } from '#web/staff/area/routes.ts';
import type { StaffDeps } from '#web/staff/deps.ts';
import { factRoutes } from '#web/staff/facts/routes.ts';
import { staffRoutes } from '#web/staff/routes.ts';
import { type Browser, hidden } from '../browser.ts';
import { otherReference, reference } from '../records.ts';
import { walk } from '../walk.ts';
import { account, accountWorld } from './account-world.ts';
import { taskId, triageWorld } from './world.ts';

const every: readonly Role[] = roleSchema.options;
const none: readonly Role[] = [];
const managers: readonly Role[] = ['SERVICE_MANAGER'];
const deciders: readonly Role[] = ['TRIAGER', 'SERVICE_MANAGER'];
const office: readonly Role[] = ['TRIAGER', 'ADMINISTRATOR', 'SERVICE_MANAGER'];
const printers: readonly Role[] = ['ADMINISTRATOR', 'SERVICE_MANAGER'];
const readers: readonly Role[] = ['SERVICE_MANAGER', 'AUDITOR'];

/** Whom each page is for, by the first line that fits. A page that fits none fails, so that someone says whom it is for. */
const forWhom: readonly (readonly [page: RegExp, roles: readonly Role[]])[] = [
  // By their task alone, which no one here has.
  [/ \/triage\/tasks\//, none],
  [/ \/staff(\/(sign-out|family-page|told))?$/, every],
  [/ \/staff\/settings\/capacity/, printers],
  [/ \/staff\/settings/, managers],
  [/ \/staff\/triage\/hand-on$/, managers],
  [/ \/staff\/(triage|check-again)$/, deciders],
  [/ \/staff\/paper$/, office],
  [/^POST \/staff\/meetings|^GET \/staff\/meetings\/.*\/minutes/, deciders],
  [/^GET \/staff\/meetings/, office],
  [/ \/staff\/letters$/, printers],
  [/ \/staff\/mail\/add$/, office],
  [/ \/staff\/mail/, deciders],
  [/ \/staff\/assessments$/, ['PRACTITIONER', ...printers]],
  [/ \/staff\/records\/{reference}\/assessment$/, printers],
  [/ \/staff\/visits(\/agreement)?$/, ['PRACTITIONER', 'SERVICE_MANAGER']],
  [/ \/staff\/records\/{reference}\/(visits|close(\/reopen)?|plan(\/(edit|print|earlier))?)$/, managers],
  [/ \/staff\/offers|\/records\/{reference}\/offer$/, managers],
  [/ \/staff\/starting-school/, managers],
  [/ \/staff\/groups/, ['PRACTITIONER', 'SERVICE_MANAGER']],
  [/ \/staff\/decisions$/, readers],
  [/^GET \/staff\/openings$/, readers],
  [/^POST \/staff\/openings$/, managers],
  [
    / \/staff\/records\/{reference}\/(died|safe-place|no-email|birth-date|contact|safe-contact|responsibility|comments|family-page|legal-hold|erasure)/,
    managers,
  ],
  [/ \/staff\/records\/{reference}\/(answer|joint)$/, deciders],
  [/ \/staff\/records\/{reference}\/joint\/decision$/, managers],
  [/ \/staff\/lists\/import\/(export.*|{id}\/(release|ended|play))$/, managers],
  [/ \/staff\/lists\/import/, printers],
  [/ \/staff\/lists\/reviews/, managers],
  [/ \/staff\/(lists\/.*\/export|records\/{reference}\/place\/{action})$/, managers],
  [/ \/staff\/lists\/balance/, ['SERVICE_MANAGER', 'AUDITOR', 'OPERATOR']],
  [/ \/staff\/(lists|records\/{reference}\/place$)/, deciders],
  [/ \/staff\/records/, readers],
];
const rolesFor = (where: string) => forWhom.find(([page]) => page.test(where))?.[1] ?? `no line for ${where}`;

const WHO = { id: 'someone', name: 'Sam Someone', mailbox: 'someone@example.org' };
const values = {
  ...{
    reference,
    taskId,
    other: otherReference,
    index: '0',
    page: '1',
    on: '2026-10-06',
    locality: 'Taunton',
    town: 'taunton',
  },
  id: seededId('triage-2@example.org'),
  ...{ pathway: 'initial-assessment', locality: 'taunton', action: 'band', slot: 'V1', prompt: 'over-target' },
};

/** Every page behind a session, but for the way out, which ends it. Links and doors are walked beside it. */
const pagesOf = (deps: StaffDeps) =>
  [...staffRoutes(deps), ...factRoutes(deps), ...areaRoutes(deps)].filter(
    ({ pattern }) => !/\{token\}|\/sign-in|\/sign-out/.test(pattern),
  );

async function byCode() {
  const world = await triageWorld();
  const enter = async (using: Browser) => {
    const asked = await using.post('/staff/sign-in', { mailbox: WHO.mailbox });
    const code = world.lastCode();
    await using.post('/staff/sign-in/code', { mailbox: WHO.mailbox, asker: hidden(asked, 'asker'), code });
  };
  return { ...world, enter: async (using: Browser, _roles: readonly Role[]) => enter(using) };
}

async function byAccount() {
  const world = await accountWorld();
  const enter = async (using: Browser, roles: readonly Role[]) => {
    world.knows(account(WHO.mailbox, roles));
    await world.come(using);
  };
  return { ...world, enter };
}

type World = Awaited<ReturnType<typeof byCode>>;

/** Asks for every page as someone who has this role, or without a session. */
async function walkAs({ deps, newBrowser, enter }: World, role: Role | undefined) {
  const using = newBrowser();
  if (role !== undefined) {
    await deps.changeTeam({ change: 'JOIN', ...WHO, roles: [role] }, MACHINE);
    await enter(using, every);
  }
  return walk(pagesOf(deps), using, () => values, '/staff');
}

type Step = Awaited<ReturnType<typeof walkAs>>[number];
const isRefused = ({ where, status, location }: Step) =>
  where.includes('/triage/tasks/') ? status === 404 : status === 403 || location === '/staff/sign-in';
const shows = ({ body }: Step) => /Poppy|Testerfield/.test(body);

describe.each([
  ['a mailed code', byCode],
  ['a work account', byAccount],
])('with %s', (_how, open) => {
  it.each(every)('the role %s opens its own pages and no other', async (role) => {
    const steps = await walkAs(await open(), role);
    const expected = steps.map(({ where }) => [where, rolesFor(where).includes(role)]);
    expect(steps.map((step) => [step.where, !isRefused(step)])).toEqual(expected);
    expect(steps.filter((step) => isRefused(step) && shows(step))).toEqual([]);
  });

  it.each(every)('each page that refuses the role %s names those that it is for', async (role) => {
    const steps = (await walkAs(await open(), role)).filter(({ status }) => status === 403);
    const unnamed = steps.filter(({ where, body }) => {
      const roles = every.filter((one) => rolesFor(where).includes(one));
      return !roles.some((one) => body.includes(roleInWords(one)));
    });
    expect(unnamed.map(({ where }) => where)).toEqual([]);
  });

  it('no page opens to anyone without a session, and nothing is read', async () => {
    const world = await open();
    const steps = await walkAs(world, undefined);
    // What was typed is shown once more, on a page that opens nothing.
    const admitted = steps.filter(({ status, location }) => status !== 404 && location !== '/staff/sign-in');
    expect(admitted.map(({ where }) => where)).toEqual([]);
    expect(steps.filter(shows)).toEqual([]);
    expect(world.readings).toEqual([]);
  });
});

describe('with a work account', () => {
  it.each(every)('the role %s in the record opens nothing that the groups do not give', async (role) => {
    const world = await byAccount();
    await world.deps.changeTeam({ change: 'JOIN', ...WHO, roles: [role] }, MACHINE);
    const using = world.newBrowser();
    await world.enter(
      using,
      every.filter((one) => one !== role),
    );
    const steps = await walk(pagesOf(world.deps), using, () => values, '/staff');
    const opened = steps.filter((step) => !isRefused(step)).map(({ where }) => where);
    expect(opened.filter((where) => rolesFor(where) !== every)).toEqual([]);
  });
});
