import { SesError } from './ses-error.ts';

export type SendRequest = {
  source: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  tags: Record<string, string[]>;
};

const MAX_RECIPIENTS = 50;
// SES takes no character outside ASCII before the @; a name may stand in front of an address in angle brackets.
const ADDRESS = /^(?:[^<>\r\n]*<)?([\x21-\x7e]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,})>?$/i;

/** What a SendEmail asks for, refused with SES's codes where SES would refuse it. */
export function readSendRequest(form: URLSearchParams): SendRequest {
  const source = addressOf(form.get('Source') ?? '', 'Source');
  const to = ['To', 'Cc', 'Bcc'].flatMap((kind) => members(form, `Destination.${kind}Addresses`));
  if (to.length === 0) throw new SesError('InvalidParameterValue', 'Destination: at least one address is required.');
  if (to.length > MAX_RECIPIENTS) throw new SesError('InvalidParameterValue', 'Recipient count exceeds 50.');
  const subject = form.get('Message.Subject.Data');
  if (subject === null) throw new SesError('InvalidParameterValue', 'Message.Subject.Data is required.');
  if (/[\r\n]/.test(subject)) throw new SesError('InvalidParameterValue', 'Header value contains a newline: Subject.');
  const text = form.get('Message.Body.Text.Data') ?? '';
  const html = form.get('Message.Body.Html.Data') ?? '';
  if (!text && !html) throw new SesError('InvalidParameterValue', 'Message.Body: a Text or an Html part is required.');
  for (const each of members(form, 'ReplyToAddresses')) addressOf(each, 'ReplyToAddresses');
  return {
    source,
    to: to.map((each) => addressOf(each, 'Destination')),
    subject,
    text,
    html,
    tags: tagsOf(form, source),
  };
}

function addressOf(given: string, where: string): string {
  const address = ADDRESS.exec(given.trim())?.[1];
  if (address) return address;
  if (given.includes('@')) throw new SesError('InvalidParameterValue', `${where}: the address is not well formed.`);
  throw new SesError('InvalidParameterValue', `${where}: Missing final '@domain'.`);
}

function tagsOf(form: URLSearchParams, source: string): Record<string, string[]> {
  const tags: Record<string, string[]> = { 'ses:from-domain': [source.slice(source.indexOf('@') + 1)] };
  const configurationSet = form.get('ConfigurationSetName');
  if (configurationSet) tags['ses:configuration-set'] = [configurationSet];
  for (let at = 1; form.has(`Tags.member.${at}.Name`); at += 1) {
    const name = form.get(`Tags.member.${at}.Name`) ?? '';
    const value = form.get(`Tags.member.${at}.Value`) ?? '';
    if (!/^[\w-]{1,256}$/.test(name) || !/^[\w.@-]{1,256}$/.test(value)) {
      throw new SesError(
        'InvalidParameterValue',
        `Tags: ${name} is not a name and a value of letters, digits, - and _.`,
      );
    }
    tags[name] = [value];
  }
  return tags;
}

function members(form: URLSearchParams, list: string): string[] {
  return [...form].flatMap(([name, value]) => (name.startsWith(`${list}.member.`) ? [value] : []));
}
