import { describe, expect, it } from 'vitest';
import { commentFaultWords, commentWords } from '#web/staff/comments/words.ts';
import { readingsWords } from '#web/staff/readings/words.ts';
import { type Browser, hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { at, FIRST, queue } from './queue-world.ts';
import { taskId } from './world.ts';

const MANAGER = 'manager@example.org';
const record = `/staff/records/${reference}`;
const SAID = 'Called the nursery & left a message';

async function writing() {
  const world = await queue();
  const write = async (using: Browser, fields: Record<string, string>) => {
    const page = await using.get(record);
    const form = { csrf: hidden(page, 'csrf'), id: hidden(page, 'id'), ...fields };
    return { form, answer: await using.post(`${record}/comments`, form) };
  };
  return { ...world, write };
}

describe('a comment of staff', () => {
  it('stands on the record and in its timeline, with who wrote it, and on the page of the task', async () => {
    const { using, write } = await writing();
    const { answer } = await write(using, { comment: SAID });
    expect(answer.location).toBe(`${record}#comments`);
    const { body } = await using.get(record);
    expect(body.split('Called the nursery &amp; left a message')).toHaveLength(3);
    await using.post(at, { csrf: hidden(await using.get(at), 'csrf'), open: taskId });
    const task = await using.get(`/triage/tasks/${taskId}`);
    expect([task.body.includes('Called the nursery &amp;'), task.body.includes(commentWords.link)]).toEqual([
      true,
      true,
    ]);
  });

  it('is kept once when its form is sent twice', async () => {
    const { using, write, stores } = await writing();
    const { form } = await write(using, { comment: SAID });
    await using.post(`${record}/comments`, form);
    expect(await stores.comments.commentsOf(reference)).toMatchObject([{ text: SAID, by: { kind: 'PERSON' } }]);
  });

  it('never touches the case', async () => {
    const { using, write, stores } = await writing();
    const before = await stores.cases.readCase(reference);
    await write(using, { comment: SAID });
    expect(await stores.cases.readCase(reference)).toEqual(before);
  });

  it.each([
    ['nothing', '', commentFaultWords.COMMENT_MISSING],
    ['too much', 'x'.repeat(2001), commentFaultWords.COMMENT_TOO_LONG({ limit: 2000 })],
  ])('of %s is refused, and what was typed is kept', async (_what, comment, said) => {
    const { using, write, stores } = await writing();
    const { answer } = await write(using, { comment });
    expect([answer.status, answer.body.includes(said), answer.body.includes('href="#comment"')]).toEqual([
      422,
      true,
      true,
    ]);
    if (comment !== '') expect(answer.body).toContain(comment);
    expect(await stores.comments.commentsOf(reference)).toEqual([]);
  });

  it('is not for an auditor to write', async () => {
    const { deps, enter, write } = await writing();
    const who = { id: 'someone', name: 'Someone', mailbox: 'someone@example.org' };
    await deps.changeTeam({ change: 'JOIN', ...who, roles: ['AUDITOR'] }, { kind: 'MACHINE' });
    const using = await enter('someone@example.org');
    expect((await using.get(record)).body).not.toContain(commentWords.label);
    expect((await write(using, { comment: SAID })).answer.status).toBe(403);
  });
});

describe('who opened a record', () => {
  it('is listed for a manager, the newest first, and is no reading of the record', async () => {
    const { enter, stores } = await writing();
    const by = { kind: 'PERSON', id: 'sam', name: 'Sam Field', role: 'triager' } as const;
    await stores.access.recordReading({ reference, at: '2026-09-24T09:00:00.000Z', by, what: 'EVIDENCE_0_PAGE_2' });
    await stores.access.recordReading({ reference, at: '2026-09-24T10:00:00.000Z', by, what: 'RECORD' });
    const { body } = await (await enter(MANAGER)).get(`${record}/readings`);
    const [newest, oldest] = [body.indexOf(readingsWords.record), body.indexOf(readingsWords.evidence(1))];
    expect([newest > 0, newest < oldest, body.includes('Sam Field, triager')]).toEqual([true, true, true]);
    expect(await stores.access.readingsOf(reference)).toHaveLength(2);
  });

  it('is not for a triager to see, also of their own work', async () => {
    const { enter } = await writing();
    const using = await enter(FIRST);
    expect((await using.get(record)).body).not.toContain(readingsWords.link);
    expect((await using.get(`${record}/readings`)).status).toBe(403);
  });
});
