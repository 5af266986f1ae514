import { describe, expect, it } from 'vitest';
import { LATER_BUTTON, SAVE_BUTTON, TASKS_BUTTON } from '#web/form/engine/words.ts';
import type { Answer } from '../browser.ts';
import { begin, fill, referWorld } from './world.ts';

const KEEP = { leave: 'keep' };
const TASKS = { leave: 'tasks' };

/** What was typed on a page, right or wrong, and something that its page shows once it is saved. */
const typed: [name: string, page: string, fields: Readonly<Record<string, string>>, shown: string][] = [
  ['a date that does not exist', 'child', { 'child.dob-day': '31', 'child.dob-month': '2' }, 'value="31"'],
  ['half of the names', 'you', { 'referrer.name': 'A. Referrer' }, 'value="A. Referrer"'],
  ['a postcode that is not one', 'home', { postcode: 'TA1' }, 'value="TA1"'],
  ['a parent without a phone number', 'parents/1', { 'family.parents[0].name': 'Parent 01' }, 'value="Parent 01"'],
  ['a document without a type', 'evidence/1', { 'evidence[0].title': 'A letter' }, 'value="A letter"'],
  ['a long text', 'story', { 'story.worrying': 'She cannot roll over yet' }, 'She cannot roll over yet'],
];

/** The status of a task in the list. */
function statusOf({ body }: Answer, page: string): string {
  const item = body.split('govuk-task-list__item').find((one) => one.includes(`/${page}"`)) ?? '';
  return /(Completed|In progress|Not started|Optional)/.exec(item)?.[1] ?? '';
}

describe('the buttons that leave a page', () => {
  it.each(typed)('save %s first, and lead on without an error', async (_name, page, fields, shown) => {
    const using = referWorld().newBrowser();
    for (const [leave, to] of [
      [KEEP, '/keep'],
      [TASKS, ''],
    ] as const) {
      const at = await begin(using);
      expect(await fill(using, `${at}/${page}`, { ...fields, ...leave })).toMatchObject({
        status: 303,
        location: `${at}${to}`,
      });
      expect((await using.get(`${at}/${page}`)).body).toContain(shown);
      expect((await using.get(to === '' ? at : `${at}${to}`)).status).toBe(200);
    }
  });

  it('show a page that is not right yet as in progress, and a right one as completed', async () => {
    const using = referWorld().newBrowser();
    const at = await begin(using);
    await fill(using, `${at}/child`, { 'child.firstName': 'Poppy', ...TASKS });
    await fill(using, `${at}/setting`, { settingHoursPerWeek: '0', ...TASKS });
    const tasks = await using.get(at);
    expect(['child', 'setting'].map((page) => statusOf(tasks, page))).toEqual(['In progress', 'Completed']);
  });

  it('leave what nobody touched as it was', async () => {
    const using = referWorld().newBrowser();
    const at = await begin(using);
    for (const page of ['story', 'child', 'parents/1', 'evidence/1']) {
      expect((await fill(using, `${at}/${page}`, TASKS)).location).toBe(at);
    }
    const tasks = await using.get(at);
    expect(statusOf(tasks, 'story')).toBe('Optional');
    expect(statusOf(tasks, 'child')).toBe('Not started');
    for (const list of ['parents', 'evidence'])
      expect((await using.get(`${at}/${list}`)).body).not.toContain('govuk-summary-card');
  });

  it('still call for help when the child is at immediate risk', async () => {
    const { newBrowser, alarms } = referWorld();
    const using = newBrowser();
    const at = await begin(using);
    expect((await fill(using, `${at}/risk`, { immediateRisk: 'yes', ...KEEP })).location).toBe(`${at}/risk/read`);
    expect(alarms).toHaveLength(1);
  });

  it('overwrite nothing that another window saved, and show both', async () => {
    const using = referWorld().newBrowser();
    const at = await begin(using);
    const here = await using.get(`${at}/story`);
    await fill(using, `${at}/story`, { 'story.worrying': 'Saved there' });
    const csrf = /name="csrf" value="([^"]*)"/.exec(here.body)?.[1] ?? '';
    const seen = /name="seen" value="([^"]*)"/.exec(here.body)?.[1] ?? '';
    const refused = await using.post(`${at}/story`, { csrf, seen, 'story.worrying': 'Typed here', ...KEEP });
    expect(refused.status).toBe(409);
    expect(refused.body).toContain('Saved there');
    expect(refused.body).toContain('Typed here');
  });

  it('say when the text is too long to be saved, and show it', async () => {
    const using = referWorld().newBrowser();
    const at = await begin(using);
    const refused = await fill(using, `${at}/story`, { 'story.worrying': 'x'.repeat(70_000), ...KEEP });
    expect(refused.status).toBe(413);
    expect(refused.body).toContain('xxx');
  });

  it('stand after the one that Enter presses, in the same form', async () => {
    const using = referWorld().newBrowser();
    const at = await begin(using);
    const { body } = await using.get(`${at}/child`);
    const form = body.slice(body.indexOf('<form'), body.indexOf('</form>'));
    const buttons = [...form.matchAll(/<button[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(buttons).toEqual([SAVE_BUTTON, LATER_BUTTON, TASKS_BUTTON]);
  });
});
