import type { State } from 'aws-cdk-lib/aws-stepfunctions';
import { type CatchProps, Condition, Errors } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { anything } from '../caught.ts';
import { ending, following, type SupportFunctions, waiting } from './states.ts';

const code = (name: string) => Condition.jsonata(`{% $states.input.code = '${name}' %}`);

const timeIsUp: CatchProps = { errors: [Errors.TIMEOUT], outputs: { code: 'FOLLOW' } };

/** From an offer to the end of support, in the order in which a family lives it. */
export function flow(scope: Construct, functions: SupportFunctions): State {
  const { follow, decide } = following(scope, functions);
  const { family, begin, block, extension } = waiting(scope, functions);
  const { tell, done, fresh, park, lost } = ending(scope, functions);

  follow.next(decide);

  decide.when(code('OFFER'), family);
  decide.when(code('NOTIFY'), tell);
  decide.when(code('BEGIN'), begin);
  decide.when(code('BLOCK'), block);
  decide.when(code('EXTENSION'), extension);
  decide.when(code('DONE'), done);
  decide.when(code('HANDED_ON'), fresh);
  decide.otherwise(park);

  for (const wait of [family, begin, block, extension]) {
    wait.addCatch(follow, timeIsUp);
    wait.next(decide);
  }
  tell.next(decide);

  for (const task of [follow, family, begin, block, extension, tell]) task.addCatch(park, anything);
  park.addCatch(lost, { errors: [Errors.ALL], outputs: { code: 'PARK' } });
  return follow;
}
