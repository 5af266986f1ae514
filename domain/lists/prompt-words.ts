/** What people should look at while a child waits, by its code, in the order in which it is shown. */
const said = {
  TURNED_3_WHILE_WAITING: 'Turned 3 while waiting. The child stays on the list.',
  SETTING_NOW_OVER_15_HOURS: 'Now over 15 hours a week in a setting. Home visits are unlikely.',
  STARTS_SCHOOL_BEFORE_A_BLOCK_WOULD_END: 'Starts school before the sessions would end',
  ASSESSMENT_STALE: 'The assessment is more than 6 months old',
  VISIT_NOT_RECORDED: 'The day of the initial assessment has passed, and no one has recorded what came of it',
  YES_AND_NOT_BEGUN: 'The family accepted a place 4 weeks ago or more, and support has not begun',
  TARGET_NEAR: 'The target date is near',
  OVER_TARGET: 'Over the target date',
} as const;
export type Prompt = keyof typeof said;

/** Every prompt that this release knows. */
export const PROMPTS: readonly Prompt[] = [
  ...(['TURNED_3_WHILE_WAITING', 'SETTING_NOW_OVER_15_HOURS', 'STARTS_SCHOOL_BEFORE_A_BLOCK_WOULD_END'] as const),
  ...(['ASSESSMENT_STALE', 'VISIT_NOT_RECORDED', 'YES_AND_NOT_BEGUN', 'TARGET_NEAR', 'OVER_TARGET'] as const),
];

/** Each of them in words. A code of a later release has none here. */
export const promptWords: ReadonlyMap<string, string> = new Map(PROMPTS.map((code) => [code, said[code]]));

/** Where everyone on every list is shown of whom there is this to look at, below the base. It names no one. */
export function promptAt(prompt: string): string {
  return `/staff/lists/look-at/${prompt.toLowerCase().replaceAll('_', '-')}`;
}
