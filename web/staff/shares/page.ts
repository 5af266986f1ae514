import { readShares } from '#application/triage/read-shares.ts';
import type { SharePeriod } from '#domain/case/share-against.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { type Cell, headOf } from '../../components/table/table.ts';
import type { HttpResponse } from '../../http/message.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { SHARES_AT } from './address.ts';
import { periodInWords, sharesWords } from './words.ts';

const { period, compared, accepted, notAccepted, against } = sharesWords;
const columns = [period, compared, accepted, notAccepted, against].map((label) => ({ label }));

/** GET: how often the team as a whole went against the checks. It names no one, and no referral. */
export function getShares(deps: StaffDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => {
    const { years, quarters } = await readShares(deps);
    return areaPage(deps, access, {
      here: SHARES_AT,
      template: 'staff/shares/shares.njk',
      title: sharesWords.title,
      data: {
        words: sharesWords,
        head: headOf(columns, { order: '', isDescending: true }, () => SHARES_AT),
        ...{ years: years.map(cellsOf), quarters: quarters.map(cellsOf) },
      },
    });
  };
}

function cellsOf({ period: name, share, hidden }: SharePeriod): Cell[] {
  const first = { text: periodInWords(name) };
  if (!share) return [first, { text: sharesWords[hidden ?? 'TOO_FEW'] }, {}, {}, {}];
  const { compared: all, ...ways } = share;
  const sum = ways.accepted + ways.notAccepted;
  const rest = [all, ways.accepted, ways.notAccepted].map((n) => ({ text: String(n) }));
  return [first, ...rest, { text: `${sum} (${Math.round((100 * sum) / all)}%)` }];
}
