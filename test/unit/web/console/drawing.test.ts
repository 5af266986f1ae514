import { describe, expect, it } from 'vitest';
import { states } from '#test/kit/words/states.ts';
import { BOX, drawingOf, marked, present } from '#web/console/road/drawing.ts';
import { flows } from '#web/console/road/flows.ts';

const intake = flows.intake ?? [];
const standing = (next: string, isParked = false) => ({ next, isParked });

describe('the road of a machine', () => {
  it('knows the state for each code that the choice knows, and where a case is parked', () => {
    expect(present(intake, standing('TRIAGE'))).toBe(states.triage);
    expect(present(intake, standing('NOTIFY'))).toBe(states.tell);
    expect(present(intake, standing('TRIAGE', true))).toBe(states.park);
  });

  it('marks no state for a code of a later release', () => {
    const all = marked(intake, standing('LATER'), []);
    expect(all.filter(({ mark }) => mark === 'HERE')).toEqual([]);
  });

  it('marks what the execution went through, and the present state above all', () => {
    const all = marked(intake, standing('TRIAGE'), [states.check, states.triage]);
    const markOf = (name: string) => all.find(({ state }) => state.name === name)?.mark;
    expect([markOf(states.check), markOf(states.triage), markOf(states.tell)]).toEqual(['BEEN', 'HERE', 'NOT_YET']);
  });

  it.each(Object.keys(flows))('draws every state of %s in a box of its own, with its whole name', (machine) => {
    const all = marked(flows[machine] ?? [], standing('DONE'), []);
    const { boxes, height } = drawingOf(all);
    const names = all.filter(({ state }) => state.is !== 'CHOICE').map(({ state }) => state.name);
    expect(boxes.map(({ lines }) => lines.map(({ text }) => text).join(' '))).toEqual(names);
    const tops = boxes.map(({ top }) => top);
    expect(tops.every((top, n) => n === 0 || top >= (tops[n - 1] ?? 0) + BOX.height)).toBe(true);
    expect(height).toBeGreaterThan((tops.at(-1) ?? 0) + BOX.height);
    expect(boxes.filter(({ isHere }) => isHere)).toHaveLength(1);
  });
});
