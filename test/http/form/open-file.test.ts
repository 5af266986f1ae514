import { describe, expect, it } from 'vitest';
import { fixtureDocument } from '#test/kit/documents.ts';
import { aboutFile } from '#web/form/files/about.ts';
import { notOpened } from '#web/form/files/words.ts';
import { answersAt, describeDocument, filesAt, JPEG } from './document.ts';
import { begin, fill, referWorld } from './world.ts';

async function documentWith(
  file: Parameters<ReturnType<typeof filesAt>['upload']>[0],
  scan: 'guardduty' | 'none' = 'none',
) {
  const world = referWorld(undefined, scan);
  const using = world.newBrowser();
  const at = await begin(using);
  const address = await describeDocument(using, at, 1, { type: 'SOGS', title: 'Growing skills' });
  const files = filesAt(world, using, address);
  await files.upload(file);
  const id = (await answersAt(world, at))['evidence[0].evidenceId'] ?? '';
  return { world, using, at, address, files, id, open: `${address}/open/${id}` };
}

describe('a file that was added', () => {
  it.each([
    ['PDF', {}, 'PDF, 1KB'],
    ['photograph', { head: JPEG, bytes: 1_300_000 }, 'JPEG, 1.2MB'],
    ['Word document', { head: fixtureDocument('real.docx'), bytes: fixtureDocument('real.docx').length }, 'Word, '],
  ])('has a name, its kind and its size, and opens: a %s', async (_kind, file, about) => {
    const { using, at, files, id, open } = await documentWith(file);
    const page = (await files.show()).body;
    expect(page).toContain(`Growing skills (${about}`);
    expect(page).toContain(`href="${open}">Open`);
    for (const path of ['evidence', 'check']) expect((await using.get(`${at}/${path}`)).body).toContain(about);
    expect(await using.get(open)).toMatchObject({ status: 303, location: `https://bucket.example/${id}?v=v1` });
  });

  it('has its page in its name once there are several', async () => {
    const { files } = await documentWith({});
    await files.press('more');
    await files.upload({ head: JPEG });
    expect((await files.show()).body).toContain('Growing skills, page 2 (JPEG, 1KB)');
  });

  it.each([
    ['still checked', { scan: 'PENDING' as const }, 409, notOpened.yet],
    ['harmful (hostile)', { scan: 'HARMFUL' as const }, 404, notOpened.never],
    ['no document (hostile)', { head: Uint8Array.of(77, 90) }, 404, notOpened.never],
  ])('does not open while it is %s', async (_what, file, status, title) => {
    const { using, open } = await documentWith(file, 'guardduty');
    const answer = await using.get(open);
    expect([answer.status, answer.body.includes(title)]).toEqual([status, true]);
  });

  it('opens for nobody else, and under no other document (hostile)', async () => {
    const { world, using, at, address, id } = await documentWith({});
    expect((await world.newBrowser().get(`${address}/open/${id}`)).status).toBe(403);
    await describeDocument(using, at, 2, { type: 'CARE_PLAN', title: 'Plan' });
    await fill(using, `${at}/eha`, { 'earlyHelpAssessment.attached': 'yes' });
    for (const other of ['evidence/2/file', 'eha/file', 'evidence/9/file'])
      expect((await using.get(`${at}/${other}/open/${id}`)).status).toBe(404);
  });
});

it.each([
  [0, 'PNG, 1KB'],
  [1536, 'PNG, 2KB'],
  [1024 * 1024 - 1, 'PNG, 1MB'],
  [10 * 1024 * 1024, 'PNG, 10MB'],
])('%d bytes are said as %s', (bytes, said) => {
  expect(aboutFile('image/png', bytes)).toBe(said);
});
