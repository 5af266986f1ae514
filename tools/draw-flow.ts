import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Template } from 'aws-cdk-lib/assertions';
import { smallStepsApp, WITHOUT_BUNDLES } from '#lib/app.ts';
import { parseDeployConfig } from '#lib/config.ts';
import { everyFlow, flowPage } from '#lib/workflow/flow-page.ts';
import { flowsFile } from '#lib/workflow/flow-states.ts';

const fromTop = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const example = fromTop('docs/deploy.example.json');

const { stack } = smallStepsApp(parseDeployConfig(readFileSync(example, 'utf8'), example), WITHOUT_BUNDLES);
const template = Template.fromStack(stack).toJSON();
writeFileSync(fromTop('docs/flow.md'), flowPage(template));
writeFileSync(fromTop('web/console/road/flows.ts'), flowsFile(everyFlow(template)));
