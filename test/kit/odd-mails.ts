import type { MailSign } from '#domain/mail/incoming-mail.ts';
import { compoundOf, zipOf } from './documents.ts';
import { fileIn, reportIn, mailOf as sameMailOf, wordsIn } from './mails.ts';

let made = 0;
/** Each under a Message-ID of its own, unless it names one. */
const mailOf: typeof sameMailOf = (mail = {}) => {
  made += 1;
  return sameMailOf({ messageId: `odd${made}@clinic.example`, ...mail });
};

const MB = 1024 * 1024;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const base64 = { 'Content-Transfer-Encoding': 'base64' };
const page = (body: string, type = 'text/html; charset=utf-8') => mailOf({ type, body });
const text = (charset: string, bytes: Buffer) =>
  mailOf({ type: `text/plain; charset=${charset}`, headers: base64, body: bytes.toString('base64') });
const withFile = (name: string, type: string, bytes: Uint8Array | string) =>
  mailOf({ parts: [wordsIn('See attached'), fileIn(name, type, bytes)] });
const zip = zipOf([{ name: 'report.pdf', text: '%PDF-1.4 report' }]);
const lockedZip = zipOf([{ name: 'report.pdf', text: 'sealed', locked: true }]);
const deep = Array.from({ length: 500 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`);
const CALENDAR = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Meeting\r\nEND:VEVENT\r\nEND:VCALENDAR';

/** Emails that are odd, each with what it must be shown as. */
export const ODD_MAILS: readonly (readonly [kind: string, bytes: Buffer, signs: readonly MailSign[]])[] = [
  ['nothing at all', Buffer.from(''), ['AUTOMATIC', 'UNREADABLE']],
  ['line ends alone', Buffer.from('\r\n\r\n\r\n'), ['AUTOMATIC', 'UNREADABLE']],
  ['bytes that are no email', Buffer.from([0, 1, 2, 255, 254, 0, 0]), ['AUTOMATIC', 'UNREADABLE']],
  ['a picture in place of an email', Buffer.from('\x89PNG\r\n\x1a\n'), ['AUTOMATIC', 'UNREADABLE']],
  ['no words and no file', mailOf({ body: '' }), ['EMPTY']],
  ['no words and no subject', mailOf({ body: '', subject: '' }), ['EMPTY']],
  ['spaces alone', mailOf({ body: ' \t \r\n ' }), ['EMPTY']],
  ['words without a subject', mailOf({ subject: '' }), []],
  ['a report without a word', mailOf({ body: '', parts: [reportIn()] }), []],
  ['20 MB of a scan', withFile('scan.tif', 'image/tiff', Buffer.alloc(15 * MB, 7)), ['FILES_LEFT']],
  ['26 MB', withFile('scan.tif', 'image/tiff', Buffer.alloc(19 * MB, 7)), ['TOO_BIG']],
  ['a line of a megabyte', mailOf({ body: 'a'.repeat(MB) }), []],
  ['40 files', mailOf({ parts: Array.from({ length: 40 }, (_, n) => reportIn(`${n}.pdf`)) }), ['FILES_LEFT']],
  [
    'a boundary that never comes',
    Buffer.from('From: a@example.org\nContent-Type: multipart/mixed; boundary=q\n\n--z\n'),
    ['UNREADABLE'],
  ],
  [
    'a boundary of nothing',
    Buffer.from('From: a@example.org\nContent-Type: multipart/mixed; boundary=""\n\nHello\n'),
    ['UNREADABLE'],
  ],
  ['parts within parts without end', Buffer.from(`From: a@example.org\n${deep.join('')}`), ['AUTOMATIC', 'UNREADABLE']],
  ['cut off in a file', withFile('a.pdf', 'application/pdf', '%PDF').subarray(0, 500), ['FILES_LEFT']],
  ['base64 that is none', mailOf({ headers: base64, body: '%%%% not base64 %%%%' }), []],
  ['headers that never end', Buffer.from(`From: a@example.org\r\n${'X-A: b\r\n'.repeat(2000)}`), ['EMPTY']],
  ['a header of 600 KB', mailOf({ headers: { 'X-Long': 'a'.repeat(600_000) } }), ['AUTOMATIC', 'UNREADABLE']],
  ['words in UTF-16', text('utf-16le', Buffer.from('Zoë needs help', 'utf16le')), []],
  ['an email that is UTF-16 throughout', Buffer.from(mailOf().toString(), 'utf16le'), ['AUTOMATIC', 'UNREADABLE']],
  ['words in windows-1252', text('windows-1252', Buffer.from([0x5a, 0x6f, 0xeb])), []],
  ['words in a set that no one knows', text('no-such-set', Buffer.from('plain')), []],
  ['bytes that are no UTF-8', text('utf-8', Buffer.from([0xc3, 0x28, 0xff, 0x41])), []],
  ['what only Outlook can read', withFile('winmail.dat', 'application/ms-tnef', 'x'), ['OUTLOOK_ONLY', 'FILES_LEFT']],
  [
    'the same under another type',
    withFile('WINMAIL.DAT', 'application/octet-stream', 'x'),
    ['OUTLOOK_ONLY', 'FILES_LEFT'],
  ],
  ['a zip', withFile('reports.zip', 'application/zip', zip), ['FILES_LEFT']],
  [
    'a zip in a zip',
    withFile('a.zip', 'application/zip', zipOf([{ name: 'b.zip', text: zip.toString('latin1') }])),
    ['FILES_LEFT'],
  ],
  ['a program', withFile('report.pdf.exe', 'application/pdf', 'MZ\u0090'), ['FILES_LEFT']],
  [
    'a document behind a password',
    withFile('report.docx', DOCX, compoundOf(['EncryptionInfo', 'EncryptedPackage'])),
    ['FILES_LEFT'],
  ],
  ['a zip behind a password', withFile('report.zip', 'application/zip', lockedZip), ['FILES_LEFT']],
  ['a name that climbs', mailOf({ parts: [wordsIn('See'), reportIn('../../../etc/passwd')] }), []],
  ['a page alone', page('<p>Please see <b>Zoë</b></p>'), []],
  ['a page of pictures from elsewhere', page('<img src="http://evil.example/p.gif"><p>Hi</p>'), []],
  ['a page of one picture from elsewhere', page('<img src="http://evil.example/p.gif">'), ['EMPTY']],
  ['a page with scripts', page('<p onclick="evil.example">Hi</p><script src="//evil.example/a.js">x</script>'), []],
  ['a page with a form', page('<form action="http://evil.example"><input name="code"></form>Enter the code'), []],
  ['a page with a frame', page('<iframe src="http://evil.example"></iframe>Hi'), []],
  ['words that look like a page', mailOf({ body: '<script src="http://evil.example"></script>' }), []],
  ['an automatic reply', mailOf({ headers: { 'Auto-Submitted': 'auto-replied' } }), ['AUTOMATIC']],
  ['an automatic reply of old', mailOf({ headers: { Precedence: 'auto_reply' } }), ['AUTOMATIC']],
  ['a mailing list', mailOf({ headers: { 'List-Id': '<news.example.org>' } }), ['AUTOMATIC']],
  ['a bounce', mailOf({ from: 'MAILER-DAEMON@clinic.example', headers: { 'Return-Path': '<>' } }), ['AUTOMATIC']],
  ['our own email that came back', mailOf({ from: 'portage@example.org' }), ['AUTOMATIC']],
  ['no sender', mailOf({ from: '' }), ['AUTOMATIC']],
  ['a sender without an address', mailOf({ from: 'Ann Health' }), ['AUTOMATIC']],
  ['two senders', mailOf({ from: 'a@clinic.example, b@clinic.example' }), []],
  ['a group as its sender', mailOf({ from: 'Clinic: a@clinic.example;' }), []],
  ['a sender with lines of its own', mailOf({ from: '=?utf-8?Q?A=0D=0ABcc:_b@evil.example?= <a@clinic.example>' }), []],
  ['an address with lines of its own', mailOf({ from: '<a@clinic.example=0D=0ABcc:b@evil.example>' }), []],
  ['a subject with lines of its own', mailOf({ subject: '=?utf-8?Q?Hi=0D=0ABcc:_b@evil.example?=' }), []],
  ['a subject of 100 KB', mailOf({ subject: 'a'.repeat(100_000) }), []],
  ['a subject that turns the line', mailOf({ subject: '=?utf-8?B?4oCuZm9v?=' }), []],
  [
    'an invitation to a meeting',
    mailOf({ parts: [wordsIn(CALENDAR, 'text/calendar; method=REQUEST')] }),
    ['FILES_LEFT'],
  ],
  [
    'S/MIME that is encrypted',
    mailOf({ type: 'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m', body: 'MIAG' }),
    ['ENCRYPTED', 'FILES_LEFT'],
  ],
  [
    'S/MIME that is signed',
    mailOf({ parts: [wordsIn('Hi'), fileIn('smime.p7s', 'application/pkcs7-signature', 'x')] }),
    ['FILES_LEFT'],
  ],
  [
    'PGP',
    mailOf({ parts: [wordsIn('Version: 1', 'application/pgp-encrypted'), wordsIn('x')] }),
    ['ENCRYPTED', 'FILES_LEFT'],
  ],
  [
    'a virus',
    mailOf({ headers: { 'X-SES-Virus-Verdict': 'FAIL' }, parts: [wordsIn('Open it'), reportIn()] }),
    ['VIRUS'],
  ],
  ['spam', mailOf({ headers: { 'X-SES-Spam-Verdict': 'FAIL' } }), ['SPAM']],
  [
    'an email within an email',
    mailOf({ parts: [wordsIn('For you'), wordsIn(mailOf().toString(), 'message/rfc822')] }),
    [],
  ],
  ['one that is delivered twice', mailOf({ messageId: 'twin@clinic.example' }), []],
  ['the same again', mailOf({ messageId: 'twin@clinic.example' }), []],
  ['another child under its Message-ID', mailOf({ messageId: 'twin@clinic.example', body: 'Another child' }), []],
  ['no Message-ID', mailOf({ messageId: '', body: 'Once' }), []],
  ['no Message-ID again', mailOf({ messageId: '', body: 'Once' }), []],
  ['a date that is none', mailOf({ headers: { Date: 'yesterday' } }), []],
];
