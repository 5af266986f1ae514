import { describe, expect, it } from 'vitest';
import { evidenceContentTypes } from '#domain/referral/document/content-types.ts';
import { HEIC_HINT } from '#web/form/files/hints.ts';
import { FILE_LACKING, fileProblems, scans, tags, titles } from '#web/form/files/words.ts';
import { hidden } from '../browser.ts';
import { answersAt, describeDocument, filesAt, filesOn, JPEG, sentBody } from './document.ts';
import { begin, fill, fillAll, referWorld, send } from './world.ts';

const SOGS = { type: 'SOGS', title: 'Schedule of Growing Skills' };
const HOST = 'http://localhost:8080';
const bytes = (text: string) => new TextEncoder().encode(text);

/** A draft with one document that was described, at the page for its file. */
async function described(malwareScan: 'guardduty' | 'none' = 'none') {
  const world = referWorld(HOST, malwareScan);
  const using = world.newBrowser();
  const at = await begin(using);
  const files = filesAt(world, using, await describeDocument(using, at, 1, SOGS));
  return { world, using, at, files };
}

describe('documents', () => {
  it('are sent with kind, title, date, author and file of each, and nothing of another', async () => {
    const world = referWorld();
    const using = world.newBrowser();
    const at = await begin(using);
    await fillAll(world, using, at);
    const letter = { type: 'PAEDIATRICIAN_LETTER', title: 'Letter of 3 May', author: 'Dr Example' };
    const dated = { 'dated-day': '3', 'dated-month': '5', 'dated-year': '2026' };
    const address = await describeDocument(using, at, 2, { ...letter, ...dated });
    const settled = await filesAt(world, using, address).upload();
    expect(settled).toMatchObject({ status: 303, location: address });
    await filesAt(world, using, await describeDocument(using, at, 3, { type: 'CARE_PLAN', title: 'Plan' })).upload();
    const list = await using.get(`${at}/evidence`);
    for (const text of [SOGS.title, letter.title, '3 May 2026', letter.author, 'Plan'])
      expect(list.body).toContain(text);
    expect((await send(using, at)).location).toBe(`${at}/sent`);
    const id = expect.stringMatching(/^[\w-]{22}$/);
    expect(await sentBody(world)).toMatchObject({
      evidence: [
        { ...SOGS, evidenceId: id },
        { ...letter, dated: '2026-05-03', evidenceId: id },
        { type: 'CARE_PLAN', title: 'Plan', evidenceId: id },
      ],
    });
    expect(JSON.stringify(await sentBody(world))).not.toMatch(/furtherPages|awaited|replaces|earlyHelp/);
    expect(new Set(world.evidence.forms.map(({ evidenceId }) => evidenceId)).size).toBe(3);
  });

  it('are described before a file is asked for, and what is missing is said at once (half-finished)', async () => {
    const { using, at } = await described();
    const answer = await fill(using, `${at}/evidence/2`, { 'evidence[1].title': 'No kind' });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('href="#evidence[1].type"');
    expect(answer.body).toContain('value="No kind"');
  });

  it('say on their list where the file is still to be added, and lead there', async () => {
    const { using, at, files } = await described();
    const before = (await using.get(`${at}/evidence`)).body;
    expect(before).toContain(tags.missing);
    expect(before).toMatch(/evidence\/1\/file">\s*Add the file/);
    await files.upload();
    const after = (await using.get(`${at}/evidence`)).body;
    expect(after).not.toContain(tags.missing);
    expect(after).toMatch(/evidence\/1\/file">\s*View files/);
  });
});

describe('an upload', () => {
  it('may be of 0 bytes to 25 MB and any type for the storage, which answers in XML, and comes back to our page', async () => {
    const { world, at, files } = await described();
    const page = await files.show();
    expect(page.body).toContain(`accept="${evidenceContentTypes.join(',')},.pdf,.jpg,.jpeg,.png,.docx"`);
    expect(page.body).toContain(HEIC_HINT);
    expect(page.headers['content-security-policy']).toContain("form-action 'self' https://bucket.example;");
    expect(world.evidence.forms).toEqual([
      {
        caller: 'form',
        evidenceId: (await answersAt(world, at))['evidence[0].evidenceId'],
        contentType: 'application/octet-stream',
        minBytes: 0,
        maxBytes: 26_214_400,
        seconds: 3600,
        redirectTo: `${HOST}${files.address}/arrived`,
      },
    ]);
  });

  it.each([
    ['is empty', { bytes: 0 }, fileProblems.empty],
    ['is too large', { bytes: 10_485_761 }, fileProblems.tooLarge],
    ['is of another type', { head: bytes('MZ program') }, fileProblems.type],
    ['is harmful (hostile)', { scan: 'HARMFUL' as const }, fileProblems.virus],
    ['did not arrive (half-finished)', undefined, fileProblems.lost],
  ])('that %s is refused on our page with what to do, and can be sent again', async (_what, file, message) => {
    const { world, using, at, files } = await described();
    const id = hidden(await files.show(), 'key');
    if (file) world.evidence.upload('form', id, file);
    const refused = await files.arrive(id);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain(`<title>Error: ${titles.add}`);
    expect(refused.body).toContain('<a href="#file">');
    expect(refused.body).toContain(message);
    expect(hidden(refused, 'key')).toBe(id);
    expect((await using.get(at)).body).toContain(FILE_LACKING);
    expect((await using.get(`${at}/check`)).body).toContain(`href="${files.address}?from=check">${SOGS.title}: `);
    world.evidence.upload('form', id);
    expect((await files.arrive(id)).location).toBe(files.address);
    expect(filesOn(await files.show())).toEqual([`File: ${tags.there}`]);
  });

  it('of exactly 10 MB is taken', async () => {
    const { files } = await described();
    await files.upload({ bytes: 10_485_760 });
    expect(filesOn(await files.show())).toEqual([`File: ${tags.there}`]);
  });

  it('leads back to the answers when it was added from there', async () => {
    const { world, files, using } = await described();
    const id = hidden(await using.get(files.address, { from: 'check' }), 'key');
    expect(world.evidence.forms.at(-1)?.redirectTo).toBe(`${HOST}${files.address}/arrived/check`);
    world.evidence.upload('form', id);
    const back = await files.arrive(id, 'arrived/check');
    expect(back.location).toBe(`${files.address}?from=check`);
    expect((await using.get(files.address, { from: 'check' })).body).toContain('evidence?from=check">Continue');
  });

  it('that came back twice is one (twice)', async () => {
    const { world, at, files } = await described();
    const id = hidden(await files.show(), 'key');
    world.evidence.upload('form', id);
    expect([(await files.arrive(id)).location, (await files.arrive(id)).location]).toEqual([
      files.address,
      files.address,
    ]);
    expect(await answersAt(world, at)).toMatchObject({ 'evidence[0].evidenceId': id });
  });
});

describe('what the scanner says', () => {
  it.each([
    ['PENDING', scans.PENDING],
    ['CLEAN', scans.CLEAN],
  ] as const)('of a file that is %s is shown, and nobody waits for it', async (scan, said) => {
    const { using, at, files } = await described('guardduty');
    await files.upload({ scan });
    for (const page of [await files.show(), await using.get(`${at}/evidence`), await using.get(`${at}/check`)]) {
      expect(page.body).toContain(said);
    }
    expect((await using.get(`${at}/check`)).body).not.toContain(`${SOGS.title}:`);
  });

  it('is not spoken of where nothing looks for it', async () => {
    const { using, at, files } = await described('none');
    await files.upload({ head: JPEG });
    for (const page of [await files.show(), await using.get(`${at}/evidence`), await using.get(`${at}/check`)]) {
      expect(page.body).toContain(tags.there);
      expect(page.body).not.toContain('virus');
    }
  });

  it('late, that a file which had arrived is harmful: the upload is offered again and nothing is sent', async () => {
    const { world, using, at, files } = await described('guardduty');
    await fillAll(world, using, at, ['evidence/1']);
    const id = hidden(await files.show(), 'key');
    await files.upload({ scan: 'PENDING' });
    world.evidence.upload('form', id, { scan: 'HARMFUL' });
    expect((await files.show()).status).toBe(422);
    expect((await using.get(`${at}/check`)).body).toContain(`${SOGS.title}: ${fileProblems.virus}`);
    await send(using, at);
    expect(world.started).toEqual([]);
  });
});
