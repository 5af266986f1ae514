export type ActionName = { service: string; action: string };

const SERVICES: Record<string, string> = {
  DynamoDB_20120810: 'DynamoDB',
  AWSStepFunctions: 'Step Functions',
  secretsmanager: 'Secrets Manager',
};

/** What a request asks of which service, as AWS names it. */
export function actionOf(request: {
  method: string;
  url: string;
  target: string | string[] | undefined;
  body: string;
}): ActionName {
  const [service = '', action = ''] = String(request.target ?? '').split('.');
  if (action !== '') return { service: SERVICES[service] ?? service, action };
  const form = new URLSearchParams(request.body).get('Action');
  if (request.url === '/' && form !== null) return { service: 'SES', action: form };
  return { service: 'S3', action: objectAction(request.method, request.url) };
}

function objectAction(method: string, url: string): string {
  const part = new URL(url, 'http://s3').searchParams.has('tagging') ? 'ObjectTagging' : 'Object';
  return method.charAt(0) + method.slice(1).toLowerCase() + part;
}
