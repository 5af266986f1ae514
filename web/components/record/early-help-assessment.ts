import { isObject } from '../../http/json-body.ts';

const inAssessment = 'In the attached Early Help Assessment';

/** Fields that the assessment covers, so that the referrer can leave them out. */
const covered: Readonly<Record<string, readonly string[]>> = {
  story: ['worrying', 'workingWell', 'needsToHappen'],
  views: ['child', 'parents'],
};

/** The referral, with a note in each blank field that an attached Early Help Assessment covers. */
export function withAssessment(body: unknown): Readonly<Record<string, unknown>> {
  if (!isObject(body)) return {};
  if (!isObject(body.earlyHelpAssessment)) return body;
  const accounts = Object.entries(covered).map(([part, fields]) => {
    const own = isObject(body[part]) ? body[part] : {};
    return [part, { ...Object.fromEntries(fields.map((field) => [field, inAssessment])), ...own }];
  });
  return { ...body, ...Object.fromEntries(accounts) };
}
