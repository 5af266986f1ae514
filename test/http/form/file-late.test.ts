import { describe, expect, it } from 'vitest';
import { fileProblems, tags } from '#web/form/files/words.ts';
import { type Browser, hidden } from '../browser.ts';
import { answersAt, describeDocument, filesAt, filesOn } from './document.ts';
import { begin, fillAll, type ReferWorld, referWorld, send } from './world.ts';

async function twoDocuments(): Promise<{ world: ReferWorld; using: Browser; at: string }> {
  const world = referWorld();
  const using = world.newBrowser();
  const at = await begin(using);
  await filesAt(world, using, await describeDocument(using, at, 1, { type: 'SOGS', title: 'First' })).upload();
  await describeDocument(using, at, 2, { type: 'CARE_PLAN', title: 'Second' });
  return { world, using, at };
}

async function removeDocument(using: Browser, at: string, n: number) {
  const page = await using.get(`${at}/evidence/${n}/remove`);
  const fields = { csrf: hidden(page, 'csrf'), seen: hidden(page, 'seen') };
  return using.post(`${at}/evidence/${n}/remove`, fields);
}

describe('a file that arrives late', () => {
  it('is found although its document has moved up in the list meanwhile', async () => {
    const { world, using, at } = await twoDocuments();
    const second = filesAt(world, using, `${at}/evidence/2/file`);
    const id = hidden(await second.show(), 'key');
    await removeDocument(using, at, 1);
    world.evidence.upload('form', id);
    expect((await second.arrive(id)).location).toBe(`${at}/evidence/1/file`);
    expect(await answersAt(world, at)).toMatchObject({ 'evidence[0].title': 'Second', 'evidence[0].evidenceId': id });
    expect(filesOn(await using.get(`${at}/evidence/1/file`))).toEqual([`File: ${tags.there}`]);
  });

  it('is put into no other document when its own was removed: what is left is shown', async () => {
    const { world, using, at } = await twoDocuments();
    const second = filesAt(world, using, `${at}/evidence/2/file`);
    const id = hidden(await second.show(), 'key');
    await removeDocument(using, at, 2);
    world.evidence.upload('form', id);
    expect((await second.arrive(id)).location).toBe(`${at}/evidence`);
    expect(JSON.stringify(await answersAt(world, at))).not.toContain(id);
  });

  it('changes nothing when its page is no longer waited for', async () => {
    const { world, using, at } = await twoDocuments();
    const first = filesAt(world, using, `${at}/evidence/1/file`);
    await first.press('more');
    const id = hidden(await first.show(), 'key');
    await first.press('cancel');
    world.evidence.upload('form', id);
    expect((await first.arrive(id)).location).toBe(first.address);
    expect(filesOn(await first.show())).toEqual([`File: ${tags.there}`]);
    expect(JSON.stringify(await answersAt(world, at))).not.toContain(id);
  });

  it('takes its place when nobody came back from the storage, as soon as its document is looked at (half-finished)', async () => {
    const { world, using, at } = await twoDocuments();
    const first = filesAt(world, using, `${at}/evidence/1/file`);
    await first.press('more');
    world.evidence.upload('form', hidden(await first.show(), 'key'));
    expect((await first.show()).location).toBe(first.address);
    expect(filesOn(await first.show())).toEqual([`Page 1: ${tags.there}`, `Page 2: ${tags.there}`]);
  });

  it('changes nothing of a referral that was sent meanwhile', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const at = await begin(using);
    await fillAll(world, using, at);
    const files = filesAt(world, using, `${at}/evidence/1/file`);
    await files.press('more');
    const id = hidden(await files.show(), 'key');
    await send(using, at);
    const before = await answersAt(world, at);
    world.evidence.upload('form', id);
    expect((await files.arrive(id)).location).toBe(`${at}/sent`);
    expect(await answersAt(world, at)).toEqual(before);
  });
});

describe('an address of files', () => {
  it.each([
    'evidence/3/file',
    'evidence/0/file',
    'evidence/01/file',
    'evidence/100/file',
    'evidence/1e0/file',
    'evidence/-1/file',
    'evidence/file',
    'parents/1/file',
    'child/file',
    'eha/file',
    'eha/1/file',
    'constructor/1/file',
  ])('that the draft has not is no page, and takes nothing (hostile): %s', async (path) => {
    const { world, using, at } = await twoDocuments();
    const csrf = hidden(await using.get(`${at}/evidence/2/file/cannot`), 'csrf');
    const before = await answersAt(world, at);
    const forms = world.evidence.forms.length;
    for (const page of ['', '/here', '/cannot']) expect((await using.get(`${at}/${path}${page}`)).status).toBe(404);
    for (const page of ['', '/cannot']) {
      const fields = { csrf, do: 'more', file: before['evidence[0].evidenceId'] ?? '', email: 'a@example.org' };
      expect((await using.post(`${at}/${path}${page}`, fields)).status).toBe(404);
    }
    expect(await answersAt(world, at)).toEqual(before);
    expect([world.evidence.forms.length, world.mailer.sent]).toEqual([forms, []]);
  });

  it.each(['A'.repeat(22), '', '../../other', '%00', 'x'.repeat(5000)])(
    'shows the document itself when the storage names a file of nobody (hostile): %j',
    async (id) => {
      const { world, using, at } = await twoDocuments();
      const files = filesAt(world, using, `${at}/evidence/2/file`);
      const answer = await files.arrive(id);
      expect([answer.status, hidden(answer, 'key')]).toEqual([
        422,
        (await answersAt(world, at))['evidence[1].evidenceId'],
      ]);
      expect(answer.body).toContain(fileProblems.lost);
    },
  );

  it('of another draft opens for nobody else, and takes no file of theirs (hostile)', async () => {
    const { world, at } = await twoDocuments();
    const id = (await answersAt(world, at))['evidence[0].evidenceId'] ?? '';
    const stranger = world.newBrowser();
    const own = await begin(stranger);
    await describeDocument(stranger, own, 1, { type: 'SOGS', title: 'Theirs' });
    for (const page of ['', '/arrived', '/here', '/cannot']) {
      expect((await stranger.get(`${at}/evidence/1/file${page}`)).status).toBe(403);
    }
    const answer = await filesAt(world, stranger, `${own}/evidence/1/file`).arrive(id);
    expect(answer.body).toContain(fileProblems.lost);
    expect(JSON.stringify(await answersAt(world, own))).not.toContain(id);
  });
});
