import { describe, expect, it } from 'vitest';
import type { EvidenceFile } from '#domain/ports/services.ts';
import { HEIC_HINT } from '#web/form/files/hints.ts';
import { fileProblems, notOpened } from '#web/form/files/words.ts';
import { TOO_LARGE } from '#web/http/file-body.ts';
import { NEXT_PAGE } from '#web/referral/files/named-files.ts';
import { severalWords } from '#web/referral/files/words.ts';
import { hidden } from '../browser.ts';
import { PDF, postBytes } from '../form/here-form.ts';
import { multipart, type Part } from '../multipart.ts';
import { asked } from './standings.ts';
import { referrerWorld } from './world.ts';

async function world() {
  const known = await referrerWorld(asked, 'ANSWER');
  const { using, page, address } = await known.visit();
  const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const send = (values: readonly (string | Uint8Array)[], { path = `${address}/several`, token = csrf } = {}) => {
    const files = values.map(
      (value, index): Part => ({ name: 'file', value, fileName: value === '' ? '' : `photo-${index}.pdf` }),
    );
    return postBytes(using, path, multipart([{ name: 'csrf', value: token }, ...files]));
  };
  /** Sends one file and what the scan says of it; answers its id. */
  const sent = async (file: Partial<EvidenceFile> = {}) => {
    const id = (await send([PDF])).location.slice(-22);
    known.evidence.upload('local', id, { contentType: 'application/octet-stream', ...file });
    return id;
  };
  return { ...known, using, page, address, send, sent };
}

describe('several files of an answer at once', () => {
  it('are offered beside the upload, without JavaScript', async () => {
    const { page, using, address } = await world();
    expect(page.body).toContain(`href="${address}/several">${severalWords.offer}`);
    const { body } = await using.get(`${address}/several`);
    expect(body).toMatch(/<input[^>]* type="file"[^>]* multiple/);
    expect(body).toContain(HEIC_HINT);
  });

  it('are one document: three photos have a row each and stay together', async () => {
    const { send, using } = await world();
    const done = await send([PDF, PDF, PDF]);
    expect([done.status, done.location]).toEqual([
      303,
      expect.stringMatching(/\/answer\/files\/[\w-]{22}\.~[\w-]{22}\.~[\w-]{22}$/),
    ]);
    const rows = (await using.get(done.location)).body;
    for (const name of ['Document 1', 'Document 1, page 2', 'Document 1, page 3']) expect(rows).toContain(`>${name}<`);
    const write = (await using.get(done.location.replace('/files/', '/write/'))).body;
    expect(write.split(`value="${NEXT_PAGE.value}" selected`)).toHaveLength(3);
  });

  it('come after those that were there, and the answer keeps them as one document', async () => {
    const { send, sent, using, address, theCase } = await world();
    const first = await sent();
    const { location } = await send([PDF, PDF], { path: `${address}/several/${first}` });
    const ids = location.split('/').at(-1)?.replaceAll('~', '').split('.') ?? [];
    const write = await using.get(location.replace('/files/', '/write/'));
    const [, second = '', third = ''] = ids;
    const named = (id: string) => ({ [`type-${id}`]: 'SOGS', [`title-${id}`]: 'Schedule' });
    const rest = { csrf: hidden(write, 'csrf'), task: hidden(write, 'task'), files: hidden(write, 'files'), text: '' };
    const next = { [`type-${third}`]: NEXT_PAGE.value };
    await using.post(address, { ...rest, ...named(first), ...named(second), ...next });
    expect((await theCase()).added).toMatchObject([
      { evidenceId: first },
      { evidenceId: second, furtherPages: [third] },
    ]);
  });

  it.each([
    ['none was chosen (half-finished)', [''], fileProblems.none],
    ['the second is no document', [PDF, Buffer.from('Hello')], `File 2: ${fileProblems.type}`],
    ['one is empty', [PDF, PDF, Buffer.alloc(0)], `File 3: ${fileProblems.empty}`],
    ['they have more than 4 MB together', [PDF, Buffer.alloc(4 * 1024 * 1024, 'A')], TOO_LARGE.message],
  ])('are refused on their own page where %s', async (_what, values, said) => {
    const { send } = await world();
    const page = await send(values);
    expect([page.status, page.body]).toEqual([422, expect.stringContaining(said)]);
    expect(page.body).toContain(severalWords.button);
  });

  it('are no more than an answer takes (hostile)', async () => {
    const { send, address } = await world();
    const nine = 'ABCDEFGHI'.split('').map((letter) => letter.repeat(22));
    expect((await send([PDF, PDF], { path: `${address}/several/${nine.join('.')}` })).status).toBe(422);
  });

  it('are not taken without the token of the session (hostile)', async () => {
    const { send } = await world();
    expect((await send([PDF], { token: 'x' })).status).toBe(403);
  });
});

describe('a look at a file of an answer', () => {
  it('opens what this browser sent, once it was found clean', async () => {
    const { sent, using, address } = await world();
    const id = await sent({ scan: 'CLEAN', versionId: 'v1' });
    expect((await using.get(`${address}/files/${id}`)).body).toContain(`href="${address}/look/${id}"`);
    expect(await using.get(`${address}/look/${id}`)).toMatchObject({
      status: 303,
      location: `https://bucket.example/${id}?v=v1`,
    });
  });

  it.each([
    ['is still checked', { scan: 'PENDING' as const }, 409, notOpened.yet],
    ['is harmful (hostile)', { scan: 'HARMFUL' as const }, 404, notOpened.never],
  ])('is not offered while it %s, and does not open', async (_what, file, status, title) => {
    const { sent, using, address } = await world();
    const id = await sent(file);
    expect((await using.get(`${address}/files/${id}`)).body).not.toContain(`${address}/look/`);
    const answer = await using.get(`${address}/look/${id}`);
    expect([answer.status, answer.body.includes(title)]).toEqual([status, true]);
  });

  it('opens for no one else who may answer, nor by an id that was made up (hostile)', async () => {
    const { sent, visit, using, evidence, address } = await world();
    const id = await sent({ scan: 'CLEAN' });
    const other = await visit();
    expect((await other.using.get(`${address}/look/${id}`)).status).toBe(404);
    expect((await other.using.get(`${address}/files/${id}`)).body).not.toContain(`${address}/look/`);
    evidence.upload('local', 'A'.repeat(22));
    expect((await using.get(`${address}/look/${'A'.repeat(22)}`)).status).toBe(404);
  });
});

describe('the page of the question', () => {
  it('says until when an answer counts, and what happens then', async () => {
    const { page } = await world();
    expect(page.body).toContain('Answer by <strong>15 October 2026</strong>. After that, the triage team will look at');
  });
});
