import { CONSOLE_ROLES, FIXER_ROLES } from '#domain/process/rollup.ts';
import { areaGuard } from '../access/area-guard.ts';
import { consoleCaseGuard } from '../access/console-case.ts';
import { posted, shown } from '../access/guard.ts';
import type { Handle } from '../http/message.ts';
import { type Route, route } from '../http/router.ts';
import { notFound } from '../layout/not-found.ts';
import { wrongMethodPage } from '../layout/refusals.ts';
import type { Act } from './acts/act.ts';
import { getAct, postAct } from './acts/page.ts';
import { ACTS } from './acts/table.ts';
import {
  actAt,
  CASES_AT,
  CONSOLE_AT,
  caseAt,
  copyAt,
  copyFileAt,
  FIGURES_AT,
  figureAt,
  listActAt,
  noticeAt,
  openAt,
  queueAt,
} from './address.ts';
import { getFindCase } from './case/find.ts';
import { getCase, postCase } from './case/page.ts';
import { getCopyFile } from './copy/file.ts';
import { getCopy, postCopy } from './copy/page.ts';
import { sayingDamaged } from './damaged/page.ts';
import type { ConsoleDeps } from './deps.ts';
import { getFigureFile, getFigures } from './figures/page.ts';
import { getFront } from './front/page.ts';
import { getNotice, postNotice } from './notice/page.ts';
import { getOpen, postOpen } from './open/page.ts';
import { getListAct, getQueue, postListAct, postQueue } from './queue/page.ts';

const OPEN = openAt('{reference}');
const COPY = copyAt('{reference}');
const NOTICE = noticeAt('{reference}', '{id}');

/** The pages of the console, under /console. */
export function consolePages(deps: ConsoleDeps): Handle {
  return route(consoleRoutes(deps), { notFound: () => notFound(deps), wrongMethod: wrongMethodPage(deps) });
}

/** Every address with the guard that its reader must pass: the session is that of the staff area. */
export function consoleRoutes(deps: ConsoleDeps): Route[] {
  const keeper = areaGuard(deps, ...CONSOLE_ROLES);
  const reader = consoleCaseGuard(deps, CONSOLE_ROLES);
  const operator = consoleCaseGuard(deps, ['OPERATOR']);
  const manager = consoleCaseGuard(deps, ['SERVICE_MANAGER']);
  const [fixer, fixerOfOne] = [areaGuard(deps, ...FIXER_ROLES), consoleCaseGuard(deps, FIXER_ROLES)];
  const routes: Route[] = [
    { method: 'GET', pattern: CONSOLE_AT, handle: shown(keeper, getFront(deps)) },
    { method: 'GET', pattern: queueAt('{queue}'), handle: shown(keeper, getQueue(deps)) },
    { method: 'POST', pattern: queueAt('{queue}'), handle: posted(deps, fixer, postQueue(deps)) },
    { method: 'GET', pattern: FIGURES_AT, handle: shown(keeper, getFigures(deps)) },
    { method: 'GET', pattern: figureAt('{figure}'), handle: shown(keeper, getFigureFile(deps)) },
    { method: 'GET', pattern: CASES_AT, handle: shown(keeper, getFindCase(deps)) },
    { method: 'GET', pattern: caseAt('{reference}'), handle: shown(reader, getCase(deps)) },
    { method: 'POST', pattern: caseAt('{reference}'), handle: posted(deps, fixerOfOne, postCase(deps)) },
    { method: 'GET', pattern: OPEN, handle: shown(operator, getOpen(deps)) },
    { method: 'POST', pattern: OPEN, handle: posted(deps, operator, postOpen(deps)) },
    ...ACTS.flatMap((act) => actRoutes(deps, act)),
    { method: 'GET', pattern: COPY, handle: shown(manager, getCopy(deps)) },
    { method: 'POST', pattern: COPY, handle: posted(deps, manager, postCopy(deps)) },
    { method: 'GET', pattern: copyFileAt('{reference}'), handle: shown(manager, getCopyFile(deps)) },
    { method: 'GET', pattern: NOTICE, handle: shown(fixerOfOne, getNotice(deps)) },
    { method: 'POST', pattern: NOTICE, handle: posted(deps, fixerOfOne, postNotice(deps)) },
  ];
  return routes.map(sayingDamaged(deps));
}

/** The pages of one act, each behind a guard for those who may press it. */
function actRoutes(deps: ConsoleDeps, act: Act): Route[] {
  const [ofCase, ofList] = [consoleCaseGuard(deps, act.roles), areaGuard(deps, ...act.roles)];
  const [at, listAt] = [actAt('{reference}', act.at), listActAt('{queue}', act.at)];
  const one: Route[] = [
    { method: 'GET', pattern: at, handle: shown(ofCase, getAct(deps, act)) },
    { method: 'POST', pattern: at, handle: posted(deps, ofCase, postAct(deps, act)) },
  ];
  const all: Route[] = [
    { method: 'GET', pattern: listAt, handle: shown(ofList, getListAct(deps, act)) },
    { method: 'POST', pattern: listAt, handle: posted(deps, ofList, postListAct(deps, act)) },
  ];
  return [...(act.targets ? one : []), ...(act.lists.length > 0 ? all : [])];
}
