import { describe, expect, it } from 'vitest';
import { pagesThere } from '#web/form/files/states.ts';
import { fileProblems, KEPT_MEANWHILE, SO_FAR, tags, titles } from '#web/form/files/words.ts';
import { hidden } from '../browser.ts';
import { answersAt, describeDocument, filesAt, filesOn, JPEG, sentBody } from './document.ts';
import { begin, fillAll, referWorld, send } from './world.ts';

const photograph = { head: JPEG };
const FORM = { type: 'SOGS', title: 'Growing skills, on paper' };
const HOST = 'http://localhost:8080';

/** A document of so many photographed pages, with the ids of its files in order. */
async function photographed(count: number, malwareScan: 'guardduty' | 'none' = 'none') {
  const world = referWorld(HOST, malwareScan);
  const using = world.newBrowser();
  const at = await begin(using);
  const files = filesAt(world, using, await describeDocument(using, at, 1, FORM));
  for (let n = 0; n < count; n += 1) {
    if (n > 0) await files.press('more');
    await files.upload(photograph);
  }
  const ids = async () => {
    const answers = await answersAt(world, at);
    const further = answers['evidence[0].furtherPages'] || undefined;
    return [answers['evidence[0].evidenceId'] ?? '', ...(further?.split(' ') ?? [])];
  };
  return { world, using, at, files, ids };
}

describe('photographs of the pages of one document', () => {
  it('are added one after the other and sent in their order as one item of evidence', async () => {
    const { world, using, at, ids } = await photographed(3);
    await fillAll(world, using, at, ['evidence/1']);
    const [first = '', ...further] = await ids();
    expect(further).toHaveLength(2);
    expect((await using.get(`${at}/evidence`)).body).toContain(pagesThere(3));
    expect((await send(using, at)).location).toBe(`${at}/sent`);
    expect(await sentBody(world)).toMatchObject({ evidence: [{ ...FORM, evidenceId: first, furtherPages: further }] });
    expect(JSON.stringify(await sentBody(world))).not.toMatch(/awaited|replaces/);
  });

  it('are asked for by their number, with the form before the pages that are there', async () => {
    const { files } = await photographed(2);
    await files.press('more');
    const page = await files.show();
    expect(page.body).toContain(`<h1>${titles.more}</h1>`);
    expect(page.body).toContain('Select the file for page 3');
    expect(page.body.indexOf('type="file"')).toBeLessThan(page.body.indexOf(SO_FAR));
    expect(filesOn(page)).toEqual([`Page 1: ${tags.there}`, `Page 2: ${tags.there}`]);
  });

  it('are not waited for once that is given up', async () => {
    const { using, at, files, ids } = await photographed(2);
    const before = await ids();
    await files.press('more');
    expect((await files.press('cancel')).location).toBe(files.address);
    const page = await files.show();
    expect(page.body).not.toContain('type="file"');
    expect([filesOn(page), await ids()]).toEqual([[`Page 1: ${tags.there}`, `Page 2: ${tags.there}`], before]);
    expect((await using.get(`${at}/check`)).body).toContain(pagesThere(2));
  });

  it('are replaced one at a time: the page keeps its place, and its file until another has come', async () => {
    const { world, files, ids } = await photographed(3);
    const [one, two, three] = await ids();
    await files.press('replace', 'page 2');
    const asked = await files.show();
    expect(asked.body).toContain(`<h1>${titles.replacePage(2)}</h1>`);
    expect(asked.body).toContain(KEPT_MEANWHILE);
    const refused = await files.upload({ head: new TextEncoder().encode('MZ') });
    expect(refused.status).toBe(422);
    expect(await ids()).toEqual([one, two, three]);
    const instead = hidden(refused, 'key');
    world.evidence.upload('form', instead, photograph);
    expect((await files.arrive(instead)).location).toBe(files.address);
    expect(await ids()).toEqual([one, instead, three]);
  });

  it('stay as they are when replacing one is given up', async () => {
    const { files, ids } = await photographed(2);
    const before = await ids();
    await files.press('replace', 'page 1');
    await files.press('cancel');
    expect([await ids(), filesOn(await files.show())]).toEqual([
      before,
      [`Page 1: ${tags.there}`, `Page 2: ${tags.there}`],
    ]);
  });

  it('are removed one at a time, the first too', async () => {
    const { files, ids } = await photographed(3);
    const [one, two, three] = await ids();
    await files.press('remove', 'page 2');
    expect(await ids()).toEqual([one, three]);
    await files.press('remove', 'page 1');
    expect(await ids()).toEqual([three]);
    expect(two).not.toBe(one);
    expect(filesOn(await files.show())).toEqual([`File: ${tags.there}`]);
  });

  it('leave a document that asks for its file when the last one is removed, and nothing is sent', async () => {
    const { world, using, at, files } = await photographed(1);
    await fillAll(world, using, at, ['evidence/1']);
    await files.press('remove', 'file');
    expect((await files.show()).body).toContain(`<h1>${titles.add}</h1>`);
    await send(using, at);
    expect(world.started).toEqual([]);
    await files.upload(photograph);
    expect((await send(using, at)).location).toBe(`${at}/sent`);
  });

  it('are at most twenty, and any of them can still be replaced', async () => {
    const { using, files, ids } = await photographed(19);
    const before = await files.show();
    await files.press('more');
    await files.upload(photograph);
    const full = await files.show();
    expect(full.body).not.toContain('value="more"');
    await files.press('more', '', before);
    expect(await ids()).toHaveLength(20);
    expect((await using.get(files.address)).body).not.toContain('type="file"');
    await files.press('replace', 'page 20');
    expect((await files.show()).body).toContain(`<h1>${titles.replacePage(20)}</h1>`);
  });

  it('are named one by one when some cannot be used', async () => {
    const { world, using, at, files, ids } = await photographed(2, 'guardduty');
    const [, second = ''] = await ids();
    world.evidence.upload('form', second, { ...photograph, scan: 'HARMFUL' });
    expect(filesOn(await files.show())).toEqual([`Page 1: ${tags.there}`, `Page 2: ${tags.unusable}`]);
    expect((await using.get(`${at}/evidence`)).body).toContain('Page 2: cannot be used');
    expect((await using.get(`${at}/check`)).body).toContain(`${FORM.title}, page 2: ${fileProblems.virus}`);
    await files.press('replace', 'page 2');
    await files.upload(photograph);
    expect((await using.get(`${at}/check`)).body).not.toContain(`${FORM.title}, page 2`);
  });
});

