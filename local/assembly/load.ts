import { type Policies, readPolicies } from '../iam/policies.ts';
import { type ApiSpec, apiSpec } from './api.ts';
import { type FunctionSpec, functionSpec } from './functions.ts';
import { identityOf, REGION, SUFFIX } from './identities.ts';
import { refuseUnpermitted } from './permissions.ts';
import { readCloudAssembly } from './read.ts';
import { createResolver } from './resolve.ts';
import { type RuleSpec, ruleSpecs } from './rules.ts';
import type { Template } from './template.ts';

export type NamedResource = {
  logicalId: string;
  name: string;
  arn: string;
  properties: Record<string, unknown>;
  metadata: Record<string, unknown>;
};
/** `role`: the ARN of the role that it plays. */
export type StateMachineSpec = { arn: string; name: string; definition: string; role: string };
export type Assembly = {
  /** Where people reach it. */
  baseUrl: string;
  functions: Map<string, FunctionSpec>;
  stateMachines: StateMachineSpec[];
  tables: NamedResource[];
  buckets: NamedResource[];
  /** The rules by which email to the service is received. */
  receiptRules: NamedResource[];
  secrets: NamedResource[];
  keys: NamedResource[];
  configurationSets: string[];
  rules: RuleSpec[];
  api: ApiSpec | undefined;
  policies: Policies;
};

/**
 * Reads everything that the embedded run serves from a synthesised stack. The address under which the deployed API
 * would answer becomes `baseUrl` wherever it appears, because here the embedded gateway answers there. A function that
 * nothing calls is left alone, unless it is named in `byHand`.
 */
export function loadAssembly(folder: string, baseUrl: string, byHand: readonly string[] = []): Assembly {
  const cloud = readCloudAssembly(folder);
  const { template } = cloud;
  const property = createResolver(template, rewriteDeployedUrl(template, baseUrl));
  const named = (logicalId: string): NamedResource => {
    const resource = template.Resources[logicalId];
    const names = Object.keys(resource?.Properties ?? {});
    const text = (name: string) => {
      const value = property(logicalId, name);
      return value === undefined ? undefined : String(value);
    };
    const { ref, attributes } = identityOf(logicalId, resource ?? { Type: '', Properties: {} }, text);
    const arn = attributes.Arn ?? ref;
    return {
      logicalId,
      name: attributes.Name ?? ref.replace(/^arn:.*:/, ''),
      arn,
      metadata: resource?.Metadata ?? {},
      get properties() {
        return Object.fromEntries(names.map((name) => [name, property(logicalId, name)]));
      },
    };
  };
  const all = (...types: string[]) =>
    Object.keys(template.Resources)
      .filter((id) => types.includes(typeOf(template, id)))
      .map(named);

  const api = apiSpec(template, property, (id) => named(id).name);
  const rules = ruleSpecs(template, property, named);
  refuseUnpermitted(template, property, rules, api);
  const stateMachines = all('AWS::StepFunctions::StateMachine').map(({ arn, name, logicalId }) => ({
    arn,
    name,
    definition: String(property(logicalId, 'DefinitionString')),
    role: String(property(logicalId, 'RoleArn')),
  }));
  const used = new Set([
    ...byHand,
    ...(api?.routes ?? []).map((route) => route.functionName),
    ...rules.flatMap((rule) => rule.targets.map((target) => target.functionName)),
    ...stateMachines.flatMap((machine) => functionsIn(machine.definition)),
  ]);
  const functions = all('AWS::Lambda::Function')
    .filter(({ name }) => used.has(name))
    .map(({ logicalId, name, arn }) => functionSpec(cloud, property, logicalId, { name, arn }));
  return {
    baseUrl,
    functions: new Map(functions.map((spec) => [spec.name, spec])),
    stateMachines,
    tables: all('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'),
    buckets: all('AWS::S3::Bucket'),
    receiptRules: all('AWS::SES::ReceiptRule'),
    secrets: all('AWS::SecretsManager::Secret'),
    keys: all('AWS::KMS::Key'),
    configurationSets: all('AWS::SES::ConfigurationSet').map(({ name }) => name),
    rules,
    api,
    policies: readPolicies(template, property, (id) => named(id).arn),
  };
}

/** The functions that a definition invokes, by the names in their ARNs. */
export function functionsIn(definition: string): string[] {
  return [
    ...new Set([...definition.matchAll(/:lambda:[^:"]*:[^:"]*:function:([\w-]+)/g)].map((match) => match[1] ?? '')),
  ];
}

function rewriteDeployedUrl(template: Template, baseUrl: string): (text: string) => string {
  const [api] = Object.entries(template.Resources).find(([, { Type }]) => Type === 'AWS::ApiGateway::RestApi') ?? [];
  if (api === undefined) return (text) => text;
  const origin = `https://${api.toLowerCase()}.execute-api.${REGION}.${SUFFIX}`;
  const stageUrl = new RegExp(`${origin.replaceAll('.', '\\.')}(/[A-Za-z0-9_-]+)?`, 'g');
  return (text) => text.replace(stageUrl, baseUrl);
}

function typeOf(template: Template, logicalId: string): string {
  return template.Resources[logicalId]?.Type ?? '';
}
