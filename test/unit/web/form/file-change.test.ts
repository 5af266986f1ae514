import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newDraft } from '#domain/draft/change.ts';
import type { Draft } from '#domain/draft/draft.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { type FileChange, withFileChange } from '#web/form/files/change.ts';
import { type FileSlot, slotAt } from '#web/form/files/slot.ts';

const now = '2026-09-24T08:00:00.000Z';
const MOST = 20;

interface Files {
  readonly pages: string;
  readonly awaited?: string;
  readonly replaces?: string;
}

/** A draft with one document of these files, and words on another page. */
function draftWith({ pages, awaited = '', replaces = '' }: Files): Draft {
  const [first = '', ...further] = pages.split(' ');
  const files = { evidenceId: first, furtherPages: further.join(' '), awaited, replaces };
  const named = Object.entries(files).map(([name, value]) => [`evidence[0].${name}`, value] as const);
  const answers = { 'story.worrying': 'No words yet', 'evidence[0].title': 'A letter', ...Object.fromEntries(named) };
  return { ...newDraft('draft-0000000000000000', now, defaultPolicy), answers };
}

function slotOf(draft: Draft): FileSlot {
  const slot = slotAt(draft.answers, 'evidence', '1');
  if (!slot) throw new Error('The document has no file.');
  return slot;
}

function filesAfter(files: Files, kind: FileChange['kind'], evidenceId: string): Files | 'UNCHANGED' {
  const draft = draftWith(files);
  const changed = withFileChange(draft, now, slotOf(draft), { kind, evidenceId, fresh: 'new' });
  if (!changed) return 'UNCHANGED';
  const { evidenceIds, awaited, replaces } = slotOf(changed);
  const rest = { ...(awaited !== undefined && { awaited }), ...(replaces !== undefined && { replaces }) };
  return { pages: evidenceIds.join(' '), ...rest };
}

describe('a change of the files of a document', () => {
  it.each<[string, Files, FileChange['kind'], string, Files]>([
    ['asks for a further page', { pages: 'a' }, 'more', 'a', { pages: 'a', awaited: 'new' }],
    ['asks for another file', { pages: 'a b' }, 'replace', 'b', { pages: 'a b', awaited: 'new', replaces: 'b' }],
    [
      'asks for a page instead of another file',
      { pages: 'a b', awaited: 'c', replaces: 'b' },
      'more',
      'a',
      { pages: 'a b', awaited: 'new' },
    ],
    ['takes one page out', { pages: 'a b c' }, 'remove', 'b', { pages: 'a c' }],
    ['makes the second page the first', { pages: 'a b' }, 'remove', 'a', { pages: 'b' }],
    ['leaves a new place after the last file', { pages: 'a' }, 'remove', 'a', { pages: 'new' }],
    ['gives the awaited file the place of the last one', { pages: 'a', awaited: 'c' }, 'remove', 'a', { pages: 'c' }],
    [
      'awaits a page when the one to replace is gone',
      { pages: 'a b', awaited: 'c', replaces: 'b' },
      'remove',
      'b',
      { pages: 'a', awaited: 'c' },
    ],
    [
      'keeps what is awaited for another page',
      { pages: 'a b', awaited: 'c', replaces: 'b' },
      'remove',
      'a',
      { pages: 'b', awaited: 'c', replaces: 'b' },
    ],
    ['waits no longer', { pages: 'a', awaited: 'c' }, 'cancel', 'c', { pages: 'a' }],
    ['takes what has come as the last page', { pages: 'a b', awaited: 'c' }, 'settle', 'c', { pages: 'a b c' }],
    [
      'puts what has come in the place of the other',
      { pages: 'a b', awaited: 'c', replaces: 'a' },
      'settle',
      'c',
      { pages: 'c b' },
    ],
  ])('%s', (_what, files, kind, evidenceId, expected) => {
    expect(filesAfter(files, kind, evidenceId)).toEqual(expected);
  });

  it.each<[string, Files, FileChange['kind'], string]>([
    ['a further page asked for (twice)', { pages: 'a', awaited: 'c' }, 'more', 'a'],
    ['another file asked for (twice)', { pages: 'a b', awaited: 'c', replaces: 'b' }, 'replace', 'b'],
    ['a page taken out (twice)', { pages: 'a c' }, 'remove', 'b'],
    ['the last file taken out (twice)', { pages: 'c' }, 'remove', 'a'],
    ['waiting given up (twice)', { pages: 'a' }, 'cancel', 'c'],
    ['a file that has come (twice)', { pages: 'a c' }, 'settle', 'c'],
    ['a file that came after it was given up (late)', { pages: 'a', awaited: 'd' }, 'settle', 'c'],
    ['the first of many files given up that nobody asked for (hostile)', { pages: 'a b' }, 'cancel', ''],
    ['a page of no document (hostile)', { pages: 'a b' }, 'replace', 'evidence/x'],
    ['no file at all (half-finished)', { pages: 'a' }, 'more', ''],
    ['what is awaited, taken out as if it counted (hostile)', { pages: 'a', awaited: 'c' }, 'remove', 'c'],
  ])('changes nothing: %s', (_what, files, kind, evidenceId) => {
    expect(filesAfter(files, kind, evidenceId)).toBe('UNCHANGED');
  });

  it('asks for no page above twenty, and still for another file', () => {
    const pages = Array.from({ length: MOST }, (_, i) => `p${i}`).join(' ');
    expect(filesAfter({ pages }, 'more', 'p0')).toBe('UNCHANGED');
    expect(filesAfter({ pages }, 'replace', 'p7')).toEqual({ pages, awaited: 'new', replaces: 'p7' });
  });

  it('is the next version of the draft, with every other answer as it was', () => {
    const draft = draftWith({ pages: 'a b' });
    const changed = withFileChange(draft, now, slotOf(draft), { kind: 'remove', evidenceId: 'a', fresh: 'new' });
    expect(changed).toMatchObject({
      version: 2,
      answers: { 'story.worrying': 'No words yet', 'evidence[0].title': 'A letter' },
    });
  });
});

