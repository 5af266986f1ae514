import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNoticeRenderer } from '#adapters/letters/render.ts';
import { noticeFacts } from '#domain/notices/facts.ts';
import { noticeTable } from '#domain/notices/notice-table.ts';
import { noticesOwed } from '#domain/notices/plan.ts';
import { wayTo } from '#domain/safe-contact/way-to.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { baseUrl, caseWith, config, factsFor, reference, referral, staff } from '../../application/notices/sample.ts';

const mother = { name: 'A. Mother', email: 'mother@example.org' };
const told = (patch: object) =>
  noticesOwed('FAMILY_RECEIPT', caseWith({}), { ...referral, ...patch }, staff).map(({ to }) => to);

test.each([
  ['a parent with an email address', { family: { parents: [mother] } }, ['FAMILY:0']],
  ['two with one address, once', { family: { parents: [mother, { ...mother, name: 'B' }] } }, ['FAMILY:0']],
  ['no one who must not be contacted', { family: { parents: [{ ...mother, doNotContact: true }] } }, []],
  ['no one with words about safe contact', { family: { parents: [{ ...mother, safeContact: 'Ring first' }] } }, []],
  ['no one without an email address', { family: { parents: [{ name: 'A' }] } }, []],
  ['no parent of a looked-after child', { socialCare: { status: 'LOOKED_AFTER' } }, []],
  ['no one who needs another format', { communication: { format: 'LARGE_PRINT' } }, []],
])('the receipt goes to %s', (_who, patch, expected) => {
  expect(told(patch)).toEqual(expected);
});

test('whatever the referral says, no receipt goes to a parent to whom the service may not write', () => {
  const text = fc.option(fc.constantFrom('him', 'Ring first'), { nil: undefined });
  const parent = fc.record({
    email: fc.option(fc.constantFrom('a@example.org', 'b@example.org'), { nil: undefined }),
    doNotContact: fc.option(fc.boolean(), { nil: undefined }),
    safeContact: text,
    addressKeptFrom: text,
  });
  fc.assert(
    fc.property(fc.array(parent, { maxLength: 4 }), (parents) => {
      const sent = { ...referral, family: { parents } };
      const owed = noticesOwed('FAMILY_RECEIPT', caseWith({}), sent, staff);
      for (const { to } of owed) expect(wayTo(Number(to.split(':')[1]), 'EMAIL', sent)).toHaveProperty('address');
    }),
  );
});

test.each([
  ['IN_TRIAGE', false],
  ['AWAITING_REFERRER', false],
  ['DECLINED', true],
  ['WITHDRAWN', true],
] as const)('put off until the case is %s, it is given up: %s', (status, isOver) => {
  expect(noticeTable.FAMILY_RECEIPT.isOver({}, caseWith({ status }))).toBe(isOver);
});

test.each([
  ['HEALTH_VISITOR', 'A health visitor has asked'],
  ['OTHER', 'A professional who works with you has asked'],
  ['constructor', 'A professional who works with you has asked'],
  ['xmark typed role', 'A professional who works with you has asked'],
])('it names a role that is known and no other: %s', (role, said) => {
  const link = { link: null, possibleDuplicate: false, tellInPerson: [] };
  const sources = { reference, theCase: caseWith({}), config, policy: defaultPolicy, baseUrl, ...link };
  const facts = noticeFacts({ ...sources, referral: { ...referral, referrer: { role } } });
  expect(createNoticeRenderer()('FAMILY_RECEIPT', facts).text).toContain(said);
});

test('it leads to the privacy notice and to nothing else', () => {
  const { text } = createNoticeRenderer()('FAMILY_RECEIPT', factsFor('FAMILY_RECEIPT', caseWith({})));
  expect(text.match(/https?:\S+/g)).toEqual([`${baseUrl}/privacy`]);
});
