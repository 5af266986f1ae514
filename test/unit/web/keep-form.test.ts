import { describe, expect, it } from 'vitest';
import { enteredIn, isSame, keysOf, putBack, readKept, tidy } from '#web/keep/keep-form.js';
import { KEPT_HOURS } from '#web/keep/words.ts';

const HOUR = 3_600_000;
const now = Date.parse('2026-09-24T09:00:00.000Z');

/** What a tab keeps, without a browser. */
function store(kept: Readonly<Record<string, string>> = {}) {
  const items = new Map(Object.entries(kept));
  return {
    get length() {
      return items.size;
    },
    key: (place: number) => [...items.keys()][place] ?? null,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

const kept = (at: number) =>
  JSON.stringify({ at, form: 'NOTE', fields: [['needs', 'Sitting', 'Sitting']], isPressed: false });

const text = (name: string, value: string, type = 'textarea') => ({ name, type, value, defaultValue: '' });
const choice = (name: string, value: string, checked: boolean, said = value) => ({
  ...{ name, value, checked, type: 'radio', defaultChecked: false, labels: [{ textContent: ` ${said} ` }] },
});

describe('what is kept of a form', () => {
  it('is each field with what a person reads of it, and of several choices the one that is selected', () => {
    const fields = [
      text('note', 'Stacked cups'),
      choice('came', 'MISSED', false),
      choice('came', 'ATTENDED_SEEN', true, 'It took place'),
    ];
    expect(enteredIn(fields, 'now')).toEqual([
      ['note', 'Stacked cups', 'Stacked cups'],
      ['came', 'ATTENDED_SEEN', 'It took place'],
    ]);
    expect(enteredIn(fields, 'atFirst')).toEqual([['note', '', '']]);
  });

  it.each(['hidden', 'password', 'file', 'submit', 'button'])(
    'is no field of type %s: neither token nor version',
    (type) => {
      expect(enteredIn([text('csrf', 'secret', type)], 'now')).toEqual([]);
    },
  );

  it('goes back into the fields that are there now, and never into a hidden one (hostile)', () => {
    const [note, hidden] = [text('note', ''), text('seen', '2', 'hidden')];
    const [missed, seen] = [choice('came', 'MISSED', true), choice('came', 'ATTENDED_SEEN', false)];
    putBack(
      [note, hidden, missed, seen],
      [
        ['note', 'Stacked cups', ''],
        ['seen', '1', ''],
        ['came', 'ATTENDED_SEEN', ''],
        ['gone', 'x', ''],
      ],
    );
    expect([note.value, hidden.value, missed.checked, seen.checked]).toEqual(['Stacked cups', '2', false, true]);
  });

  it('is the same however a browser ends its lines', () => {
    expect(isSame([['steps', 'One\r\nTwo', '']], [['steps', 'One\nTwo', 'x']])).toBe(true);
    expect(isSame([['steps', 'One', '']], [['steps', 'Two', '']])).toBe(false);
  });
});

describe('how long it is kept', () => {
  it.each([
    ['is there just before its time is over', -KEPT_HOURS * HOUR + 1, 1],
    ['is gone once its time is over (late)', -KEPT_HOURS * HOUR, 0],
    ['is gone where the clock was set back by as much', KEPT_HOURS * HOUR, 0],
  ])('%s', (_what, since, left) => {
    const mine = store({ 'keep.me.child.NOTE.1': kept(now + since) });
    tidy(mine, { who: 'me', now, hours: KEPT_HOURS });
    expect(keysOf(mine)).toHaveLength(left);
  });

  it('ends when someone else signs in, and leaves what is not ours alone', () => {
    const shared = store({ 'keep.me.child.NOTE.1': kept(now), 'keep.you.child.NOTE.1': kept(now), other: 'x' });
    tidy(shared, { who: 'you', now, hours: KEPT_HOURS });
    expect([keysOf(shared), shared.getItem('other')]).toEqual([['keep.you.child.NOTE.1'], 'x']);
  });

  it.each(['', '{', 'null', '{"at":"soon","fields":[]}', '{"at":1}'])('%j is removed (malformed)', (value) => {
    const mine = store({ 'keep.me.child.NOTE.1': value });
    expect(readKept(mine, 'keep.me.child.NOTE.1')).toBeUndefined();
    tidy(mine, { who: 'me', now, hours: KEPT_HOURS });
    expect(keysOf(mine)).toEqual([]);
  });
});
