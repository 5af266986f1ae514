import { CorruptItem } from '#domain/problems/errors.ts';
import { isReference } from '#domain/values/reference.ts';
import { parseBaseUrl } from '../../http/base-url.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { Route } from '../../http/router.ts';
import { page } from '../../layout/page.ts';
import { CONSOLE_AT, queueAt } from '../address.ts';
import type { ConsoleDeps } from '../deps.ts';
import { consoleWords } from '../words.ts';
import { ARTICLE, DAMAGED, type DamagedPart, damagedWords as words } from './words.ts';

/** The same route, which says what is damaged, and what to do, where something stored cannot be read. */
export function sayingDamaged(deps: ConsoleDeps): (route: Route) => Route {
  return (route) => ({
    ...route,
    handle: async (request, parameters) => {
      try {
        return await route.handle(request, parameters);
      } catch (error) {
        if (!(error instanceof CorruptItem)) throw error;
        const { reference = '' } = parameters;
        const known = isReference(reference) ? reference : undefined;
        deps.log.error('item-damaged', known === undefined ? {} : { reference: known });
        return damagedPage(deps, known);
      }
    },
  });
}

function damagedPage(deps: ConsoleDeps, reference: string | undefined): HttpResponse {
  const base = parseBaseUrl(deps.baseUrl).path;
  return page(deps, {
    status: 500,
    template: 'console/damaged/damaged.njk',
    title: reference === undefined ? words.somewhere : words.title(reference),
    data: {
      words,
      facts: [
        ...(reference === undefined ? [] : [{ what: words.reference, said: reference }]),
        { what: words.code, said: DAMAGED },
      ],
      runbook: runbookAt(deps),
      putOff: { href: base + queueAt('put-off'), text: words.putOff },
      back: { href: base + CONSOLE_AT, text: consoleWords.back },
    },
  });
}

/** What is damaged of a case that can be shown but for this, with the way to the runbook. */
export function damagedNotes(deps: Pick<ConsoleDeps, 'runbookUrl'>, parts: readonly DamagedPart[]) {
  return parts.length === 0
    ? undefined
    : { parts: parts.map(words.part), code: DAMAGED, words, runbook: runbookAt(deps) };
}

/** The article, as a link where the runbook has an address. */
function runbookAt({ runbookUrl }: Pick<ConsoleDeps, 'runbookUrl'>) {
  const at = `${runbookUrl}#${ARTICLE}`;
  return /^https?:/.test(runbookUrl) ? { text: words.runbook, href: at } : { text: `${words.runbook} (${at})` };
}

/** Reads one part of a case. One that is damaged is left out and noted, so that the rest is shown. */
export async function unlessDamaged<Value>(
  part: DamagedPart,
  read: Promise<Value>,
  damaged: Set<DamagedPart>,
): Promise<Value | undefined> {
  try {
    return await read;
  } catch (error) {
    if (!(error instanceof CorruptItem)) throw error;
    damaged.add(part);
    return undefined;
  }
}
