import { posted, shown } from '../../access/guard.ts';
import { mailboxGuard } from '../../access/mailbox-guard.ts';
import type { Route } from '../../http/router.ts';
import type { ReferralDeps } from '../deps.ts';
import { getMine, getMineCode, postMine } from './ask.ts';
import { getMineDate, postMineDate } from './date.ts';
import { postMineCode } from './enter.ts';
import { getList } from './list.ts';

/** The list of the referrals of a mailbox: its door, and what stands behind a code from that mailbox. */
export function mineRoutes(deps: ReferralDeps): Route[] {
  const entered = mailboxGuard(deps);
  const own = '/referral/mine/{reference}';
  return [
    { method: 'GET', pattern: '/referral/mine', handle: getMine(deps) },
    { method: 'POST', pattern: '/referral/mine', handle: postMine(deps) },
    { method: 'GET', pattern: '/referral/mine/code', handle: getMineCode(deps) },
    { method: 'POST', pattern: '/referral/mine/code', handle: postMineCode(deps) },
    { method: 'GET', pattern: '/referral/mine/list', handle: shown(entered, getList(deps)) },
    { method: 'GET', pattern: own, handle: shown(entered, getMineDate(deps)) },
    { method: 'POST', pattern: own, handle: posted(deps, entered, postMineDate(deps)) },
  ];
}
