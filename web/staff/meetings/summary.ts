import { checkAsCorrected } from '#application/intake/check-as-corrected.ts';
import { withAnswers, withCorrectedDate } from '#domain/case/answered-referral.ts';
import type { Referral } from '#domain/referral/schema.ts';
import { referralIn } from '#domain/referral/stored-body.ts';
import type { FamilyFacts } from '#domain/safe-contact/facts.ts';
import { mayShow } from '#domain/safe-contact/may-show.ts';
import type { Policy } from '#domain/service/policy.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { answerView } from '../../components/record/answers.ts';
import { developmentOf } from '../../components/record/development.ts';
import { glanceOf } from '../../components/record/glance.ts';
import { codeInWords, effectInWords, pathwayInWords, recommendationInWords } from '../../components/record/words.ts';
import type { RecordSources } from '../record/sources.ts';
import { packWords } from './words.ts';

/** As much of what was typed as fits on one page with everything else. */
const LONGEST = 600;
/** What a check says that people need not look at: it stands in the record. */
const FOR_INFORMATION = 'NOTE';

/**
 * What a meeting needs to know of one child, on one page. Without addresses, contacts and safety facts: paper is lost. Null
 * for a referral that cannot be read.
 */
export function summaryOf(sources: RecordSources, policy: Policy, today: string, facts: FamilyFacts) {
  const { theCase, stored } = sources;
  const referral = referralIn(stored);
  if (!referral) return null;
  const check = checkAsCorrected(sources, policy) ?? sources.check;
  const answered = withAnswers(referral, theCase);
  const development = developmentOf(referral, check, policy.delayFraction, theCase);
  const glance = glanceOf({ referral: withCorrectedDate(referral, theCase), theCase, development }, today, policy);
  const last = theCase.answers.at(-1);
  const mayTell = mayShow('TYPED', 'PAPER', facts);
  return {
    reference: theCase.reference,
    name: `${referral.child.firstName} ${referral.child.lastName}`,
    ...birthOf(glance),
    referredBy: referrerOf(referral, mayShow('WHEREABOUTS', 'PAPER', facts)),
    referredOn: plainDate(theCase.referralOn),
    receivedOn: plainDate(londonDateOf(theCase.receivedAt)),
    // Of a flagged family no words that people typed: paper is lost, and they may say where it lives.
    hidden: mayTell ? '' : packWords.hidden,
    diagnosis: mayTell && answered.diagnosis ? cut(answered.diagnosis) : '',
    areas: development.filter(({ isAssessed }) => isAssessed),
    notAssessed: development.filter(({ isAssessed }) => !isAssessed).map(({ area }) => area),
    checks: (check?.findings ?? [])
      .filter(({ effect }) => effect !== FOR_INFORMATION)
      .map(({ sentence, effect }) => `${sentence} (${effectInWords(effect).toLowerCase()})`),
    suggested: check
      ? [
          recommendationInWords(check.triageRecommendation),
          check.suggestedPathways.map((code) => pathwayInWords(code)).join(', '),
          packWords.band(check.suggestedBand),
        ].filter((part) => part !== '')
      : [],
    missing: glance?.missing ?? [],
    why: mayTell ? reasonOf(referral) : [],
    answer: last && mayTell ? answerOf(last) : null,
  };
}

function birthOf(glance: ReturnType<typeof glanceOf>) {
  if (!glance) return { age: '', birthday: '', birthdayOn: '', target: '', isBefore: false, bornEarly: '' };
  const { age, birthday, birthdayOn, target, isBefore, bornEarly } = glance;
  return { age, birthday, birthdayOn, target, isBefore, bornEarly };
}

function referrerOf({ referrer: { name, role, organisation } }: Referral, withPlace: boolean): string {
  return [name, codeInWords(role), withPlace ? organisation : undefined]
    .filter((part) => part !== undefined)
    .join(', ');
}

function reasonOf({ story }: Referral) {
  const rows = [
    { label: packWords.why, value: story?.worrying ?? packWords.noReason },
    { label: packWords.works, value: story?.workingWell },
    { label: packWords.needed, value: story?.needsToHappen },
  ];
  return rows.flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value: cut(value) }]));
}

function answerOf(answer: Parameters<typeof answerView>[0]) {
  const { at, text } = answerView(answer);
  return { at, text: cut(text) };
}

/** At most so many characters, ending with a word. */
function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST).replace(/\s+\S*$/, '')}…${packWords.cut}`;
}
