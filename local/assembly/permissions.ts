import { pattern } from '../iam/pattern.ts';
import type { ApiSpec } from './api.ts';
import { ACCOUNT, REGION } from './identities.ts';
import type { Resolver } from './resolve.ts';
import type { RuleSpec } from './rules.ts';
import { AssemblyError, type Template } from './template.ts';

type Invocation = { by: string; source: string; functionName: string; what: string };

/** Throws AssemblyError for a rule or a route whose function no AWS::Lambda::Permission lets it invoke: AWS calls none then. */
export function refuseUnpermitted(
  template: Template,
  property: Resolver,
  rules: readonly RuleSpec[],
  api: ApiSpec | undefined,
): void {
  const ids = Object.keys(template.Resources).filter(
    (id) => template.Resources[id]?.Type === 'AWS::Lambda::Permission',
  );
  const permissions = ids.map((id) => {
    const read = (name: string) => String(property(id, name) ?? '*');
    const [functionName] = read('FunctionName').split(':').slice(-1);
    return { functionName, by: read('Principal'), from: pattern(read('SourceArn')) };
  });
  for (const { by, source, functionName, what } of [...rules.flatMap(ofRule), ...ofApi(api)]) {
    const isPermitted = permissions.some(
      (one) => one.by === by && one.functionName === functionName && one.from(source),
    );
    if (!isPermitted) throw new AssemblyError(`No permission lets ${what} invoke ${functionName}, so AWS would not.`);
  }
}

function ofRule({ name, arn, targets }: RuleSpec): Invocation[] {
  return targets.map(({ functionName }) => ({ by: 'events.amazonaws.com', source: arn, functionName, what: name }));
}

/** One call is checked for a whole route, because its method and the parts of its path may be anything. */
function ofApi(api: ApiSpec | undefined): Invocation[] {
  return (api?.routes ?? []).map(({ method, resource, functionName }) => {
    const path = resource.replaceAll(/\{[^}]*\}/g, 'part');
    const stage = `arn:aws:execute-api:${REGION}:${ACCOUNT}:${api?.id}/${api?.stage}`;
    const source = `${stage}/${method === 'ANY' ? 'GET' : method}${path}`;
    return { by: 'apigateway.amazonaws.com', source, functionName, what: `${method} ${resource}` };
  });
}
