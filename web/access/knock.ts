import type { Tried } from '#domain/people/guess-code.ts';
import type { Log } from '#domain/ports/services.ts';
import { type Asked, askCode, type CodeDeps, tryCode, withdrawCode } from './codes.ts';
import {
  codeDoorOf,
  countMail,
  countWrong,
  isProven,
  type Knock,
  strangersWaitUntil,
  triesOf,
} from './mailbox-door.ts';
import { countTry, waitingUntil } from './tries.ts';

/**
 * Asks for a code at a door. A browser that has not entered before shares the count of its mails with all others of that
 * kind. Known and unknown mailboxes are counted alike.
 */
export async function askAtDoor(deps: CodeDeps, knock: Knock, isNew: boolean): Promise<Asked> {
  const waits = await waitingUntil(deps, triesOf(knock));
  if (waits !== undefined) return { kind: 'WAIT', againAt: waits };
  const isStranger = !(await isProven(deps, knock));
  const closed = isStranger ? await strangersWaitUntil(deps, knock) : undefined;
  if (closed !== undefined) return { kind: 'WAIT', againAt: closed };
  const door = codeDoorOf(knock);
  const asked = await askCode(deps, door, isNew);
  const againAt = asked.kind === 'MAIL' && isStranger ? await countMail(deps, knock) : undefined;
  if (asked.kind !== 'MAIL' || againAt === undefined) return asked;
  await withdrawCode(deps, door, asked.code);
  return { kind: 'WAIT', againAt };
}

interface Guess {
  readonly code: string;
  readonly asker: string | undefined;
}

/**
 * A code is tried in the browser that asked for it; without its mark it has run out. After five wrong ones that browser
 * waits, twice as long each time.
 */
export async function tryAtDoor(
  deps: CodeDeps & { readonly log: Pick<Log, 'error'> },
  knock: Knock | undefined,
  { code, asker }: Guess,
): Promise<Tried | { readonly kind: 'WAIT'; readonly againAt: string }> {
  if (knock === undefined) return { kind: 'EXPIRED' };
  const isStranger = !(await isProven(deps, knock));
  const until = isStranger ? await strangersWaitUntil(deps, knock) : undefined;
  const againAt = (await waitingUntil(deps, triesOf(knock))) ?? until;
  if (againAt !== undefined) return { kind: 'WAIT', againAt };
  const tried = await tryCode(deps, codeDoorOf(knock), { code, asker });
  if (tried.kind === 'EXPIRED') return tried;
  const counted = await countTry(deps, triesOf(knock), tried.kind === 'RIGHT');
  if (tried.kind === 'RIGHT') return tried;
  if (isStranger && (await countWrong(deps, knock))) deps.log.error('codes-guessed');
  return counted.kind === 'WAIT' ? counted : tried;
}
