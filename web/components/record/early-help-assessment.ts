import { isObject } from '../../http/json-body.ts';

const inAssessment = 'In the attached Early Help Assessment';

/** What the assessment tells as well, so that the referrer need not tell it twice. */
const told: Readonly<Record<string, readonly string[]>> = {
  story: ['worrying', 'workingWell', 'needsToHappen'],
  views: ['child', 'parents'],
};

/** The referral with a word wherever an Early Help Assessment is attached and the referrer's own account was left out. */
export function withAssessment(body: unknown): Readonly<Record<string, unknown>> {
  if (!isObject(body)) return {};
  if (!isObject(body.earlyHelpAssessment)) return body;
  const accounts = Object.entries(told).map(([part, fields]) => {
    const own = isObject(body[part]) ? body[part] : {};
    return [part, { ...Object.fromEntries(fields.map((field) => [field, inAssessment])), ...own }];
  });
  return { ...body, ...Object.fromEntries(accounts) };
}
