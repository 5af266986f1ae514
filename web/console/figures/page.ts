import { readFigures } from '#application/figures/read-figures.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { instantInWords } from '../../access/instants.ts';
import { headOf } from '../../components/table/table.ts';
import { parseBaseUrl } from '../../http/base-url.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { notFound } from '../../layout/not-found.ts';
import { csvFile } from '../../staff/lists/csv.ts';
import { CONSOLE_AT, FIGURES_AT, figureAt } from '../address.ts';
import { consolePage } from '../console-page.ts';
import type { ConsoleDeps } from '../deps.ts';
import { consoleWords } from '../words.ts';
import { FIGURES, type Figure } from './figures.ts';
import { figureWords as words } from './words.ts';

/** GET: the service in pictures, each with its data as a table. Nothing is counted here: a night has done that. */
export function getFigures(deps: ConsoleDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => {
    const figures = await readFigures(deps.figures)(deps.now());
    const base = parseBaseUrl(deps.baseUrl).path;
    const { present } = figures;
    return consolePage(deps, access, {
      ...{ template: 'console/figures/figures.njk', title: words.title },
      data: {
        ...{ words, back: { href: base + CONSOLE_AT, text: consoleWords.back } },
        asOf: present ? words.asOf(instantInWords(present.asOf)) : words.never,
        figures: Object.values(FIGURES).map((figure) => shown(figure(figures, deps.policy), base)),
      },
    });
  };
}

/** GET: the data of one picture as a file for a spreadsheet. What the page hides is hidden here too. */
export function getFigureFile(deps: ConsoleDeps) {
  return async (_access: AreaAccess, { figure: id = '' }: Parameters): Promise<HttpResponse> => {
    const made = Object.hasOwn(FIGURES, id) ? FIGURES[id] : undefined;
    if (!made) return notFound(deps);
    const { head, rows } = made(await readFigures(deps.figures)(deps.now()), deps.policy);
    return csvFile(`${id}-${londonDateOf(deps.now())}`, [head, ...rows]);
  };
}

function shown({ head, rows, ...figure }: Figure, base: string) {
  const labels = head.map((label) => ({ label }));
  return {
    ...figure,
    file: { href: base + figureAt(figure.id), text: words.csv(figure.title) },
    head: headOf(labels, { order: '', isDescending: false }, () => FIGURES_AT),
    rows: rows.map((cells) => cells.map((text) => ({ text }))),
  };
}
