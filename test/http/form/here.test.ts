import { describe, expect, it } from 'vitest';
import { evidenceContentTypes } from '#domain/referral/document/content-types.ts';
import { HEIC_HINT } from '#web/form/files/hints.ts';
import { ANOTHER_WAY, fileProblems, SEVERAL_AT_ONCE, tags, tooManyAtOnce } from '#web/form/files/words.ts';
import { ONE_ONLY, TOO_LARGE } from '#web/http/file-body.ts';
import { hidden } from '../browser.ts';
import { multipart, type Part } from '../multipart.ts';
import { answersAt, describeDocument, filesOn, JPEG, PNG, sentBody } from './document.ts';
import { atForm, PDF, postBytes } from './here-form.ts';
import { fillAll, send } from './world.ts';

const MB = 1024 * 1024;

describe('a file through our own address', () => {
  it('is asked for by a form that says how large it may be, on a page that forms of nobody else leave', async () => {
    const { using, address } = await atForm();
    const page = await using.get(`${address}/here`);
    expect(page.body).toContain(`action="${address}/here" enctype="multipart/form-data"`);
    expect(page.body).toContain('smaller than 4MB');
    expect(page.body).toContain(HEIC_HINT);
    expect(page.body).toContain(`accept="${evidenceContentTypes.join(',')},.pdf,.jpg,.jpeg,.png,.docx"`);
    expect(page.headers['content-security-policy']).toContain("form-action 'self';");
    expect((await using.get(address)).body).toContain(`href="${address}/here"`);
  });

  it.each([
    ['a PDF', PDF, 'application/pdf'],
    ['a photograph, byte by byte', JPEG, 'image/jpeg'],
  ])('is kept where one that came by the storage would be: %s', async (_what, value, contentType) => {
    const { world, at, files, post } = await atForm();
    const answer = await post(value);
    const id = (await answersAt(world, at))['evidence[0].evidenceId'] ?? '';
    expect(answer).toMatchObject({ status: 303, location: `${files.address}/arrived?key=${id}` });
    const kept = await world.evidence.inspect('form', id);
    expect(kept).toMatchObject({ contentType, bytes: value.length });
    expect(Buffer.from(kept?.head ?? [])).toEqual(Buffer.from(value));
    expect((await files.arrive(id)).location).toBe(files.address);
    expect(filesOn(await files.show())).toEqual([`File: ${tags.there}`]);
  });

  it('of exactly 4 MB is taken', async () => {
    const { world, at, post } = await atForm();
    const file = new Uint8Array(4 * MB);
    file.set(new TextEncoder().encode(PDF));
    expect((await post(file)).status).toBe(303);
    const id = (await answersAt(world, at))['evidence[0].evidenceId'] ?? '';
    expect(await world.evidence.inspect('form', id)).toMatchObject({ bytes: 4 * MB });
  });

  it('is a page of a document, or takes the place of one, and is sent with the referral', async () => {
    const { world, using, at, address, files, post } = await atForm();
    await fillAll(world, using, at, ['evidence/1']);
    await post(JPEG);
    await files.press('more');
    expect((await using.get(`${address}/here`)).body).toContain('Select the file for page 2');
    await using.get((await post(JPEG)).location);
    await files.show();
    const { 'evidence[0].evidenceId': first, 'evidence[0].furtherPages': second } = await answersAt(world, at);
    await files.press('replace', 'page 1');
    await post(PDF);
    await files.show();
    const { 'evidence[0].evidenceId': instead } = await answersAt(world, at);
    expect(instead).not.toBe(first);
    expect((await send(using, at)).location).toBe(`${at}/sent`);
    expect(await sentBody(world)).toMatchObject({ evidence: [{ evidenceId: instead, furtherPages: [second] }] });
  });

  it('sent twice is one (twice)', async () => {
    const { world, at, using, address, parts } = await atForm();
    const body = multipart([...(await parts()), { name: 'upload', value: PDF, fileName: 'a.pdf' }]);
    const answers = [await postBytes(using, `${address}/here`, body), await postBytes(using, `${address}/here`, body)];
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(answers[1]?.location).toBe(answers[0]?.location);
    expect((await answersAt(world, at))['evidence[0].furtherPages'] ?? '').toBe('');
  });

  it('goes to its document although that has moved up in the list meanwhile (late)', async () => {
    const { world, using, at } = await atForm();
    const address = await describeDocument(using, at, 2, { type: 'CARE_PLAN', title: 'Plan' });
    const shown = await using.get(`${address}/here`);
    const own = ['csrf', 'file'].map((name) => ({ name, value: hidden(shown, name) }));
    const removing = await using.get(`${at}/evidence/1/remove`);
    await using.post(`${at}/evidence/1/remove`, { csrf: hidden(removing, 'csrf'), seen: hidden(removing, 'seen') });
    const body = multipart([...own, { name: 'upload', value: PDF, fileName: 'a.pdf' }]);
    expect((await postBytes(using, `${address}/here`, body)).location).toContain(`${at}/evidence/1/file/arrived`);
    expect(filesOn(await using.get(`${at}/evidence/1/file`))).toEqual([`File: ${tags.there}`]);
    expect((await answersAt(world, at))['evidence[0].title']).toBe('Plan');
  });

  it('leads to the files when none is waited for', async () => {
    const { using, address, files } = await atForm();
    await files.upload();
    expect(await using.get(`${address}/here`)).toMatchObject({ status: 303, location: address });
  });
});

