import { against, type BeforeDeployment } from './before.ts';
import { PROSE } from './prose.ts';

interface Service {
  readonly baseUrl: string;
  /** Node's own, or a test's. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** What must hold of the account, as for a deployment. */
  readonly looks: readonly BeforeDeployment[];
  readonly args: readonly string[];
  say(line: string): void;
}

/**
 * Whether the service that is deployed does its work: one line for each thing that it does not. It reads pages and sends
 * answers to the one form that stores nothing, so it may be run at any time.
 */
export async function smoke({ baseUrl, fetch, looks, args, say }: Service): Promise<readonly string[]> {
  const asked = await Promise.all([
    page(fetch, `${baseUrl}/`),
    page(fetch, `${baseUrl}/staff/sign-in`),
    longText(fetch, `${baseUrl}/check`),
    against(looks, args, say),
  ]);
  return asked.flat();
}

async function page(fetch: Service['fetch'], url: string): Promise<readonly string[]> {
  try {
    const { status, headers } = await fetch(url, timely());
    if (status === 200 && headers.get('content-type')?.startsWith('text/html')) return [];
    return [`${url} answers ${status}, and not with its page.`];
  } catch (error) {
    return [unreachable(url, error)];
  }
}

/** What a referrer may type is not taken for an attack, up to the size that the form allows. */
async function longText(fetch: Service['fetch'], url: string): Promise<readonly string[]> {
  try {
    const body = new URLSearchParams({ 'on-dob-day': PROSE });
    const { status } = await fetch(url, { ...timely(), method: 'POST', body });
    // The form comes back with what was typed: it is no date.
    if (status === 422) return [];
    return [`${url} answers ${status} to 60 KB of ordinary text, and not with the form. See the rules of the web ACL.`];
  } catch (error) {
    return [unreachable(url, error)];
  }
}

/** Redirects are not followed: the page itself must be there. */
function timely(): RequestInit {
  return { redirect: 'manual', signal: AbortSignal.timeout(15_000) };
}

function unreachable(url: string, error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : undefined;
  return `${url} does not answer: ${cause ?? (error instanceof Error ? error.message : String(error))}.`;
}
