import { expect, test } from 'vitest';
import { receivedCase } from '#domain/case/receive.ts';
import { inspectEvidence } from '#functions/inspect-evidence.ts';
import { testEvidence } from '#test/http/doubles.ts';

const at = '2026-09-24T08:00:00.000Z';
const theCase = receivedCase({ reference: 'REF1', caller: 'caller-1', receivedAt: at, referralOn: '2026-09-24' }, 1);
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

async function stateOf(contentType: string, head: string) {
  const evidence = testEvidence();
  evidence.upload('caller-1', 'one', { contentType, head: bytes(head) });
  const [inspected] = await inspectEvidence(evidence, theCase, ['one'], at);
  return inspected?.code;
}

test.each([
  ['application/pdf', '%PDF-1.7'],
  ['image/jpeg', '\xff\xd8\xff\xe0'],
  ['image/png', '\x89PNG\r\n\x1a\n'],
  [word, 'PK\x03\x04......[Content_Types].xml'],
])('%s is known by its first bytes', async (contentType, head) => {
  expect(await stateOf(contentType, head)).toBe('EVIDENCE_USABLE');
  expect(await stateOf('application/octet-stream', head)).toBe('EVIDENCE_USABLE');
});

test.each([
  ['a page of HTML called a PDF', 'application/pdf', '<html><script>'],
  ['a picture called a PDF', 'application/pdf', '\x89PNG\r\n\x1a\n'],
  ['any zip called a Word document', word, 'PK\x03\x04......payload.exe'],
  ['something unknown from a browser form', 'application/octet-stream', 'MZ\x90'],
  ['nothing at all', 'application/pdf', ''],
])('%s is unreadable (hostile)', async (_what, contentType, head) => {
  expect(await stateOf(contentType, head)).toBe('EVIDENCE_UNREADABLE');
});

test('a file that is gone is lost, not none (late)', async () => {
  expect(await inspectEvidence(testEvidence(), theCase, ['gone', undefined], at)).toEqual([
    { index: 0, state: 'FAILED', code: 'EVIDENCE_LOST' },
    { index: 1, state: 'FAILED', code: 'EVIDENCE_LOST' },
  ]);
});
