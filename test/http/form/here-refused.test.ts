import { describe, expect, it } from 'vitest';
import { OPEN_AGAIN } from '#web/form/engine/words.ts';
import { tags } from '#web/form/files/words.ts';
import { CUT_OFF } from '#web/http/file-body.ts';
import { multipart } from '../multipart.ts';
import { answersAt, filesOn } from './document.ts';
import { atForm, PDF, postBytes } from './here-form.ts';
import { begin, fillAll, send } from './world.ts';

const file = { name: 'upload', value: PDF, fileName: 'record.pdf' };

type Form = Awaited<ReturnType<typeof atForm>>;

/** The file that the document waits for; undefined while none has come. */
async function kept({ world, at }: Form) {
  return world.evidence.inspect('form', (await answersAt(world, at))['evidence[0].evidenceId'] ?? '');
}

describe('a form with a file', () => {
  it.each([
    ['that was cut off (half-finished)', (whole: Uint8Array) => whole.subarray(0, whole.length - 60)],
    ['of which nothing came (half-finished)', () => new Uint8Array()],
    ['that is no parts at all (malformed)', () => new TextEncoder().encode('csrf=1&upload=x')],
  ])('%s is refused on its page, which takes the file again', async (_what, change) => {
    const form = await atForm();
    const whole = multipart([...(await form.parts()), file]);
    const answer = await postBytes(form.using, `${form.address}/here`, change(whole));
    expect(answer.status).toBe(400);
    expect(answer.body).toContain(CUT_OFF);
    expect(await kept(form)).toBeUndefined();
    expect((await form.post(PDF)).status).toBe(303);
  });

  it.each(['application/x-www-form-urlencoded', 'application/json', 'text/plain', ''])(
    'of another type is refused (hostile): %j',
    async (type) => {
      const form = await atForm();
      const body = multipart([...(await form.parts()), file]);
      const answer = await postBytes(form.using, `${form.address}/here`, body, { 'Content-Type': type });
      expect(answer.status).toBe(415);
      expect(await kept(form)).toBeUndefined();
    },
  );

  it.each([
    ['from another site', { Origin: 'https://elsewhere.example' }],
    ['by a script of another site', { 'Sec-Fetch-Site': 'cross-site' }],
  ])('%s is refused before it is read (hostile)', async (_what, headers) => {
    const form = await atForm();
    const body = multipart([...(await form.parts()), file]);
    expect((await postBytes(form.using, `${form.address}/here`, body, headers)).status).toBe(403);
    expect(await kept(form)).toBeUndefined();
  });

  it.each([
    ['with the token of another session', [{ name: 'csrf', value: 'of another' }]],
    ['without a token', []],
  ])('%s is refused (hostile)', async (_what, token) => {
    const form = await atForm();
    const target = (await form.parts()).filter(({ name }) => name === 'file');
    const body = multipart([...token, ...target, file]);
    expect((await postBytes(form.using, `${form.address}/here`, body)).status).toBe(403);
    expect(await kept(form)).toBeUndefined();
  });

  it('of another draft is refused, and puts no file into either (hostile)', async () => {
    const form = await atForm();
    const stranger = form.world.newBrowser();
    await begin(stranger);
    const body = multipart([...(await form.parts()), file]);
    expect((await postBytes(stranger, `${form.address}/here`, body)).status).toBe(403);
    expect(await kept(form)).toBeUndefined();
  });

  it.each(['A'.repeat(22), '', '../../../other', 'evidence/1', '__proto__'])(
    'for a file that no document waits for leads to the files and keeps nothing (hostile): %j',
    async (evidenceId) => {
      const form = await atForm();
      const [csrf = file] = await form.parts();
      const body = multipart([csrf, { name: 'file', value: evidenceId }, file]);
      expect(await postBytes(form.using, `${form.address}/here`, body)).toMatchObject({
        status: 303,
        location: form.address,
      });
      expect([await kept(form), await form.world.evidence.inspect('form', evidenceId)]).toEqual([undefined, undefined]);
    },
  );

  it('for a page that is there already writes over none of several (hostile)', async () => {
    const form = await atForm();
    const [csrf = file] = await form.parts();
    await form.files.upload();
    await form.files.press('more');
    await form.files.upload();
    const before = await kept(form);
    const { 'evidence[0].evidenceId': first = '' } = await answersAt(form.world, form.at);
    const body = multipart([csrf, { name: 'file', value: first }, { ...file, value: `${PDF} another` }]);
    expect((await postBytes(form.using, `${form.address}/here`, body)).location).toBe(form.address);
    expect(await kept(form)).toEqual(before);
    expect(filesOn(await form.files.show())).toEqual([`Page 1: ${tags.there}`, `Page 2: ${tags.there}`]);
  });

  it('after the session has ended keeps no file, and says how to come back (late)', async () => {
    const form = await atForm();
    const body = multipart([...(await form.parts()), file]);
    form.world.clock.advanceMinutes(9 * 60);
    const answer = await postBytes(form.using, `${form.address}/here`, body);
    expect(answer.status).toBe(403);
    expect(answer.body).toContain(OPEN_AGAIN);
    expect(await kept(form)).toBeUndefined();
  });

  it('of a referral that was sent leads to its confirmation and changes no file of it (late)', async () => {
    const form = await atForm();
    await fillAll(form.world, form.using, form.at, ['evidence/1']);
    const body = multipart([...(await form.parts()), { ...file, value: `${PDF} another` }]);
    await form.files.upload();
    const before = await kept(form);
    await send(form.using, form.at);
    expect((await postBytes(form.using, `${form.address}/here`, body)).location).toBe(`${form.at}/sent`);
    expect(await kept(form)).toEqual(before);
  });

  it('of a draft past its last day is gone (late)', async () => {
    const form = await atForm();
    const body = multipart([...(await form.parts()), file]);
    const id = form.at.slice('/refer/'.length);
    const draft = await form.world.stores.drafts.readDraft(id);
    if (draft)
      await form.world.stores.drafts.saveDraft({ ...draft, version: draft.version + 1, expiresAt: draft.createdAt });
    expect((await postBytes(form.using, `${form.address}/here`, body)).status).toBe(410);
    expect(await kept(form)).toBeUndefined();
  });

  it('is taken at no other page (hostile)', async () => {
    const form = await atForm();
    const body = multipart([...(await form.parts()), file]);
    const statuses = await Promise.all(
      ['/refer', form.at, `${form.at}/child`, form.address, `${form.at}/send`, `${form.address}/cannot`].map(
        async (path) => (await postBytes(form.using, path, body)).status,
      ),
    );
    expect(statuses).toEqual([415, 405, 415, 415, 415, 415]);
    expect(await kept(form)).toBeUndefined();
  });
});
