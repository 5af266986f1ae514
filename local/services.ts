import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { Assembly } from './assembly/load.ts';
import { awsEndpoint } from './aws-endpoint.ts';
import type { Clock } from './clock.ts';
import { openDue } from './due.ts';
import { startDynamoDb } from './dynamodb/start-dynamodb.ts';
import { createEventBus } from './events/bus.ts';
import type { Damage } from './faults/damage.ts';
import { createFaults, type Faults } from './faults/faults.ts';
import { closeNow, listen } from './front.ts';
import { holdAll, syncsOf } from './held-syncs.ts';
import { type AccessWatch, accessOf } from './iam/access-of.ts';
import { keepingConnections } from './keep-alive.ts';
import { createKms } from './kms/create-kms.ts';
import { asStepFunctionsSees } from './lambda/as-step-functions-sees.ts';
import { deadLetters } from './lambda/dead-letters.ts';
import { createLambdaHost, type LambdaHost } from './lambda/host.ts';
import { invokedByMachines } from './lambda/invoked-by-machines.ts';
import { lambdaLog } from './lambda/log.ts';
import { playProvider } from './oidc/play-provider.ts';
import { createS3 } from './s3/create-s3.ts';
import { locksOf } from './s3/lock.ts';
import { objectCreated } from './s3/object-events.ts';
import { createSecrets } from './secrets/create-secrets.ts';
import { createSes, type Ses } from './ses/create-ses.ts';
import { asSent, type Receipt, receiptsFor, receiptsIn, tellingBuckets } from './ses/receipts.ts';
import { type Setting, setting } from './settings.ts';
import { createEngine, type Engine } from './step-functions/engine.ts';
import type { Store } from './store-type.ts';
import { createTimeline, type Timeline } from './timeline.ts';

export type Services = {
  lambda: LambdaHost;
  engine: Engine;
  ses: Ses;
  timeline: Timeline;
  /** Receives an email to the service as the mail service would; false where the service receives none. */
  receive(email: Buffer): Promise<boolean>;
  faults: Faults;
  damage: Damage;
  endpoints: { dynamodb: string; other: string };
  tableName: string | undefined;
  /** Where the OpenID provider of this machine is; undefined where no one signs in at one. */
  signInAt: string | undefined;
  stop(): Promise<void>;
};

/** A loaded function takes about 26 MB, and a referral on its usual road needs eight of them. */
const THREADS = 9;

type Given = [assembly: Assembly, store: Store, clock: Clock, watch: AccessWatch, deliveries?: number | undefined];

/**
 * Starts everything that the functions of the assembly call and are called by. Unfinished executions continue straight
 * away.
 */
export async function startServices(...given: Given): Promise<Services> {
  const open: (() => unknown)[] = [];
  try {
    return await begin(open, ...given);
  } catch (error) {
    for (const close of open.reverse()) await close();
    throw error;
  }
}

