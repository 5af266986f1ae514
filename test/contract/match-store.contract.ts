import { describe, expect, it } from 'vitest';
import { hundred, type OpenStore } from './store-under-test.ts';

export function matchStoreContract(open: OpenStore): void {
  describe('the match store', () => {
    it('finds every referral under its hash, and none under another', async () => {
      const { stores } = await open();
      await stores.matches.noteMatch('home', 'REF1');
      await stores.matches.noteMatch('home', 'REF2');
      await stores.matches.noteMatch('other', 'REF3');
      expect(await stores.matches.matchesOf('home')).toEqual(['REF1', 'REF2']);
      expect(await stores.matches.matchesOf('none')).toEqual([]);
    });

    it('keeps one that was noted a hundred times at once as one', async () => {
      const { stores } = await open();
      await Promise.all(hundred.map(() => stores.matches.noteMatch('home', 'REF1')));
      expect(await stores.matches.matchesOf('home')).toEqual(['REF1']);
    });
  });
}
