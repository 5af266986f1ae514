import { expect, test } from 'vitest';
import { inboxPage, NO_EMAILS } from '#local/ses/inbox-page.ts';
import type { Mail } from '#local/ses/mailbox.ts';

function mail(changes: Partial<Mail> = {}): Mail {
  return {
    to: ['triage-1@example.org'],
    subject: 'Referral K7',
    text: 'Open https://example.org/link/a?b=1&c=2 now',
    html: '<p title="x">Hello</p>',
    sentAt: '2026-09-24T08:00:00.000Z',
    ...changes,
  };
}

test('the newest email stands first, with its links to follow and the time in London', () => {
  const page = inboxPage([mail({ subject: 'Older' }), mail({ subject: 'Newer' })]);
  expect(page.indexOf('Newer')).toBeLessThan(page.indexOf('Older'));
  expect(page).toContain('<a href="https://example.org/link/a?b=1&amp;c=2" rel="noreferrer">');
  expect(page).toContain('24 Sept 2026, 09:00');
});

test('the HTML part is shown in a frame that may do nothing', () => {
  expect(inboxPage([mail()])).toContain(
    '<iframe sandbox="" title="Referral K7, as HTML" srcdoc="&lt;p title=&quot;x&quot;&gt;',
  );
});

test('hostile text, subject, address and query stay text', () => {
  const hostile = '"><script>alert(1)</script>';
  const page = inboxPage([mail({ to: [hostile], subject: hostile, text: hostile, html: hostile })], { query: hostile });
  expect(page).not.toContain('<script');
  expect(page).toContain('&lt;script&gt;');
});

test('a query leaves the emails that hold it', () => {
  const page = inboxPage([mail({ subject: 'Keep' }), mail({ subject: 'Drop' })], { query: 'kEEp' });
  expect(page).toContain('Inbox: 1 email');
  expect(page).not.toContain('Drop');
});

test('an empty inbox says so', () => {
  expect(inboxPage([])).toContain(NO_EMAILS);
});
