import { entryStep, pagesFor, questionStep, type Step } from '#web/form/engine/steps.ts';

type Answers = Record<string, string>;

const ENTRIES = 2;
/** What a busy person writes in a box: a few sentences. */
const PROSE =
  'She plays happily beside other children, points at what she wants, and has begun to copy two words. Changes of place upset her, and she does not settle with people whom she does not know. ';
const MEANT: Answers = {
  immediateRisk: 'no',
  'consent.parentAgreesToReferral': 'yes',
  'consent.parentUnderstandsAims': 'yes',
  'development.tool': 'SOGS',
  'development.gives': 'AGES',
  postcode: 'TA1 9ZZ',
  'child.nhsNumber': '',
  'child.gestationWeeks': '38',
  'evidence[0].evidenceId': 'file-1',
  'evidence[1].evidenceId': 'file-2',
};
const TYPED = { text: 'Some Body', email: 'somebody@example.org', tel: '01632 960001' };

/** Answers to every question of the form, each list with two entries; what opens further questions is answered first. */
export function fullAnswers(): Answers {
  const answers = { ...MEANT };
  for (const step of steps(answers)) fillIn(step, answers);
  return answers;
}

/** The address of every step that the answers ask for. */
export function everyStep(answers: Answers): string[] {
  return steps(answers).map(({ path }) => path);
}

function steps(answers: Answers): Step[] {
  return pagesFor(answers).flatMap((page) =>
    page.kind === 'questions'
      ? [questionStep(page, answers)]
      : Array.from({ length: ENTRIES }, (_, index) => entryStep(page, index)),
  );
}

function fillIn({ fields }: Step, answers: Answers): void {
  for (const { kind, path, options, type } of fields) {
    if (kind === 'date' || kind === 'moment') {
      const year = path.endsWith('dob') ? '2024' : '2026';
      Object.assign(answers, { [`${path}-day`]: '10', [`${path}-month`]: '9', [`${path}-year`]: year });
      if (kind === 'moment') answers[`${path}-time`] = '9:05';
    } else if (kind === 'yes-no') answers[path] ??= 'yes';
    else if (kind === 'choice' || kind === 'select') answers[path] ??= options?.[0]?.value ?? '';
    else if (kind === 'number') answers[path] ??= '6';
    else if (kind === 'long') answers[path] ??= PROSE.repeat(2);
    else answers[path] ??= TYPED[type ?? 'text'];
  }
}

/** The files that the answers speak of. */
export function filesIn(answers: Answers): string[] {
  return Object.entries(answers).flatMap(([name, file]) => (name.endsWith('.evidenceId') ? [file] : []));
}
