import type { Person } from '#domain/people/person.ts';
import type { Todo } from '#domain/people/todo.ts';
import type { Policy } from '#domain/service/policy.ts';
import { liveBlock, sessionsOf } from '#domain/support/block.ts';
import { openExtension, sessionsToAsk } from '#domain/support/extension.ts';
import type { Support } from '#domain/support/support.ts';
import { isToDecide } from '#domain/support/todo-over.ts';
import { inCommandWords } from '../../components/command-words.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { StaffDeps } from '../deps.ts';
import { extensionFaultWords, extensionRefusalWords, extensionWords as words } from './extension-words.ts';

interface Sources {
  readonly support: Support | undefined;
  readonly todo: Todo;
  readonly policy: Policy;
}

/** How many further sessions are asked for, why, and what can be agreed to. */
export function extensionView({ support, todo, policy }: Sources) {
  const block = support && isToDecide(support, todo) ? liveBlock(support) : undefined;
  const asked = block && openExtension(block);
  if (!block || !asked) return { isAsked: false, words };
  const most = sessionsToAsk(block, policy);
  return {
    ...{
      isAsked: true,
      words,
      rule: words.rule(policy),
      why: asked.why,
      asked: words.asked(asked.sessions, sessionsOf(block)),
    },
    choices: Array.from({ length: most + 1 }, (_, n) => ({
      ...{ value: String(n), label: n === 0 ? words.none : words.sessions(n) },
    })),
  };
}

export async function postExtension(deps: StaffDeps, todo: Todo, person: Person, fields: FormFields) {
  const { agreed = '', reason = '' } = fields;
  const result = await deps.decideExtension(todo, person, { agreed, reason });
  if ('problems' in result) return inCommandWords(extensionFaultWords, result.problems);
  if (!('refused' in result)) return 'DONE';
  if (result.refused === 'NOTHING_ASKED') return 'ALREADY';
  return [{ path: 'agreed', message: extensionRefusalWords(deps.policy)[result.refused] }];
}
