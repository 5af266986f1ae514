import { describe, expect, it } from 'vitest';
import type { StoredCheck } from '#domain/case/stored-check.ts';
import type { EvidenceFile } from '#domain/ports/services.ts';
import { NO_DOCUMENT } from '#test/kit/words/staff.ts';
import { failures, ofPages } from '#web/staff/record/documents.ts';
import { fileWords } from '#web/staff/words.ts';
import { storedCheck } from '../records.ts';
import { taskId, triager1, triageWorld } from './world.ts';

const address = `/triage/tasks/${taskId}`;

const referral = {
  evidence: [
    {
      type: 'SOGS',
      title: 'Paper form',
      dated: '2026-09-10',
      author: 'Health visitor',
      evidenceId: 'page-1',
      furtherPages: ['page-2', 'page-3'],
    },
    { type: 'CARE_PLAN', title: 'Plan', evidenceId: 'plan' },
  ],
  earlyHelpAssessment: { evidenceId: 'eha', completedOn: '2026-03-27' },
};
const all = ['page-1', 'page-2', 'page-3', 'plan', 'eha'];

type CheckedFile = NonNullable<StoredCheck['earlyHelpAssessment']>;
const usable: CheckedFile = { state: 'USABLE', code: 'EVIDENCE_USABLE', versionId: 'checked' };
const pending: CheckedFile = { state: 'PENDING', code: 'EVIDENCE_SCAN_PENDING', versionId: 'checked' };
const harmful: CheckedFile = { state: 'FAILED', code: 'EVIDENCE_HARMFUL', versionId: 'checked' };
const unreadable: CheckedFile = { state: 'FAILED', code: 'EVIDENCE_UNREADABLE', versionId: 'checked' };
const lost: CheckedFile = { state: 'FAILED', code: 'EVIDENCE_LOST' };

/** The task with three photographed pages, a plan and an assessment, checked as given; page 2 is the one that differs. */
async function opened(second: CheckedFile = usable, earlyHelpAssessment: CheckedFile = usable) {
  const whole = { index: 0, ...usable, state: second.state, code: second.code, pages: [usable, second, usable] };
  const check = storedCheck({ evidence: [whole, { index: 1, ...usable }], earlyHelpAssessment });
  const world = await triageWorld({ check, referral });
  for (const id of all) {
    world.evidence.upload('local', id, { versionId: 'checked' });
    world.evidence.upload('local', id, { versionId: 'swapped', head: new TextEncoder().encode('MZ') });
  }
  const using = await world.signIn(world.token);
  return { ...world, using, page: await using.get(address) };
}

const documents = [
  ['evidence/0', 'page-1', 'EVIDENCE_0'],
  ['evidence/0/2', 'page-2', 'EVIDENCE_0_PAGE_2'],
  ['evidence/0/3', 'page-3', 'EVIDENCE_0_PAGE_3'],
  ['evidence/1', 'plan', 'EVIDENCE_1'],
  ['early-help-assessment', 'eha', 'EARLY_HELP_ASSESSMENT'],
] as const;

describe('the documents of a task', () => {
  it.each(documents)(
    'open as the version that was checked, not as one that was put over it: %s',
    async (path, id, what) => {
      const { using, readings, page } = await opened();
      expect(page.body).toContain(`href="${address}/${path}"`);
      expect((await using.get(`${address}/${path}`)).location).toBe(`https://bucket.example/${id}?v=checked`);
      expect(readings.at(-1)).toEqual({
        by: triager1,
        what,
      });
    },
  );

  it('are shown with kind, date, author and each of their pages, the assessment apart as no evidence', async () => {
    const { page } = await opened();
    expect(page.body).toContain('Schedule of Growing Skills (SOGS) record (10 September 2026, Health visitor)');
    for (const name of ['Page 1 of 3', 'Page 2 of 3', 'Page 3 of 3']) expect(page.body).toContain(name);
    expect(page.body).toContain(`${ofPages.get('USABLE')}.`);
    expect(page.body).toContain('Early Help Assessment (not evidence)');
    expect(page.body).toContain('Completed on 27 March 2026.');
  });

  it('are none where none was sent', async () => {
    const world = await triageWorld({ referral: { evidence: [] }, check: storedCheck({ evidence: [] }) });
    const { body } = await (await world.signIn(world.token)).get(address);
    expect(body).not.toContain('/evidence/');
    expect(body).not.toContain('Early Help Assessment (not evidence)');
  });
});

