import { expect, test } from 'vitest';
import { createMailParser } from '#adapters/mime/parse-mail.ts';
import { fileIn, mailOf, reportIn, wordsIn } from '#test/kit/mails.ts';

const parse = createMailParser({ ours: ['small-steps@example.org'] });
const read = (mail: Buffer | string, isWhole = true) => parse(Buffer.from(mail), isWhole);

test('an ordinary email is who wrote what, with its files and nothing odd', async () => {
  const mail = await read(mailOf({ parts: [wordsIn('Please see the report.'), reportIn()] }));
  expect(mail).toMatchObject({ from: 'ann@clinic.example', name: 'Ann Health', subject: 'A referral', signs: [] });
  expect(mail.text).toBe('Please see the report.');
  expect(mail.files.map(({ name, type }) => [name, type])).toEqual([['report.pdf', 'application/pdf']]);
});

test('a page is read as plain words: no script, no style, no address of a picture or a link', async () => {
  const body =
    '<style>p{}</style><script>steal()</script><p>Hello&nbsp;&amp; welcome</p>' +
    '<img src="http://tracker.example/p.gif"><ul><li>One<li>Two</ul><a href="http://evil.example">here</a><!-- no -->';
  const { text } = await read(mailOf({ type: 'text/html; charset=utf-8', body }));
  expect(text).toBe('Hello & welcome\n\n- One\n- Two\nhere');
});

test.each([
  ['an escaped tag stays text', '&lt;script&gt;x&lt;/script&gt;', '<script>x</script>'],
  ['a tag that never ends', 'Hello <a href="x', 'Hello'],
  ['a script that never ends', 'Hello<script>x', 'Hello'],
  ['a number of no character', 'a&#55296;b&#99999999;c', 'a b&#99999999;c'],
])('of a broken page: %s', async (_why, body, words) => {
  expect((await read(mailOf({ type: 'text/html', body }))).text).toBe(words);
});

test.each([
  ['windows-1252', Buffer.from([0x5a, 0x6f, 0xeb]), 'Zoë'],
  ['iso-8859-15', Buffer.from([0xa4]), '€'],
  ['utf-16le', Buffer.from('Zoë', 'utf16le'), 'Zoë'],
  ['koi8-r', Buffer.from([0xf0, 0xd2]), 'Пр'],
  ['no-such-set', Buffer.from('plain'), 'plain'],
])('words in %s are read as they were written', async (charset, bytes, words) => {
  const headers = { 'Content-Transfer-Encoding': 'base64' };
  const mail = mailOf({ type: `text/plain; charset=${charset}`, headers, body: bytes.toString('base64') });
  expect((await read(mail)).text).toBe(words);
});

test('an email within an email is read with it, and its files with them', async () => {
  const inner = mailOf({ from: 'gp@surgery.example', parts: [wordsIn('About the child'), reportIn('inner.pdf')] });
  const boundary = inner.toString().replaceAll('edge', 'inner');
  const mail = await read(mailOf({ parts: [wordsIn('For you'), wordsIn(boundary, 'message/rfc822')] }));
  expect(mail.text).toContain('For you');
  expect(mail.text).toContain('About the child');
  expect(mail.text).toContain('gp@surgery.example');
  expect(mail.files.map(({ name }) => name)).toEqual(['inner.pdf']);
});

test.each([
  ['an automatic reply', { 'Auto-Submitted': 'auto-replied' }],
  ['an automatic reply of Exchange', { 'Auto-Submitted': 'auto-generated' }],
  ['a mailing list', { 'List-Id': '<news.example.org>' }],
  ['a newsletter', { 'List-Unsubscribe': '<mailto:x@example.org>' }],
  ['bulk mail', { Precedence: 'bulk' }],
  ['a sender of none', { 'Return-Path': '<>' }],
])('%s was sent by a machine', async (_why, headers) => {
  expect((await read(mailOf({ headers }))).signs).toEqual(['AUTOMATIC']);
});