describe('any changes of the files of a document, one after the other', () => {
  const kinds = fc.constantFrom<FileChange['kind']>('more', 'replace', 'remove', 'cancel', 'settle');
  /** Which file a button was shown for: mostly one of the document, sometimes one that is gone. */
  const change = fc.record({ kind: kinds, pick: fc.nat(60), isAwaited: fc.boolean() });

  it('lose no file that counts, keep the order, never make more than the most, and always have a first', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 120 }), fc.integer({ min: 1, max: MOST }), (changes, count) => {
        const known = Array.from({ length: count }, (_, i) => `p${i}`);
        let draft = draftWith({ pages: known.join(' ') });
        for (const [step, { kind, pick, isAwaited }] of changes.entries()) {
          const before = slotOf(draft);
          const fresh = `n${step}`;
          known.push(fresh);
          const evidenceId = isAwaited ? (before.awaited ?? '') : (known[pick % known.length] ?? '');
          draft = withFileChange(draft, now, before, { kind, evidenceId, fresh }) ?? draft;
          const { evidenceIds, awaited, replaces } = slotOf(draft);
          const mayGo = kind === 'remove' ? [evidenceId] : kind === 'settle' ? [before.replaces] : [];
          const gone = before.evidenceIds.filter((id) => !evidenceIds.includes(id));
          expect(mayGo).toEqual(expect.arrayContaining(gone));
          const stayed = before.evidenceIds.filter((id) => evidenceIds.includes(id));
          expect(evidenceIds.filter((id) => stayed.includes(id))).toEqual(stayed);
          expect(evidenceIds[0]).toBeTruthy();
          expect(evidenceIds.length).toBeLessThanOrEqual(MOST);
          expect(new Set([...evidenceIds, awaited]).size).toBe(evidenceIds.length + 1);
          expect(replaces === undefined || (awaited !== undefined && evidenceIds.includes(replaces))).toBe(true);
        }
      }),
    );
  });
});
