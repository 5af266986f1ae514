import type { ServiceConfig } from '#domain/service/config.ts';
import { defaultPolicy, type Policy } from '#domain/service/policy.ts';
import { httpHandler } from '#functions/http.ts';
import { browser } from '#test/http/browser.ts';
import { testLog } from '#test/http/doubles.ts';
import { testConfig } from '#test/http/service-config.ts';
import { telemetryOf } from '#test/kit/telemetry.ts';
import { route } from '#web/http/router.ts';
import { notFound } from '#web/layout/not-found.ts';
import { brokenPage, wrongMethodPage } from '#web/layout/refusals.ts';
import { publicRoutes } from '#web/public/routes.ts';

/** The pages that anyone may read, on 24 September 2026. */
export function publicWorld(given: { config?: Partial<ServiceConfig>; policy?: Policy; baseUrl?: string } = {}) {
  const { policy = defaultPolicy, baseUrl = 'http://localhost:8080' } = given;
  const log = testLog();
  const deps = { config: { ...testConfig, ...given.config }, policy, baseUrl, now: () => '2026-09-24T08:00:00.000Z' };
  const handle = route(publicRoutes(deps), { notFound: () => notFound(deps), wrongMethod: wrongMethodPage(deps) });
  const service = { audience: 'public', baseUrl, handle, broken: brokenPage(deps) };
  const handler = httpHandler(telemetryOf(log), service);
  return { ...browser(handler, baseUrl), log };
}

/** A child of 2 with a delay in 2 areas. Every answer is given. */
export const complete = {
  'on-dob-day': '10',
  'on-dob-month': '9',
  'on-dob-year': '2024',
  'number-gestation': '',
  'on-assessed-day': '1',
  'on-assessed-month': '9',
  'on-assessed-year': '2026',
  'age-locomotor': '10',
  'age-speech_and_language': '11.5',
  'evidence-SOGS': 'yes',
  'number-otherHours': '2',
  'number-settingHours': '10',
  'answer-available': 'yes',
  'answer-agrees': 'yes',
  'answer-aims': 'yes',
};

/** The words of a page as a reader sees them, spaces as one. */
export function words(body: string): string {
  const text = body.replace(/<(style|title)[^>]*>.*?<\/\1>/gs, '').replace(/<[^>]+>/g, ' ');
  return text.replaceAll('&#39;', "'").replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim();
}
