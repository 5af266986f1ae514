import { describe, expect, it } from 'vitest';
import { riskStop } from '#domain/rules/stops.ts';
import { NOT_BORN } from '#test/kit/words/referral.ts';
import { mailsOf, move } from '#test/system/window.ts';
import { notes } from '#web/form/engine/note-words.ts';
import { answers, begin, fillIn, save, saveAt } from './form.ts';
import { faultsOn } from './judge.ts';
import { stage } from './stage.ts';

const at = stage();

const born = (year: string, month = '9') => ({ ...answers.child, 'child.dob-year': year, 'child.dob-month': month });
const agreed = (to: string, aims: string) => ({
  'consent.parentAgreesToReferral': to,
  'consent.parentUnderstandsAims': aims,
});

/** What is answered on which page, what the page then says, and what can be done about it. */
const truths: [name: string, path: string, fields: Readonly<Record<string, string>>, said: string, todo: string][] = [
  ['over 3', 'child', born('2022'), 'over 3', 'Early Years Advisory Teacher'],
  ['beyond Reception', 'child', born('2018'), 'Reception year ended', notes.whoCanHelp],
  ['not born yet', 'child', born('2026', '12'), NOT_BORN, 'refer the child after the birth'],
  ['no agreement', 'agreement', agreed('no', 'yes'), 'do not agree', notes.agreement],
  ['aims not explained', 'agreement', agreed('yes', 'no'), 'aims of Portage', notes.agreement],
  ['over 15 hours', 'setting', { settingHoursPerWeek: '15.25' }, 'Home visits are unlikely', notes.setting],
  ['immediate risk', 'risk', { immediateRisk: 'yes' }, riskStop.sentence.split('. ')[0] ?? '', notes.risk[1]],
];

describe('what stands in the way is said at once, with what can be done', () => {
  it.each(truths)('%s', async (_name, path, fields, said, todo) => {
    const page = await at.newPage();
    const address = await begin(page, at.service);
    await saveAt(page, address, path, fields);
    const text = (await page.textContent('main')) ?? '';
    expect(text).toContain(said);
    expect(text).toContain(todo);
    expect(await faultsOn(page)).toEqual([]);
    await page.context().close();
  });

  it('no document: on the page of documents, with the last day', async () => {
    const page = await at.newPage();
    const address = await begin(page, at.service);
    await saveAt(page, address, 'child');
    await page.goto(`${address}/evidence`);
    expect(await page.textContent('main')).toContain(notes.noEvidence);
    expect(await page.textContent('main')).toContain('10 September 2027');
    expect(await faultsOn(page)).toEqual([]);
    await page.context().close();
  });

  it('over half the week of other help: on the list of it', async () => {
    const page = await at.newPage();
    const address = await begin(page, at.service);
    const help = { 'otherInterventions[0].type': 'PHYSIOTHERAPY', 'otherInterventions[0].hoursPerWeek': '15.25' };
    await saveAt(page, address, 'other-help/1', help);
    await page.waitForURL(/\/other-help$/);
    expect(await page.textContent('main')).toMatch(/more than half/i);
    expect(await page.textContent('main')).toContain(notes.otherHelp);
    expect(await faultsOn(page)).toEqual([]);
    await page.context().close();
  });
});

describe('a child at immediate risk', () => {
  it('is told to the duty mailbox, and once the call is written down the form goes on', async () => {
    const page = await at.newPage();
    await move(at.service, { advance: 'PT11M' });
    const before = (await mailsOf(at.service)).length;
    const address = await begin(page, at.service);
    await saveAt(page, address, 'risk', { immediateRisk: 'yes' });
    expect(await page.textContent('main')).toMatch(/\d{3,}/);
    expect((await mailsOf(at.service)).length).toBe(before + 1);
    await page.click('main a.govuk-button:has-text("Continue")');
    await page.waitForURL(/\/call$/);
    await fillIn(page, { emergencyCallMadeBy: 'A. Referrer' });
    await save(page);
    expect(await page.title()).toMatch(/^Error: /);
    expect(await faultsOn(page)).toEqual([]);
    const call = { day: '24', month: '9', year: '2026', time: '08:50' };
    for (const [part, text] of Object.entries(call)) await fillIn(page, { [`emergencyCallMadeAt-${part}`]: text });
    await save(page);
    await page.waitForURL(`${address}/you`);
    await page.context().close();
  });
});

describe('a child over 3', () => {
  it('can be referred on to the advisory teachers with everything that was typed', async () => {
    const page = await at.newPage();
    const address = await begin(page, at.service);
    for (const path of Object.keys(answers))
      if (path !== 'ages' && !path.startsWith('evidence')) await saveAt(page, address, path);
    await saveAt(page, address, 'child', born('2022'));
    await page.goto(`${address}/check`);
    const text = (await page.textContent('main')) ?? '';
    expect(text).toContain('Early Years Advisory Teacher');
    expect(text).toContain('Testerfield');
    expect(await faultsOn(page)).toEqual([]);
    await page.context().close();
  });
});
