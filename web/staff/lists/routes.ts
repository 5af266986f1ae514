import { promptAt } from '#domain/lists/prompt-words.ts';
import { areaGuard } from '../../access/area-guard.ts';
import { posted, pressed, shown } from '../../access/guard.ts';
import type { Route } from '../../http/router.ts';
import type { StaffDeps } from '../deps.ts';
import { placeAt } from '../place/address.ts';
import { getPlaceChange, postPlaceChange } from '../place/change.ts';
import { getPlace } from '../place/page.ts';
import { EXPORT_AT, IMPORT_AT, IMPORT_ROLES, importAt, LIST_ROLES, LISTS_AT } from './address.ts';
import { BALANCE_AT, BALANCE_ROLES } from './balance/address.ts';
import { getBalance, getListBalance } from './balance/page.ts';
import { getExport } from './export.ts';
import { getEndedExport, getImportExample, getImportRows, getPresentExport } from './import/files.ts';
import { getOneImport, postInviteToPlay, postReleaseImport, postSignImport } from './import/one.ts';
import { getImport, postImport } from './import/page.ts';
import { getList, getPrintedList } from './list-page.ts';
import { getLookAt } from './look-page.ts';
import { getLists } from './page.ts';
import { REVIEWS_AT } from './reviews/address.ts';
import { getReviewsExport } from './reviews/export.ts';
import { getPrintedReviews, getReviews, postReviews } from './reviews/page.ts';

const LIST = `${LISTS_AT}/{pathway}/{locality}`;
const IMPORT_ONE = importAt('{id}');
const PLACE = placeAt('{reference}');

/**
 * The waiting lists: triagers read them, and only a service manager changes a place or takes a list away. An administrator too
 * checks a list from a spreadsheet, brings it in and signs for it.
 */
export function listRoutes(deps: StaffDeps): Route[] {
  const [reader, manager] = [areaGuard(deps, ...LIST_ROLES), areaGuard(deps, 'SERVICE_MANAGER')];
  const checker = areaGuard(deps, ...BALANCE_ROLES);
  const importer = areaGuard(deps, ...IMPORT_ROLES);
  return [
    { method: 'GET', pattern: BALANCE_AT, handle: shown(checker, getBalance(deps)) },
    { method: 'GET', pattern: `${BALANCE_AT}/{pathway}/{locality}`, handle: shown(checker, getListBalance(deps)) },
    { method: 'GET', pattern: IMPORT_AT, handle: shown(importer, getImport(deps)) },
    { method: 'POST', pattern: IMPORT_AT, handle: pressed(deps, importer, postImport(deps)) },
    { method: 'GET', pattern: `${IMPORT_AT}/example`, handle: shown(importer, getImportExample) },
    { method: 'GET', pattern: promptAt('{prompt}'), handle: shown(reader, getLookAt(deps)) },
    { method: 'GET', pattern: EXPORT_AT, handle: shown(manager, getPresentExport(deps)) },
    { method: 'GET', pattern: `${EXPORT_AT}/{pathway}/{locality}`, handle: shown(manager, getPresentExport(deps)) },
    { method: 'GET', pattern: IMPORT_ONE, handle: shown(importer, getOneImport(deps)) },
    { method: 'GET', pattern: `${IMPORT_ONE}/rows`, handle: shown(importer, getImportRows(deps)) },
    { method: 'GET', pattern: `${IMPORT_ONE}/ended`, handle: shown(manager, getEndedExport(deps)) },
    { method: 'POST', pattern: `${IMPORT_ONE}/sign`, handle: posted(deps, importer, postSignImport(deps)) },
    { method: 'POST', pattern: `${IMPORT_ONE}/play`, handle: posted(deps, manager, postInviteToPlay(deps)) },
    { method: 'POST', pattern: `${IMPORT_ONE}/release`, handle: posted(deps, manager, postReleaseImport(deps)) },
    { method: 'GET', pattern: REVIEWS_AT, handle: shown(manager, getReviews(deps)) },
    { method: 'POST', pattern: REVIEWS_AT, handle: posted(deps, manager, postReviews(deps)) },
    { method: 'GET', pattern: `${REVIEWS_AT}/print`, handle: shown(manager, getPrintedReviews(deps)) },
    { method: 'GET', pattern: `${REVIEWS_AT}/export`, handle: shown(manager, getReviewsExport(deps)) },
    { method: 'GET', pattern: LISTS_AT, handle: shown(reader, getLists(deps)) },
    { method: 'GET', pattern: LIST, handle: shown(reader, getList(deps)) },
    { method: 'GET', pattern: `${LIST}/print`, handle: shown(reader, getPrintedList(deps)) },
    { method: 'GET', pattern: `${LIST}/export`, handle: shown(manager, getExport(deps)) },
    { method: 'GET', pattern: PLACE, handle: shown(reader, getPlace(deps)) },
    { method: 'GET', pattern: `${PLACE}/{action}`, handle: shown(manager, getPlaceChange(deps)) },
    { method: 'POST', pattern: `${PLACE}/{action}`, handle: posted(deps, manager, postPlaceChange(deps)) },
  ];
}
