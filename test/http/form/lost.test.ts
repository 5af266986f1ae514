import { describe, expect, it } from 'vitest';
import type { Draft } from '#domain/draft/draft.ts';
import { asRefused, asSending, asSent } from '#domain/draft/send.ts';
import { sendWords } from '#web/form/check/words.ts';
import { PAGE_NOT_SAVED } from '#web/form/engine/words.ts';
import { fileProblems } from '#web/form/files/words.ts';
import { hidden } from '../browser.ts';
import { answers, begin, fill, fillAll, referWorld, send } from './world.ts';

async function draftWith(pages: readonly string[]) {
  const world = referWorld();
  const using = world.newBrowser();
  const at = await begin(using);
  for (const page of pages) await fill(using, `${at}/${page}`, answers[page] ?? {});
  return { world, using, at };
}

describe('nothing is lost', () => {
  it('when two tabs save different pages, whichever was opened first', async () => {
    const { using, at } = await draftWith([]);
    const [one, two] = [await using.get(`${at}/story`), await using.get(`${at}/views`)];
    await using.post(`${at}/views`, {
      csrf: hidden(two, 'csrf'),
      seen: hidden(two, 'seen'),
      'views.parents': 'He loves bells',
    });
    await using.post(`${at}/story`, {
      csrf: hidden(one, 'csrf'),
      seen: hidden(one, 'seen'),
      'story.worrying': 'No words yet',
    });
    const check = await using.get(`${at}/check`);
    expect(check.body).toContain('He loves bells');
    expect(check.body).toContain('No words yet');
  });

  it('when two tabs save the same page: the second is shown both and writes over nothing unseen', async () => {
    const { using, at } = await draftWith([]);
    const [one, two] = [await using.get(`${at}/story`), await using.get(`${at}/story`)];
    await using.post(`${at}/story`, {
      csrf: hidden(one, 'csrf'),
      seen: hidden(one, 'seen'),
      'story.worrying': 'First words',
    });
    const second = { csrf: hidden(two, 'csrf'), seen: hidden(two, 'seen'), 'story.worrying': 'Second words' };
    const both = await using.post(`${at}/story`, second);
    expect(both.status).toBe(409);
    expect(both.body).toContain('First words');
    expect(both.body).toContain('Second words');
    expect((await using.get(`${at}/story`)).body).toContain('First words');
    const chosen = await using.post(`${at}/story`, { ...second, seen: hidden(both, 'seen') });
    expect(chosen.status).toBe(303);
    expect((await using.get(`${at}/story`)).body).toContain('Second words');
  });

  it('when a form is sent with the token of another session (hostile, late): what was typed is shown', async () => {
    const { using, at } = await draftWith(['child']);
    const forged = await using.post(`${at}/child`, { csrf: 'of another', 'child.firstName': 'Typed just now' });
    expect(forged.status).toBe(403);
    expect(forged.body).toContain('Typed just now');
    expect((await using.get(`${at}/child`)).body).toContain('value="Poppy"');
  });

  it('when another site posts into a draft (hostile): nothing is recorded', async () => {
    const { using, at } = await draftWith(['child']);
    const csrf = hidden(await using.get(`${at}/child`), 'csrf');
    const fields = { csrf, 'child.firstName': 'Mallory' };
    const answer = await using.post(`${at}/child`, fields, { Origin: 'https://elsewhere.example' });
    expect(answer.status).toBe(403);
    expect((await using.get(`${at}/child`)).body).toContain('value="Poppy"');
  });

  it('when a stranger knows the address of a draft: nothing of it is shown', async () => {
    const { world, at } = await draftWith(['child']);
    const stranger = world.newBrowser();
    await begin(stranger);
    for (const page of ['', '/child', '/check', '/sent', '/evidence']) {
      const answer = await stranger.get(`${at}${page}`);
      expect(answer.status).toBe(403);
      expect(answer.body).not.toContain('Poppy');
    }
  });

  it.each([
    ['did not arrive', undefined, fileProblems.lost],
    ['is empty', { bytes: 0 }, fileProblems.empty],
    ['is too large', { bytes: 11 * 1024 * 1024 }, fileProblems.tooLarge],
    ['is of another type', { head: new TextEncoder().encode('MZ program') }, fileProblems.type],
  ])('when an uploaded file %s: our page says so and offers the upload again', async (_what, file, message) => {
    const { world, using, at } = await draftWith(['evidence/1']);
    await using.get(`${at}/evidence/1/file`);
    if (file) world.evidence.upload('form', world.evidence.forms.at(-1)?.evidenceId ?? '', file);
    const arrived = await using.get(`${at}/evidence/1/file/arrived`);
    expect(arrived.status).toBe(422);
    expect(arrived.body).toContain(message);
    expect(arrived.body).toContain('action="https://bucket.example/"');
    expect(arrived.headers['content-security-policy']).toContain("form-action 'self' https://bucket.example");
  });

  it('when the file of a document is lost before the referral is sent: it is asked for, and nothing is sent', async () => {
    const { world, using, at } = await draftWith([]);
    await fillAll(world, using, at);
    const refused = await using.get(`${at}/check`);
    const form = { csrf: hidden(refused, 'csrf'), seen: hidden(refused, 'seen'), declared: 'yes' };
    world.evidence.upload('form', world.evidence.forms.at(-1)?.evidenceId ?? '', { bytes: 0 });
    const answer = await using.post(`${at}/send`, form);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('<title>Error: Check your answers');
    expect(answer.body).toContain(
      `<a href="${at}/evidence/1/file?from=check">Schedule of Growing Skills: ${fileProblems.empty}`,
    );
    expect(world.started).toEqual([]);
  });

  it('when the answers change in another tab after they were checked: they are shown again before they are sent', async () => {
    const { world, using, at } = await draftWith([]);
    await fillAll(world, using, at);
    const check = await using.get(`${at}/check`);
    const form = { csrf: hidden(check, 'csrf'), seen: hidden(check, 'seen'), declared: 'yes' };
    await fill(using, `${at}/story`, { 'story.worrying': 'New words' });
    const answer = await using.post(`${at}/send`, form);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('New words');
    expect(world.started).toEqual([]);
    expect((await send(using, at)).location).toBe(`${at}/sent`);
  });

  it('when a link is e-mailed after the answers were checked: they are what was checked, and are sent', async () => {
    const { world, using, at } = await draftWith([]);
    await fillAll(world, using, at);
    const check = await using.get(`${at}/check`);
    await fill(using, `${at}/keep`, { email: 'referrer01@example.org' });
    const form = { csrf: hidden(check, 'csrf'), seen: hidden(check, 'seen'), declared: 'yes' };
    expect((await using.post(`${at}/send`, form)).location).toBe(`${at}/sent`);
  });

  it('when sending was cut off half-way (half-finished): pressing again sends the same referral once', async () => {
    const { world, using, at } = await draftWith([]);
    await fillAll(world, using, at);
    const id = at.slice('/refer/'.length);
    const { stores } = world;
    const { saveDraft } = stores.drafts;
    let writes = 0;
    stores.drafts.saveDraft = (draft) => {
      writes += 1;
      return writes === 2 ? Promise.reject(new Error('cut off')) : saveDraft(draft);
    };
    const broken = await send(using, at);
    expect(broken.status).toBe(500);
    expect((await stores.drafts.readDraft(id))?.sent).toBeUndefined();
    expect((await using.get(`${at}/check`)).body).toContain(sendWords.sending);
    expect((await send(using, at)).location).toBe(`${at}/sent`);
    expect(new Set(world.started).size).toBe(1);
  });

  it('when two windows finish one attempt and one of them found a file missing (out of order): what was accepted counts', async () => {
    const { world, using, at } = await draftWith([]);
    await fillAll(world, using, at);
    const id = at.slice('/refer/'.length);
    const { stores, clock } = world;
    const { saveDraft } = stores.drafts;
    let writes = 0;
    stores.drafts.saveDraft = async (draft) => {
      writes += 1;
      const there = writes === 2 ? await stores.drafts.readDraft(id) : undefined;
      if (there) await saveDraft(asRefused(there, clock.now()));
      return saveDraft(draft);
    };
    expect((await send(using, at)).location).toBe(`${at}/sent`);
    expect((await stores.drafts.readDraft(id))?.sent?.reference).toBe(world.started[0]);
    expect((await using.get(`${at}/sent`)).body).toContain(world.started[0]);
  });

  it('when a file is found harmful after sending was cut off (half-finished): it can still be finished', async () => {
    const { world, using, at } = await draftWith([]);
    await fillAll(world, using, at);
    const draft = await world.stores.drafts.readDraft(at.slice('/refer/'.length));
    if (!draft) throw new Error('There is no draft.');
    await world.stores.drafts.saveDraft(asSending(draft, world.clock.now()));
    world.evidence.upload('form', draft.answers['evidence[0].evidenceId'] ?? '', { scan: 'HARMFUL' });
    const check = await using.get(`${at}/check`);
    expect(check.body).toContain(sendWords.sending);
    expect(check.body).toContain(`action="${at}/send"`);
    expect(check.body).not.toContain(sendWords.before);
    expect((await using.post(`${at}/send`, { csrf: hidden(check, 'csrf') })).location).toBe(`${at}/sent`);
    expect(world.started).toHaveLength(1);
  });

  it.each([
    ['was cut off (half-finished)', asSending, 'check'],
    ['was done', (draft: Draft, now: string) => asSent(asSending(draft, now), now, '23456789CDF'), 'sent'],
  ])(
    'when sending %s and too much time has passed since (late): the link that is asked for comes',
    async (_kind, close, next) => {
      const { world, using, at } = await draftWith(['you', 'child']);
      const draft = await world.stores.drafts.readDraft(at.slice('/refer/'.length));
      if (!draft) throw new Error('There is no draft.');
      await world.stores.drafts.saveDraft({ ...close(draft, world.clock.now()), version: draft.version + 1 });
      world.clock.advanceMinutes(9 * 60);
      await using.post(`${at}/again`, { email: 'referrer01@example.org' });
      const link = /\/refer\/l\/[\w-]{43}/.exec(world.mailer.sent.at(-1)?.text ?? '')?.[0] ?? '';
      await using.post(link, { 'dob-day': '10', 'dob-month': '9', 'dob-year': '2024' });
      expect((await using.get(at)).location).toBe(`${at}/${next}`);
    },
  );

  it('when an entry of a list is taken out, pressed twice: the others keep their words', async () => {
    const { using, at } = await draftWith(['parents/1']);
    await fill(using, `${at}/parents/2`, { 'family.parents[1].name': 'Parent 02' });
    const page = await using.get(`${at}/parents/1`);
    const remove = { csrf: hidden(page, 'csrf'), seen: hidden(page, 'seen') };
    await using.post(`${at}/parents/1/remove`, remove);
    await using.post(`${at}/parents/1/remove`, remove);
    const left = await using.get(`${at}/parents/1`);
    expect(left.body).toContain('value="Parent 02"');
    expect((await using.get(`${at}/parents`)).body).not.toContain('Parent 01');
  });

  it('when more is typed than a page can take (too long): it is shown back to copy, and everything before is kept', async () => {
    const { using, at } = await draftWith(['child']);
    const words = 'She plays. '.repeat(7_000);
    const answer = await using.post(`${at}/story`, { csrf: 'any', 'story.worrying': words });
    expect(answer.status).toBe(413);
    expect(answer.body).toContain(PAGE_NOT_SAVED);
    expect(answer.body).toContain(words.trim());
    expect((await using.get(`${at}/child`)).body).toContain('value="Testerfield"');
  });

  it('when nothing stands in the way but a rule: the page says so at its top, and nothing is sent', async () => {
    const { world, using, at } = await draftWith([]);
    await fillAll(world, using, at, ['evidence/1']);
    const form = { csrf: hidden(await using.get(`${at}/story`), 'csrf'), seen: '', declared: 'yes' };
    const answer = await using.post(`${at}/send`, form);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(`<a href="#to-send">${sendWords.ruledOut}`);
    expect(answer.body).toContain('id="to-send"');
    expect(world.started).toEqual([]);
  });
});
