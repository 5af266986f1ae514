import { describe, expect, test } from 'vitest';
import { namesOf, usableIn } from '#web/referral/answer/rows.ts';
import { isOwnFile, newFileId } from '#web/referral/files/own-file.ts';
import { tokensIn, without } from '#web/referral/files/tokens.ts';

const [a, b, c, d] = ['A'.repeat(22), 'B'.repeat(22), 'C'.repeat(22), 'D'.repeat(22)];

describe('the files in an address', () => {
  test.each([
    ['nothing', '', []],
    ['files', `${a}.${b}`, [a, b]],
    ['a document and its page', `${a}.~${b}.${c}`, [a, `~${b}`, c]],
    ['a page of nothing', `~${a}.${b}`, [a, b]],
    ['what is no file (hostile)', `${a}.../etc.~.${b}x`, [a]],
    ['a file twice, once as a page', `${a}.~${a}.${b}`, [a, b]],
  ])('%s', (_what, text, tokens) => {
    expect(tokensIn(text)).toEqual(tokens);
  });

  test.each([
    ['a document with a page, whose page begins one', a, [b, `~${c}`, d]],
    ['a page between two', b, [a, `~${c}`, d]],
    ['the last', d, [a, `~${b}`, `~${c}`]],
    ['one that is not there', 'Z'.repeat(22), [a, `~${b}`, `~${c}`, d]],
  ])('are left without %s', (_what, gone, left) => {
    expect(without([a, `~${b}`, `~${c}`, d], gone)).toEqual(left);
  });

  test('are named by document and page', () => {
    expect(namesOf([a, `~${b}`, c])).toEqual(['Document 1', 'Document 1, page 2', 'Document 2']);
  });

  test('that cannot be used leave the others in order, and a page without its document begins one', () => {
    const file = (evidenceId: string, problem: string) => ({
      ...{ evidenceId, problem, isThere: true, about: '', scan: 'CLEAN' as const },
    });
    expect(usableIn([a, `~${b}`, `~${c}`], [file(a, 'bad'), file(b, ''), file(c, '')])).toEqual([b, `~${c}`]);
    expect(usableIn([a, `~${b}`, `~${c}`], [file(a, 'bad'), file(b, 'bad'), file(c, '')])).toEqual([c]);
  });
});

describe('the id of a file', () => {
  const random = (bytes: number) => new Uint8Array(bytes).fill(7);

  test('is of the session that gave it out, and of no other (hostile)', () => {
    const id = newFileId({ random }, 'one');
    expect(id).toMatch(/^[\w-]{22}$/);
    expect([isOwnFile(id, 'one'), isOwnFile(id, 'another'), isOwnFile(a, 'one'), isOwnFile('', 'one')]).toEqual([
      ...[true, false, false, false],
    ]);
  });
});
