import type { RenderedEmail } from '#domain/notices/facts.ts';
import { codeEmail, draftEmails, everyNotice, everyPrinted } from '#test/unit/adapters/letters/every-email.ts';
import { config } from '#test/unit/application/notices/sample.ts';
import { blocksOf } from './blocks.ts';
import type { Text } from './faults.ts';

const { serviceName, councilName, contact } = config;

/** Names in the emails that the measure leaves out. */
export const namesInEmails = [serviceName, councilName, contact.phone, contact.hours];

/** Every email and letter in every wording that a situation gives it, each wording once. */
export function everyEmail(): Text[] {
  const notices = everyNotice.map(({ kind, email }) => textOf(kind, email));
  const others = [textOf('code', codeEmail), ...draftEmails.map((email) => textOf('draft link', email))];
  const printed = everyPrinted.map(({ kind, html }) => textOf(`${kind} printed`, { subject: 'Letter', html }));
  const each = new Map([...notices, ...printed, ...others].map((text) => [text.blocks.join('\n'), text]));
  return [...each.values()];
}

function textOf(name: string, { subject, html }: Pick<RenderedEmail, 'subject' | 'html'>): Text {
  const kind = name.startsWith('FAMILY_') ? 'letter' : 'email';
  return { name, kind, blocks: [subject, ...blocksOf(html)] };
}
