import type { TypedGate } from '#application/support/read-gate.ts';
import { type Channel, channelSchema, type GateFault, type PassedGate } from '#domain/support/closing-gate.ts';
import type { FormFields } from '../http/form-body.ts';
import type { CommandWords } from './command-words.ts';

/** What the questions of the closing gate say. `when` and `lead` differ by the page. */
export const gateWords = {
  title: 'Before a child leaves our service',
  channels: 'How did you try to reach the family?',
  channelsHint: 'Select at least 2 ways if you did not speak with them. Use only ways that are safe for this family.',
  met: 'We used the language and the format that this family needs',
  referrerTold: 'I told the referrer, and asked what they know',
  visitorTold: 'I told the health visitor, or the GP practice if there is none',
  safeguarding: 'What did you consider about the safety of this child?',
  safeguardingHint:
    'One sentence is enough. If you are worried about the child, follow our safeguarding procedure first.',
  spoke: 'We spoke with the family',
  tried: 'We tried to reach the family',
  erased: 'We no longer keep this.',
  gateName: 'Who takes responsibility for this?',
  gateNameHint: 'The name of the member of our team.',
} as const;

const channels: Readonly<Record<Channel, string>> = {
  PHONE: 'By phone',
  TEXT: 'By text message',
  EMAIL: 'By email',
  LETTER: 'By letter',
  VISIT: 'By a visit',
  THROUGH_OTHERS: 'Through someone who knows the family',
};

export const gateFaultWords = {
  CHANNELS_MISSING: 'Select how you tried to reach the family: at least 2 ways if you did not speak with them',
  MET_MISSING: 'Confirm that you used the language and the format that this family needs',
  REFERRER_MISSING: 'Confirm that you told the referrer',
  VISITOR_MISSING: 'Confirm that you told the health visitor or the GP practice',
  SAFEGUARDING_MISSING: 'Enter what you considered about the safety of this child',
  SAFEGUARDING_TOO_LONG: ({ limit }) => `What you considered must be ${limit} characters or fewer`,
  SAFEGUARDING_UNPRINTABLE: 'Enter what you considered again without characters that we cannot show',
  GATE_NAME_MISSING: 'Enter who takes responsibility for this',
  GATE_NAME_TOO_LONG: ({ limit }) => `Who takes responsibility must be ${limit} characters or fewer`,
  GATE_NAME_UNPRINTABLE: 'Enter who takes responsibility again without characters that we cannot show',
} as const satisfies CommandWords<GateFault>;

const nameOf = (channel: string) => `tried-${channel}`;

/** What was typed at the gate, from the fields of a form. */
export function gateIn(form: FormFields): TypedGate {
  const { met = '', referrerTold = '', visitorTold = '', safeguarding = '', gateName = '' } = form;
  const tried = channelSchema.options.filter((channel) => form[nameOf(channel)] === 'yes');
  return { channels: tried, met, referrerTold, visitorTold, safeguarding, gateName };
}

/** The gate as a page shows it, with what was typed. `lead` says when it is needed. */
export function gateView(lead: string) {
  const choices = channelSchema.options.map((channel) => ({ name: nameOf(channel), label: channels[channel] }));
  return { gate: { lead, words: gateWords, choices } };
}

const channelWords: ReadonlyMap<string, string> = new Map(Object.entries(channels));

/** What was answered at the gate, a line each. All that is confirmed there was, or no one had passed it. */
export function gateInWords({ channels: tried, isReached, name, text }: PassedGate): string[] {
  const how = tried.map((channel) => (channelWords.get(channel) ?? channel).toLowerCase()).join(', ');
  return [
    `${isReached ? gateWords.spoke : gateWords.tried}: ${how}`,
    ...[gateWords.met, gateWords.referrerTold, gateWords.visitorTold],
    `${gateWords.safeguarding} ${text ?? gateWords.erased}`,
    `${gateWords.gateName} ${name}`,
  ];
}
