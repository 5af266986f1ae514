import { describe, expect, it } from 'vitest';
import { fixtureDocument, jpegOf } from '#test/kit/documents.ts';
import { sendWords, THIS_SECTION } from '#web/form/check/words.ts';
import { notes } from '#web/form/engine/note-words.ts';
import { IN_ASSESSMENT } from '#web/form/engine/words.ts';
import { ACCEPTED, hintOf } from '#web/form/files/hints.ts';
import { FILE_LACKING, fileProblems, tags, titles } from '#web/form/files/words.ts';
import { hidden } from '../browser.ts';
import { multipart } from '../multipart.ts';
import { answersAt, filesAt, filesOn, JPEG, PNG, sentBody } from './document.ts';
import { postBytes } from './here-form.ts';
import { begin, fill, fillAll, referWorld, send } from './world.ts';

const DOCX = fixtureDocument('real.docx');
const yes = { 'earlyHelpAssessment.attached': 'yes' };
const no = { 'earlyHelpAssessment.attached': 'no' };
const dated = {
  'earlyHelpAssessment.completedOn-day': '27',
  'earlyHelpAssessment.completedOn-month': '3',
  'earlyHelpAssessment.completedOn-year': '2026',
};
const told = ['Other people who work with the child', 'What you see', 'What the family says'];

/** A draft for which there is an assessment, at the page for its file. */
async function withAssessment(fields: Readonly<Record<string, string>> = {}) {
  const world = referWorld();
  const using = world.newBrowser();
  const at = await begin(using);
  const answer = await fill(using, `${at}/eha`, { ...yes, ...fields });
  return { world, using, at, answer, files: filesAt(world, using, `${at}/eha/file`) };
}

