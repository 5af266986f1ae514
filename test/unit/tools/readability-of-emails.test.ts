import { expect, test } from 'vitest';
import { everyEmail, namesInEmails } from '#tools/readability/emails.ts';
import { leavingOut } from '#tools/readability/leave-out.ts';
import { reportOn } from '#tools/readability/report.ts';

const emails = everyEmail();

test('every email and letter is plain enough for its readers', () => {
  expect(reportOn(emails, leavingOut(namesInEmails)).faults).toEqual([]);
});

test('every subject fits a narrow inbox', () => {
  expect(emails.map(({ blocks }) => blocks[0] ?? '').filter((subject) => subject.length > 60)).toEqual([]);
});

test('no email uses a word that the guide replaces', () => {
  const old = /e-mail|telephone|mailbox|somebody|nobody|at once|meanwhile|forward/i;
  expect(emails.flatMap(({ blocks }) => blocks).filter((block) => old.test(block))).toEqual([]);
});
