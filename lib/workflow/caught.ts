import { type CatchProps, Errors } from 'aws-cdk-lib/aws-stepfunctions';

/** Parks what nothing else caught. Only the error's name is passed on, because a cause can quote personal data. */
export const anything: CatchProps = {
  errors: [Errors.ALL],
  outputs: { code: 'PARK', error: '{% $states.errorOutput.Error %}' },
};
