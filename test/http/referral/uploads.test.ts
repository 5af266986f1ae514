import { describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { fileProblems } from '#web/form/files/words.ts';
import { failures } from '#web/referral/answer/asked.ts';
import { answerPageWords } from '#web/referral/words.ts';
import { hidden } from '../browser.ts';
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
    expect(page.body).toContain(fileProblems.virus);
    expect(page.body).toContain(`href="${address}/write">${answerPageWords.withoutDocument}`);
  });

  it('may be empty or up to 25 MB for the storage, so that our page says what is wrong with it', async () => {
    const { visit, evidence } = await referrerWorld(asked, 'ANSWER');
    await visit();
    expect(evidence.forms).toMatchObject([
      { minBytes: 0, maxBytes: 26_214_400, seconds: 3600, contentType: 'application/octet-stream' },
    ]);
  });
});

describe('a document that is found harmful between the two pages of an answer (hostile, late)', () => {
  it('is never left out in silence: what was typed comes back with what is wrong, and goes without it if sent again', async () => {
    const { visit, evidence, theCase } = await referrerWorld(asked, 'ANSWER');
    const { using, address } = await visit();
    evidence.upload('local', file, { scan: 'PENDING' });
    const write = await using.get(`${address}/write/${file}`);
    evidence.upload('local', file, { scan: 'HARMFUL' });
    const named = { [`type-${file}`]: 'SOGS', [`title-${file}`]: 'Schedule of Growing Skills' };
    const typed = { csrf: hidden(write, 'csrf'), text: 'She plays with bells', ...named };
    const told = await using.post(address, { ...typed, files: file });
    expect(told.status).toBe(422);
    expect(told.body).toContain(answerPageWords.leftOut(1, fileProblems.virus));
    expect(told.body).toContain('She plays with bells');
    expect((await theCase()).answers).toEqual([]);
    await using.post(address, { ...typed, files: hidden(told, 'files') });
    expect((await theCase()).answers).toMatchObject([{ text: 'She plays with bells', evidence: [] }]);
  });
});

describe('an Early Help Assessment that is asked for again', () => {
  const failed: Case['ask'] = {
    why: 'EVIDENCE_FAILED',
    question: '',
    failed: [{ index: 0, code: 'EVIDENCE_UNREADABLE', page: 3 }],
    earlyHelpAssessment: 'EVIDENCE_HARMFUL',
    untilAt: null,
  };
  const asking = withTask(withAsk(checkedCase('TRIAGE'), failed), 'REFERRER', ['referrer01@example.org']);
  const answer = (kind: string) => ({
    files: file,
    [`type-${file}`]: kind,
    [`title-${file}`]: 'Early Help Assessment',
  });

  it('is named with what is wrong with it, as is the page of a document', async () => {
    const { visit } = await referrerWorld(asking, 'ANSWER');
    const { page } = await visit();
    expect(page.body).toContain(`The Early Help Assessment: ${failures.get('EVIDENCE_HARMFUL')}.`);
    expect(page.body).toContain(`Document 1, page 3: ${failures.get('EVIDENCE_UNREADABLE')}.`);
  });

  it('can be sent in its place, as what it is', async () => {
    const { visit, evidence, theCase } = await referrerWorld(asking, 'ANSWER');
    const { using, address } = await visit();
    evidence.upload('local', file);
    const write = await using.get(`${address}/write/${file}`);
    expect(write.body).toContain('<option value="EARLY_HELP_ASSESSMENT">');
    const sent = await using.post(address, { csrf: hidden(write, 'csrf'), ...answer('EARLY_HELP_ASSESSMENT') });
    expect(sent.body).toContain(answerPageWords.received);
    expect((await theCase()).answers).toMatchObject([
      { evidence: [{ evidenceId: file, type: 'EARLY_HELP_ASSESSMENT', title: 'Early Help Assessment' }] },
    ]);
  });

  it('is no kind of document where it is not asked for (hostile)', async () => {
    const { visit, evidence, theCase } = await referrerWorld(asked, 'ANSWER');
    const { using, address } = await visit();
    evidence.upload('local', file);
    const write = await using.get(`${address}/write/${file}`);
    expect(write.body).not.toContain('EARLY_HELP_ASSESSMENT');
    const sent = await using.post(address, { csrf: hidden(write, 'csrf'), ...answer('EARLY_HELP_ASSESSMENT') });
    expect(sent.status).toBe(422);
    expect((await theCase()).answers).toEqual([]);
  });
});
