import { type FamilyDeps, readFamily } from '#application/read-family.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import type { FamilyFacts } from '#domain/safe-contact/facts.ts';
import { mayShow } from '#domain/safe-contact/may-show.ts';
import { shownTo } from '#domain/safe-contact/shown-to.ts';
import type { RecordSeen } from '../../access/area-record.ts';
import type { HttpResponse } from '../../http/message.ts';
import { type PageDeps, say } from '../../layout/page.ts';
import type { RecordSources } from '../record/sources.ts';
import { recordsWords as words } from './words.ts';

/** What is stored of a referral as someone may see it. `hidden`: the words that say what is left out; blank where nothing is. */
export interface SourcesSeen {
  readonly sources: RecordSources;
  readonly hidden: string;
}

/**
 * The sources of a record without what this reader may not see. Of a flagged family an auditor sees what our staff wrote, and
 * neither how to reach the family, where it is, nor what the referrer wrote of it.
 */
export async function sourcesFor(
  deps: FamilyDeps,
  reader: RecordSeen['reader'],
  sources: RecordSources,
): Promise<SourcesSeen> {
  const facts = await readFamily(deps, sources.theCase, addresseesOf(sources.stored.body));
  if (mayShow('TYPED', reader, facts)) return { sources, hidden: '' };
  return { sources: withoutPlaces(reader, facts, sources), hidden: words.hidden };
}

function withoutPlaces(reader: RecordSeen['reader'], facts: FamilyFacts, sources: RecordSources): RecordSources {
  const { contacts: _, ...theCase } = sources.theCase;
  const body = shownTo(reader, facts, sources.stored.body);
  return {
    ...sources,
    theCase: { ...theCase, answers: [] },
    stored: { ...sources.stored, body },
    check: sources.check && {
      ...sources.check,
      findings: sources.check.findings.filter(({ rule }) => rule !== 'area'),
    },
  };
}

/** What an auditor reads in place of a document of such a family, or of the page that was seen before a decision. */
export function hiddenPage(deps: PageDeps): HttpResponse {
  return say(deps, 403, words.hiddenTitle, words.hidden);
}
