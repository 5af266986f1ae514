import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { acknowledge } from '../nag.ts';

/** What the AwsSolutions rules would have otherwise, and why it is as it is. */
export function accepted(api: RestApi): void {
  acknowledge(
    api,
    'AwsSolutions-APIG2',
    'Our schemas check every request and answer in words; a gateway model could not.',
  );
  acknowledge(
    api,
    'AwsSolutions-APIG4',
    '/v1 asks for a key of the usage plan; pages open by private links and mailed codes.',
  );
  acknowledge(
    api,
    'AwsSolutions-COG4',
    'Referrers and triagers have no accounts: private links and mailed codes take their place.',
  );
  acknowledge(
    api,
    'AwsSolutions-APIG6',
    'Execution logs quote paths, and paths hold private links. The access log names routes.',
  );
}
