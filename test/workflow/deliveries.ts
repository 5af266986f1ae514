import { createEventBus } from '#local/events/bus.ts';
import { failure } from '#local/lambda/outcome.ts';
import type { instance } from './instance.ts';

type Instance = ReturnType<typeof instance>;

const arn = 'arn:aws:events:eu-west-2:000000000000:rule/test';
const rules = [
  { name: 'EveryMinute', arn, schedule: 'rate(1 minute)', targets: [{ functionName: 'sweep' }] },
  { name: 'MailEvents', arn, pattern: { source: ['aws.ses'] }, targets: [{ functionName: 'record-mail-event' }] },
];

/** The embedded bus in front of an instance's sweeper and ledger; hands everything over so many times. */
export function busOf(one: Instance, deliveries: number) {
  const functions = new Map<string, (event: unknown) => Promise<unknown>>([
    ['sweep', one.sweepAlone],
    ['record-mail-event', one.record],
  ]);
  const invoke = async (name: string, event: unknown) => {
    try {
      return { ok: true as const, payload: await functions.get(name)?.(event) };
    } catch (error) {
      return failure(error instanceof Error ? error.name : 'unknown', '');
    }
  };
  const bus = createEventBus({ rules, lambda: { invoke }, now: () => Date.parse(one.clock.now()), deliveries });
  return {
    tick: async (minutes = 1) => {
      one.clock.advanceMinutes(minutes);
      await bus.runFrequent();
      await one.drain();
    },
    mailEvent: (eventType: string, reference: string, noticeId: string) =>
      bus.put({
        source: 'aws.ses',
        'detail-type': 'Email',
        detail: {
          eventType,
          news: { type: 'Permanent', status: '5.1.1' },
          mail: { tags: { reference: [reference], noticeId: [noticeId] } },
        },
      }),
  };
}
