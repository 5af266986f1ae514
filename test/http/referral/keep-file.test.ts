import { describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { fileProblems } from '#web/form/files/words.ts';
import { TOO_LARGE } from '#web/http/file-body.ts';
import { NEXT_PAGE } from '#web/referral/files/named-files.ts';
import { hidden } from '../browser.ts';
import { PDF, postBytes } from '../form/here-form.ts';
import { multipart, type Part } from '../multipart.ts';
import { checkedCase, withAsk, withTask } from '../records.ts';
import { asked } from './standings.ts';
import { referrerWorld } from './world.ts';

const [a, b, c] = ['A', 'B', 'C'].map((letter) => letter.repeat(22));

async function world(theCase: Case = asked) {
  const known = await referrerWorld(theCase, 'ANSWER');
  const { using, page, address } = await known.visit();
  const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  /** Presses the button that continues, with this file chosen. */
  const goOn = (value: string | Uint8Array, fileName: string, { path = `${address}/here`, token = csrf } = {}) => {
    const parts: Part[] = [
      { name: 'x-amz-meta-of-the-store', value: 'x' },
      { name: 'file', value, fileName },
    ];
    const body = multipart([...parts, { name: 'csrf', value: token }]);
    return postBytes(using, path, body);
  };
  return { ...known, using, page, address, goOn };
}

describe('the button that continues from the documents of an answer', () => {
  it('stands in the form of the file, so that it takes a chosen file along', async () => {
    const { page, address } = await world();
    const form = /<form method="post" action="http.*?<\/form>/s.exec(page.body)?.[0] ?? '';
    expect(form).toContain('type="file"');
    expect(form).toContain(`formaction="${address}/here"`);
  });

  it('keeps the file that was chosen and leads to the answer with it', async () => {
    const { goOn, using, address } = await world();
    const done = await goOn(PDF, 'letter.pdf');
    expect([done.status, done.location]).toEqual([303, expect.stringMatching(/\/answer\/write\/[\w-]{22}$/)]);
    const write = await using.get(done.location);
    expect(write.body).toContain(`name="type-${done.location.slice(-22)}"`);
    expect(address).not.toBe('');
  });

  it('keeps those that came before it, and leads on without a file where none was chosen', async () => {
    const { goOn, address, evidence } = await world();
    evidence.upload('local', a ?? '', { contentType: 'application/octet-stream' });
    const path = `${address}/here/${a}`;
    expect((await goOn('', '', { path })).location).toMatch(new RegExp(`/answer/write/${a}$`));
    expect((await goOn(PDF, 'letter.pdf', { path })).location).toMatch(new RegExp(`/answer/write/${a}\\.[\\w-]{22}$`));
    expect((await goOn('', '')).location).toMatch(/\/answer\/write$/);
  });

  it.each([
    ['that is no document', Buffer.from('Hello'), 422, fileProblems.type],
    ['that is empty', Buffer.alloc(0), 422, fileProblems.empty],
    ['of more than 4 MB', Buffer.alloc(4 * 1024 * 1024 + 1, 'A'), 422, TOO_LARGE.message],
  ])('says what is wrong with a file %s, and does not drop it in silence', async (_what, value, status, said) => {
    const { goOn } = await world();
    const page = await goOn(value, 'file.pdf');
    expect([page.status, page.body]).toEqual([status, expect.stringContaining(said)]);
  });

  it('takes nothing without the token of the session (hostile)', async () => {
    const { goOn } = await world();
    expect((await goOn(PDF, 'letter.pdf', { token: 'x' })).status).toBe(403);
  });
});

describe('several photos of one document', () => {
  const named = {
    [`type-${a}`]: 'SOGS',
    [`title-${a}`]: 'Schedule',
    [`type-${c}`]: 'CARE_PLAN',
    [`title-${c}`]: 'Plan',
  };

  async function sent(fields: Record<string, string>, theCase?: Case) {
    const one = await world(theCase);
    for (const id of [a, b, c]) one.evidence.upload('local', id ?? '', { contentType: 'application/octet-stream' });
    const write = await one.using.get(`${one.address}/write/${a}.${b}.${c}`);
    const rest = { csrf: hidden(write, 'csrf'), task: hidden(write, 'task'), files: hidden(write, 'files'), text: '' };
    return { ...one, write, answer: await one.using.post(one.address, { ...rest, ...named, ...fields }) };
  }

  it('are one document with further pages, and the next document is one of its own', async () => {
    const { answer, theCase } = await sent({ [`type-${b}`]: NEXT_PAGE.value });
    expect(answer.status).toBe(200);
    expect((await theCase()).added).toEqual([
      { evidenceId: a, type: 'SOGS', title: 'Schedule', furtherPages: [b] },
      { evidenceId: c, type: 'CARE_PLAN', title: 'Plan' },
    ]);
  });

  it('may be three', async () => {
    const { theCase } = await sent({ [`type-${b}`]: NEXT_PAGE.value, [`type-${c}`]: NEXT_PAGE.value });
    expect((await theCase()).added).toEqual([{ evidenceId: a, type: 'SOGS', title: 'Schedule', furtherPages: [b, c] }]);
  });

  it('the first file is no next page, also where someone says so (hostile)', async () => {
    const { answer, write } = await sent({ [`type-${a}`]: NEXT_PAGE.value, [`type-${b}`]: NEXT_PAGE.value });
    expect(answer.status).toBe(422);
    expect(write.body.split(NEXT_PAGE.text)).toHaveLength(3);
  });

  it('an Early Help Assessment may have pages too, and takes the place of the one before', async () => {
    const ask = {
      why: 'EVIDENCE_FAILED',
      question: '',
      failed: [],
      untilAt: null,
      earlyHelpAssessment: 'EVIDENCE_LOST',
    } as const;
    const theCase = withTask(withAsk(checkedCase('TRIAGE'), { ...ask, failed: [] }), 'REFERRER', [
      'referrer01@example.org',
    ]);
    const types = { [`type-${a}`]: 'EARLY_HELP_ASSESSMENT', [`type-${b}`]: NEXT_PAGE.value };
    const { theCase: after } = await sent(types, theCase);
    expect((await after()).added).toMatchObject([{ type: 'EARLY_HELP_ASSESSMENT', furtherPages: [b] }, {}]);
  });
});
