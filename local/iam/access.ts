import { REGION, SUFFIX } from '../assembly/identities.ts';
import { accessKeyOf, RUN_KEY } from './access-key.ts';
import type { Context } from './condition.ts';
import { holderOf, type Right, whyNot } from './decide.ts';
import type { Policies } from './policies.ts';

/** What a call asks for; `key`: what the service does with the key behind the resource in the caller's name. */
export type Asked = {
  action: string;
  resource: string;
  context?: Context;
  key?: 'kms:Decrypt' | 'kms:GenerateDataKey';
};

export type Caller = {
  /** The function or state machine; undefined for the embedded run itself. */
  name?: string;
  secretAccessKey: string;
  /** The sentence with which AWS refuses, which names what was missing; undefined where the call is allowed. */
  refusal(asked: Asked): string | undefined;
  /** As `refusal`, and no one is told: for choosing between resources. */
  may(asked: Asked): boolean;
};

/** Who signs with which key, and what each may do. */
export type Access = {
  caller(accessKeyId: string | undefined): Caller | undefined;
  /** For what a service of AWS does in someone's role, without a request that is signed. */
  named(player: string): Caller | undefined;
};

/** Someone who acts in a role: a function or a state machine. */
export type Player = { name: string; role: string };

export type AccessOptions = {
  policies: Policies;
  players: Player[];
  /** Hears every refusal once for each time that it is given. */
  onRefused(player: string, sentence: string): void;
  /** Hears every right that was looked at, allowed or not. */
  onAsked?: (player: Player, right: Right) => void;
  /** The ARNs of the keys that no one may use at the moment. */
  revoked?: ReadonlySet<string>;
};

// Requests come over this machine's own loopback and count as TLS, so a policy against plain HTTP does not refuse them.
const EVERY_CALL: Context = { 'aws:SecureTransport': 'true' };

export function createAccess(options: AccessOptions): Access {
  const { policies, players, onRefused, onAsked, revoked = new Set() } = options;
  const run: Caller = { ...RUN_KEY, refusal: () => undefined, may: () => true };
  const byKey = new Map([[RUN_KEY.accessKeyId, run]]);
  const byName = new Map<string, Caller>();
  for (const player of players) {
    const { accessKeyId, secretAccessKey } = accessKeyOf(player.name);
    const caller = { name: player.name, secretAccessKey, ...rightsOf(player) };
    byKey.set(accessKeyId, caller);
    byName.set(player.name, caller);
  }

  const whyNotNow = (role: string, right: Right) =>
    revoked.has(right.resource)
      ? `no resource-based policy allows the ${right.action} action`
      : whyNot(policies, role, right);

  function rightsOf(player: Player): Pick<Caller, 'may' | 'refusal'> {
    const first = (asked: Asked) => {
      for (const right of rightsFor(policies, asked)) {
        onAsked?.(player, right);
        const why = whyNotNow(player.role, right);
        if (why !== undefined) return sentence(player, right, why);
      }
      return undefined;
    };
    return {
      may: (asked) => rightsFor(policies, asked).every((right) => whyNotNow(player.role, right) === undefined),
      refusal: (asked) => {
        const refused = first(asked);
        if (refused !== undefined) onRefused(player.name, refused);
        return refused;
      },
    };
  }

  return {
    caller: (accessKeyId) => byKey.get(accessKeyId ?? ''),
    named: (player) => byName.get(player),
  };
}

/** The right to the action itself and, for a table or bucket with its own key, the right to use that key through it. */
function rightsFor({ keyOf }: Policies, { action, resource, context, key }: Asked): Right[] {
  const right = { action, resource, context: { ...EVERY_CALL, ...context } };
  const behind = key === undefined ? undefined : keyOf.get(holderOf(resource));
  if (key === undefined || behind === undefined) return [right];
  const service = `${action.split(':', 1)[0]}.${REGION}.${SUFFIX}`;
  return [right, { action: key, resource: behind, context: { ...EVERY_CALL, 'kms:ViaService': service } }];
}

function sentence({ name, role }: Player, { action, resource }: Right, why: string): string {
  const session = `${role.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/${name}`;
  return `User: ${session} is not authorized to perform: ${action} on resource: ${resource} because ${why}`;
}
