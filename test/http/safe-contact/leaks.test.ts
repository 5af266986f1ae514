import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticeKindSchema } from '#domain/notices/notice.ts';
import { noticeTable } from '#domain/notices/notice-table.ts';
import { offerWords } from '#web/family/offer/words.ts';
import { type Broken, emailsOf } from './emails.ts';
import { anyFamily, type Given, mailboxOf, whereabouts } from './given.ts';
import { leaksOfEmails, leaksOfPages } from './leaks.ts';
import { someOffer, somePage } from './pages-of-family.ts';
import { basisNeverChanges, blindToOther, townsInEveryLetter } from './planted-bugs.ts';

const RUNS = 40;
/** A bug that was planted is looked for among the same families each time. */
const SAME = { seed: 20260924, numRuns: 200, includeErrorInReport: true, endOnFailure: true };
const LEAK = /an email goes to plant|reads Plantvenue/;
/** Hundreds of emails are worded in each run. */
const patient = { timeout: 120_000 };

/** Throws with each leak by name, so that a planted bug is found for the right reason. */
function none(leaks: readonly string[]): void {
  if (leaks.length > 0) throw new Error(leaks.join('\n'));
}

const noEmailLeaks = (runs: fc.Parameters<unknown>, broken?: Broken) =>
  fc.assert(
    fc.asyncProperty(anyFamily, async (given) => {
      none(await leaksOfEmails(given, broken));
    }),
    runs,
  );

describe('whatever is said of a family, and whatever changes', () => {
  it(
    'no email goes to whom it may not, and none says how to reach anyone or where a flagged family is',
    patient,
    async () => {
      await expect(noEmailLeaks({ numRuns: RUNS })).resolves.toBeUndefined();
    },
  );

  it(
    'no page of another service, a referrer or an auditor, no list, letter, pack, receipt or saved copy says it',
    patient,
    async () => {
      const property = fc.asyncProperty(anyFamily, async (given) => {
        none(await leaksOfPages(given));
      });
      await expect(fc.assert(property, { numRuns: 25 })).resolves.toBeUndefined();
    },
  );

  it.each<[string, Broken]>([
    ['the rule ignores the flag of a joined referral', blindToOther],
    ['what two people confirmed outlives a change', basisNeverChanges],
    ['a town stands in the letter to a flagged family', townsInEveryLetter],
  ])('a leak is found where %s', patient, async (_what, broken) => {
    await expect(noEmailLeaks(SAME, broken)).rejects.toThrow(LEAK);
  });
});

describe('a family of whom nothing is unsafe', () => {
  const unflagged = { doNotContact: false, safeContact: false, addressKeptFrom: false };
  const plain: Given = {
    ...{ adults: [unflagged, unflagged], status: 'NONE', staffSaidNo: false, atSafePlace: false, other: null },
    ...{ noEmail: false, confirmed: null, change: 'NOTHING' },
  };
  const byPost: Given = { ...plain, noEmail: true };
  const flaggedToo: Given = { ...plain, staffSaidNo: true };
  const unreachable: Given = { ...plain, adults: [{ ...unflagged, doNotContact: true }, unflagged] };

  it('is emailed all the same, each adult, with where Stay and Play is', async () => {
    const emails = await emailsOf(plain);
    for (const n of [0, 1]) {
      const texts = emails.filter(({ to }) => to === mailboxOf(n)).map(({ text }) => text);
      expect(texts.some((text) => text.includes(whereabouts.venue))).toBe(true);
    }
  });

  it('has each kind of letter printed for each adult, with what the team wrote, where it gives no email address', async () => {
    const letters = (await emailsOf(byPost)).filter(({ to }) => to.startsWith('Adult'));
    const asked = noticeKindSchema.options.filter((kind) => noticeTable[kind].todo?.kind === 'PRINT_LETTER');
    const printed = new Set(letters.map(({ kind, to }) => `${kind} ${to}`));
    expect(asked.filter((kind) => !printed.has(`${kind} Adult 0`))).toEqual([]);
    // In the example of an email that came back it is that of the first adult alone.
    expect(asked.filter((kind) => !printed.has(`${kind} Adult 1`))).toEqual(['TEAM_PRINT_AGAIN']);
    expect(letters.some(({ text }) => text.includes(whereabouts.message))).toBe(true);
  });

  it('is met here with every kind of email that there is', async () => {
    const read = [...(await emailsOf(plain)), ...(await emailsOf(byPost)), ...(await emailsOf(unreachable))];
    const kinds = new Set(read.map(({ kind }) => kind));
    expect(noticeKindSchema.options.filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it('is named on no list, setting or door, and neither is a flagged one', patient, async () => {
    none(await leaksOfPages(plain, {}, ['NO_RECORD']));
    none(await leaksOfPages(flaggedToo, {}, ['NO_RECORD']));
  });

  it('has a page for each adult once a person agreed it, and none before', async () => {
    const statuses = (await somePage(plain)).map(({ status }) => status);
    // The page and what it leads to, of each adult.
    expect(statuses).toEqual([404, 404, 200, 200, 404, 404, 200, 200]);
  });

  it('has its offer, with where it is, behind the link of each adult', async () => {
    const said = (await someOffer(plain)).map(({ body }) => body.includes(whereabouts.venue));
    expect(said).toEqual([true, true]);
  });

  it('has its offer with where it is once staff have taken back what they said, and no other reader has more', async () => {
    const allowed: Given = { ...plain, adults: [unflagged], staffSaidNo: true, change: 'STOPPED_AND_ALLOWED' };
    const said = (await someOffer(allowed)).map(({ body }) => body.includes(whereabouts.venue));
    expect(said).toEqual([true]);
    none(await leaksOfPages(allowed, {}, ['OFFERED', 'OTHER_SERVICE', 'AUDITOR']));
  });

  it('has no place or time in its offer where it is flagged, though two people found its email safe', async () => {
    const flagged: Given = { ...plain, adults: [{ ...unflagged, safeContact: true }], confirmed: 'EMAIL' };
    const [page] = await someOffer(flagged);
    expect([page?.status, page?.body.includes(offerWords.question)]).toEqual([200, true]);
    none(await leaksOfPages(flagged, {}, ['OFFERED']));
  });

  it('is emailed or written to again once two people found that safe, though it is flagged', async () => {
    const flagged: Given = { ...plain, adults: [{ ...unflagged, safeContact: true }, unflagged] };
    const toOf = async (confirmed: 'EMAIL' | 'POST') =>
      new Set((await emailsOf({ ...flagged, confirmed })).map(({ to }) => to).filter((to) => /adult/i.test(to)));
    expect(await toOf('EMAIL')).toEqual(new Set([mailboxOf(0)]));
    expect(await toOf('POST')).toEqual(new Set(['Adult 0']));
  });
});
