import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Candidate, type Fitted, proposeAll, proposeNext } from '#domain/lists/propose.ts';
import { counted, NO_ONE } from '#domain/lists/tally.ts';

const TODAY = '2026-09-24';
const slot = { pathway: 'HOME_VISITING', locality: 'Frome' } as const;
const fits = { ...slot, band: 2, suggestedBand: 2, targetOn: '2027-03-24' } as const;

/** Children in this order, each with who waits before. */
function inOrder(places: readonly (Partial<Fitted> & Pick<Candidate, 'kept'>)[]): Candidate[] {
  let tally = NO_ONE;
  return places.map(({ kept, ...place }, n) => {
    const candidate = { reference: `R${n}`, entry: { ...fits, ...place }, tally, kept };
    tally = counted(tally, candidate.entry);
    return candidate;
  });
}

const said = (children: readonly Candidate[]) => {
  const { next, passedOver } = proposeNext(slot, children, TODAY);
  return [next?.candidate.reference, passedOver.map(({ candidate, why }) => `${candidate.reference} ${why}`)];
};

describe('the next child for a slot', () => {
  test.each<[string, Parameters<typeof inOrder>[0][number]]>([
    ['OTHER_PATHWAY', { pathway: 'PORTAGE_GROUP' }],
    ['OTHER_LOCALITY', { locality: 'Yeovil' }],
    ['NOT_RELEASED', { quiet: {} }],
    ['OFFERED', { offered: 'O1' }],
    ['TO_RING', { kept: 'TO_RING' }],
    ['UNDER_WAY', { kept: 'UNDER_WAY' }],
    ['ON_HOLD', { hold: {} }],
    ['ON_HOLD', { hold: { until: '2026-09-25' } }],
    ['BAND_NOT_CONFIRMED', { band: null }],
  ])('is never one who is passed over, and says why: %s %o', (why, place) => {
    expect(said(inOrder([place, {}]))).toEqual(['R1', [`R0 ${why}`]]);
  });

  test('is the first of the list, with the reason', () => {
    const { next } = proposeNext(slot, inOrder([{}, { band: 1 }]), TODAY);
    expect([next?.candidate.reference, next?.reason]).toEqual(['R0', '1st: band 2; no child is before.']);
  });

  test('says who was passed over in its reason', () => {
    const { next } = proposeNext(slot, inOrder([{ hold: {} }, { hold: {} }, {}]), TODAY);
    expect(next?.reason).toMatch(/^3rd: band 2; .* are before, and both are passed over\.$/);
  });

  test('may be one whose hold ends today', () => {
    expect(said(inOrder([{ hold: { until: TODAY } }]))).toEqual(['R0', []]);
  });

  test('needs no confirmed band for a group', () => {
    const group = { pathway: 'PORTAGE_GROUP', locality: 'Frome' } as const;
    expect(proposeNext(group, inOrder([{ ...group, band: null }]), TODAY).next?.candidate.reference).toBe('R0');
  });

  test('is no one where no one fits, and each is named', () => {
    expect(said(inOrder([{ band: null }, { offered: 'O1' }]))).toEqual([
      undefined,
      ['R0 BAND_NOT_CONFIRMED', 'R1 OFFERED'],
    ]);
  });
});

const anyPlace = fc.record({
  pathway: fc.constantFrom('HOME_VISITING', 'PORTAGE_GROUP'),
  locality: fc.constantFrom('Frome', 'Yeovil'),
  band: fc.constantFrom(null, 1, 2, 3),
  hold: fc.constantFrom(undefined, {}, { until: TODAY }, { until: '2027-01-01' }),
  kept: fc.constantFrom(undefined, 'TO_RING', 'UNDER_WAY'),
});

describe('proposals for several free slots', () => {
  test('name each child once, keep the order of the list, and account for everyone before', () => {
    fc.assert(
      fc.property(fc.array(anyPlace, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), (places, many) => {
        const children = inOrder(places);
        const proposals = proposeAll(Array(many).fill(slot), () => children, TODAY);
        const at = proposals.flatMap(({ proposal }) =>
          proposal.next ? [children.indexOf(proposal.next.candidate)] : [],
        );
        expect(at).toEqual([...new Set(at)].sort((a, b) => a - b));
        for (const { proposal } of proposals) {
          const { next, passedOver } = proposal;
          const before = next ? children.indexOf(next.candidate) : children.length;
          expect(passedOver.map(({ candidate }) => candidate)).toEqual(children.slice(0, before));
        }
      }),
    );
  });
});
