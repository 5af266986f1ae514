import { pdfOf } from './documents.ts';

/** A part of an email: its headers, and its body as it stands in the email. */
interface Part {
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How an email is made; what is not said is that of an ordinary one. */
interface Mail {
  readonly from?: string;
  readonly subject?: string;
  readonly messageId?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly type?: string;
  readonly body?: string;
  readonly parts?: readonly Part[];
}

/** The bytes of an email with these headers and parts. */
export function mailOf(mail: Mail = {}): Buffer {
  const { from = 'Ann Health <ann@clinic.example>', subject = 'A referral', messageId = 'm1@clinic.example' } = mail;
  const { type = 'text/plain; charset=utf-8', body = 'Please see the report.', parts, headers = {} } = mail;
  const top = {
    ...(from === '' ? {} : { From: from }),
    To: 'portage-referrals@example.org',
    ...(subject === '' ? {} : { Subject: subject }),
    ...(messageId === '' ? {} : { 'Message-ID': `<${messageId}>` }),
    Date: 'Thu, 24 Sep 2026 09:00:00 +0100',
    'MIME-Version': '1.0',
    ...headers,
    'Content-Type': parts ? 'multipart/mixed; boundary="edge"' : type,
  };
  const inner = parts ? `${parts.map(partOf).join('')}--edge--\r\n` : `${body}\r\n`;
  return Buffer.from(`${linesOf(top)}\r\n${inner}`);
}

const linesOf = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');

const partOf = ({ type, body, headers = {} }: Part) =>
  `--edge\r\n${linesOf({ 'Content-Type': type, ...headers })}\r\n${body}\r\n`;

/** A file that came with an email, in base64. */
export function fileIn(name: string, type: string, bytes: Uint8Array | string): Part {
  const body = Buffer.from(bytes).toString('base64').replaceAll(/.{76}/g, '$&\r\n');
  const disposition = `attachment; filename="${name}"`;
  return {
    ...{ type: `${type}; name="${name}"`, body },
    headers: { 'Content-Transfer-Encoding': 'base64', 'Content-Disposition': disposition },
  };
}

/** A report that can be opened. */
export const reportIn = (name = 'report.pdf') => fileIn(name, 'application/pdf', pdfOf(`report ${name}`));

/** Words beside files. */
export const wordsIn = (body: string, type = 'text/plain; charset=utf-8'): Part => ({ type, body });
