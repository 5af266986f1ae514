import type { DueName } from '#domain/process/rows.ts';

export const NOTICE_PREFIX = 'NOTICE#';
export const TODO_PREFIX = 'TODO#';
export const COMMENT_PREFIX = 'COMMENT#';
export const FOLLOWED_PREFIX = 'FOLLOWED#';
export const READING_PREFIX = 'READING#';
export const OPENING_PREFIX = 'OPENING#';
export const MATCH_PREFIX = 'MATCH#';
export const BALANCE_PREFIX = 'BALANCE#';
export const NIGHT_PREFIX = 'NIGHT#';
export const IMPORT_PREFIX = 'IMPORT#';
export const ROWS_PREFIX = 'ROWS#';
export const EDITION_PREFIX = 'EDITION#';
const PAUSE_PREFIX = 'PAUSE#';

interface Key {
  readonly pk: string;
  readonly sk: string;
}

const ofReferral = (sk: string) => (reference: string) => ({ pk: `REF#${reference}`, sk });
const onItsOwn = (kind: string) => (id: string) => ({ pk: `${kind}#${id}`, sk: kind });

export const referralKey = ofReferral('REFERRAL');
export const refusedKey = ofReferral('REFUSED');
export const caseKey = ofReferral('CASE');
/** What holds the place of a child once a support was offered. */
export const supportKey = ofReferral('SUPPORT');
/** The plan that is written with the family. */
export const planKey = ofReferral('PLAN');
export const claimKey = onItsOwn('CLAIM');
export const linkKey = onItsOwn('LINK');
export const sessionKey = onItsOwn('SESSION');
export const challengeKey = onItsOwn('CHALLENGE');
export const auditKey = onItsOwn('AUDIT');
export const alarmsKey = onItsOwn('ALARMS');
export const draftKey = onItsOwn('DRAFT');
export const meetingKey = onItsOwn('MEETING');
export const leaseKey = onItsOwn('LEASE');
export const slotKey = onItsOwn('SLOT');
/** An email to the address of the service. */
export const mailKey = onItsOwn('MAIL');
/** Which email was the first with one content. */
export const sameMailKey = onItsOwn('SAMEMAIL');

/** Which alarm of immediate risk was the last to go alone. */
export const LASTALARM_KEY: Key = { pk: 'ALARMS', sk: 'LASTALARM' };

/** The one record of the team. */
export const TEAM_KEY: Key = { pk: 'TEAM', sk: 'RECORD' };

/** The one record of what the service can offer. */
export const CAPACITY_KEY: Key = { pk: 'CAPACITY', sk: 'RECORD' };

/** The service in numbers, as the last sweep saw it. */
export const ROLLUP_KEY: Key = { pk: 'ROLLUPS', sk: 'ROLLUP' };

/** How far the records are compared with each other. */
export const RECONCILIATION_KEY: Key = { pk: 'RECONCILER', sk: 'RECONCILIATION' };

/** The present in figures, as the last night saw it; what was counted in a period and of which referrals; and its sums. */
export const PRESENT_KEY: Key = { pk: 'FIGURES', sk: 'PRESENT' };
export const marksKey = (period: string): Key => ({ pk: 'MARKS', sk: `MARKS#${period}` });
export const sumsKey = (period: string): Key => ({ pk: 'FIGURES', sk: `SUMS#${period}` });

/** The balance of a list in a night, with the other nights of that list. */
export function balanceKey(list: string, night: string): Key {
  return { pk: `${BALANCE_PREFIX}${list}`, sk: `${BALANCE_PREFIX}${night}` };
}

/** The balance of all lists in a night, with the other nights. */
export function nightKey(night: string): Key {
  return { pk: 'NIGHTS', sk: `${NIGHT_PREFIX}${night}` };
}

/** A present list that was brought in, with the others. */
export function importKey(id: string): Key {
  return { pk: 'IMPORTS', sk: `${IMPORT_PREFIX}${id}` };
}

