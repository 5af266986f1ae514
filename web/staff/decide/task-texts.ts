import type { TaskKind } from '#domain/case/codes.ts';
import type { LaterCode } from '#domain/values/stored.ts';
import { duplicateOutcomes, suspicionOutcomes, triageOutcomes } from '../../components/record/words.ts';

interface TaskTexts {
  readonly title: (reference: string) => string;
  readonly outcomes: Readonly<Record<string, string>>;
  readonly reasonHint: string;
  /** Whether a message, a question or a service can go with the decision. */
  readonly isTold: boolean;
}

const TEAM_ONLY = 'For the record and the team. We do not show it to the referrer or the family.';

const triage: TaskTexts = {
  title: (reference) => `Referral ${reference}`,
  outcomes: triageOutcomes,
  reasonHint: `${TEAM_ONLY} Enter a reason unless you accept as recommended.`,
  isTold: true,
};

/** What people are asked in each kind of task, and what they can answer. A referrer's task has a page of its own. */
const duplicateTexts: Readonly<Record<TaskKind, TaskTexts>> = {
  TRIAGE: triage,
  REFERRER: triage,
  DUPLICATE: {
    title: (reference) => `Possible duplicate: referral ${reference}`,
    outcomes: duplicateOutcomes,
    reasonHint: `${TEAM_ONLY} Always enter a reason.`,
    isTold: false,
  },
  SUSPICIOUS: {
    title: (reference) => `Is this a real referral? ${reference}`,
    outcomes: suspicionOutcomes,
    reasonHint: `${TEAM_ONLY} Enter a reason if it is not a referral.`,
    isTold: false,
  },
};

const known: ReadonlyMap<string, TaskTexts> = new Map(Object.entries(duplicateTexts));

/** What people are asked in a task of this kind; undefined for a kind that a later release has opened. */
export function taskTextsOf(kind: TaskKind | LaterCode): TaskTexts | undefined {
  return known.get(kind);
}
