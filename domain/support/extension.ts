import { type Actor, MACHINE } from '../people/actor.ts';
import { type Moment, restarted } from '../process/process.ts';
import type { Policy } from '../service/policy.ts';
import { agreedSessions, liveBlock } from './block.ts';
import type { Block, Extension } from './block-shape.ts';
import { changed, owedToWorkflow, supportProcess } from './change.ts';
import { agreeExtension } from './sessions.ts';
import type { Support } from './support.ts';

type SupportNews = NonNullable<Support['news']>;

/** Why an extension was not asked for, or not decided, as a code. */
export type ExtensionRefused =
  | 'NOT_VISITED'
  | 'ASKED_ALREADY'
  | 'NOTHING_ASKED'
  | Extract<ReturnType<typeof agreeExtension>, { readonly allowed: false }>['reason'];
type Change = Support | { readonly refused: ExtensionRefused };

/** The extension that waits for the service manager; undefined where there is none. */
export function openExtension({ extensions = [] }: Pick<Block, 'extensions'>): Extension | undefined {
  const last = extensions.at(-1);
  return last && last.answer === undefined ? last : undefined;
}

/** How many further sessions can still be asked for: all extensions together stay within the policy. */
export function sessionsToAsk(block: Pick<Block, 'extensions'>, policy: Policy): number {
  return Math.max(0, policy.maxExtension - agreedSessions(block));
}

/** The support in which further sessions are asked for. Its workflow asks the service manager. */
export function extensionAsked(
  support: Support,
  moment: Moment,
  { sessions, why, by }: { readonly sessions: number; readonly why: string; readonly by: Actor },
  policy: Policy,
): Change {
  const block = liveBlock(support);
  if (!block || support.status !== 'STARTED') return { refused: 'NOT_VISITED' };
  if (openExtension(block)) return { refused: 'ASKED_ALREADY' };
  if (!Number.isInteger(sessions) || sessions < 1) return { refused: 'EXTENSION_NOT_A_WHOLE_NUMBER' };
  if (sessions > sessionsToAsk(block, policy)) return { refused: 'EXTENSION_OVER_6' };
  const { extensions = [] } = block;
  const id = `X${extensions.length + 1}`;
  const asked = { ...block, extensions: [...extensions, { id, sessions, why, by, at: moment.now }] };
  const event = { event: 'EXTENSION_ASKED', by, extension: id, sessions } as const;
  // While people are being told of something, the workflow finds out by itself.
  if (support.next === 'NOTIFY') return changed(support, moment, { block: asked }, event);
  return moved(support, changed(support, moment, { block: asked, ...owedAs(support, 'EXTENSION') }, event), moment);
}

/** What a service manager decided: 0 further sessions is no. `role` decides whether it counts. */
export interface Decided {
  readonly extension: string;
  readonly agreed: number;
  readonly reason: string;
  readonly by: Actor;
  readonly role: string;
}

/**
 * The support once the extension that waits is decided: only by a service manager, with a reason, never more than the policy in
 * all. Its workflow tells people.
 */
export function extensionDecided(support: Support, moment: Moment, decided: Decided, policy: Policy): Change {
  const block = liveBlock(support);
  const open = block && openExtension(block);
  if (!block || open?.id !== decided.extension) return { refused: 'NOTHING_ASKED' };
  const { agreed, reason, by, role } = decided;
  // A no needs a manager and a reason too, and no number.
  const total = agreedSessions(block) + agreed;
  const request = { extensionRequested: agreed === 0 ? 1 : total, agreedByRole: role, reason };
  const counts = agreeExtension(request, policy);
  if (!counts.allowed) return { refused: counts.reason };
  if (!Number.isInteger(agreed) || agreed < 0) return { refused: 'EXTENSION_NOT_A_WHOLE_NUMBER' };
  const answer = { agreed, reason, by, role, at: moment.now };
  const extensions = (block.extensions ?? []).map((one) => (one === open ? { ...one, answer } : one));
  const news: SupportNews = { what: 'EXTENSION_DECIDED', about: open.id, at: moment.now };
  const event = { event: 'EXTENSION_DECIDED', by, extension: open.id, agreed } as const;
  const patch = { block: { ...block, extensions }, news, ...owedAs(support, 'NOTIFY') };
  return moved(support, changed(support, moment, patch, event), moment);
}

function owedAs(support: Support, next: 'EXTENSION' | 'NOTIFY') {
  return { next, task: null, outbox: owedToWorkflow(support) } as const;
}

/** A workflow that had ended, or is parked, is taken up by a new run. */
function moved(before: Support, after: Support, moment: Moment): Support {
  const isCutOff = before.next === 'DONE' || before.parked !== null;
  return isCutOff ? restarted(supportProcess, after, moment, MACHINE) : after;
}
