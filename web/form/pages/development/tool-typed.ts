import { codeInWords } from '../../../components/record/words.ts';
import type { Answers } from '../../engine/fields.ts';
import type { Entry } from './entries.ts';
import { givesField, knownTools, toolField, toolNameField } from './tool.ts';

const MOST_CHARACTERS = 100;

/** What the record gives for each area. */
export function gives(entries: readonly Entry[]): Answers {
  const hasAges = entries.some(({ developmentalAgeMonths }) => developmentalAgeMonths !== undefined);
  const hasScores = entries.some(({ score, cutOff }) => score !== undefined || cutOff !== undefined);
  return { [givesField.path]: hasAges && hasScores ? 'BOTH' : hasScores ? 'SCORES' : 'AGES' };
}

/** The tool by its code, or as another one by its name. Several tools keep their names, with the areas of each. */
export function formatTool(entries: readonly Entry[]): Answers {
  const [only, ...more] = toolsOf(entries);
  const another = (name: string) => ({
    [toolField.path]: 'OTHER',
    [toolNameField.path]: name.slice(0, MOST_CHARACTERS),
  });
  if (!only) return {};
  if (more.length > 0) {
    const full = [only, ...more].map(({ name, areas }) => `${name} (${areas.join(', ')})`).join('; ');
    return another(full.length > MOST_CHARACTERS ? [only, ...more].map(({ name }) => name).join('; ') : full);
  }
  if (!knownTools.includes(only.code)) return another(only.name);
  return { [toolField.path]: only.code, ...(only.toolName !== undefined && { [toolNameField.path]: only.toolName }) };
}

/** Each tool of a referral, with the areas that it was used for. */
function toolsOf(entries: readonly Entry[]) {
  const keyOf = ({ tool, toolName }: Entry) => JSON.stringify([tool, toolName]);
  return [...new Set(entries.map(keyOf))].map((key) => {
    const mine = entries.filter((entry) => keyOf(entry) === key);
    const code = String(mine[0]?.tool ?? '');
    const toolName = typeof mine[0]?.toolName === 'string' ? mine[0].toolName : undefined;
    return { code, toolName, name: toolName ?? codeInWords(code), areas: mine.map(({ area }) => codeInWords(area)) };
  });
}