/** What the list of tasks says of each task of this name. */
function standings(body: string, titles: readonly string[]): string[] {
  const tasks = body.match(/<li class="govuk-task-list__item[\s\S]*?<\/li>/g) ?? [];
  return titles.map((title) => {
    const task = tasks.find((one) => one.includes(`>${title}</a>`) || new RegExp(`>\\s*${title}\\s*<`).test(one)) ?? '';
    return /task-list__status[^>]*>\s*(?:<strong[^>]*>)?\s*([^<]*?)\s*</.exec(task)?.[1] ?? '';
  });
}

describe('a completed Early Help Assessment', () => {
  it('is asked for after the question, and is no evidence', async () => {
    const { at, answer, files } = await withAssessment();
    expect(answer.location).toBe(`${at}/eha/file`);
    const page = await files.show();
    expect(page.body).toContain(`accept="${ACCEPTED}"`);
    expect(page.body).toContain(hintOf({ isAlone: true }, '10MB'));
    expect(page.body).toContain(`href="${at}/eha">change your answer</a>`);
  });

  it.each([
    ['a PDF', {}],
    ['a Word document', { head: DOCX }],
    ['a photograph', { head: JPEG }],
    ['a picture of a scanner', { head: PNG }],
  ])('is taken as %s, and leads on', async (_what, file) => {
    const { at, files } = await withAssessment();
    expect((await files.upload(file)).location).toBe(`${at}/agreement`);
    const page = await files.show();
    expect(filesOn(page)).toEqual([`File: ${tags.there}`]);
    expect(page.body).toContain('value="more"');
  });

  it.each([
    ['of another type', { head: Uint8Array.of(77, 90) }, fileProblems.type],
    ['empty', { bytes: 0 }, fileProblems.empty],
    ['harmful (hostile)', { scan: 'HARMFUL' as const }, fileProblems.virus],
  ])('is refused when it is %s, with what to do', async (_what, file, message) => {
    const { using, at, files } = await withAssessment();
    const refused = await files.upload(file);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain(message);
    expect((await using.get(`${at}/check`)).body).toContain('Early Help Assessment: ');
  });

  it('may be a photograph through our own address too', async () => {
    const { using, files } = await withAssessment();
    const page = await using.get(`${files.address}/here`);
    expect(page.body).toContain(`accept="${ACCEPTED}"`);
    expect(page.body).toContain(hintOf({ isAlone: true }, '4MB'));
  });

  it('may have pages in files of their own: they are shown, and sent in their order', async () => {
    const { world, using, at, files } = await withAssessment();
    const first = await files.upload({ head: JPEG, bytes: 1_300_000 });
    expect(first.location).toBe(`${at}/agreement`);
    await files.press('more');
    const second = await files.upload({ head: PNG });
    expect(second.location).toBe(files.address);
    const page = await files.show();
    expect(filesOn(page)).toEqual([`Page 1: ${tags.there}`, `Page 2: ${tags.there}`]);
    expect(page.body).toContain('Early Help Assessment, page 1 (JPEG, 1.2MB)');
    await fillAll(world, using, at);
    await send(using, at);
    const typed = await answersAt(world, at);
    expect(await sentBody(world)).toMatchObject({
      earlyHelpAssessment: {
        evidenceId: typed['earlyHelpAssessment.evidenceId'],
        furtherPages: [typed['earlyHelpAssessment.furtherPages']],
      },
    });
  });

  it('may be three photographs at once, which stand in rows of their own', async () => {
    const { world, using, at, files } = await withAssessment();
    const page = await using.get(`${files.address}/here`);
    expect(page.body).toMatch(/<input[^>]* multiple/);
    const photo = (n: number) => ({ name: 'upload', value: jpegOf('page'), fileName: `photo-${n}.jpg` });
    const kept = ['csrf', 'file'].map((name) => ({ name, value: hidden(page, name) }));
    const done = await postBytes(using, `${files.address}/here`, multipart([...kept, photo(1), photo(2), photo(3)]));
    expect((await files.arrive(done.location.split('key=')[1] ?? '')).location).toBe(files.address);
    expect(filesOn(await files.show())).toHaveLength(3);
    expect((await answersAt(world, at))['earlyHelpAssessment.furtherPages']?.split(' ')).toHaveLength(2);
  });

  it('is one file again once its other page is removed, and a new file in its place leads on', async () => {
    const { at, files } = await withAssessment();
    await files.upload();
    await files.press('more');
    await files.upload({ head: PNG });
    await files.press('remove', 'page 2');
    expect(filesOn(await files.show())).toEqual([`File: ${tags.there}`]);
    await files.press('replace');
    expect((await files.upload({ head: JPEG })).location).toBe(`${at}/agreement`);
  });

  it('marks the pages that it tells in the tasks and in the answers, once its file is there', async () => {
    const { using, at, files } = await withAssessment();
    expect(standings((await using.get(at)).body, told)).not.toContain(IN_ASSESSMENT);
    await files.upload();
    expect(standings((await using.get(at)).body, told)).toEqual(told.map(() => IN_ASSESSMENT));
    const check = (await using.get(`${at}/check`)).body;
    for (const title of told)
      expect(check).toMatch(
        new RegExp(
          `${title}</h2>\\s*<dl[^>]*>\\s*<div[^>]*>\\s*<dt[^>]*>${THIS_SECTION}</dt>\\s*<dd[^>]*>${IN_ASSESSMENT}`,
        ),
      );
  });

  it('asks for the same pages again once the answer is no, and its file is of no account', async () => {
    const { world, using, at, files } = await withAssessment();
    await files.upload();
    await fill(using, `${at}/eha`, no);
    expect(standings((await using.get(at)).body, told)).toEqual(told.map(() => 'Optional'));
    expect((await using.get(files.address)).status).toBe(404);
    await fillAll(world, using, at);
    await send(using, at);
    expect(await sentBody(world)).not.toHaveProperty('earlyHelpAssessment');
  });

  it('keeps what was written on a page that it tells too', async () => {
    const { using, at, files } = await withAssessment();
    await fill(using, `${at}/story`, { 'story.worrying': 'No words yet' });
    await files.upload();
    const check = (await using.get(`${at}/check`)).body;
    expect(check).toContain('No words yet');
    expect(standings((await using.get(at)).body, ['What you see'])).toEqual(['Completed']);
  });

  it('is sent with its file and date, apart from the evidence', async () => {
    const { world, using, at, files } = await withAssessment(dated);
    await files.upload();
    await fillAll(world, using, at);
    expect((await send(using, at)).location).toBe(`${at}/sent`);
    const { 'earlyHelpAssessment.evidenceId': evidenceId } = await answersAt(world, at);
    const body = await sentBody(world);
    expect(body).toMatchObject({ earlyHelpAssessment: { evidenceId, completedOn: '2026-03-27' } });
    expect(body).toHaveProperty('evidence', [expect.objectContaining({ type: 'SOGS' })]);
    expect(body).toHaveProperty('earlyHelpAssessment', { evidenceId, completedOn: '2026-03-27' });
  });

  it('is never enough evidence on its own: that is said, and nothing is sent', async () => {
    const { world, using, at, files } = await withAssessment();
    await files.upload();
    expect((await using.get(`${at}/evidence`)).body).toContain(notes.noEvidence);
    await fillAll(world, using, at, ['evidence/1']);
    expect((await using.get(`${at}/check`)).body).toContain(sendWords.cannot);
    await send(using, at);
    expect(world.started).toEqual([]);
  });

  it('without its file stops the referral, with a way to add it or to say that there is none (half-finished)', async () => {
    const { world, using, at, files } = await withAssessment();
    await fillAll(world, using, at);
    expect((await using.get(`${at}/check`)).body).toContain(
      `href="${files.address}?from=check">Early Help Assessment: ${fileProblems.missing}`,
    );
    await send(using, at);
    expect(world.started).toEqual([]);
    expect((await using.get(`${files.address}/cannot`)).body).toContain(
      `<a class="govuk-link" href="${at}/eha">change your answer</a>`,
    );
    await fill(using, `${at}/eha`, no);
    expect((await send(using, at)).location).toBe(`${at}/sent`);
  });

  it('is asked for again when its file is removed, and never waits for two (twice)', async () => {
    const { using, at, files } = await withAssessment();
    await files.upload();
    const shown = await files.show();
    await files.press('remove', 'file', shown);
    await files.press('remove', 'file', shown);
    const page = await files.show();
    expect(page.body).toContain(`<h1>${titles.add}</h1>`);
    expect((await using.get(at)).body).toContain(FILE_LACKING);
  });
});
