import type { State } from 'aws-cdk-lib/aws-stepfunctions';
import { type CatchProps, Condition, Errors } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { anything } from '../caught.ts';
import { checking, ending, type WorkflowFunctions, waiting } from './states.ts';

const code = (name: string) => Condition.jsonata(`{% $states.input.code = '${name}' %}`);

const noAnswer: CatchProps = { errors: [Errors.TIMEOUT], outputs: { code: 'REMIND' } };

/** The road of a referral, from the first step to the last, in the order in which a referral lives it. */
export function flow(scope: Construct, functions: WorkflowFunctions): State {
  const { validate, check, decide } = checking(scope, functions);
  const { triage, duplicate, suspicious, referrer, remind } = waiting(scope, functions);
  const { list, tell, done, park, lost } = ending(scope, functions);

  validate.next(check);
  check.next(decide);

  decide.when(code('QUARANTINE'), suspicious);
  decide.when(code('VALIDATE'), validate);
  decide.when(code('CHECK'), check);
  decide.when(code('HOLD'), duplicate);
  decide.when(code('ASK_REFERRER'), referrer);
  decide.when(code('TRIAGE'), triage);
  decide.when(code('LIST'), list);
  decide.when(code('NOTIFY'), tell);
  decide.when(code('DONE'), done);
  decide.otherwise(park);

  for (const wait of [suspicious, duplicate, referrer, triage]) {
    wait.addCatch(remind, noAnswer);
    wait.next(decide);
  }
  remind.next(decide);

  list.next(tell);

  for (const task of [validate, check, suspicious, duplicate, referrer, triage, remind, list, tell])
    task.addCatch(park, anything);
  park.addCatch(lost, { errors: [Errors.ALL], outputs: { code: 'PARK' } });
  return validate;
}