describe('a page of a document that cannot be used', () => {
  it.each([
    ['harmful (hostile)', harmful, failures.get('EVIDENCE_HARMFUL')],
    ['not of its type (hostile)', unreadable, failures.get('EVIDENCE_UNREADABLE')],
    ['lost (late)', lost, failures.get('EVIDENCE_LOST')],
  ])('is named and not offered, and the others are: %s', async (_what, second, said) => {
    const { page } = await opened(second);
    expect(page.body).toContain(`${ofPages.get('FAILED')}.`);
    expect(page.body).toContain(`Page 2 of 3. ${said}.`);
    expect(page.body).not.toContain(`href="${address}/evidence/0/2"`);
    expect(page.body).toContain(`href="${address}/evidence/0/3"`);
  });

  it('is said to be pending while the scan has no result', async () => {
    const { page } = await opened(pending);
    expect(page.body).toContain(`${ofPages.get('PENDING')}.`);
  });

  it.each([
    ['harmful (hostile)', harmful, failures.get('EVIDENCE_HARMFUL')],
    ['lost (late)', lost, failures.get('EVIDENCE_LOST')],
  ])('is said of the assessment too: %s', async (_what, assessment, said) => {
    const { page } = await opened(usable, assessment);
    expect(page.body).toContain(`${said}.`);
    expect(page.body).not.toContain(`href="${address}/early-help-assessment"`);
  });

  const states: [string, Partial<EvidenceFile>, number, string][] = [
    ['harmful (hostile)', { scan: 'HARMFUL' }, 403, fileWords.virus],
    ['still pending', { scan: 'PENDING' }, 409, 'Try again in a few minutes.'],
    ['of another type (hostile)', { head: Uint8Array.of(77, 90) }, 403, NO_DOCUMENT],
  ];
  const each = states.flatMap(([what, file, status, said]) =>
    documents.map(([path, id]) => ({ what, path, id, file, status, said })),
  );
  it.each(each)(
    'stays closed when it is opened all the same: $path, $what',
    async ({ path, id, file, status, said }) => {
      const { using, evidence, readings } = await opened();
      evidence.upload('local', id, { versionId: 'checked', ...file });
      const answer = await using.get(`${address}/${path}`);
      expect([answer.status, answer.location]).toEqual([status, '']);
      expect(answer.body).toContain(said);
      expect(readings.at(-1)?.what).toBe('RECORD');
    },
  );

  it('says so when its checked version is gone, and opens no other in its place (hostile)', async () => {
    const { using } = await opened({ ...usable, versionId: 'erased' });
    const answer = await using.get(`${address}/evidence/0/2`);
    expect([answer.status, answer.location]).toEqual([404, '']);
    expect(answer.body).toContain(fileWords.missing);
  });

  it('that the check has not seen is looked at when it is opened, by no version of another page', async () => {
    const check = storedCheck({ evidence: [{ index: 0, ...usable, versionId: 'of-page-1' }] });
    const world = await triageWorld({ check, referral });
    world.evidence.upload('local', 'page-2', { versionId: 'of-page-2' });
    const using = await world.signIn(world.token);
    expect((await using.get(address)).body).toContain(`href="${address}/evidence/0/2"`);
    expect((await using.get(`${address}/evidence/0/2`)).location).toBe('https://bucket.example/page-2?v=of-page-2');
  });
});

describe('an address of a document', () => {
  it.each([
    ...[
      'evidence/2',
      'evidence/-1',
      'evidence/1e1',
      'evidence/0x0',
      'evidence/9999',
      'evidence/constructor',
      'evidence/',
    ],
    ...[
      'evidence/0/0',
      'evidence/0/4',
      'evidence/0/01',
      'evidence/0/100',
      'evidence/0/-1',
      'evidence/0/2.0',
      'evidence/0/',
    ],
    ...['evidence/1/2', 'evidence/0/2/3', 'evidence/0/%32', 'early-help-assessment/2', 'early-help-assessment/0'],
  ])('that is out of range answers 404 and opens nothing (hostile): %s', async (path) => {
    const { using, readings } = await opened();
    const answer = await using.get(`${address}/${path}`);
    expect([answer.status, answer.location]).toEqual([404, '']);
    expect(readings.at(-1)?.what).toBe('RECORD');
  });

  it.each(['early-help-assessment', 'evidence/0/1'])('without the document answers 404 (hostile): %s', async (path) => {
    const world = await triageWorld({ referral: { evidence: [] } });
    const using = await world.signIn(world.token);
    expect((await using.get(`${address}/${path}`)).status).toBe(404);
  });

  it.each(documents)('opens nothing without a session (hostile): %s', async (path) => {
    const { newBrowser, readings } = await opened();
    const answer = await newBrowser().get(`${address}/${path}`);
    expect([answer.status, answer.location]).toEqual([404, '']);
    expect(readings.at(-1)?.what).toBe('RECORD');
  });
});

describe('an Early Help Assessment in several files', () => {
  const several = { earlyHelpAssessment: { evidenceId: 'eha', furtherPages: ['eha-2', 'eha-3'] } };
  const pages = { ...harmful, pages: [usable, harmful, usable] };

  async function shown() {
    const world = await triageWorld({ check: storedCheck({ earlyHelpAssessment: pages }), referral: several });
    for (const id of ['eha', 'eha-2', 'eha-3']) world.evidence.upload('local', id, { versionId: 'checked' });
    const using = await world.signIn(world.token);
    return { ...world, using, page: await using.get(address) };
  }

  it('is shown page by page, and a page that cannot be used is not opened', async () => {
    const { page } = await shown();
    const opened = [...page.body.matchAll(/early-help-assessment[^"]*/g)].map(([path]) => path);
    expect(opened).toEqual(['early-help-assessment', 'early-help-assessment/3']);
    expect(page.body).toContain(`Page 2 of 3. ${failures.get('EVIDENCE_HARMFUL')}`);
    expect(page.body).toContain(ofPages.get('FAILED') ?? 'none');
  });

  it('opens each page as the version that was checked, and writes down which', async () => {
    const { using, readings } = await shown();
    const answer = await using.get(`${address}/early-help-assessment/3`);
    expect(answer.location).toBe('https://bucket.example/eha-3?v=checked');
    expect(readings.at(-1)).toMatchObject({ what: 'EARLY_HELP_ASSESSMENT_PAGE_3' });
  });
});