/** What became of some rows of a present list. */
export function rowsKey(id: string, n: number): Key {
  return { pk: `${IMPORT_PREFIX}${id}`, sk: `${ROWS_PREFIX}${String(n).padStart(4, '0')}` };
}

/** A referral under a keyed hash that it may share with others. */
export function matchKey(hash: string, reference: string): Key {
  return { pk: `MATCH#${hash}`, sk: `${MATCH_PREFIX}${reference}` };
}

export function checkKey(reference: string, n: number): Key {
  return ofReferral(`CHECK#${n}`)(reference);
}

export function partKey(reference: string, n: number): Key {
  return ofReferral(`PART#${fourDigits(n)}`)(reference);
}

export function supportPartKey(reference: string, n: number): Key {
  return ofReferral(`SUPPORTPART#${fourDigits(n)}`)(reference);
}

/** What a plan said before. */
export function editionKey(reference: string, n: number): Key {
  return ofReferral(`${EDITION_PREFIX}${fourDigits(n)}`)(reference);
}

/** So that parts stand in order. */
function fourDigits(n: number): string {
  return String(n).padStart(4, '0');
}

export function noticeKey(reference: string, id: string): Key {
  return ofReferral(`${NOTICE_PREFIX}${id}`)(reference);
}

export function todoKey(reference: string, id: string): Key {
  return ofReferral(`${TODO_PREFIX}${id}`)(reference);
}

export function minuteKey(reference: string, taskId: string): Key {
  return ofReferral(`MINUTE#${taskId}`)(reference);
}

export function settledKey(reference: string, taskId: string): Key {
  return ofReferral(`SETTLED#${taskId}`)(reference);
}

export function commentKey(reference: string, id: string): Key {
  return ofReferral(`${COMMENT_PREFIX}${id}`)(reference);
}

export function readingKey(reference: string, at: string, tail: string): Key {
  return ofReferral(`${READING_PREFIX}${at}#${tail}`)(reference);
}

export function openingKey(reference: string, id: string): Key {
  return ofReferral(`${OPENING_PREFIX}${id}`)(reference);
}

/** In the order in which they were received. */
export function followedKey(mailboxHash: string, receivedAt: string, reference: string): Key {
  return { pk: `${FOLLOWED_PREFIX}${mailboxHash}`, sk: `${FOLLOWED_PREFIX}${receivedAt}#${reference}` };
}

/** Beside the item that is put off, which may be one that cannot be read. */
export function pauseKey(due: DueName): Key {
  const { pk, sk } = keyOf(due);
  return { pk, sk: `${PAUSE_PREFIX}${sk}` };
}

function keyOf(due: DueName): Key {
  if ('draftId' in due) return draftKey(due.draftId);
  if ('slotId' in due) return slotKey(due.slotId);
  if ('machine' in due) return supportKey(due.reference);
  if ('todoId' in due) return todoKey(due.reference, due.todoId);
  return 'noticeId' in due ? noticeKey(due.reference, due.noticeId) : caseKey(due.reference);
}

/** What an entry of the index of what is due names, its own pause included. */
export function dueNameOf({ pk, sk: key }: Key): DueName {
  const sk = key.startsWith(PAUSE_PREFIX) ? key.slice(PAUSE_PREFIX.length) : key;
  if (sk === 'DRAFT') return { draftId: pk.slice('DRAFT#'.length) };
  if (sk === 'SLOT') return { slotId: pk.slice('SLOT#'.length) };
  const reference = referenceOf(pk);
  if (sk === 'SUPPORT') return { reference, machine: 'support' };
  if (sk.startsWith(TODO_PREFIX)) return { reference, todoId: sk.slice(TODO_PREFIX.length) };
  return sk.startsWith(NOTICE_PREFIX) ? { reference, noticeId: sk.slice(NOTICE_PREFIX.length) } : { reference };
}

export function referenceOf(pk: string): string {
  return pk.slice('REF#'.length);
}
