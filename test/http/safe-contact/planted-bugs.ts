import { addresseesOf } from '#domain/notices/addressees.ts';
import { basisOf } from '#domain/safe-contact/basis.ts';
import { familyFacts } from '#domain/safe-contact/family-facts.ts';
import { otherReference } from '../records.ts';
import type { Broken } from './emails.ts';
import { whereabouts } from './given.ts';

const harmless = { family: { parents: [] } };

/** The other referral is read as if it said nothing, and as if staff had said nothing of it. */
export const blindToOther: Broken = {
  stores: (stores) => ({
    ...stores,
    referrals: {
      ...stores.referrals,
      readReferral: async (of) => {
        const stored = await stores.referrals.readReferral(of);
        return stored && of === otherReference ? { ...stored, body: harmless } : stored;
      },
    },
    cases: {
      ...stores.cases,
      readCase: async (of) => {
        const theCase = await stores.cases.readCase(of);
        if (!theCase || of !== otherReference) return theCase;
        const { noFamilyEmail: _, ...blind } = theCase;
        return blind;
      },
    },
  }),
};

/** What two people confirmed is read as if it rested on the facts of today. */
export const basisNeverChanges: Broken = {
  stores: (stores) => ({
    ...stores,
    cases: {
      ...stores.cases,
      readCase: async (of) => {
        const theCase = await stores.cases.readCase(of);
        const stored = await stores.referrals.readReferral(of);
        const [safeChannels, others] = [theCase?.safeChannels, []];
        // Without another referral, so that the hash can be worked out here.
        if (!theCase || !safeChannels || theCase.joined || theCase.duplicateOf !== null) return theCase;
        const basis = basisOf(familyFacts(addresseesOf(stored?.body), theCase, { others }));
        return { ...theCase, safeChannels: safeChannels.map((one) => ({ ...one, basis })) };
      },
    },
  }),
};

/** The letter is worded with the towns of the team for every family. */
export const townsInEveryLetter: Broken = {
  render: (render) => (kind, facts) => {
    const towns = [{ town: whereabouts.town, said: `at ${whereabouts.venue}` }];
    return render(kind, { ...facts, stayAndPlay: { towns, isAll: false, isHidden: false } });
  },
};
