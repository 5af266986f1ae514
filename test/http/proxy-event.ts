import type { APIGatewayProxyEvent } from 'aws-lambda';

export interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
  readonly caller?: string;
}

/** The event that API Gateway's REST proxy integration hands over for a request. */
export function proxyEvent(sent: Sent): APIGatewayProxyEvent {
  const identity = {
    accessKey: null,
    accountId: null,
    apiKey: null,
    apiKeyId: sent.caller ?? null,
    caller: null,
    clientCert: null,
    cognitoAuthenticationProvider: null,
    cognitoAuthenticationType: null,
    cognitoIdentityId: null,
    cognitoIdentityPoolId: null,
    principalOrgId: null,
    sourceIp: '192.0.2.1',
    user: null,
    userAgent: null,
    userArn: null,
  };
  return {
    httpMethod: sent.method ?? 'GET',
    path: sent.path,
    headers: { ...sent.headers },
    multiValueHeaders: {},
    queryStringParameters: sent.query ? { ...sent.query } : null,
    multiValueQueryStringParameters: null,
    pathParameters: null,
    stageVariables: null,
    body: sent.body ?? null,
    isBase64Encoded: sent.isBase64Encoded ?? false,
    resource: '/{proxy+}',
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      authorizer: null,
      httpMethod: sent.method ?? 'GET',
      identity,
      path: sent.path,
      protocol: 'HTTP/1.1',
      requestId: 'request-0001',
      requestTimeEpoch: 0,
      resourceId: 'r',
      resourcePath: '/{proxy+}',
      stage: 'live',
    },
  };
}
