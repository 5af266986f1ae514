import { describe, expect, it } from 'vitest';
import { soundsOf } from '#adapters/phonetics/sounds.ts';
import { type Referral, referralSchema } from '#domain/referral/schema.ts';
import { likenessOf } from '#domain/rules/likeness.ts';
import { referralExample } from '#web/api/openapi-examples.ts';

const referral: Referral = referralSchema.parse(referralExample);
const living = (address: string, postcode = 'TA1 9ZZ') =>
  likenessOf({ ...referral, postcode, home: { ...referral.home, address } }, soundsOf);

describe('what two referrals have in common', () => {
  it.each([
    ['1 Example Road, Taunton', '1 EXAMPLE ROAD TAUNTON'],
    ['1 Example Road, Taunton', '1, Example-Road,\nTaunton TA1 9ZZ'],
    ['Flat 2, St John’s Court', 'flat 2 st johns court'],
  ])('is one home, however it is typed: %s and %s', (one, other) => {
    expect(living(one).home).toBe(living(other).home);
  });

  it('is no home where the referral gives no address', () => {
    const { home: _, ...rest } = referral;
    expect(likenessOf(rest, soundsOf).home).toBeUndefined();
  });

  it('is another home in another street or postcode', () => {
    expect(living('1 Example Road').home).not.toBe(living('2 Example Road').home);
    expect(living('1 Example Road').home).not.toBe(living('1 Example Road', 'TA2 9ZZ').home);
  });

  it('is one child by birth and postcode, and another on another day', () => {
    const twin = { ...referral, child: { ...referral.child, firstName: 'Twin', nhsNumber: undefined } };
    expect(likenessOf(twin, soundsOf).child).toBe(likenessOf(referral, soundsOf).child);
    const sister = { ...referral, child: { ...referral.child, dob: '2023-01-01' } };
    expect(likenessOf(sister, soundsOf).child).not.toBe(likenessOf(referral, soundsOf).child);
  });
});
