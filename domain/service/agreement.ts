import { countInWords } from '../notices/words.ts';
import type { Policy } from './policy.ts';

/** The version of the home visiting agreement as it reads here. Raise it with every change of its words. */
export const AGREEMENT_VERSION = 1;

/** What the service and a family promise each other before home visits, with the policy's numbers in it. */
export interface HomeVisitingAgreement {
  readonly ours: readonly string[];
  readonly yours: readonly string[];
  readonly both: readonly string[];
}

/** The words of the present version, for a family to keep. */
export function homeVisitingAgreement({ maxSessions, maxExtension }: Policy): HomeVisitingAgreement {
  return {
    ours: [
      'One Portage practitioner works with you and your child. You know their name.',
      `They aim to visit you for an hour every week, at most ${countInWords(maxSessions)} times.`,
      'They write a plan with you. It says what you hope for your child, in small steps.',
      'They show you activities that you can do together between visits.',
      'If they cannot come, they aim to call you before the visit.',
      'They keep a short note of each visit. Our privacy notice says what we do with it.',
      'If we worry that a child is not safe, we must act. We aim to talk with you first.',
    ],
    yours: [
      'Please be there for the visit, with your child, and join in.',
      'Please try the activities between visits, as well as you can.',
      'If you cannot make a visit, please call us before it.',
      'Please tell us if something changes, such as where you live or who helps your child.',
      'Please keep pets in another room, and do not smoke in the room we use.',
    ],
    both: [
      'We can meet somewhere else if you would rather not meet at home.',
      'You can stop the visits at any time. You do not need to say why.',
      `After ${countInWords(maxSessions)} visits, home visits end. Only in exceptional circumstances can there be more, at most ${countInWords(maxExtension)}.`,
      'If you are not happy with something, call us. You can ask to speak to someone else.',
    ],
  };
}
