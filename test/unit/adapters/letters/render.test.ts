import { expect, test } from 'vitest';
import { createNoticeRenderer } from '#adapters/letters/render.ts';
import type { Case } from '#domain/case/case.ts';
import type { NoticeKind } from '#domain/notices/notice.ts';
import { waitAim } from '#domain/service/wait-aim.ts';
import { askedUsToWithdraw, COPY, ofFamily, whenLinkEnds } from '#test/kit/words/emails.ts';
import {
  baseUrl,
  caseWith,
  config,
  factsFor,
  listed,
  reference,
  taskOf,
  token,
  withdrawnAfterListing,
} from '../../application/notices/sample.ts';
import { asked, assessmentFailed, codeEmail, everyNotice, pathways, render, withdrawnByTeam } from './every-email.ts';

const letter = (kind: NoticeKind, theCase: Case) => render(kind, factsFor(kind, theCase)).text;

/** The words that a reader of the HTML part sees. */
function shown(html: string): string {
  const body = html.slice(html.indexOf('<body>'));
  const text = body
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  return text.replace(/\s+/g, ' ').trim();
}

test('every e-mail has a subject of one line that names the reference, and a digest names it below', () => {
  for (const { email, kind } of everyNotice) {
    if (kind !== 'TEAM_DIGEST') expect(email.subject).toContain(reference);
    expect(email.subject).not.toMatch(/\n|Subject:/);
    expect(email.subject.length).toBeLessThanOrEqual(60);
    expect(email.text).toContain(reference);
  }
});

