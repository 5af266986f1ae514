import type { Session } from '#domain/people/session.ts';
import type { Now } from '#domain/ports/services.ts';
import type { AccessStore } from '#domain/ports/stores.ts';
import { sha256 } from '#domain/values/hash.ts';
import { changeChallenge } from './challenge.ts';

const idOf = (person: string) => sha256(`shut out: ${person}`);

/** Ends every session that this member of staff has anywhere: their work account may no longer come in. */
export async function shutOut(
  { access, now }: { readonly access: AccessStore; readonly now: Now },
  person: string,
): Promise<void> {
  const at = now();
  const next = { codeHash: '', expiresAt: at, triesLeft: 0, sent: 0, lastSentAt: at };
  await changeChallenge(access, idOf(person), () => ({ next, result: undefined }));
}

/** Whether a session was opened before its person was shut out. Only sessions of work accounts can be. */
export async function isShutOut(
  access: Pick<AccessStore, 'readChallenge'>,
  { person, roles, createdAt }: Session,
): Promise<boolean> {
  if (person === undefined || roles === undefined) return false;
  const shut = await access.readChallenge(idOf(person));
  return shut !== undefined && createdAt <= shut.lastSentAt;
}
