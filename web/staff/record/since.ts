import type { Case } from '#domain/case/case.ts';
import { isBackFromReferrer, takesRecordedAnswer } from '#domain/case/questioned.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { outcomeInWords } from '../../components/record/words.ts';
import { staffAnswerWords } from '../answer/words.ts';
import { sinceWords } from './since-words.ts';

interface Row {
  readonly label: string;
  readonly value: string;
}

/** What happened since the team last decided: a heading, what to know of it, and where to go on. */
interface Since {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly link?: { readonly at: string; readonly text: string };
}

/** What brought a referral back to the team, the newest first; nothing of one that is read for the first time. */
export function sinceViews(theCase: Case, recordedAt: string): readonly Since[] {
  return [...ofQuestion(theCase, recordedAt), ...ofReopening(theCase)];
}

function ofQuestion(theCase: Case, recordedAt: string): readonly Since[] {
  const { ask, askedAgain } = theCase;
  if (!isBackFromReferrer(theCase) || !ask) return [];
  const rows = filled([
    { label: sinceWords.question, value: ask.question },
    { label: sinceWords.risk, value: ask.riskWhileWaiting },
    { label: sinceWords.asker, value: ask.by && actorInWords(ask.by) },
  ]);
  if (askedAgain === 'ANSWERED')
    return [{ title: sinceWords.answered, rows, link: { at: '#answers', text: sinceWords.readAnswer } }];
  const link = takesRecordedAnswer(theCase) ? { link: { at: recordedAt, text: staffAnswerWords.link } } : {};
  return [{ title: sinceWords.notAnswered, rows, ...link }];
}

function ofReopening({ reopened, decisions, lookAgain }: Case): readonly Since[] {
  if (!reopened) return [];
  const before = decisions.findLast(({ kind, decidedAt }) => kind === 'TRIAGE' && decidedAt < reopened.at);
  const rows = filled([
    ...decidedRows(before),
    { label: sinceWords.why, value: lookAgain?.words },
    { label: sinceWords.ours, value: lookAgain?.answer?.words },
  ]);
  return [{ title: sinceWords.reopened(plainDate(londonDateOf(reopened.at))), rows }];
}

/** The last decision of the triage team, for who is asked to check it again; nothing where a computer closed the referral. */
export function lastDecided({ decisions }: Pick<Case, 'decisions'>): readonly Row[] {
  return filled(decidedRows(decisions.findLast(({ kind }) => kind === 'TRIAGE')));
}

function decidedRows(decision: Case['decisions'][number] | undefined) {
  return [
    { label: sinceWords.decision, value: decision && outcomeInWords(decision.outcome) },
    { label: sinceWords.reason, value: decision?.reason },
    { label: sinceWords.decider, value: decision && actorInWords(decision.by) },
  ];
}

function filled(rows: readonly { readonly label: string; readonly value: string | undefined }[]): readonly Row[] {
  return rows.flatMap(({ label, value }) => (value === undefined || value === '' ? [] : [{ label, value }]));
}
