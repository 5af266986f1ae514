import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nunjucks from 'nunjucks';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { createNoticeRenderer } from '#adapters/letters/render.ts';
import { type NoticeKind, noticeKindSchema } from '#domain/notices/notice.ts';
import { BUNDLE_OPTIONS } from '#lib/bundle/options.ts';
import { copyTemplates } from '#lib/bundle/templates.ts';
import { triageWorld } from '#test/http/staff/world.ts';
import { render } from '#web/layout/templates.ts';
import { formPages, publicPages } from '../../../../bench/pages/form-pages.ts';
import { referrerPages } from '../../../../bench/pages/referrer-pages.ts';
import { caseWith, factsFor, listed, taskOf } from '../../application/notices/sample.ts';
import { bundled } from './bundled.ts';

const ROOT = BUNDLE_OPTIONS.absWorkingDir;
const DESIGN_SYSTEM = 'node_modules/govuk-frontend/dist/';
const NOTICES = 'adapters/letters/templates/';
const FOLDERS = ['web', NOTICES, `${DESIGN_SYSTEM}govuk/components`, `${DESIGN_SYSTEM}govuk/macros`];
const SOURCE = `
  export { render } from '#web/layout/templates.ts';
  export { createNoticeRenderer } from '#adapters/letters/render.ts';
  import nunjucks from 'nunjucks';
  export const filter = (name) => new nunjucks.Environment().getFilter(name);
`;
const filterSchema = z.function({ input: [z.string()], output: z.unknown() });
const renderSchema = z.function({ input: [z.string(), z.unknown()], output: z.string() });
const rendererSchema = z.function({
  input: [],
  output: z.function({ input: [z.string(), z.unknown()], output: z.unknown() }),
});
const CASES = [caseWith({ task: taskOf('TRIAGE', 2) }), listed('INITIAL_ASSESSMENT')];

let inBundle: Record<string, unknown>;
beforeAll(async () => {
  inBundle = await bundled(SOURCE, FOLDERS);
});

const letters = (kind: NoticeKind) => CASES.map((theCase) => createNoticeRenderer()(kind, factsFor(kind, theCase)));

/** What fills a page in, each time that people who walk through the service get one. */
async function pagesFilledIn() {
  const filledIn = vi.spyOn(nunjucks.Environment.prototype, 'render');
  const staff = await triageWorld();
  await staff.signIn();
  const pages = [...(await formPages()), ...publicPages(), ...(await referrerPages())];
  for (const [, get] of pages) await get();
  return filledIn.mock.calls.flatMap(([template, data = {}]) => (template.includes('/') ? [{ template, data }] : []));
}

describe('what a bundle fills in', () => {
  test('is the very page that the sources fill in, wherever people go', async () => {
    const pages = await pagesFilledIn();
    const fromBundle = renderSchema.parse(inBundle.render);

    expect(new Set(pages.map(({ template }) => template)).size).toBeGreaterThan(30);
    for (const { template, data } of pages) expect(fromBundle(template, data)).toBe(render(template, { ...data }));
  });

  test.each(noticeKindSchema.options)('is the very letter that the sources fill in (%s)', (kind) => {
    const fromBundle = rendererSchema.parse(inBundle.createNoticeRenderer)();

    expect(CASES.map((theCase) => fromBundle(kind, factsFor(kind, theCase)))).toEqual(letters(kind));
  });
});

describe('every template beside a bundle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'small-steps-templates-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is compiled as nunjucks compiles it from the sources, for pages and for letters', () => {
    const filledIn = vi.spyOn(nunjucks.Environment.prototype, 'render').mockImplementation(() => '');
    render('layout/message.njk', {});
    letters('ACKNOWLEDGEMENT');
    const [ofPages, ofLetters] = filledIn.mock.contexts.filter((one) => one instanceof nunjucks.Environment);
    for (const from of FOLDERS) copyTemplates(from, folder);
    const paths = globSync('**/*.njk', { cwd: folder });

    expect(paths.length).toBeGreaterThan(150);
    for (const path of paths) {
      const environment = path.startsWith(NOTICES) ? ofLetters : ofPages;
      const name = [NOTICES, DESIGN_SYSTEM, 'web/'].reduce((rest, start) => rest.replace(start, ''), path);
      const template = environment?.getTemplate(name, true) ?? {};
      const functions = [Reflect.get(template, 'rootRenderFunc'), ...Object.values(Reflect.get(template, 'blocks'))];
      const compiled = readFileSync(join(folder, path), 'utf8');
      for (const one of functions) expect(compiled).toContain(String(one).replaceAll(ROOT, ''));
    }
  });

  test('finds each filter that it uses', () => {
    for (const from of FOLDERS) copyTemplates(from, folder);
    const paths = globSync('**/*.njk', { cwd: folder });
    const sources = paths.map((path) => readFileSync(join(folder, path), 'utf8'));
    const used = new Set(
      sources.flatMap((source) => [...source.matchAll(/getFilter\("(\w+)"\)/g)].map(([, name]) => name)),
    );
    const filter = filterSchema.parse(inBundle.filter);

    expect(used.size).toBeGreaterThan(10);
    for (const name of used)
      if (name !== undefined && name !== 'dialled') expect(filter(name), name).toBeTypeOf('function');
  });

  test('comes from a folder that is there: any other stops the bundling', () => {
    expect(() => copyTemplates('web/nowhere', folder)).toThrow('There is no folder of templates web/nowhere.');
  });
});
