import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { EnvName, FunctionName } from '#functions/env.ts';
import type { ApartName } from './bundle/apart.ts';
import { mayWalk } from './canary.ts';
import type { Capabilities, Workflows } from './capabilities.ts';
import type { Logo } from './logo.ts';

/** What one function may do and carries, beyond what functions/env.ts says it reads. */
export interface FunctionPermissions {
  readonly may: readonly PolicyStatement[];
  readonly timeoutSeconds?: number;
  readonly memoryMb?: number;
  /** How often a failed asynchronous invocation is tried again. */
  readonly retryAttempts?: number;
  /** Folders of templates, from the top of the repository. */
  readonly templates?: readonly string[];
  /** The council's logo, for the function that serves it. */
  readonly logo?: Logo;
  /** What it loads only where it needs it, from beside its bundle. */
  readonly apart?: readonly ApartName[];
}

type EntryPoint =
  | 'serve-api'
  | 'serve-public'
  | 'serve-referral'
  | 'serve-staff'
  | 'serve-family'
  | 'serve-console'
  | 'sweep'
  | 'record-mail-event'
  | 'take-mail'
  | 'walk-canary'
  | 'restart-case'
  | 'balance-lists'
  | 'look-at-lists'
  | 'erase-records'
  | 'reconcile-records'
  | 'seal-histories'
  | 'write-pack';
export type StepName = Exclude<FunctionName, EntryPoint>;
export type EntryPointName = Extract<FunctionName, EntryPoint>;
export type Values = Partial<Record<EnvName, string>>;

const NOTICES = ['adapters/letters/templates'];
const DESIGN_SYSTEM = 'node_modules/govuk-frontend/dist/govuk';
const PAGES = ['web', `${DESIGN_SYSTEM}/components`, `${DESIGN_SYSTEM}/macros`];
/** Shorter than the lease on sweeping, so that it never outlasts its right. */
const SWEEP_SECONDS = 55;
/** As long as Lambda lets it run: it reads every case. */
const NIGHT_SECONDS = 900;
const NIGHT = { timeoutSeconds: NIGHT_SECONDS, memoryMb: 1024 } as const;
/** Every change is one conditional put of one item, so no one may update or write in batches, and one function alone may delete. */
const CHANGE = ['GetItem', 'PutItem'] as const;
/** The same, and a list of what people are asked to do about one case, or of the referrals of one mailbox. */
const CHANGE_WORK = [...CHANGE, 'Query'] as const;

/** The steps of the workflows. None may start or look at executions: the state machines are built from them. */
export const STEP_PERMISSIONS: Record<StepName, (with_: Capabilities) => FunctionPermissions> = {
  'validate-referral': ({ records, mailboxKey }) => ({ may: [...records.access(CHANGE), ...mailboxKey.read()] }),
  'check-referral': ({ records, evidence, claimKey, mail }) => ({
    may: [...records.access(CHANGE), ...evidence.inspect(), ...claimKey.read(), ...mail.send()],
    templates: NOTICES,
    timeoutSeconds: 60,
  }),
  'open-task': ({ records, mail }) => ({ may: [...records.access(CHANGE), ...mail.send()], templates: NOTICES }),
  'remind-people': ({ records, mail }) => ({ may: [...records.access(CHANGE), ...mail.send()], templates: NOTICES }),
  'list-child': ({ records }) => ({ may: records.access(CHANGE) }),
  'tell-people': ({ records, mail }) => ({ may: [...records.access(CHANGE), ...mail.send()], templates: NOTICES }),
  'park-case': ({ records }) => ({ may: records.access(CHANGE) }),
  'follow-support': ({ records, mail }) => ({ may: [...records.access(CHANGE), ...mail.send()], templates: NOTICES }),
  'open-offer': ({ records, mail }) => ({ may: [...records.access(CHANGE), ...mail.send()], templates: NOTICES }),
  'tell-of-offer': ({ records, mail }) => ({ may: [...records.access(CHANGE), ...mail.send()], templates: NOTICES }),
};

type WithWorkflows = Capabilities & Workflows;