/** `open` gains what must be closed where the rest cannot start. */
async function begin(
  open: (() => unknown)[],
  ...[assembly, store, clock, watch, deliveries]: Given
): Promise<Services> {
  const { database } = store;
  const { now } = clock;
  const log = lambdaLog(store.logFile);
  const faults = createFaults();
  const access = accessOf(assembly, log, watch, faults.revoked);
  const dynamodb = await startDynamoDb({
    ...{ folder: store.dynamodbFolder, now, access, faults },
    checkpoints: store.checkpoints,
  });
  store.bothAreOpen();
  open.push(dynamodb.close);
  for (const { name, properties } of assembly.tables) {
    await dynamodb.ensureTable({ ...properties, TableName: name });
  }
  const secrets = createSecrets({ database, now });
  for (const { arn, properties } of assembly.secrets) secrets.ensure(arn, properties);
  const signIn = await playProvider(assembly, { database, offset: clock.offset, secrets });
  open.push(signIn.stop);
  const kms = createKms({ database });
  for (const { arn, properties } of assembly.keys) kms.ensure(arn, properties);
  const telling = tellingBuckets(assembly.buckets);
  const s3 = createS3({
    folder: store.s3Folder,
    now,
    buckets: assembly.buckets.map(({ name }) => name),
    locks: locksOf(assembly.buckets),
    access,
    onObject: (object) => {
      if (telling.has(object.bucket)) void bus.put(objectCreated(object));
    },
  });
  const receipts = receiptsIn(assembly.receiptRules);
  const receiveBy = async ({ bucket, prefix }: Receipt, email: Buffer) => {
    const key = prefix + randomUUID().replaceAll('-', '');
    await s3.put({ bucket, key, contentType: 'binary/octet-stream' }, email);
  };
  const ses = createSes({
    ...{ database, now, onEvent: (event) => void bus.put(event) },
    bounces: (address) => faults.bouncing.has(address),
    // What the service writes to an address of its own comes back to it.
    onMail: (mail) => {
      for (const receipt of receiptsFor(receipts, mail.to)) void receiveBy(receipt, asSent(mail));
    },
  });

  const server = keepingConnections(createServer((request, response) => answer(request, response)));
  const port = await listenAgain(server, setting(database, 'aws-port'));
  open.push(() => closeNow(server));
  const endpoints = { dynamodb: dynamodb.endpoint, other: `http://127.0.0.1:${port}` };
  const lambda = createLambdaHost({
    functions: signIn.functions,
    offset: clock.offset,
    endpoints,
    access,
    faults,
    log,
    threads: THREADS,
  });
  faults.kill = lambda.kill;
  const bus = createEventBus({
    rules: assembly.rules,
    lambda,
    now,
    deliveries,
    held: () => faults.held,
    onFailed: deadLetters(assembly.functions, access, log),
  });
  const invoke = invokedByMachines(assembly, access, asStepFunctionsSees(lambda.invoke));
  const engine = createEngine({ database, now, invoke });
  for (const machine of assembly.stateMachines) engine.register({ ...machine, functionNames: (name) => name });
  const answer: RequestListener = awsEndpoint({ now, access, faults, states: engine, kms, secrets, ses, s3 });

  const tableName = assembly.tables[0]?.name;
  const due = await openDue(dynamodb, assembly.tables);
  // The documents before the records that name them, and the records before the executions.
  const syncs = holdAll(s3.syncs, dynamodb.syncs, syncsOf(database));
  const kept = { syncs, scheduledUntil: setting(database, 'scheduled-until') };
  const timeline = createTimeline({ clock, engine, bus, due, ...kept });
  engine.resume();
  timeline.run();
  const damage: Damage = {
    stop: async (execution) => {
      const running = engine.executions().some(({ name, status }) => name === execution && status === 'RUNNING');
      for (const { arn } of running ? assembly.stateMachines : []) {
        const executionArn = `${arn.replace(':stateMachine:', ':execution:')}:${execution}`;
        await engine.handle('AWSStepFunctions.StopExecution', JSON.stringify({ executionArn }));
      }
      return running;
    },
    lose: async (wanted, part) => {
      const bucket = assembly.buckets.find(({ logicalId, name }) => [logicalId, name].includes(wanted));
      return bucket !== undefined && (await s3.lose(bucket.name, part)) > 0;
    },
    overwrite: (item, set) => dynamodb.overwrite(tableName ?? '', item, set),
  };

  return {
    receive: async (email) => {
      const [receipt] = receipts;
      if (receipt === undefined) return false;
      await receiveBy(receipt, email);
      // The answer waits until it was handed over, so that who asks next finds what came of it.
      await bus.idle();
      return true;
    },
    lambda,
    engine,
    ses,
    timeline,
    faults,
    damage,
    endpoints,
    tableName,
    signInAt: signIn.issuer,
    stop: async () => {
      timeline.stop();
      await Promise.all([lambda.close(), engine.close()]);
      closeNow(server);
      await signIn.stop();
      await dynamodb.close();
    },
  };
}

/** On the port of the last run if it is free, so that an upload address that was given out still works. */
async function listenAgain(server: ReturnType<typeof createServer>, kept: Setting): Promise<number> {
  const port = await listen(server, kept.read() ?? 0, '127.0.0.1', 0).catch(() => listen(server, 0, '127.0.0.1', 0));
  kept.write(port);
  return port;
}
