import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { familyNews } from '#domain/case/tell-of-end.ts';
import type { HowTold } from '#domain/case/telling.ts';
import { CAME_BACK, ENDED } from '#domain/case/told.ts';
import { personActor } from '#domain/people/actor.ts';
import { caseOnReceipt } from '#test/http/records.ts';

const at = '2026-09-24T09:00:00.000Z';
const by = personActor('sam', 'Sam Field', 'Portage practitioner');
const entry = (about: string, how: HowTold) => ({ told: [{ about, how, at, by }] });
const wrote = (everyone: boolean) => ({ wroteOfEnd: { at, everyone } });
const back = { cameBack: { at } };

const cases: readonly [string, Partial<Case>, string][] = [
  ['nothing', {}, 'NONE'],
  ['an email to each', wrote(true), 'EMAILING'],
  ['an email to some', wrote(false), 'IN_PART'],
  ['an email to each that came back', { ...wrote(true), ...back }, 'CAME_BACK'],
  ['an email to some that came back', { ...wrote(false), ...back }, 'IN_PART_BACK'],
  ['only an acceptance that came back', back, 'NONE'],
  ['that each has our email', { ...wrote(true), ...entry(ENDED, 'BY_EMAIL') }, 'EMAILED'],
  ['that a person told them', entry(ENDED, 'BY_PHONE'), 'TOLD'],
  ['that no one will tell them', entry(ENDED, 'NOT_TOLD'), 'NOT_TOLD'],
  ['that staff told them after it came back', { ...wrote(true), ...back, ...entry(CAME_BACK, 'IN_PERSON') }, 'TOLD'],
  [
    'that staff tell no one after it came back',
    { ...wrote(true), ...back, ...entry(CAME_BACK, 'NOT_TOLD') },
    'NOT_TOLD',
  ],
  [
    'that staff told only those it was sent to',
    { ...wrote(false), ...back, ...entry(CAME_BACK, 'BY_PHONE') },
    'IN_PART_BACK',
  ],
];
test.each(cases)('a case that knows %s', (_what, patch, news) => {
  expect(familyNews({ ...caseOnReceipt(), status: 'DECLINED', ...patch })).toBe(news);
});