describe('a button for the pages of a document', () => {
  it.each([
    ['another page', 'more', '', 1],
    ['replace', 'replace', 'page 2', 1],
    ['remove', 'remove', 'page 2', 0],
  ])('does it once when it is pressed twice: %s (twice)', async (_what, kind, name, awaited) => {
    const { world, at, files, ids } = await photographed(3);
    const page = await files.show();
    await files.press(kind, name, page);
    const [once, answers] = [await ids(), await answersAt(world, at)];
    expect((await files.press(kind, name, page)).location).toBe(files.address);
    expect([await ids(), await answersAt(world, at)]).toEqual([once, answers]);
    expect(answers['evidence[0].awaited'] ? 1 : 0).toBe(awaited);
  });

  it('has one winner when two of them are pressed at the same moment, and loses no page', async () => {
    const { files, ids } = await photographed(3);
    const [one, , three] = await ids();
    const page = await files.show();
    await Promise.all([files.press('remove', 'page 2', page), files.press('remove', 'page 2', page)]);
    expect(await ids()).toEqual([one, three]);
  });

  it.each(['more', 'replace', 'remove', 'cancel', 'settle', 'everything', ''])(
    'does nothing for a file that the document has not (hostile): %s',
    async (kind) => {
      const { world, using, at, files } = await photographed(2);
      const before = await answersAt(world, at);
      const csrf = hidden(await files.show(), 'csrf');
      for (const file of ['A'.repeat(22), '../../evidence', '', 'constructor']) {
        expect((await using.post(files.address, { csrf, do: kind, file })).location).toBe(files.address);
      }
      expect(await answersAt(world, at)).toEqual(before);
    },
  );

  it('does nothing without the token of the session (hostile)', async () => {
    const { world, using, at, files, ids } = await photographed(2);
    const before = await answersAt(world, at);
    const [first = ''] = await ids();
    expect((await using.post(files.address, { csrf: 'forged', do: 'remove', file: first })).status).toBe(403);
    expect(await answersAt(world, at)).toEqual(before);
  });
});
