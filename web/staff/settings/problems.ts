import type { TeamResult } from '#application/access/change-team.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { refusalWords, teamFaultWords } from './words.ts';

export interface SettingsProblem {
  readonly path: string;
  readonly message: string;
}

/** What is wrong with a change of the team, each at its control; empty when it was made. */
export function problemsOf(result: TeamResult): SettingsProblem[] {
  if ('refused' in result) return [refusalWords[result.refused]];
  if (!('problems' in result)) return [];
  return inCommandWords(teamFaultWords, result.problems).map(({ path, message }) => ({
    path: controlOf(path),
    message,
  }));
}

/** What is wrong at this control; undefined where nothing is. */
export function messageAt(problems: readonly SettingsProblem[], at: string): string | undefined {
  return problems.find(({ path }) => path === at)?.message;
}

/** A day of the leave that was typed last stands under its own name, in the first of its boxes. */
function controlOf(path: string): string {
  const [, day] = /^leave\W\d+\W*(from|to)$/.exec(path) ?? [];
  if (day !== undefined) return `${day}-day`;
  return path.startsWith('roles') ? 'roles' : path;
}