/** Functions invoked by requests, events or a schedule. */
export const ENTRY_POINT_PERMISSIONS: Record<EntryPointName, (with_: WithWorkflows) => FunctionPermissions> = {
  'serve-api': ({ records, evidence, mail, workflow }) => ({
    may: [...records.access(CHANGE), ...evidence.receive(), ...mail.send(), ...workflow.start()],
    templates: NOTICES,
    memoryMb: 1024,
  }),
  'serve-staff': ({ records, evidence, incoming, claimKey, mail, signIn }) => ({
    may: [
      ...records.access(CHANGE_WORK, ['work', 'list', 'log']),
      ...evidence.open(),
      ...evidence.keepPages(),
      ...incoming.read(),
      ...claimKey.read(),
      ...mail.send(),
      ...(signIn === undefined ? [] : signIn.read()),
    ],
    ...(signIn === undefined ? {} : { apart: ['sign-in'] }),
    templates: [...NOTICES, ...PAGES],
    memoryMb: 1024,
  }),
  'serve-referral': ({ records, evidence, mail, mailboxKey }) => ({
    may: [
      ...records.access(CHANGE_WORK),
      ...evidence.receive(),
      ...evidence.inspect(),
      ...mail.send(),
      ...mailboxKey.read(),
    ],
    templates: [...NOTICES, ...PAGES],
    memoryMb: 1024,
  }),
  // What a family tells waits for the digest of the managers, which the sweeper sends.
  'serve-family': ({ records }) => ({
    may: records.access(CHANGE, ['list']),
    templates: [...NOTICES, ...PAGES],
    memoryMb: 1024,
  }),
  // It reads queues and numbers. A session is kept fresh by a write, and a reading is recorded.
  'serve-console': ({ records, workflow, support }) => ({
    may: [...records.access(CHANGE_WORK, ['work', 'due', 'log']), ...workflow.look(), ...support.look()],
    templates: PAGES,
    memoryMb: 1024,
  }),
  'serve-public': ({ config, records, evidence, mail, workflow }) => ({
    may: [...records.access(CHANGE), ...evidence.receive(), ...evidence.inspect(), ...mail.send(), ...workflow.start()],
    templates: [...NOTICES, ...PAGES],
    memoryMb: 1024,
    ...(config.logo === undefined ? {} : { logo: config.logo }),
  }),
  sweep: ({ records, evidence, mail, workflow, support }) => ({
    may: [
      ...records.access([...CHANGE, 'BatchGetItem'], ['work', 'due', 'list', 'log']),
      ...evidence.forget(),
      ...mail.send(),
      ...workflow.start(),
      ...workflow.watch(),
      ...support.start(),
      ...support.watch(),
    ],
    templates: NOTICES,
    timeoutSeconds: SWEEP_SECONDS,
    // The next minute does what this one did not; a second try would only run beside it.
    retryAttempts: 0,
  }),
  'record-mail-event': ({ records }) => ({ may: records.access(CHANGE) }),
  // It reads whole emails, at most 25 MB each, with everything that came with them.
  'take-mail': ({ records, evidence, incoming }) => ({
    may: [...records.access(CHANGE, ['work']), ...evidence.keep(), ...evidence.forget(), ...incoming.take()],
    timeoutSeconds: 120,
    memoryMb: 1024,
  }),
  'walk-canary': mayWalk,
  'restart-case': ({ records }) => ({ may: records.access(CHANGE) }),
  // It scans, because a child who fell out of every list stands in no index. It puts what it found and nothing else.
  'balance-lists': ({ records }) => ({
    may: records.access([...CHANGE_WORK, 'BatchGetItem', 'Scan'], ['list'], ['Scan']),
    ...NIGHT,
  }),
  // It looks at everyone on every list, so it reads the index whole and the children many at a time.
  'look-at-lists': ({ records }) => ({
    may: [
      ...records.access([...CHANGE, 'BatchGetItem'], ['list'], ['Query', 'Scan']),
      ...records.access(['GetItem'], ['work']),
    ],
    timeoutSeconds: NIGHT_SECONDS,
  }),
  // Alone it may take an item out. It scans, because what is about a child stands under many keys and in no index.
  'erase-records': ({ records, evidence, seals }) => ({
    may: [
      ...records.access([...CHANGE_WORK, 'BatchGetItem', 'DeleteItem', 'Scan']),
      ...evidence.erase(),
      ...seals.listErased(),
    ],
    ...NIGHT,
  }),
  // It scans, because what stands in no index is what it looks for. It puts items anew as they stand, with right keys. Of
  // executions it asks how they stand, and stops one that waits for nothing. The sweeper starts what it owes. Of files it sees that they are there.
  'reconcile-records': ({ records, evidence, workflow, support }) => ({
    may: [...records.access([...CHANGE, 'Scan']), ...evidence.list(), ...workflow.control(), ...support.control()],
    ...NIGHT,
  }),
  // It scans, because no index may leave a history out. It may change nothing that it seals.
  'seal-histories': ({ records, seals }) => ({
    may: [...records.access(['GetItem', 'Scan']), ...seals.write()],
    ...NIGHT,
  }),
  // It reads who is visited and what is decided, and writes down that it read it. It may read no pack.
  'write-pack': ({ records, packs }) => ({
    may: [...records.access(CHANGE, ['work', 'list']), ...packs.write()],
    templates: ['web'],
    ...NIGHT,
  }),
};
