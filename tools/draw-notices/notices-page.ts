import { type NoticeKind, noticeKindSchema } from '#domain/notices/notice.ts';
import { noticeTable } from '#domain/notices/notice-table.ts';
import type { LinkPurpose } from '#domain/people/link.ts';
import { toldOf } from './audiences.ts';

const OPENS = new Map<LinkPurpose | null, string>([
  [null, 'nothing'],
  ['TASK', 'a task, after sign-in'],
  ['TODAY', 'today’s work, after sign-in'],
  ['STATUS', 'the referral, after the date of birth or a code'],
  ['ANSWER', 'the question, after the date of birth or a code'],
  ['RESUBMIT', 'a new form, after the date of birth or a code'],
  ['FORWARD', 'whether to share, after the date of birth or a code'],
  ['HANDOVER', 'the hand-over, after the date of birth'],
  ['SHARED', 'the record, after a code to that address'],
  ['PAGE', 'the page of the family, after the date of birth'],
  ['OFFER', 'the offer, after the date of birth'],
]);

/** The page that says who is told what, on which basis: a row for each kind of notice, in groups of the same people. */
export function noticesPage(): string {
  const groups = Map.groupBy(noticeKindSchema.options, (kind) => {
    const { who, basis } = toldOf(kind);
    return `${who} | ${basis}`;
  });
  const rows = [...groups].flatMap(([people, kinds]) => [...byLink(kinds)].map((cells) => `| ${people} | ${cells} |`));
  return `# Who is told what, and on which basis

Made by \`npm run draw-notices\` from \`domain/notices/notice-table.ts\`, where each kind of email is defined once. A test fails if a kind is
missing here. No email names a child or an adult. \`domain/safe-contact/\` decides for each adult
whether an email, a letter or a person may reach them. The legal basis of all of it is in the [impact assessment](dpia.md).

| who | on which basis | what about | what its link opens |
|---|---|---|---|
${rows.toSorted().join('\n')}

Beside these, codes and links to unfinished referrals go to the address that asked for them. The team can answer an email to the service.
The answer goes to the address from which it came, and says where the form is. Alarms go to the \`alarmRecipients\` of the configuration.
They hold names of alarms, what they mean for people, numbers, and the addresses of the article and the console.
`;
}

function byLink(kinds: readonly NoticeKind[]): string[] {
  const groups = Map.groupBy(kinds, (kind) => noticeTable[kind].link);
  return [...groups].map(([link, those]) => `${those.map(worded).join(', ')} | ${opened(link)}`);
}

function opened(link: LinkPurpose | null): string {
  const words = OPENS.get(link);
  if (words === undefined) throw new Error(`Say in tools/draw-notices/notices-page.ts what a link of ${link} opens.`);
  return words;
}

const worded = (kind: NoticeKind) => `\`${kind}\``;
