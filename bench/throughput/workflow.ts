/** Two tasks, a wait for someone with a token, one more task: the shape of a referral on its usual road. */
export const MACHINE_ARN = 'arn:aws:states:eu-west-2:000000000000:stateMachine:road';

const name = '{% $states.context.Execution.Name %}';
const input = '{% $states.input %}';

export const DEFINITION = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'Check',
  States: {
    Check: task('check', { name, input }, { Output: '{% $states.result.Payload %}', Next: 'Prepare' }),
    Prepare: task('prepare', { name, input }, { Output: '{% $states.result.Payload %}', Next: 'Wait for an answer' }),
    'Wait for an answer': task(
      'park',
      { name, input, token: '{% $states.context.Task.Token %}' },
      { TimeoutSeconds: 86_400, Next: 'Tell' },
    ),
    Tell: task('tell', { name, input }, { End: true }),
  },
});

function task(functionName: string, Payload: object, more: object): object {
  const pattern = 'token' in Payload ? '.waitForTaskToken' : '';
  const FunctionName = `arn:aws:lambda:eu-west-2:000000000000:function:${functionName}`;
  const Resource = `arn:aws:states:::lambda:invoke${pattern}`;
  return { Type: 'Task', Resource, Arguments: { FunctionName, Payload }, ...more };
}
