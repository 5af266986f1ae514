import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { ADVISORY_TEACHERS, serviceNameOf } from '#domain/service/description/other-services.ts';
import { describeService } from '#domain/service/description.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { testConfig } from '#test/http/service-config.ts';
import { sharedInWords } from '#web/staff/records/shared.ts';
import { sharedWords } from '#web/staff/records/words.ts';
import { caseWith } from '../application/notices/sample.ts';

const at = (day: number) => `2026-09-${day}T08:00:00.000Z`;
const on = (day: number) => `${day} September 2026`;
const agreed = { to: 'ADVISORY', agreedAt: at(21) };
const asked = { ...agreed, askedAt: at(21), dueAt: at(24) };
const undelivered = { unreached: [{ notice: 'ADVISORY_FORWARDED:ADVISORY', why: 'Permanent' }] };

test.each<[string, Partial<Case>, string]>([
  ['is to be emailed', { shared: { ...agreed, dueAt: at(21) } }, sharedWords.sending],
  ['is not opened yet', { shared: asked }, sharedWords.unopened(on(24))],
  ['was reminded', { shared: { ...asked, chasedAt: at(24) } }, sharedWords.chased(on(24))],
  ['was opened', { shared: { ...asked, openedAt: at(22) } }, sharedWords.opened(on(22))],
  ['never arrived', { shared: asked, ...undelivered }, sharedWords.undelivered],
])('staff read of a shared referral that it %s, and whom it is shared with', (_how, more, said) => {
  const shared = caseWith({ status: 'REDIRECTED', outcome: 'REDIRECTED_EY_ADVISORY', ...more });
  const description = describeService(defaultPolicy, testConfig.description);
  const service = serviceNameOf({ code: ADVISORY_TEACHERS }, description);
  expect(sharedInWords(shared, description)).toEqual([sharedWords.agreed(service, on(21)), said]);
});
