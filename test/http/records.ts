import { afterCheck, afterValidation } from '#domain/case/after-step.ts';
import type { Case } from '#domain/case/case.ts';
import { applyChange } from '#domain/case/change.ts';
import type { TaskKind } from '#domain/case/codes.ts';
import { receivedCase } from '#domain/case/receive.ts';
import type { StoredCheck } from '#domain/case/stored-check.ts';
import { taskOpened } from '#domain/case/task.ts';
import { personCode } from '#domain/people/code.ts';
import type { Link } from '#domain/people/link.ts';
import { seededId } from '#domain/people/seed.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { sha256 } from '#domain/values/hash.ts';
import { referenceFor } from '#domain/values/reference.ts';
import { testConfig } from './service-config.ts';

const at = '2026-09-24T07:00:00.000Z';
const moment = { now: at, policyVersion: 1 };
export const reference = referenceFor('local', 'key-00000001', 0);
export const otherReference = referenceFor('local', 'key-00000002', 0);

export function storedReferral(body: unknown): StoredReferral {
  return { reference, caller: 'local', keyHash: 'k', bodyHash: 'b', receivedAt: at, referralOn: '2026-09-24', body };
}

export function caseOnReceipt(of = reference): Case {
  return receivedCase({ reference: of, caller: 'local', receivedAt: at, referralOn: '2026-09-24' }, 1);
}

/** How a task names the member of staff at this mailbox, as the configuration seeds them. */
export function codeOf(mailbox: string): string {
  return personCode({ id: seededId(mailbox) });
}

/** The id of the triager who decides in tests. Tasks are open to them. */
export const deciderId = seededId('triage-1@example.org');

const triagerCodes = testConfig.triagers.map((mailbox) => codeOf(mailbox));

/** A case whose check has been made with this outcome. */
export function checkedCase(outcome: string, reasons: readonly string[] = [], duplicateOf: string | null = null): Case {
  return afterCheck(afterValidation(caseOnReceipt(), moment), moment, { outcome, reasons, flags: [] }, duplicateOf);
}

/** The same with the task of this kind open; stored as the first version of the case. */
export function withTask(theCase: Case, kind: TaskKind, recipients: readonly string[] = triagerCodes): Case {
  return { ...taskOpened(theCase, moment, { kind, token: 'token', recipients }, defaultPolicy), version: 1 };
}

export function withAsk(theCase: Case, ask: Case['ask']): Case {
  return applyChange(theCase, moment, { ask, status: 'AWAITING_REFERRER', next: 'ASK_REFERRER' });
}

export function storedCheck(patch: Partial<StoredCheck> = {}): StoredCheck {
  return {
    reference,
    n: 1,
    at,
    policyVersion: 1,
    outcome: 'TRIAGE',
    reasons: ['DELAY_MET_IN_2_AREAS'],
    flags: [],
    triageRecommendation: 'ELIGIBLE',
    homeVisiting: 'POSSIBLE',
    suggestedPathways: ['HOME_VISITING', 'STAY_AND_PLAY'],
    suggestedBand: 2,
    computed: {},
    findings: [
      {
        rule: 'delay',
        code: 'DELAY_MET_IN_2_AREAS',
        value: '2 areas',
        threshold: 'at least 2 areas',
        source: 'published',
        sentence: 'A delay of at least 1/2 of the age is met in 2 areas.',
        effect: 'NOTE',
        shownAs: 'reason',
        reference: 'Referral criteria, page 2',
      },
    ],
    evidence: [{ index: 0, state: 'USABLE', code: 'EVIDENCE_USABLE', versionId: 'v1' }],
    ...patch,
  };
}

/** A link as it is stored, and the token that opens it. */
export function linkFor(name: string, patch: Partial<Link> = {}): { token: string; link: Link } {
  const token = Buffer.from(sha256(name), 'hex').toString('base64url');
  const link: Link = {
    hash: sha256(token),
    purpose: 'TASK',
    reference,
    taskId: `${reference}-T1`,
    ...(patch.purpose === undefined && { to: codeOf(patch.mailbox ?? 'triage-1@example.org') }),
    mailbox: 'triage-1@example.org',
    createdAt: at,
    expiresAt: '2026-10-22T07:00:00.000Z',
    ...patch,
  };
  return { token, link };
}
