import type { Case } from '#domain/case/case.ts';
import { askedBy, decisionOfTodo } from '#domain/case/second-person.ts';
import { actorInWords } from '#domain/people/actor.ts';
import type { Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import type { Policy } from '#domain/service/policy.ts';
import { instantInWords } from '../../access/instants.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { outcomeInWords } from '../../components/record/words.ts';
import type { FormFields } from '../../http/form-body.ts';
import { howDecided } from '../decide/how-decided.ts';
import type { StaffDeps } from '../deps.ts';
import { secondFaultWords, secondWords } from './second-words.ts';

interface Sources {
  readonly theCase: Case;
  readonly todo: Todo;
  readonly policy: Policy;
}

/** The decision that names this person, and a form for those who see it otherwise. */
export function secondView(sources: Sources) {
  const { why: label, whyHint: hint, ask: button, named, otherwise } = secondWords;
  return { ...decisionView(sources), intro: named, heading: otherwise, label, hint, button, lines: [] };
}

/** The decision that the service manager is asked to look at, and why. */
export function lookView(sources: Sources) {
  const { what: label, whatHint: hint, record: button, asked } = secondWords;
  const lines = sources.theCase.secondLook?.words.split('\n') ?? [];
  return { ...decisionView(sources), intro: asked(askedBy(sources.theCase)), heading: '', label, hint, button, lines };
}

function decisionView({ theCase, todo, policy }: Sources) {
  const decision = decisionOfTodo(theCase, todo);
  if (!decision) return { rows: [], undone: secondWords.undone };
  const rows = [
    { label: 'Decision', value: outcomeInWords(decision.outcome) },
    ...howDecided(decision, policy),
    { label: 'Reason', value: decision.reason || 'None given' },
    { label: 'Decided by', value: actorInWords(decision.by) },
    { label: 'When', value: instantInWords(decision.decidedAt) },
  ];
  return { rows, undone: '' };
}

export async function postSecond(deps: StaffDeps, todo: Todo, person: Person, { words = '' }: FormFields) {
  const result = await deps.askSecondLook(todo, actorOf(person), { words });
  return result.kind === 'INVALID' ? inCommandWords(secondFaultWords, result.problems) : result.kind;
}

export async function postLook(deps: StaffDeps, todo: Todo, person: Person, { words = '' }: FormFields) {
  const result = await deps.takeSecondLook(todo, actorOf(person), { words });
  return result.kind === 'INVALID' ? inCommandWords(secondFaultWords, result.problems) : result.kind;
}
