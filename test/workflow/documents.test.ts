import { describe, expect, test } from 'vitest';
import { referrerActor } from '#domain/people/actor.ts';
import { bodyOf, workedCase } from '#test/cases.ts';
import { instance } from './instance.ts';
import { caseOf, waitInVain } from './road.ts';

type Instance = ReturnType<typeof instance>;
type File = Parameters<Instance['evidence']['upload']>[2];

const eha = { earlyHelpAssessment: { evidenceId: 'eha', completedOn: '2026-09-01' } };
const form = { type: 'SOGS', title: 'Form', evidenceId: 'page-1', furtherPages: ['page-2', 'page-3'] };

/** Submits a worked case with what is changed in it, and these files uploaded. */
async function send(one: Instance, id: string, changes: object, files: Readonly<Record<string, File>>) {
  for (const [evidenceId, file] of Object.entries(files)) one.evidence.upload('caller-1', evidenceId, file);
  const body = { ...bodyOf(id, ['evidence-0', 'evidence-1']), ...changes };
  const result = await one.submit({ caller: 'caller-1', idempotencyKey: `key-of-${id}`, body });
  if (result.kind !== 'ACCEPTED') throw new Error(`Not accepted: ${JSON.stringify(result)}`);
  await one.drain();
  return result.reference;
}

async function answer(one: Instance, reference: string, type: string, evidenceId: string) {
  const taskId = (await caseOf(one, reference)).task?.id ?? 'none';
  await one.answer({
    reference,
    taskId,
    by: referrerActor(),
    text: '',
    evidence: [{ evidenceId, type, title: 'Again' }],
  });
  await one.sweep();
}

/** The number and the evidence of the last check, and how the assessment stood in it. */
async function lastCheck(one: Instance, reference: string) {
  const { checks } = await caseOf(one, reference);
  return one.cases.readCheck(reference, checks);
}

