import { openRecord } from '#application/operations/open-record.ts';
import { putRight } from '#application/operations/put-right.ts';
import { recordAccessRequest } from '#application/operations/record-access-request.ts';
import { MACHINE } from '#domain/people/actor.ts';
import type { Role } from '#domain/people/person.ts';
import type { ExecutionStep, Executions } from '#domain/ports/executions.ts';
import { httpHandler } from '#functions/http.ts';
import { telemetryOf } from '#test/kit/telemetry.ts';
import { consoleRoutes } from '#web/console/routes.ts';
import { serveConsole } from '#web/console/serve.ts';
import { browser, hidden } from '../browser.ts';
import { triageWorld } from '../staff/world.ts';

export const KEEPER = { id: 'olly', name: 'Olly Operator', mailbox: 'olly@example.org' };

interface Failing {
  /** What Step Functions says of every execution. */
  readonly steps?: readonly ExecutionStep[] | 'UNREACHABLE';
  readonly readingFails?: boolean;
}

/** The console beside the staff area, over the same records, with a browser for each who signs in there. */
export async function consoleWorld(options: Parameters<typeof triageWorld>[0] & Failing = {}) {
  const world = await triageWorld(options);
  const executions: Executions = {
    stepsOf: async () => (options.steps === 'UNREACHABLE' ? Promise.reject(new Error('busy')) : options.steps),
  };
  const recordReading = options.readingFails
    ? () => Promise.reject(new Error('out of order'))
    : world.deps.access.recordReading;
  const acting = {
    ...world.stores,
    config: world.deps.config,
    policy: world.deps.policy,
    now: world.clock.now,
    log: world.log,
  };
  const deps = {
    ...world.deps,
    executions,
    runbookUrl: 'https://docs.example.org/runbook',
    openRecord: openRecord({ ...world.deps, ...world.stores, now: world.clock.now }),
    recordAccessRequest: recordAccessRequest(acting),
    ...putRight(acting),
    access: { ...world.deps.access, recordReading },
  };
  const handler = httpHandler(telemetryOf(world.log), serveConsole(deps));
  /** Someone with these roles, signed in to the staff area, at the console. */
  const as = async (...roles: readonly Role[]) => {
    await deps.changeTeam({ change: 'JOIN', ...KEEPER, roles: [...roles] }, MACHINE);
    const using = world.newBrowser();
    const asked = await using.post('/staff/sign-in', { mailbox: KEEPER.mailbox });
    const code = world.lastCode();
    await using.post('/staff/sign-in/code', { mailbox: KEEPER.mailbox, asker: hidden(asked, 'asker'), code });
    return at(using.jar);
  };
  const at = (jar: ReadonlyMap<string, string> = new Map()) => {
    const using = browser(handler, deps.baseUrl);
    for (const [name, value] of jar) using.jar.set(name, value);
    return using;
  };
  return { ...world, deps, as, stranger: at, routes: consoleRoutes(deps) };
}
