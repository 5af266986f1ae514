import { Parser } from 'htmlparser2';
import type { Visited, Visitor } from '#domain/ports/canary.ts';
import { Transient } from '#domain/problems/errors.ts';

/** No page of the service takes longer than this, in milliseconds. */
const PATIENCE = 20_000;

/**
 * A visitor over HTTP to pages of this service: no scripts, no redirects of its own, cookies kept for as long as it lives. It says
 * that its forms come from the site itself, as a browser does.
 */
export function createVisitor(baseUrl: string): Visitor {
  const jar = new Map<string, string>();
  const visit = async (address: string, init: RequestInit): Promise<Visited> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { origin: new URL(baseUrl).origin, ...(cookie === '' ? {} : { cookie }) };
    const answer = await fetchedOf(address, { ...init, headers });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      const at = pair.indexOf('=');
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const location = answer.headers.get('location');
    return {
      status: answer.status,
      form: firstForm(await answer.text()),
      location: location === null ? undefined : new URL(location, address).href,
    };
  };
  return {
    get: (address) => visit(address, {}),
    post: (address, fields) => visit(address, { method: 'POST', body: new URLSearchParams(fields) }),
  };
}

async function fetchedOf(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...init, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) });
  } catch (cause) {
    throw new Transient('No page of the service answered the canary.', { cause });
  }
}

/** The hidden fields of the first form of a page; undefined where it has none. */
function firstForm(html: string): Visited['form'] {
  const fields: Record<string, string> = {};
  let forms = 0;
  let isIn = false;
  const parser = new Parser({
    onopentag: (tag, { type, name, value = '' }) => {
      if (tag === 'form') {
        forms += 1;
        isIn = forms === 1;
      }
      if (isIn && tag === 'input' && type === 'hidden' && name !== undefined) fields[name] = value;
    },
    onclosetag: (tag) => {
      if (tag === 'form') isIn = false;
    },
  });
  parser.end(html);
  return forms > 0 ? { fields } : undefined;
}
