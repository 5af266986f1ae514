export const NOTICE_PREFIX = 'NOTICE#';

interface Key {
  readonly pk: string;
  readonly sk: string;
}

const ofReferral = (sk: string) => (reference: string) => ({ pk: `REF#${reference}`, sk });
const onItsOwn = (kind: string) => (id: string) => ({ pk: `${kind}#${id}`, sk: kind });

export const referralKey = ofReferral('REFERRAL');
export const refusedKey = ofReferral('REFUSED');
export const caseKey = ofReferral('CASE');
export const claimKey = onItsOwn('CLAIM');
export const linkKey = onItsOwn('LINK');
export const sessionKey = onItsOwn('SESSION');
export const challengeKey = onItsOwn('CHALLENGE');
export const auditKey = onItsOwn('AUDIT');
export const draftKey = onItsOwn('DRAFT');

/** The one record of the team. */
export const TEAM_KEY: Key = { pk: 'TEAM', sk: 'RECORD' };

export function checkKey(reference: string, n: number): Key {
  return ofReferral(`CHECK#${n}`)(reference);
}

export function noticeKey(reference: string, id: string): Key {
  return ofReferral(`${NOTICE_PREFIX}${id}`)(reference);
}

export function readingKey(reference: string, at: string, tail: string): Key {
  return ofReferral(`READING#${at}#${tail}`)(reference);
}

/** The key in the log of what was read on this local day. */
export function readingsKey(day: string): string {
  return `READING#${day}`;
}

/** The key in the log of the stubs of this month (`2026-11`). */
export function stubsKey(month: string): string {
  return `AUDIT#${month}`;
}

export function referenceOf(pk: string): string {
  return pk.slice('REF#'.length);
}

/** The draft that an entry of the index of what is due belongs to, if it is one. */
export function draftIdOf({ pk, sk }: Key): string | undefined {
  return sk === 'DRAFT' ? pk.slice('DRAFT#'.length) : undefined;
}
