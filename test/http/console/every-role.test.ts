import { expect, it } from 'vitest';
import { type Role, roleSchema } from '#domain/people/person.ts';
import { roleInWords } from '#web/components/record/role-words.ts';
import { CONSOLE_AT, queueAt } from '#web/console/address.ts';
import { reference } from '../records.ts';
import { walk } from '../walk.ts';
import { consoleWorld } from './world.ts';

const every: readonly Role[] = roleSchema.options;
const keepers: readonly Role[] = ['OPERATOR', 'SERVICE_MANAGER', 'AUDITOR'];
const fixers: readonly Role[] = ['OPERATOR', 'SERVICE_MANAGER'];
const values = { queue: 'parked', reference, id: 'an-email', figure: 'waiting' };

it.each(every)('the role %s opens what it is for and no other', async (role) => {
  const { as, routes } = await consoleWorld();
  const steps = await walk(routes, await as(role), () => values, CONSOLE_AT);
  const whom = (where: string) => (/^POST|\/emails\/|\/acts\//.test(where) ? fixers : keepers);
  const isOfManagers = (where: string) =>
    /\/copy(\/file)?$/.test(where) || /\/acts\/(?!(contact|restart|send|renew-link)$)/.test(where);
  const only = (where: string) => (isOfManagers(where) ? 'SERVICE_MANAGER' : /\/open$/.test(where) && 'OPERATOR');
  const isFor = (where: string) => (only(where) ? role === only(where) : whom(where).includes(role));
  const opened = steps.map(({ where, status }) => [where, status !== 403]);
  expect(opened).toEqual(steps.map(({ where }) => [where, isFor(where)]));
  const unnamed = steps.filter(
    ({ where, status, body }) =>
      status === 403 && !body.includes(roleInWords(isOfManagers(where) ? 'SERVICE_MANAGER' : 'OPERATOR')),
  );
  expect(unnamed).toEqual([]);
});

it('no page opens to anyone without a session, and each leads to the way in', async () => {
  const { stranger, routes } = await consoleWorld();
  const steps = await walk(routes, stranger(), () => values, CONSOLE_AT);
  expect(steps.map(({ location }) => location)).toEqual(steps.map(() => '/staff/sign-in'));
});

it('the console stands in the navigation of those who may open it alone', async () => {
  const { as } = await consoleWorld();
  const { body } = await (await as('OPERATOR')).get(queueAt('parked'));
  expect(body).toContain(`href="${CONSOLE_AT}"`);
});
