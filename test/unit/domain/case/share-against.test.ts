import { describe, expect, it } from 'vitest';
import { quarterShown, type Share, shareOf, yearShown } from '#domain/case/share-against.ts';

const of = (compared: number): Share => ({ compared, accepted: 0, notAccepted: 0 });

describe('the share of decisions against the checks', () => {
  it('counts what accepts and what does not accept against the checks apart, and leaves out what cannot be compared', () => {
    const decisions = [
      { outcome: 'ACCEPT_INITIAL_ASSESSMENT', against: true },
      { outcome: 'INVITE_GROUP', against: false },
      { outcome: 'DECLINE', against: true },
      { outcome: 'REDIRECT', against: true },
      { outcome: 'DEFER_TO_MEETING', against: null },
    ];
    expect(shareOf(decisions)).toEqual({ compared: 4, accepted: 1, notAccepted: 2 });
  });

  it('hides a quarter with nine decisions, and shows one with ten', () => {
    expect(quarterShown('2026-Q3', of(9))).toEqual({ period: '2026-Q3', hidden: 'TOO_FEW' });
    expect(quarterShown('2026-Q3', of(10))).toEqual({ period: '2026-Q3', share: of(10) });
  });

  it('shows no year before it is over', () => {
    expect(yearShown(2026, '2026-12-31', [of(20), of(20), of(20)])).toBeUndefined();
    expect(yearShown(2026, '2027-01-01', [of(20), of(20), of(20), of(20)])).toMatchObject({ share: of(80) });
  });

  it('hides a year from which the numbers of one hidden quarter could be worked out', () => {
    expect(yearShown(2026, '2027-01-01', [of(20), of(9), of(20), of(20)])).toEqual({
      period: '2026',
      hidden: 'WOULD_TELL',
    });
  });

  it('shows a year whose hidden quarters have enough decisions together', () => {
    expect(yearShown(2026, '2027-01-01', [of(6), of(4), of(20), of(20)])).toMatchObject({ share: of(50) });
    expect(yearShown(2026, '2027-01-01', [of(3), of(3), of(3), of(0)])).toMatchObject({ hidden: 'TOO_FEW' });
  });
});