test.each(['MAILER-DAEMON@example.org', 'no-reply@clinic.example', 'Small Steps <Small-Steps@example.org>', ''])(
  'so was what came from "%s"',
  async (from) => {
    expect((await read(mailOf({ from }))).signs).toContain('AUTOMATIC');
  },
);

test('what a person sent is not, also where their server says so', async () => {
  expect((await read(mailOf({ headers: { 'Auto-Submitted': 'no' } }))).signs).toEqual([]);
});

test('the verdict of the scanner is its own header, the topmost: of a virus no file is kept', async () => {
  const headers = { 'X-SES-Virus-Verdict': 'FAIL', 'X-SES-Spam-Verdict': 'FAIL', 'x-ses-virus-verdict': 'PASS' };
  const mail = await read(mailOf({ headers, parts: [wordsIn('Open it'), reportIn()] }));
  expect(mail.signs).toEqual(['SPAM', 'VIRUS']);
  expect(mail.files).toEqual([]);
});

test.each([
  ['S/MIME', mailOf({ type: 'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m', body: 'MIAG' })],
  ['PGP', mailOf({ parts: [wordsIn('Version: 1', 'application/pgp-encrypted'), wordsIn('x', 'text/plain')] })],
])('an email that needs a key of ours says so (%s)', async (_how, mail) => {
  expect((await read(mail)).signs).toContain('ENCRYPTED');
});

test('so does one that only Outlook can read', async () => {
  const mail = mailOf({ parts: [wordsIn('See attached'), fileIn('winmail.dat', 'application/ms-tnef', 'x')] });
  expect((await read(mail)).signs).toContain('OUTLOOK_ONLY');
});

test.each([
  ['nothing at all', '', ['AUTOMATIC', 'UNREADABLE']],
  ['no email', '\0\x01\x02 what is this', ['AUTOMATIC', 'UNREADABLE']],
  [
    'a boundary that never comes',
    'From: a@example.org\nContent-Type: multipart/mixed; boundary=q\n\n--z\n',
    ['UNREADABLE'],
  ],
  ['no words and no file', mailOf({ body: '' }).toString(), ['EMPTY']],
])('%s is never lost: it has a sign', async (_why, mail, signs) => {
  expect((await read(mail)).signs).toEqual(signs);
});

test('words that stand in no part are shown as they came, and are never called empty', async () => {
  const mail = await read('From: a@example.org\nContent-Type: multipart/mixed; boundary=""\n\nPlease see Zoë\n');
  expect([mail.signs, mail.text.endsWith('Please see Zoë')]).toEqual([['UNREADABLE'], true]);
  expect(mail.sameAs).toBeUndefined();
});

test('parts within parts without end are read no further', async () => {
  const deep = Array.from({ length: 500 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`);
  const mail = await read(`From: a@example.org\n${deep.join('')}`);
  expect(mail.signs).toEqual(['AUTOMATIC', 'UNREADABLE']);
});

test('of a large email its beginning says who wrote, and no file of it is kept', async () => {
  const mail = mailOf({ parts: [wordsIn('The scans'), reportIn()] }).subarray(0, 700);
  const { from, signs, files } = await read(mail, false);
  expect([from, signs, files]).toEqual(['ann@clinic.example', ['TOO_BIG'], []]);
});

test('one email delivered twice is the same, and another under the same Message-ID is not', async () => {
  const [one, again, other] = await Promise.all([
    read(mailOf({ headers: { Received: 'by one' } })),
    read(mailOf({ headers: { Received: 'by two' } })),
    read(mailOf({ body: 'Something else' })),
  ]);
  expect(again.sameAs).toBe(one.sameAs);
  expect(other.sameAs).not.toBe(one.sameAs);
  expect((await read(mailOf({ messageId: '' }))).sameAs).toBeUndefined();
});

test('characters that steer a screen or hide a name are gone', async () => {
  const mail = await read(mailOf({ subject: '=?utf-8?B?4oCuZm9vIBtbMzFt?=', body: 'a\u001b[31mb\u0000c' }));
  expect([mail.subject, mail.text]).toEqual(['foo [31m', 'a[31mbc']);
});
