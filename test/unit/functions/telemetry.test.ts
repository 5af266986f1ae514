import { describe, expect, it } from 'vitest';
import { createCount } from '#adapters/observability/count.ts';
import { createLog } from '#adapters/observability/log.ts';
import type { StepInput } from '#application/step-input.ts';
import { Transient } from '#domain/problems/errors.ts';
import type { StepResult } from '#domain/process/run.ts';
import { eventHandler } from '#functions/event.ts';
import { httpHandler } from '#functions/http.ts';
import { stepHandler } from '#functions/step.ts';
import { lambdaContext } from '#test/http/lambda-context.ts';
import { proxyEvent } from '#test/http/proxy-event.ts';
import { linesOf } from '#test/kit/telemetry.ts';
import { json } from '#web/http/message.ts';

const input = { referralId: '23456789CDF', executionName: '23456789CDF-intake-1' };
const context = (awsRequestId: string) => ({ ...lambdaContext, awsRequestId });
/** What would make Powertools log whole events. */
const LOG_EVENTS = { POWERTOOLS_LOGGER_LOG_EVENT: 'true' };
const done: StepResult = { code: 'OK', waitSeconds: 0 };

/** A function that writes a line deep inside a use case each time it is called. */
function deepStep(step: (input: StepInput) => Promise<StepResult> = async () => done) {
  const telemetry = createLog('check-referral');
  return stepHandler(telemetry, (given) => {
    telemetry.log.info('written-deep-inside');
    return step(given);
  });
}

describe('every line of a step', () => {
  it('carries the request id of its invocation, and whether its start was cold', async () => {
    const lines = await linesOf(async () => {
      const handler = deepStep();
      await handler(input, context('first'));
      await handler(input, context('second'));
    });
    expect(lines.map((line) => [line.message, line.function_request_id, line.cold_start])).toEqual([
      ['step-began', 'first', true],
      ['written-deep-inside', 'first', true],
      ['step-ended', 'first', true],
      ['step-began', 'second', false],
      ['written-deep-inside', 'second', false],
      ['step-ended', 'second', false],
    ]);
  });

  it('says nothing of the event, even where the environment asks for it', async () => {
    const child = { ...input, name: 'Poppy Testerfield' };
    const lines = await linesOf(() => deepStep()(child, context('first')), LOG_EVENTS);
    expect(JSON.stringify(lines)).not.toContain('Poppy');
  });
});

describe('an error of a step', () => {
  const failing = () =>
    deepStep(async () => {
      throw new Transient('Poppy Testerfield was not saved');
    });

  it('leaves by its name alone: what it said hangs nowhere on what is thrown', async () => {
    await linesOf(async () => {
      const thrown: Error = await failing()(input, context('first')).catch((error) => error);
      expect(thrown).toMatchObject({ name: 'Transient', message: 'The log of this function says more.' });
      const hanging = Object.getOwnPropertyNames(thrown).map((name) => String(Reflect.get(thrown, name)));
      expect(hanging.join()).not.toContain('Poppy');
    });
  });

  it('is logged with its name, its place and the request id, without what it said', async () => {
    const lines = await linesOf(() => expect(failing()(input, context('first'))).rejects.toThrow());
    expect(lines.at(-1)).toMatchObject({
      message: 'step-failed',
      error: 'Transient',
      where: expect.stringContaining('telemetry.test.ts'),
      function_request_id: 'first',
    });
    expect(JSON.stringify(lines)).not.toMatch(/Poppy|functions\/step/);
  });
});

describe('a function that an event calls', () => {
  it('writes its metrics once, when it ends, and the next invocation its own', async () => {
    const lines = await linesOf(async () => {
      const { count, metrics } = createCount('sweep', 'Trial');
      const handler = eventHandler({ ...createLog('sweep'), metrics }, async () => {
        count('ParkedCases', 2, 'Count');
        count('OldestOutboxMinutes', 4, 'Minutes');
      });
      await handler({}, context('first'));
      await handler({}, context('second'));
    });
    expect(lines).toMatchObject([
      { ParkedCases: 2, OldestOutboxMinutes: 4 },
      { ParkedCases: 2, OldestOutboxMinutes: 4 },
    ]);
  });

  it('writes what it counted before it failed, and fails by name alone', async () => {
    const lines = await linesOf(async () => {
      const { count, metrics } = createCount('sweep', 'Trial');
      const handler = eventHandler({ ...createLog('sweep'), metrics }, async () => {
        count('ParkedCases', 2, 'Count');
        throw new SyntaxError('Unexpected token in "Poppy"');
      });
      await expect(handler({}, context('first'))).rejects.toMatchObject({
        name: 'SyntaxError',
        message: 'The log of this function says more.',
      });
    });
    expect(lines).toMatchObject([{ message: 'event-failed', error: 'SyntaxError' }, { ParkedCases: 2 }]);
  });
});

describe('every line of a request', () => {
  const serving = (handle: () => Promise<void> = async () => {}) => {
    const telemetry = createLog('serve-api');
    const handler = httpHandler(telemetry, {
      audience: 'api',
      baseUrl: 'https://x.example',
      handle: async () => {
        telemetry.log.info('written-deep-inside');
        await handle();
        return json(200, {});
      },
      broken: () => json(500, {}),
    });
    return { telemetry, handler };
  };

  it('carries the reference of error pages and the request id of its invocation', async () => {
    const lines = await linesOf(() => serving().handler(proxyEvent({ path: '/' }), context('first')));
    expect(
      lines.map(({ message, requestId, function_request_id }) => [message, requestId, function_request_id]),
    ).toEqual([
      ['written-deep-inside', 'request-0001', 'first'],
      ['http.answered', 'request-0001', 'first'],
    ]);
  });

  it('does so when it fails, and says neither the address nor what the error said', async () => {
    const secret = proxyEvent({ path: '/triage/l/secret-token', query: { name: 'Poppy' } });
    const fail = async () => {
      throw new TypeError('Poppy Testerfield');
    };
    const lines = await linesOf(() => serving(fail).handler(secret, context('first')), LOG_EVENTS);
    expect(lines.at(-1)).toMatchObject({ message: 'http.failed', error: 'TypeError', requestId: 'request-0001' });
    expect(JSON.stringify(lines)).not.toMatch(/Poppy|secret-token|triage/);
  });

  it.each(['answered', 'failed'])('leaves nothing of itself on the lines after it has %s', async (how) => {
    const lines = await linesOf(async () => {
      const { telemetry, handler } = serving(async () => {
        if (how === 'failed') throw new Error('x');
      });
      await handler(proxyEvent({ path: '/' }), context('first'));
      telemetry.log.info('afterwards');
    });
    expect(lines.at(-1)).toMatchObject({ message: 'afterwards' });
    expect(lines.at(-1)).not.toHaveProperty('requestId');
  });
});
