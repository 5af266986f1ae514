import type { Warning } from './warning.ts';
import type { Watched } from './watched.ts';

/** What wakes someone where staff sign in with their work accounts. Nothing where they come in by a mailed code. */
export function signInWarnings({ signInUnreachable }: Pick<Watched, 'signInUnreachable'>): readonly Warning[] {
  if (signInUnreachable === undefined) return [];
  return [
    {
      name: 'SignInUnreachable',
      today: true,
      impact:
        'Staff cannot sign in, so referrals wait: no one can read them, decide on them or enter what came on paper.',
      metric: signInUnreachable,
      atLeast: 1,
    },
  ];
}