describe('a document in several files', () => {
  test('goes to triage with the version of each page', async () => {
    const one = instance();
    const files = { 'page-1': { versionId: 'a' }, 'page-2': { versionId: 'b' }, 'page-3': { versionId: 'c' } };
    const reference = await send(one, 'C01', { evidence: [form] }, files);
    expect((await caseOf(one, reference)).shown).toBe('IN_TRIAGE');
    expect((await lastCheck(one, reference))?.evidence[0]?.pages?.map(({ versionId }) => versionId)).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  test('is asked for again by the page that is harmful (hostile), and cannot be used as it is', async () => {
    const one = instance();
    const files = { 'page-1': {}, 'page-2': {}, 'page-3': { scan: 'HARMFUL' } } as const;
    const reference = await send(one, 'C01', { evidence: [form] }, files);
    expect(await caseOf(one, reference)).toMatchObject({
      shown: 'AWAITING_REFERRER',
      ask: { why: 'EVIDENCE_FAILED', failed: [{ index: 0, page: 3, code: 'EVIDENCE_HARMFUL' }] },
    });
  });
});

describe('an Early Help Assessment', () => {
  const sound = { 'evidence-0': {}, 'evidence-1': {} };

  test('that is sound changes nothing on the road of a referral', async () => {
    const one = instance();
    const reference = await send(one, 'C01', eha, { ...sound, eha: { versionId: 'v-eha' } });
    expect(await caseOf(one, reference)).toMatchObject({ shown: 'IN_TRIAGE', flags: [] });
    expect(await lastCheck(one, reference)).toMatchObject({
      triageRecommendation: 'ELIGIBLE',
      earlyHelpAssessment: { state: 'USABLE', versionId: 'v-eha' },
    });
  });

  test('that is harmful (hostile) is asked for; without an answer people are told, and the rules say what they said', async () => {
    const one = instance({ policy: { referrerReminderDays: [7] } });
    const reference = await send(one, 'C01', eha, { ...sound, eha: { scan: 'HARMFUL' } });
    expect(await caseOf(one, reference)).toMatchObject({
      shown: 'AWAITING_REFERRER',
      ask: { why: 'EVIDENCE_FAILED', failed: [], earlyHelpAssessment: 'EVIDENCE_HARMFUL' },
    });
    await waitInVain(one);
    expect(await caseOf(one, reference)).toMatchObject({
      shown: 'IN_TRIAGE',
      flags: ['EARLY_HELP_ASSESSMENT_NOT_USABLE'],
    });
    expect((await lastCheck(one, reference))?.triageRecommendation).toBe('ELIGIBLE');
  });

  test('in several files is checked page by page, and asked for again where one is harmful (hostile)', async () => {
    const one = instance();
    const pages = { earlyHelpAssessment: { evidenceId: 'eha', furtherPages: ['eha-b', 'eha-c'] } };
    const files = {
      ...sound,
      eha: { versionId: 'a' },
      'eha-b': { scan: 'HARMFUL' },
      'eha-c': { versionId: 'c' },
    } as const;
    const reference = await send(one, 'C01', pages, files);
    expect(await caseOf(one, reference)).toMatchObject({
      shown: 'AWAITING_REFERRER',
      ask: { why: 'EVIDENCE_FAILED', failed: [], earlyHelpAssessment: 'EVIDENCE_HARMFUL' },
    });
    one.evidence.upload('caller-1', 'eha-2', { versionId: 'v-2' });
    await answer(one, reference, 'EARLY_HELP_ASSESSMENT', 'eha-2');
    expect((await lastCheck(one, reference))?.earlyHelpAssessment).toEqual({
      ...{ state: 'USABLE', code: 'EVIDENCE_USABLE', versionId: 'v-2' },
    });
  });

  test('that comes in its place takes the referral to triage, and is no evidence', async () => {
    const one = instance();
    const reference = await send(one, 'C01', eha, { ...sound, eha: { scan: 'HARMFUL' } });
    one.evidence.upload('caller-1', 'eha-2', { versionId: 'v-2' });
    await answer(one, reference, 'EARLY_HELP_ASSESSMENT', 'eha-2');
    expect(await caseOf(one, reference)).toMatchObject({ shown: 'IN_TRIAGE', flags: [] });
    const check = await lastCheck(one, reference);
    expect(check?.earlyHelpAssessment).toEqual({ state: 'USABLE', code: 'EVIDENCE_USABLE', versionId: 'v-2' });
    expect(check?.evidence).toHaveLength(workedCase('C01').evidence.length);
  });

  test('that fails once more is asked for once more (twice)', async () => {
    const one = instance();
    const reference = await send(one, 'C01', eha, { ...sound, eha: { scan: 'HARMFUL' } });
    one.evidence.upload('caller-1', 'eha-2', { contentType: 'image/png' });
    await answer(one, reference, 'EARLY_HELP_ASSESSMENT', 'eha-2');
    expect(await caseOf(one, reference)).toMatchObject({
      shown: 'AWAITING_REFERRER',
      ask: { earlyHelpAssessment: 'EVIDENCE_UNREADABLE' },
    });
  });

  test('an answer that leaves it out is not asked again: people decide without it', async () => {
    const one = instance();
    const reference = await send(one, 'C01', eha, { ...sound, eha: { scan: 'HARMFUL' } });
    one.evidence.upload('caller-1', 'more');
    await answer(one, reference, 'SOGS', 'more');
    expect(await caseOf(one, reference)).toMatchObject({
      shown: 'IN_TRIAGE',
      flags: ['EARLY_HELP_ASSESSMENT_NOT_USABLE'],
    });
  });

  test('alone is no evidence: the referral waits its days of grace and is then stopped by the rule', async () => {
    const one = instance({ policy: { evidenceGraceDays: 3 }, at: '2026-10-12T09:00:00.000Z' });
    const reference = await send(one, 'C08', eha, { eha: { scan: 'HARMFUL' } });
    expect(await caseOf(one, reference)).toMatchObject({
      ask: { why: 'NO_EVIDENCE_YET', failed: [], earlyHelpAssessment: 'EVIDENCE_HARMFUL' },
    });
    one.evidence.upload('caller-1', 'eha-2');
    await answer(one, reference, 'EARLY_HELP_ASSESSMENT', 'eha-2');
    expect(await caseOf(one, reference)).toMatchObject({ shown: 'AWAITING_REFERRER', ask: { why: 'NO_EVIDENCE_YET' } });
    await waitInVain(one);
    expect(await caseOf(one, reference)).toMatchObject({ shown: 'NOT_ACCEPTED', outcome: 'NOT_ACCEPTED_NO_EVIDENCE' });
  });
});
