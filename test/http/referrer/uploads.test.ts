import { describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { checkedCase, withAsk, withTask } from '../records.ts';
import { referrerWorld } from './world.ts';

const file = 'A'.repeat(22);
const ask: Case['ask'] = { why: 'INFORMATION_REQUESTED', question: 'How does she play?', failed: [], untilAt: null };
const asked = withTask(withAsk(checkedCase('TRIAGE'), ask), 'REFERRER', ['referrer01@example.org']);

describe('a document that is sent because the team asked for it', () => {
  it('is refused on our own page when it is harmful (hostile), with what to do', async () => {
    const { visit, evidence } = await referrerWorld(asked, 'ANSWER');
    const { using, address } = await visit();
    evidence.upload('local', file, { scan: 'HARMFUL' });
    const page = await using.get(`${address}/files/${file}`);
    expect(page.body).toContain('Harmful content was found in this file. It cannot be used. Add another copy.');
    expect(page.body).toContain(`href="${address}/write">Go on`);
  });

  it('may be empty or up to 25 MB for the storage, so that our page says what is wrong with it', async () => {
    const { visit, evidence } = await referrerWorld(asked, 'ANSWER');
    await visit();
    expect(evidence.forms).toMatchObject([
      { minBytes: 0, maxBytes: 26_214_400, seconds: 3600, contentType: 'application/octet-stream' },
    ]);
  });
});
