import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';

/** What is logged of a request: the route, never the path, because paths hold private links, and no address. */
export const ACCESS_LOG = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    at: AccessLogField.contextRequestTimeEpoch(),
    method: AccessLogField.contextHttpMethod(),
    route: AccessLogField.contextResourcePath(),
    status: AccessLogField.contextStatus(),
    bytes: AccessLogField.contextResponseLength(),
    milliseconds: AccessLogField.contextResponseLatency(),
    refusal: AccessLogField.contextErrorResponseType(),
  }),
);
