import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtStyleSheet, compileStyleSheet } from '#web/looks/compile.ts';

const built = readFileSync(builtStyleSheet, 'utf8');

describe('the style sheet', () => {
  it('is the one that its sources make: `npm run looks` builds it again', () => {
    expect(built).toBe(compileStyleSheet());
  });

  it('is at most 25 KB gzipped', () => {
    expect(gzipSync(built).byteLength).toBeLessThanOrEqual(25_000);
  });

  it('uses neither the font nor the crest of gov.uk, and loads nothing', () => {
    expect(built).not.toMatch(/GDS Transport|govuk-crest|url\(/);
  });
});
