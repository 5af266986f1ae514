import type { Policy } from '#domain/service/policy.ts';
import { correctionsInWords, rulesInWords } from '../birth-date/view.ts';
import { birthDateWords } from '../birth-date/words.ts';
import { contactWords } from '../contact/words.ts';
import { staffFamilyPageWords } from '../family-page/words.ts';
import { mayHearInWords, parentsView } from '../responsibility/view.ts';
import { responsibilityWords } from '../responsibility/words.ts';
import { safeContactWords } from '../safe-contact/words.ts';
import { safePlaceWords } from '../safe-place/words.ts';
import type { RecordSources } from './sources.ts';

/** What staff recorded since the referral was sent: a corrected date of birth with its rules, and who has parental responsibility. */
export function factsOf(sources: RecordSources, policy: Policy) {
  return {
    corrections: correctionsInWords(sources.theCase),
    rules: rulesInWords(sources, policy),
    parents: parentsView(sources),
    mayHear: mayHearInWords(sources),
    ...{ contactLink: contactWords.link, safeLink: safeContactWords.link, pageLink: staffFamilyPageWords.link },
    safePlaceLink: safePlaceWords.link,
    ...{ birthDateWords, parentWords: responsibilityWords },
  };
}
