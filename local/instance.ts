import type { RequestListener } from 'node:http';
import { serveGateway } from './api-gateway/gateway.ts';
import { type Assembly, functionsIn, loadAssembly } from './assembly/load.ts';
import { type Clock, openClock, type RequestedTime } from './clock.ts';
import { askFor, shownFaults } from './faults/request.ts';
import { answering, listenLocally } from './front.ts';
import type { AccessWatch } from './iam/access-of.ts';
import { type LocalRoutes, serveLocal } from './routes/local-routes.ts';
import { type Services, startServices } from './services.ts';
import { inboxPage } from './ses/inbox-page.ts';
import { StartError } from './start-error.ts';
import { corrupt, openStore } from './store.ts';
import type { Store } from './store-type.ts';
import { synthesise } from './synth.ts';

export type InstanceOptions = {
  /** 0 for any free one. */
  port: number;
  /** The folder of the store; undefined for one that is thrown away at the end. */
  data?: string | undefined;
  now?: RequestedTime | undefined;
  /** '' at a root, '/live' under a stage path. */
  basePath?: string | undefined;
  /** Load each function at its first call only, not all in advance. */
  cold?: boolean | undefined;
  /** Staff sign in with invented work accounts, at a provider on this machine, and not by a mailed code. */
  signIn?: boolean | undefined;
  /** A test referral walks the whole road once a day. */
  canary?: boolean | undefined;
  /** The folder of a cloud assembly; without it that of these sources, synthesised if they have changed. */
  assembly?: string | undefined;
  /** Functions that nothing in the stack calls, for a caller of `invoke`. */
  byHand?: readonly string[] | undefined;
  /** Is told each different call that was denied; written to stderr unless told. */
  watch?: Partial<AccessWatch> | undefined;
  /** How often each event and each due schedule is handed over; once unless told. */
  deliveries?: number | undefined;
  /** What /local/ shows of the records, by the name under which it serves it: lists for /local/lists.json. */
  views?: Readonly<Record<string, View>> | undefined;
};

/** Reads, from a running instance, what the product wants seen on this machine: the run itself knows no records. */
export type View = (instance: Pick<Instance, 'endpoints' | 'tableName' | 'now'>) => Promise<unknown>;

export type Instance = LocalRoutes & {
  /** Where people and systems reach it, without a slash at the end. */
  url: string;
  /** Where the OpenID provider of this machine is, if staff sign in at one. */
  signInAt: string | undefined;
  apiKey: string;
  endpoints: Services['endpoints'];
  tableName: string | undefined;
  invoke: Services['lambda']['invoke'];
  stop(): Promise<void>;
};

const API_KEY = 'local';

/** Starts the whole service on this machine. Rejects with a StartError, and leaves nothing behind, where it cannot. */
export async function startInstance(options: InstanceOptions): Promise<Instance> {
  // Requests wait until everything is there. The port is taken first, so that a used port is reported straight away.
  const begun = Promise.withResolvers<RequestListener>();
  const front = await listenLocally(
    async (request, response) => (await begun.promise)(request, response),
    options.port,
  );
  const open: (() => unknown)[] = [];
  const stop = async () => {
    front.close();
    for (const close of open.splice(0).reverse()) await close();
  };
  try {
    const store = await openStore(options.data);
    open.push(store.close);
    const basePath = options.basePath ?? '';
    const url = `http://localhost:${front.port}${basePath}`;
    const assembly = loadAssembly(
      options.assembly ??
        (await synthesise({
          checked: false,
          variant: options.signIn ? 'SIGN_IN' : options.canary ? 'CANARY' : undefined,
        })),
      url,
      options.byHand,
    );
    const clock = openClock(store.database, options.now);
    const services = await servicesOf(assembly, store, clock, options);
    open.push(services.stop);
    const routes = localRoutes(assembly, services, clock, options.views);
    begun.resolve(answering(serving(assembly, services, routes, basePath), clock.now));
    if (options.cold !== true) void services.lambda.warm(calledFirst(assembly));
    const { endpoints, tableName, signInAt, lambda } = services;
    return { ...routes, url, signInAt, apiKey: API_KEY, endpoints, tableName, invoke: lambda.invoke, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Functions that people and systems call, then those of the workflow in its order. */
function calledFirst({ api, stateMachines }: Assembly): string[] {
  const doors = (api?.routes ?? []).map(({ functionName }) => functionName);
  return [...new Set([...doors, ...stateMachines.flatMap(({ definition }) => functionsIn(definition))])];
}

const toStderr = (line: string) => void process.stderr.write(`${line}\n`);

async function servicesOf(assembly: Assembly, store: Store, clock: Clock, options: InstanceOptions) {
  const { data, watch, deliveries } = options;
  try {
    return await startServices(assembly, store, clock, { report: toStderr, ...watch }, deliveries);
  } catch (error) {
    const unreadable = error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';
    throw unreadable && data !== undefined ? corrupt(data, error) : error;
  }
}

function serving(assembly: Assembly, services: Services, routes: LocalRoutes, basePath: string) {
  const { api } = assembly;
  if (api === undefined) throw new StartError('The stack has no REST API to serve.');
  const gateway = { api, basePath, apiKey: API_KEY, now: routes.now, invoke: services.lambda.invoke };
  return (request: Parameters<RequestListener>[0]) => {
    const isLocal = /^\/local(\/|\?|$)/.test(request.url ?? '');
    return isLocal ? serveLocal(routes, request) : serveGateway(gateway, request);
  };
}

function localRoutes(
  assembly: Assembly,
  { engine, ses, timeline, faults, damage, endpoints, tableName, receive }: Services,
  clock: Clock,
  views: Readonly<Record<string, View>> = {},
): LocalRoutes {
  const breakable = { functions: [...assembly.functions.keys()], keys: assembly.keys };
  return {
    now: clock.now,
    advanceTo: timeline.advanceTo,
    receive,
    mail: ses.inbox,
    mailPage: (query) => inboxPage(ses.inbox(), { query }),
    executions: () =>
      engine
        .executions()
        .map(({ name, status, startedAt }) => ({ name, status, startedAt: new Date(startedAt).toISOString() })),
    history: engine.history,
    faults: {
      ask: async (body) => {
        const problem = await askFor(faults, body, breakable, damage);
        // A sweep that has begun would still do what a sweeper that is held must not.
        await timeline.quiet();
        return problem;
      },
      clear: faults.clear,
      shown: () => shownFaults(faults, breakable),
    },
    views: Object.fromEntries(
      Object.entries(views).map(([name, view]) => [name, () => view({ endpoints, tableName, now: clock.now })]),
    ),
  };
}
