import { describe, expect, it } from 'vitest';
import { mailDraftLink } from '#application/drafts/mail-draft-link.ts';
import { sweepDraft } from '#application/drafts/sweep-draft.ts';
import { next } from '#domain/draft/change.ts';
import { filesAsAnswers } from '#domain/draft/files.ts';
import { pagesThere } from '#web/form/files/states.ts';
import { FILE_LACKING, MOST_FILES_WORDS, titles } from '#web/form/files/words.ts';
import { hidden } from '../browser.ts';
import { answersAt, filesAt, sentBody } from './document.ts';
import { begin, fill, fillAll, type ReferWorld, referWorld, send } from './world.ts';

const DAY = 24 * 60;
const LETTER = { type: 'PAEDIATRICIAN_LETTER' };

/** A whole draft whose documents have these numbers of files, all of them there. */
async function draftWith(...pages: readonly number[]) {
  const world = referWorld();
  const using = world.newBrowser();
  const at = await begin(using);
  await fillAll(world, using, at);
  const draft = await world.stores.drafts.readDraft(at.slice('/refer/'.length));
  if (!draft) throw new Error('There is no draft.');
  const documents = pages.map((count, index) => {
    const evidenceIds = Array.from({ length: count }, (_, page) => idOf(index, page));
    for (const id of evidenceIds) world.evidence.upload('form', id);
    const described = { [`evidence[${index}].type`]: LETTER.type, [`evidence[${index}].title`]: `Letter ${index + 1}` };
    return {
      ...described,
      ...filesAsAnswers(`evidence[${index}]`, { evidenceIds, awaited: undefined, replaces: undefined }),
    };
  });
  const done = [...draft.done, ...pages.map((_, index) => `evidence/${index + 1}`)];
  const answers = Object.assign({}, draft.answers, ...documents);
  await world.stores.drafts.saveDraft(next(draft, world.clock.now(), { answers, done }));
  return { world, using, at, files: (n: number) => filesAt(world, using, `${at}/evidence/${n}/file`) };
}

const idOf = (document: number, page: number) => `${'A'.repeat(18)}${document + 10}${page + 10}`;

const sweep = ({ service, stores }: ReferWorld) =>
  sweepDraft({ ...service, ...stores, mailDraftLink: mailDraftLink(service) });

describe('a draft with as many files as it can have', () => {
  it('shows its tasks, its documents and its answers, and is sent with all sixty', async () => {
    const { world, using, at } = await draftWith(20, 20, 10, 10);
    expect((await using.get(at)).body).not.toContain(FILE_LACKING);
    expect((await using.get(`${at}/evidence`)).body).toContain(pagesThere(20));
    expect((await using.get(`${at}/check`)).status).toBe(200);
    expect((await send(using, at)).location).toBe(`${at}/sent`);
    expect(JSON.stringify(await sentBody(world)).match(/A{18}\d{4}/g)).toHaveLength(60);
  });

  it('offers no further page and no further document, and says what to do instead', async () => {
    const { using, at, files } = await draftWith(20, 20, 10, 10);
    const page = await files(3).show();
    expect(page.body).toContain(MOST_FILES_WORDS);
    expect(page.body).not.toContain(titles.more);
    const list = await using.get(`${at}/evidence`);
    expect(list.body).toContain(MOST_FILES_WORDS);
    expect(list.body).not.toContain('evidence/5');
  });

  it('refuses one more in words when its button is pressed in a page of before (late)', async () => {
    const { world, using, at, files } = await draftWith(20, 20, 10, 9);
    const before = await files(3).show();
    await files(4).press('more');
    const kept = await answersAt(world, at);
    const refused = await files(3).press('more', '', before);
    expect(refused.status).toBe(413);
    expect(refused.body).toContain(MOST_FILES_WORDS);
    const document = await using.get(`${at}/evidence/5`);
    const fields = { 'evidence[4].type': LETTER.type, 'evidence[4].title': 'One more' };
    const form = { csrf: hidden(document, 'csrf'), seen: hidden(document, 'seen'), from: '' };
    const another = await using.post(`${at}/evidence/5`, { ...form, ...fields });
    expect(another.status).toBe(413);
    expect(another.body).toContain(MOST_FILES_WORDS);
    expect(await answersAt(world, at)).toEqual(kept);
  });

  it('takes another file in place of one, and one more once one was removed', async () => {
    const { world, at, files } = await draftWith(20, 20, 10, 10);
    await files(3).press('replace', 'page 2');
    await files(3).upload();
    expect((await answersAt(world, at))['evidence[2].furtherPages']).not.toContain(idOf(2, 1));
    await files(4).press('remove', 'page 10');
    expect((await files(4).show()).body).toContain(titles.more);
    expect((await files(4).press('more')).status).toBe(303);
  });

  it('can still be changed on its other pages, and its assessment needs no room', async () => {
    const { using, at } = await draftWith(20, 20, 20);
    const eha = await fill(using, `${at}/eha`, { 'earlyHelpAssessment.attached': 'yes' });
    expect(eha.location).toBe(`${at}/eha/file`);
    const changed = await fill(using, `${at}/evidence/1`, {
      'evidence[0].type': LETTER.type,
      'evidence[0].title': 'New',
    });
    expect(changed.status).toBe(303);
  });
});

describe('a draft that was never sent', () => {
  it('leaves no file behind after 28 days: none that was added, replaced, removed or still to come', async () => {
    const { world, using, at, files } = await draftWith(1, 3, 1);
    await files(1).press('replace');
    await files(1).upload();
    await files(2).press('remove', 'page 2');
    await files(2).press('more');
    const { 'evidence[1].awaited': coming = '', ...others } = await answersAt(world, at);
    world.evidence.upload('form', coming, { bytes: 0 });
    await fill(using, `${at}/evidence/3/remove`, {});
    const everSeen = [
      idOf(0, 0),
      others['evidence[0].evidenceId'] ?? '',
      idOf(1, 0),
      idOf(1, 1),
      idOf(1, 2),
      idOf(2, 0),
      coming,
    ];
    const there = () => Promise.all(everSeen.map((id) => world.evidence.isUploaded('form', id)));
    expect(await there()).toEqual([true, true, true, true, true, true, true]);
    world.clock.advanceMinutes(28 * DAY);
    await sweep(world)(at.slice('/refer/'.length));
    expect(await there()).toEqual([false, false, false, false, false, false, false]);
    expect(everSeen).not.toContain('');
    expect((await using.get(`${at}/check`)).status).toBe(403);
  });

  it('keeps every file until then, so that one removed by mistake in another window is there if it is sent from this one', async () => {
    const { world, using, at, files } = await draftWith(1, 2);
    const check = await using.get(`${at}/check`);
    await files(2).press('remove', 'page 2');
    const pressed = { csrf: hidden(check, 'csrf'), seen: hidden(check, 'seen'), declared: 'yes' };
    await using.post(`${at}/send`, pressed);
    expect(world.started).toEqual([]);
    expect(await world.evidence.isUploaded('form', idOf(1, 1))).toBe(true);
  });
});

describe('a draft that was sent', () => {
  it('leaves the files of the referral after 28 days, and not what was removed before', async () => {
    const { world, using, at, files } = await draftWith(1, 2);
    await files(2).press('remove', 'page 2');
    await send(using, at);
    world.clock.advanceMinutes(28 * DAY);
    await sweep(world)(at.slice('/refer/'.length));
    expect(
      await Promise.all([idOf(0, 0), idOf(1, 0), idOf(1, 1)].map((id) => world.evidence.isUploaded('form', id))),
    ).toEqual([true, true, false]);
  });
});
