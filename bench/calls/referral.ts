import { bodyOf } from '#test/cases.ts';

/**
 * The referral that is measured: the first worked case with one more evidence file and a parent with an email address.
 * Everyone who may be told is then told.
 */
export function measuredReferral(evidenceIds: readonly [string, string], n: number): Record<string, unknown> {
  const [first, second] = evidenceIds;
  const body = bodyOf('C01', [first]);
  const evidence = Array.isArray(body.evidence) ? body.evidence : [];
  return {
    ...body,
    child: Object.assign({}, body.child, { nhsNumber: nhsNumber(n) }),
    family: { parents: [{ name: 'P. Parent (fictional)', parentalResponsibility: true, email: 'parent@example.org' }] },
    evidence: [
      ...evidence,
      { type: 'NURSERY_OBSERVATION', title: 'What the nursery saw', dated: '2026-09-11', evidenceId: second },
    ],
  };
}

/** A valid number of the range kept for tests (999...), another for each n. */
function nhsNumber(n: number): string {
  for (let serial = 100_000 + n * 11; ; serial += 1) {
    const digits = `999${String(serial).padStart(6, '0')}`;
    const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check !== 10) return `${digits}${check}`;
  }
}

/** A PDF of a length that a scanned page has. */
export const evidenceFile = Buffer.concat([
  Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n'),
  Buffer.alloc(200_000, ' '),
  Buffer.from('\n%%EOF\n'),
]);
