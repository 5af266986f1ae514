import type { Role } from '#domain/people/person.ts';
import type { WorkAccount } from '#domain/people/work-account.ts';
import type { SignInAnswer, SignInChecks, SignInProvider } from '#domain/ports/sign-in.ts';
import { httpHandler } from '#functions/http.ts';
import { telemetryOf } from '#test/kit/telemetry.ts';
import { serveStaff } from '#web/staff/serve.ts';
import { type Browser, browser } from '../browser.ts';
import { triageWorld } from './world.ts';

const PROVIDER = 'https://login.example.org';
export const everyRole: readonly Role[] = ['TRIAGER', 'SERVICE_MANAGER', 'ADMINISTRATOR', 'PRACTITIONER'];

/** The staff pages of `triageWorld` where staff sign in with their work accounts, at a provider that the test plays. */
export async function accountWorld(options: Parameters<typeof triageWorld>[0] = {}) {
  const world = await triageWorld(options);
  const begun: { checks: SignInChecks; anew: boolean }[] = [];
  let finished: SignInAnswer = { kind: 'CANCELLED' };
  let isDown = false;
  const signIn: SignInProvider = {
    begin: async (checks, anew) => {
      if (isDown) return { why: 'NO_CONNECTION' };
      begun.push({ checks, anew });
      return { at: `${PROVIDER}/authorize?state=${checks.state}` };
    },
    finish: async ({ state }, checks) =>
      state === checks.state ? finished : { kind: 'REFUSED', why: 'OAUTH_INVALID_RESPONSE' },
    signOutAt: async (idToken) => `${PROVIDER}/end?id_token_hint=${idToken}`,
  };
  const deps = { ...world.deps, signIn };
  const handler = httpHandler(telemetryOf(world.log), serveStaff(deps));
  const newBrowser = () => browser(handler, deps.baseUrl);
  const answerWith = (answer: SignInAnswer) => {
    finished = answer;
  };
  const knows = (account: WorkAccount) => answerWith({ kind: 'WHO', account, idToken: 'the-token' });
  /** Goes to the provider and comes back. */
  const come = async (using: Browser = newBrowser(), query: Readonly<Record<string, string>> = {}) => {
    const start = await using.get('/staff/sign-in/start', query);
    const back = { code: 'a-code', state: new URL(start.location).searchParams.get('state') ?? '' };
    return { using, start, back, answer: await using.get('/staff/sign-in/callback', back) };
  };
  return {
    ...{ ...world, deps, newBrowser, begun, answerWith, knows, come },
    goDown: () => {
      isDown = true;
    },
  };
}

export const account = (mailbox: string | undefined, roles: readonly Role[] = everyRole): WorkAccount => ({
  mailbox,
  roles,
});
