import { readFileSync } from 'node:fs';
import { parseDeployConfig } from '#lib/config.ts';
import { ConfigRefused } from '#lib/config-refused.ts';
import { mailDoorRefused } from '#lib/mail-regions.ts';

const HOW = 'Set SMALL_STEPS_CONFIG to the path of a configuration file; docs/deploy.example.json shows one.';

function readConfig(path: string | undefined): string {
  if (path === undefined || path === '') throw new ConfigRefused(`SMALL_STEPS_CONFIG is not set. ${HOW}`);
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ConfigRefused(`${path} cannot be read. ${HOW}`);
  }
}

try {
  const path = process.env.SMALL_STEPS_CONFIG;
  const config = parseDeployConfig(readConfig(path), path ?? '');
  // The CDK's command line says where the stack goes. Without it no one knows, and the stack is the same everywhere.
  const region = process.env.CDK_DEFAULT_REGION;
  const refused = region ? mailDoorRefused(config, region) : undefined;
  if (refused !== undefined) throw new ConfigRefused(`${path} cannot be deployed:\n  ${refused}`);
  // Loaded for a sound configuration alone: the CDK takes seconds, and a refusal needs nothing of it.
  const [{ smallStepsApp }, { bundleFunctions }] = await Promise.all([import('#lib/app.ts'), import('#lib/bundle.ts')]);
  await bundleFunctions();
  smallStepsApp(config).app.synth();
} catch (error) {
  if (!(error instanceof ConfigRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
