export const indexes = {
  work: { key: 'workKey', order: 'workDue' },
  list: { key: 'listKey', order: 'listOrder' },
  attention: { key: 'attentionKey', order: 'attentionAt' },
} as const;
export type IndexName = keyof typeof indexes;

/** All entries of the attention index stand under this one key. */
export const ATTENTION = 'ATTENTION';

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

export function referenceOf(pk: string): string {
  return pk.slice('REF#'.length);
}

/** The draft that an entry of the attention index belongs to, if it is one. */
export function draftIdOf({ pk, sk }: Key): string | undefined {
  return sk === 'DRAFT' ? pk.slice('DRAFT#'.length) : undefined;
}
