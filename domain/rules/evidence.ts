import { evidenceNames } from '../notices/words.ts';
import type { Referral } from '../referral/schema.ts';
import type { Policy } from '../service/policy.ts';
import { type Finding, published } from './finding.ts';

/** What is known of one item of evidence: there and sound, given but lost or harmful, or still being scanned. */
export type EvidenceState = 'USABLE' | 'FAILED' | 'PENDING';

/** Says what is known of an item; the workflow looks at the file, everything else takes the declared kind's word. */
export type EvidenceJudge = (item: Referral['evidence'][number], index: number) => EvidenceState;

/**
 * The result of the evidence rule (RULES, evidence): the stop when nothing of an accepted or judged kind was given, the
 * flags otherwise. `failed` is true when such items were given and every one of them failed: that is never "none".
 */
export function evidenceFindings(referral: Referral, policy: Policy, judge: EvidenceJudge) {
  const items = referral.evidence.map((item, i) => ({ type: item.type, state: judge(item, i) }));
  const given = items.filter(
    ({ type }) => policy.acceptedEvidence.includes(type) || policy.judgedEvidence.includes(type),
  );
  if (given.length === 0) return { stops: [none(referral)], flags: [], failed: false };
  const sound = given.filter(({ state }) => state !== 'FAILED');
  const onlyJudged = sound.length > 0 && !sound.some(({ type }) => policy.acceptedEvidence.includes(type));
  const flags = onlyJudged ? [needsJudgement(sound.map(({ type }) => evidenceNames[type]))] : [];
  if (sound.some(({ state }) => state === 'PENDING')) flags.push(scanPending);
  return { stops: [], flags, failed: sound.length === 0 };
}

function none({ evidence }: Referral): Finding {
  return {
    rule: 'evidence',
    code: 'NO_ASSESSMENT_EVIDENCE_INCLUDED',
    shownAs: 'reason',
    value: evidence.length === 0 ? 'nothing' : 'only a statement by the parents',
    threshold: 'one assessment, letter, plan or report',
    source: 'published',
    reference: published.evidence,
    sentence: 'No assessment, letter, care plan or report about the child came with the referral.',
    effect: 'STOP',
  };
}

function needsJudgement(names: readonly string[]): Finding {
  return {
    rule: 'evidence',
    code: 'EVIDENCE_TYPE_NEEDS_JUDGEMENT',
    shownAs: 'flag',
    value: [...new Set(names)].join(', '),
    threshold: 'a kind that is accepted as it stands',
    source: 'local choice',
    reference: 'The published text names examples of "appropriate assessments" and leaves other kinds open.',
    sentence: 'The triage team needs to check this kind of evidence.',
    effect: 'REVIEW',
  };
}

const scanPending: Finding = {
  rule: 'evidence',
  code: 'EVIDENCE_SCAN_PENDING',
  shownAs: 'flag',
  value: 'not scanned yet',
  threshold: 'scanned for harmful content',
  source: 'local choice',
  reference: 'A slow scanner must not hold up a child; the file stays closed until it is scanned.',
  sentence: 'A file is still being scanned for viruses and cannot be opened yet.',
  effect: 'NOTE',
};