describe('a file through our own address is refused on its page, with what to do and nothing lost, when', () => {
  it.each([
    ['none was chosen (half-finished)', '', '', 422, fileProblems.none],
    ['it is empty', '', 'empty.pdf', 422, fileProblems.empty],
    ['it is of another type (hostile)', '<html><script>', 'a.pdf', 422, fileProblems.type],
    ['it is one byte over 4 MB', new Uint8Array(4 * MB + 1), 'a.pdf', 413, TOO_LARGE.message],
    ['it is far over 4 MB', new Uint8Array(4.4 * MB), 'a.pdf', 413, TOO_LARGE.message],
  ])('%s', async (_what, value, fileName, status, said) => {
    const { world, at, post } = await atForm();
    const before = await answersAt(world, at);
    const answer = await post(value, fileName);
    expect(answer.status).toBe(status);
    expect(answer.body).toContain(`<title>Error: ${ANOTHER_WAY}`);
    expect(answer.body).toContain('<a href="#file">');
    expect(answer.body).toContain(said);
    expect(hidden(answer, 'file')).toBe(before['evidence[0].evidenceId']);
    expect(await answersAt(world, at)).toEqual(before);
    expect(await world.evidence.inspect('form', hidden(answer, 'file'))).toBeUndefined();
    expect((await post(PDF)).status).toBe(303);
  });

  it('it is over 4 MB: the page says how to make it smaller, and where a larger one can be added', async () => {
    const { address, post } = await atForm();
    const { body } = await post(new Uint8Array(4 * MB + 1));
    expect(body).toContain('We still have everything you saved');
    expect(body).toContain('take the photo again at a lower quality or size');
    expect(body).toContain(`href="${address}/cannot"`);
  });

  it('a field comes twice (hostile)', async () => {
    const { world, post } = await atForm();
    const twice = { name: 'x', value: '1' };
    const answer = await post(PDF, 'a.pdf', [twice, twice]);
    expect(answer.status).toBe(400);
    expect(answer.body).toContain(ONE_ONLY);
    expect(await world.evidence.inspect('form', hidden(answer, 'file'))).toBeUndefined();
  });
});

describe('several files at once through our own address', () => {
  const more = (count: number, value: Part['value'] = JPEG): Part[] =>
    Array.from({ length: count }, () => ({ name: 'upload', value, fileName: 'page.jpg' }));

  it('are the pages of the document, in order, asked for with one press', async () => {
    const { world, using, at, address, files, post } = await atForm();
    expect((await using.get(address)).body).toContain(SEVERAL_AT_ONCE);
    expect((await using.get(`${address}/here`)).body).toMatch(/<input[^>]* multiple/);
    const { status, location } = await post(PNG, 'page.png', more(2));
    expect([status, location.startsWith(`${address}/arrived?key=`)]).toEqual([303, true]);
    expect(filesOn(await files.show())).toEqual([1, 2, 3].map((page) => `Page ${page}: ${tags.there}`));
    const held = await answersAt(world, at);
    const ids = [held['evidence[0].evidenceId'], ...(held['evidence[0].furtherPages'] ?? '').split(' ')];
    const kinds = await Promise.all(
      ids.map(async (id = '') => (await world.evidence.inspect('form', id))?.contentType),
    );
    expect(kinds).toEqual(['image/jpeg', 'image/jpeg', 'image/png']);
  });

  it('come after the pages that are there, and twice is once (twice)', async () => {
    const { world, using, at, address, files, parts, post } = await atForm();
    await using.get((await post(JPEG)).location);
    await files.press('more');
    const body = multipart([...(await parts()), ...more(3)]);
    for (const _ of [1, 2]) expect((await postBytes(using, `${address}/here`, body)).status).toBe(303);
    expect(filesOn(await files.show())).toHaveLength(4);
    expect((await answersAt(world, at))['evidence[0].awaited']).toBe('');
  });

  it.each([
    ['one of them is no document (hostile)', 1, '<html>', `File 1: ${fileProblems.type}`],
    ['one of them is empty', 1, '', `File 1: ${fileProblems.empty}`],
    ['there are more than a document has pages (hostile)', 20, JPEG, tooManyAtOnce(20)],
  ])('are all refused when %s, and nothing is kept', async (_what, count, value, said) => {
    const { world, at, post } = await atForm();
    const before = await answersAt(world, at);
    const answer = await post(PDF, 'a.pdf', more(count, value));
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(said);
    expect(await answersAt(world, at)).toEqual(before);
    expect(await world.evidence.inspect('form', hidden(answer, 'file'))).toBeUndefined();
  });

  it('are refused where one file takes the place of another', async () => {
    const { using, address, files, post } = await atForm();
    await using.get((await post(JPEG)).location);
    await files.press('replace');
    expect((await using.get(`${address}/here`)).body).not.toMatch(/<input[^>]* multiple/);
    expect((await post(PDF, 'a.pdf', more(1))).body).toContain(ONE_ONLY);
  });
});
