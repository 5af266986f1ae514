import type { WorkAccount } from '../people/work-account.ts';

/** What one sign-in is checked against when it comes back: each a secret of the browser that began it. */
export interface SignInChecks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export type SignInAnswer =
  /** `idToken` is what the provider asks for when they sign out. */
  | { readonly kind: 'WHO'; readonly account: WorkAccount; readonly idToken: string }
  /** They chose not to sign in. */
  | { readonly kind: 'CANCELLED' }
  /** What came back is not what was asked for, is too old or was used before. `why` is a code for operators. */
  | { readonly kind: 'REFUSED'; readonly why: string }
  | { readonly kind: 'UNREACHABLE'; readonly why: string };

/** The OpenID provider at which staff show who they are. None of it throws because the provider failed. */
export interface SignInProvider {
  /** Where a browser goes to sign in, or why it cannot now. `anew`: they show who they are even if they have just done so. */
  begin(checks: SignInChecks, anew: boolean): Promise<{ readonly at: string } | { readonly why: string }>;
  /** Who has come back, once every signature and check holds. */
  finish(query: Readonly<Record<string, string>>, checks: SignInChecks): Promise<SignInAnswer>;
  /** Where a browser goes to sign out there as well; undefined where the provider has no such place. */
  signOutAt(idToken: string): Promise<string | undefined>;
}
