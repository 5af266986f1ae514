import { readCommand } from '#application/command.ts';
import { reasonAloneSchema, reasonFaults } from '#application/reason-command.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { inCommandWords } from '../../components/command-words.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { ConsoleDeps } from '../deps.ts';
import type { Act, Choice } from './act.ts';
import { reasonWordsOf } from './words.ts';

export type Problems = readonly { readonly path: string; readonly message: string }[];

/** What is missing of a press, in the words of its act; the reason, trimmed, where nothing is. */
export async function readPress(
  act: Act,
  fields: FormFields,
  choice: Choice | undefined,
): Promise<{ readonly reason: string } | { readonly problems: Problems }> {
  const { reason = '' } = fields;
  const needsReason = act.words.reason !== '';
  const read = needsReason ? readCommand(reasonAloneSchema, reasonFaults, { reason }) : { command: { reason: '' } };
  const isChosen = choice === undefined || choice.items.some(({ value }) => value === fields[choice.name]);
  const problems: Problems = [
    ...(isChosen ? [] : [{ path: choice.name, message: choice.missing }]),
    ...('problems' in read ? inCommandWords(reasonWordsOf(act.words), read.problems) : []),
  ];
  return 'problems' in read || problems.length > 0 ? { problems } : { reason: read.command.reason };
}

/** What the template of the form takes. `batch` stays the same for all that is pressed from one form. */
export async function formOf(
  deps: ConsoleDeps,
  access: AreaAccess,
  act: Act,
  { item, fields, problems }: { readonly item: string; readonly fields: FormFields; readonly problems: Problems },
) {
  const choice = await act.choice?.(deps, access, item);
  const { words, tick } = act;
  return {
    ...{ words, problems, reason: fields.reason ?? '', batch: fields.batch ?? deps.now() },
    choice: choice && {
      ...choice,
      items: choice.items.map((one) => ({ ...one, checked: one.value === fields[choice.name] })),
    },
    tick: tick && { ...tick, isTicked: fields[tick.name] === 'YES' },
  };
}
