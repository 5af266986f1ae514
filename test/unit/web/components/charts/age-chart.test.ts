import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageChart } from '#web/components/charts/age-chart.ts';

const area = (skills: number, age: number) => ({ area: 'Locomotor', skills, age, said: '' });

describe('the chart of ages', () => {
  it('is none where no area has two ages', () => {
    expect(ageChart([], '1/2')).toBeNull();
  });

  it('draws the age, the developmental age and half of the age in one measure', () => {
    const [row] = ageChart([area(12, 24)], '1/2')?.rows ?? [];
    expect(row).toMatchObject({ ageWidth: 320, skillsWidth: 160, lineAt: 160 });
  });

  it('has its line where the delay reaches the share of the policy', () => {
    const [row] = ageChart([area(12, 24)], '1/4')?.rows ?? [];
    expect(row?.lineAt).toBe(240);
  });

  it('keeps a bar below the line or beyond it, as the delay is', () => {
    const ages = fc.record({ skills: fc.integer({ min: 0, max: 72 }), age: fc.integer({ min: 1, max: 72 }) });
    fc.assert(
      fc.property(ages, ({ skills, age }) => {
        const [row] = ageChart([area(skills, age)], '1/2')?.rows ?? [];
        if (!row) throw new Error('There is no row.');
        expect(row.skillsWidth <= row.lineAt).toBe(skills * 2 <= age);
      }),
    );
  });

  it('keeps everything within its width, whatever was typed (a slip of a digit)', () => {
    const [row] = ageChart([area(240, 24)], '1/2')?.rows ?? [];
    expect([row?.skillsWidth, row?.ageWidth]).toEqual([320, 32]);
  });

  it('has a row an area, each below the one before, and a tick a year', () => {
    const chart = ageChart([area(12, 24), area(6, 30)], '1/2');
    expect(chart?.rows.map(({ top }) => top)).toEqual([0, 46]);
    expect(chart?.ticks.map(({ months }) => months)).toEqual([0, 12, 24]);
  });
});