test('every heading and every point of a list stands on a line of its own', () => {
  for (const { email } of everyNotice) expect(email.text).not.toMatch(/\S [#*] /);
});

test('the text and the HTML part say the same', () => {
  for (const { email } of everyNotice) {
    const text = email.text.replace(/^-+$/gm, '').replace(/^\* /gm, '').replace(/\s+/g, ' ').trim();
    expect(shown(email.html)).toBe(text);
  }
});

test('every address of a page begins with the base URL, stands alone in the text part, and is whole in the HTML part', () => {
  for (const { email } of everyNotice) {
    const mailed = new RegExp(
      `^${baseUrl}/(?:(?:\\w+|family/page)/l/${token}|privacy|referral/mine|staff/triage\\?claimed=me|staff/openings|staff/lists/look-at/[a-z-]+)$`,
    );
    for (const [found] of email.text.matchAll(/https?:\S*/g)) expect(found).toMatch(mailed);
    for (const [, href, shown] of email.html.matchAll(/<a href="([^"]*)">([^<]*)</g))
      expect([href, shown]).toEqual([expect.stringMatching(mailed), href]);
    const lines = email.text.split('\n').filter((line) => line.includes('http'));
    for (const line of lines) expect(line).toMatch(/^\S+$/);
    expect(email.html.match(/<a href/g)?.length ?? 0).toBe(lines.length);
  }
});

test('staff and referrers have doors of their own', () => {
  expect(letter('TRIAGE_REQUEST', caseWith({}))).toContain(`\n${baseUrl}/triage/l/${token}\n`);
  expect(letter('ACKNOWLEDGEMENT', caseWith({}))).toContain(`\n${baseUrl}/referral/l/${token}\n`);
});

test('a possible duplicate begins with a sentence that says so, and only that', () => {
  for (const { email, possibleDuplicate } of everyNotice) {
    expect(email.text.startsWith(COPY)).toBe(possibleDuplicate);
  }
});

test('nothing is left of the template: no braces, no empty points, no words of the machine', () => {
  for (const { email } of everyNotice) {
    expect(email.text).not.toMatch(/[{}]|undefined|null|\[object|\n{3}|^\*[ ]?$/m);
    expect(email.text).not.toMatch(/\b[A-Z]+_[A-Z_]+\b/);
    expect(email.text).not.toMatch(/(?<!Portage )\bgroups?\b/i);
  }
});

test('nothing but the reference, dates and the service’s own names and numbers stands in for the child', () => {
  const allowed = new Set([
    '24 September 2026',
    '28 September 2026',
    '6 October 2026',
    '13 October 2026',
    '24 March 2027',
    '22 October 2026',
    '1 October 2026',
    '8 October 2026',
    '17 December 2026',
  ]);
  for (const { email } of everyNotice) {
    for (const [date] of email.text.matchAll(/\d{1,2} [A-Z][a-z]+ \d{4}/g)) expect(allowed).toContain(date);
  }
});

test.each(pathways)(
  'the family letter for %s gives the aim in the words of the rules, and promises nothing',
  (pathway) => {
    const text = letter('FAMILY_LETTER', listed(pathway));
    expect(text).toContain(waitAim(6));
    expect(text).not.toMatch(/\bwe will\b|\bwe'll\b|\bwe shall\b|guarantee|promise/i);
    expect(text).toContain('invited to Stay and Play');
    expect(text).toContain('What happens next');
    expect(text).toContain('How to ask questions');
    expect(text).toContain('01632 960000');
  },
);

test('the family letter names what the child waits for', () => {
  const [first, second, third] = pathways.map((pathway) => letter('FAMILY_LETTER', listed(pathway)));
  expect(first).toContain('a first visit at home');
  expect(second).toContain('the Portage group');
  expect(third).toContain('Little Treasures');
});

test('a referral without evidence is told exactly what would do, and where to send it again', () => {
  const text = letter('NOT_ACCEPTED_NO_EVIDENCE', caseWith({}));
  expect(text).toContain('* a Schedule of Growing Skills (SOGS) record\n* an Ages and Stages Questionnaire (ASQ-3)\n');
  expect(text).toContain('* an observation by a nursery or other setting');
  expect(text).toContain(`${baseUrl}/referral/l/${token}`);
});

test('only what is missing is listed as missing', () => {
  const text = letter('NOT_ACCEPTED_NO_CONSENT', caseWith({ reasons: ['AIMS_OF_PORTAGE_NOT_EXPLAINED'] }));
  expect(text).toContain('no one has explained the aims of Portage');
  expect(text).not.toContain('do not agree');
});

test('who is waited for until an instant is told its time too: the whole of that day is more than they have', () => {
  const asking = asked('NO_EVIDENCE_YET', '2026-10-01T07:00:00.000Z');
  for (const kind of ['REFERRER_REQUEST', 'REFERRER_REMINDER'] as const) {
    expect(letter(kind, asking)).toContain('Please answer by 1 October 2026 at 8am.');
  }
});

test('each document that failed is named by its place and by what to do', () => {
  const text = letter('REFERRER_REQUEST', asked('EVIDENCE_FAILED', null));
  expect(text).toContain(
    '* Document 1: the file is missing. Please send it again.\n* Document 2: the file contains a virus',
  );
});

test.each([
  'NOT_ACCEPTED_NO_EVIDENCE',
  'NOT_ACCEPTED_NO_CONSENT',
  'RETURNED_INVALID',
  'REDIRECTED_EY_ADVISORY',
  'OUT_OF_SCOPE',
] as const)('the machine stop %s says how to ask the team to check again', (kind) => {
  const text = letter(kind, caseWith({}));
  expect(text).toContain('Ask the team to check again');
  // What could not be read is sent again: there is nothing to reopen.
  const said = text.replaceAll('\n', ' ');
  expect(said).toContain('Someone in our team will answer you.');
  expect(said.includes('They can reopen the referral.')).toBe(kind !== 'RETURNED_INVALID');
  expect(text).toContain(config.contact.email);
});

test('who withdrew a referral is asked to tell the family, and of the list only where the child was on one', () => {
  const [never, once] = [caseWith({}), withdrawnAfterListing()].map((theCase) => letter('OUTCOME_WITHDRAWN', theCase));
  for (const text of [never, once]) expect(text).toContain(ofFamily.notWritten);
  expect(never).not.toContain('waiting list');
  expect(once).toContain('no longer on the waiting list');
});

test('a referrer for whom our team withdrew a referral reads that they had asked for it, and not what our team wrote down', () => {
  const text = letter('OUTCOME_WITHDRAWN', withdrawnByTeam);
  expect(text).toContain(askedUsToWithdraw);
  expect(text).toContain(ofFamily.notWritten);
  expect(text).not.toMatch(/secure link\. No one|They rang|Pat Hill/);
});

test('the team is told of a withdrawal what is left to do, and that the reason is on no page that a link still opens', () => {
  const [never, once] = [caseWith({}), withdrawnAfterListing()].map((theCase) => letter('TEAM_WITHDRAWN', theCase));
  expect(never).toContain('You do not need to decide on it');
  for (const text of [never, once]) expect(text).toContain('Your link no longer opens that page');
  expect(once).toContain('no longer on the waiting list');
  expect(once).not.toMatch(/next meeting|need to decide|The family has moved/);
});

test('a colleague who is asked to take a referral over learns its reference, and what it means, and no name', () => {
  const text = letter('HAND_OVER_REQUEST', caseWith({}));
  expect(text).toContain('Nothing changes until you agree.');
  expect(text).toContain(`\n${baseUrl}/referral/l/${token}\n`);
});

test.each<[NoticeKind, string]>([
  ['HAND_OVER_REQUEST', whenLinkEnds.askColleague],
  ['HAND_OVER_TAKEN', whenLinkEnds.offersNew],
  ['OUTCOME_DECLINED', whenLinkEnds.offersNew],
  ['RETURNED_INVALID', whenLinkEnds.offersNew],
])('%s says truly what to do once its link has run out', (kind, said) => {
  const text = letter(kind, caseWith({ status: 'DECLINED' }));
  expect(Object.values(whenLinkEnds).filter((words) => text.includes(words))).toEqual([said]);
});

test('a redirect says that nothing was shared', () => {
  expect(letter('REDIRECTED_EY_ADVISORY', caseWith({}))).toContain('We have not shared the referral');
});

test('the code stands alone on a line of the text part, and is nowhere in the subject', () => {
  const email = codeEmail;
  expect(email.text.match(/^\d{6}$/gm)).toEqual(['012345']);
  expect(email.subject).not.toContain('012345');
  expect(email.text).toContain('10 minutes');
  expect(email.text).toContain('No one from the service will ever ask you for this code');
  expect(shown(email.html)).toContain('012345');
});

test('a service with HTML in its name is shown as it is (hostile)', () => {
  const facts = { ...factsFor('OUT_OF_SCOPE', caseWith({})), serviceName: '<b>"Tom & Co"</b>' };
  const email = render('OUT_OF_SCOPE', facts);
  expect(email.text).toContain('<b>"Tom & Co"</b>, Example Council');
  expect(email.html).toContain('&lt;b&gt;&quot;Tom &amp; Co&quot;&lt;/b&gt;, Example Council');
});

test('a folder without templates is an error that names what is missing (malformed)', () => {
  const nowhere = createNoticeRenderer({ templatesFolder: '/nowhere' });
  expect(() => nowhere('OUT_OF_SCOPE', factsFor('OUT_OF_SCOPE', caseWith({})))).toThrow('out-of-scope.njk');
});

test('a request for documents again names the page of a document, and the Early Help Assessment', () => {
  const text = letter('REFERRER_REQUEST', assessmentFailed).replace(/\s+/g, ' ');
  expect(text).toContain('Document 1, page 2: the file is missing');
  expect(text).toContain('The Early Help Assessment: the file contains a virus.');
});

test('a request for a first document says too that an Early Help Assessment which came cannot be used', () => {
  const ask = { why: 'NO_EVIDENCE_YET', question: '', failed: [], earlyHelpAssessment: 'EVIDENCE_LOST' } as const;
  const theCase = caseWith({ task: taskOf('REFERRER'), ask: { ...ask, failed: [], untilAt: null } });
  const text = letter('REFERRER_REQUEST', theCase).replace(/\s+/g, ' ');
  expect(text).toContain("has no document about the child's development");
  expect(text).toContain('The Early Help Assessment: the file is missing. Please send it again.');
  expect(letter('REFERRER_REQUEST', asked('NO_EVIDENCE_YET', null))).not.toContain('cannot use');
});

test('an email gives the referrer their own reference, where there is one, and its subject never does', () => {
  const facts = (more: { ownReference?: string }) => factsFor('ACKNOWLEDGEMENT', caseWith({}), more);
  const { subject, text, html } = render('ACKNOWLEDGEMENT', facts({ ownReference: 'HV-0143' }));
  expect(text).toContain('\nYour own reference for this referral: HV-0143\n');
  expect(html).toContain('HV-0143');
  expect(subject).not.toContain('HV-0143');
  expect(render('ACKNOWLEDGEMENT', facts({})).text).not.toContain('own reference');
});

test('no mark of a heading is left in any email: each heading stands on a line of its own', () => {
  expect(everyNotice.filter(({ email }) => email.text.includes('# '))).toEqual([]);
});

test('the four emails that ask to triage each say in the subject what is new', () => {
  const again = [undefined, 'DEFERRED', 'ANSWERED', 'NOT_ANSWERED'] as const;
  const subjects = again.map((askedAgain) => {
    const theCase = caseWith({ task: taskOf('TRIAGE', 2), ...(askedAgain === undefined ? {} : { askedAgain }) });
    return render('TRIAGE_REQUEST', factsFor('TRIAGE_REQUEST', theCase)).subject;
  });
  expect(new Set(subjects).size).toBe(4);
});
