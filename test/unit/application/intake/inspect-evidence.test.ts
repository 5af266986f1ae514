import { describe, expect, test } from 'vitest';
import { inspectEvidence } from '#application/intake/inspect-evidence.ts';
import { receivedCase } from '#domain/case/receive.ts';
import { EvidenceScanPending } from '#domain/problems/errors.ts';
import { testEvidence } from '#test/http/doubles.ts';
import { fixtureDocument, jpegOf, pdfOf, pngOf } from '#test/kit/documents.ts';

const at = '2026-09-24T08:00:00.000Z';
const tenMinutesOn = '2026-09-24T08:10:00.000Z';
const theCase = receivedCase({ reference: 'REF1', caller: 'caller-1', receivedAt: at, referralOn: '2026-09-24' }, 1);
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const item = (evidenceId?: string, ...furtherPages: string[]) => ({
  type: 'SOGS' as const,
  title: 'Form',
  ...(evidenceId && { evidenceId }),
  ...(furtherPages.length > 0 && { furtherPages }),
});

async function stateOf(contentType: string, head: Uint8Array) {
  const store = testEvidence();
  store.upload('caller-1', 'one', { contentType, bytes: head.length, head });
  const { evidence } = await inspectEvidence(store, theCase, { evidence: [item('one')] }, at);
  return evidence[0]?.code;
}

test.each([
  ['application/pdf', bytes(pdfOf('report'))],
  ['image/jpeg', jpegOf('page')],
  ['image/png', pngOf('page')],
  [word, fixtureDocument('real.docx')],
])('%s is known by its bytes', async (contentType, head) => {
  expect(await stateOf(contentType, head)).toBe('EVIDENCE_USABLE');
  expect(await stateOf('application/octet-stream', head)).toBe('EVIDENCE_USABLE');
});

test.each([
  ['a page of HTML called a PDF', 'application/pdf', bytes('<html><script>'), 'EVIDENCE_UNREADABLE'],
  ['a picture called a PDF', 'application/pdf', pngOf('page'), 'EVIDENCE_UNREADABLE'],
  ['a spreadsheet called a Word document', word, fixtureDocument('sheet-first.xlsx'), 'EVIDENCE_UNREADABLE'],
  ['a document with macros', word, fixtureDocument('docm-renamed.docx'), 'EVIDENCE_UNREADABLE'],
  ['something unknown from a browser form', 'application/octet-stream', bytes('MZ\x90'), 'EVIDENCE_UNREADABLE'],
  ['nothing at all', 'application/pdf', bytes(''), 'EVIDENCE_UNREADABLE'],
  ['a PDF with a password', 'application/pdf', fixtureDocument('user-password.pdf'), 'EVIDENCE_LOCKED'],
  ['a Word document with a password', word, fixtureDocument('password-protected.docx'), 'EVIDENCE_LOCKED'],
  ['a PDF that is only a mark', 'application/pdf', fixtureDocument('header-only.pdf'), 'EVIDENCE_DAMAGED'],
])('%s cannot be used (hostile, malformed or half-finished)', async (_what, contentType, head, code) => {
  expect(await stateOf(contentType, head)).toBe(code);
});

test('a file that is gone is lost, not none (late)', async () => {
  expect(await inspectEvidence(testEvidence(), theCase, { evidence: [item('gone'), item()] }, at)).toEqual({
    evidence: [
      { index: 0, state: 'FAILED', code: 'EVIDENCE_LOST' },
      { index: 1, state: 'FAILED', code: 'EVIDENCE_LOST' },
    ],
  });
});

describe('a document in several files', () => {
  const three = { evidence: [item('one', 'two', 'three')] };

  function storeWith(second: object, third: object = {}) {
    const store = testEvidence();
    store.upload('caller-1', 'one', { versionId: 'v-one' });
    store.upload('caller-1', 'two', { versionId: 'v-two', ...second });
    store.upload('caller-1', 'three', { versionId: 'v-three', ...third });
    return store;
  }

  test('is usable when every page is, and the version of each page is kept', async () => {
    expect(await inspectEvidence(storeWith({}), theCase, three, at)).toEqual({
      evidence: [
        {
          index: 0,
          state: 'USABLE',
          code: 'EVIDENCE_USABLE',
          versionId: 'v-one',
          pages: [
            { state: 'USABLE', code: 'EVIDENCE_USABLE', versionId: 'v-one' },
            { state: 'USABLE', code: 'EVIDENCE_USABLE', versionId: 'v-two' },
            { state: 'USABLE', code: 'EVIDENCE_USABLE', versionId: 'v-three' },
          ],
        },
      ],
    });
  });

  test.each([
    ['is harmful (hostile)', { scan: 'HARMFUL' }, 'FAILED', 'EVIDENCE_HARMFUL'],
    ['is of another type than declared (hostile)', { contentType: 'image/png' }, 'FAILED', 'EVIDENCE_UNREADABLE'],
    ['is still being scanned', { scan: 'PENDING' }, 'PENDING', 'EVIDENCE_SCAN_PENDING'],
  ])('stands as its second page does where that %s', async (_what, second, state, code) => {
    const { evidence } = await inspectEvidence(storeWith(second), theCase, three, tenMinutesOn);
    expect(evidence[0]).toMatchObject({ state, code });
  });

  test('a page that is gone fails the document, whatever is still being scanned beside it (late)', async () => {
    const pages = { evidence: [item('one', 'two', 'gone')] };
    const { evidence } = await inspectEvidence(storeWith({ scan: 'PENDING' }), theCase, pages, tenMinutesOn);
    expect(evidence[0]).toMatchObject({ state: 'FAILED', code: 'EVIDENCE_LOST', versionId: 'v-one' });
    expect(evidence[0]?.pages?.map(({ state }) => state)).toEqual(['USABLE', 'PENDING', 'FAILED']);
  });

  test('the scan of a further page is waited for', async () => {
    const store = storeWith({}, { scan: 'PENDING' });
    await expect(inspectEvidence(store, theCase, three, at)).rejects.toThrow(EvidenceScanPending);
  });
});

describe('the Early Help Assessment', () => {
  const attached = { evidence: [item('one')], earlyHelpAssessment: { evidenceId: 'eha' } };

  function storeWith(assessment: object) {
    const store = testEvidence();
    store.upload('caller-1', 'one');
    store.upload('caller-1', 'eha', { versionId: 'v-eha', ...assessment });
    return store;
  }

  test.each([
    ['sound', {}, 'USABLE', 'EVIDENCE_USABLE'],
    ['harmful (hostile)', { scan: 'HARMFUL' }, 'FAILED', 'EVIDENCE_HARMFUL'],
  ])('that is %s is said apart from the evidence', async (_what, assessment, state, code) => {
    const inspected = await inspectEvidence(storeWith(assessment), theCase, attached, at);
    expect(inspected.earlyHelpAssessment).toEqual({ state, code, versionId: 'v-eha' });
    expect(inspected.evidence).toEqual([{ index: 0, state: 'USABLE', code: 'EVIDENCE_USABLE', versionId: 'v1' }]);
  });

  test('its scan is waited for, and no longer than for evidence', async () => {
    const store = storeWith({ scan: 'PENDING' });
    await expect(inspectEvidence(store, theCase, attached, at)).rejects.toThrow(EvidenceScanPending);
    const { earlyHelpAssessment } = await inspectEvidence(store, theCase, attached, tenMinutesOn);
    expect(earlyHelpAssessment?.state).toBe('PENDING');
  });
});
