import { describe, expect, it } from 'vitest';
import { sentWords } from '#web/form/check/words.ts';
import { type Browser, hidden } from '../browser.ts';
import { begin, fillAll, type ReferWorld, referWorld, send } from './world.ts';

/** The case of the referral that this draft has become. */
async function caseAt(world: ReferWorld, using: Browser, at: string) {
  const reference = /<strong>([2-9A-Z]{11})</.exec((await using.get(`${at}/sent`)).body)?.[1] ?? '';
  return world.stores.cases.readCase(reference);
}

/** A referral sent so many minutes after it was begun, with these fields on its first and its last page. */
async function sent(minutes: number, first: object = {}, last: Readonly<Record<string, string>> = {}) {
  const world = referWorld();
  const using = world.newBrowser();
  const begun = await using.post('/refer', { who: 'professional', ...first });
  const at = begun.location.replace(/\/risk$/, '');
  await fillAll(world, using, at);
  world.clock.advanceMinutes(minutes);
  const answer = await send(using, at, last);
  return { answer, at, using, theCase: await caseAt(world, using, at) };
}

describe('a referral that a machine may have sent', () => {
  it.each([
    ['a person fills it in', 25],
    ['it is begun and sent at once, as by a tool that fills in forms for a referrer', 0],
  ])('is not suspected when %s', async (_how, minutes) => {
    const { theCase } = await sent(minutes);
    expect(theCase).toMatchObject({ status: 'RECEIVED' });
    expect(theCase?.suspicion).toBeUndefined();
  });

  it.each([
    ['the field that nobody sees is filled in at the beginning', { website: 'https://buy.example' }, {}],
    ['the field that nobody sees is filled in at the end', {}, { website: 'x' }],
  ])('is stored and answered as any other and marked when %s (hostile)', async (_how, first, last) => {
    const { answer, at, using, theCase } = await sent(1, first, last);
    expect(answer.location).toBe(`${at}/sent`);
    expect((await using.get(`${at}/sent`)).body).toContain(sentWords.title);
    expect(theCase).toMatchObject({ status: 'RECEIVED', suspicion: 'STANDS' });
  });

  it('keeps its mark when the answer was lost and it is sent again without what betrayed it (half-finished)', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const at = await begin(using);
    await fillAll(world, using, at);
    world.clock.advanceMinutes(1);
    const check = await using.get(`${at}/check`);
    const form = { csrf: hidden(check, 'csrf'), seen: hidden(check, 'seen'), declared: 'yes' };
    const { drafts } = world.stores;
    const { saveDraft } = drafts;
    let writes = 0;
    drafts.saveDraft = (draft) => {
      writes += 1;
      return writes === 2 ? Promise.reject(new Error('cut off')) : saveDraft(draft);
    };
    expect((await using.post(`${at}/send`, { ...form, website: 'x' })).status).toBe(500);
    expect((await using.post(`${at}/send`, form)).location).toBe(`${at}/sent`);
    expect((await using.post(`${at}/send`, form)).location).toBe(`${at}/sent`);
    expect((await caseAt(world, using, at))?.suspicion).toBe('STANDS');
  });

  it('shows the field to nobody: off the screen, out of the order of the keyboard, never filled in by a browser', async () => {
    const { body } = await referWorld().newBrowser().get('/refer');
    expect(body).toContain('<div class="app-off-screen">\n<label for="website">Leave this blank</label>');
    expect(body).toContain('tabindex="-1" autocomplete="off"');
  });
});
