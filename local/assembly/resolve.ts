import { identityOf, PSEUDO_PARAMETERS } from './identities.ts';
import { AssemblyError, isRecord, type Resource, type Template } from './template.ts';

/** Resolves one property of one resource to a plain value; throws AssemblyError naming both where it cannot. */
export type Resolver = (logicalId: string, property: string) => unknown;

type Place = { logicalId: string; path: string };
type Intrinsic = (argument: unknown, place: Place) => unknown;

export function createResolver(template: Template, rewrite: (text: string) => string = (text) => text): Resolver {
  const refuse = (place: Place, why: string) =>
    new AssemblyError(`${place.logicalId}.${place.path}: ${why}, which the embedded run cannot resolve.`);

  function resourceAt(logicalId: string, place: Place): Resource {
    const resource = template.Resources[logicalId];
    if (resource === undefined) throw refuse(place, `it refers to ${logicalId}`);
    return resource;
  }

  function identity(logicalId: string, place: Place) {
    const resource = resourceAt(logicalId, place);
    return identityOf(logicalId, resource, (property) => {
      const given = resource.Properties[property];
      return given === undefined ? undefined : text(given, { logicalId, path: property });
    });
  }

  function ref(name: string, place: Place): string {
    return PSEUDO_PARAMETERS[name] ?? identity(name, place).ref;
  }

  function attribute(logicalId: string, name: string, place: Place): string {
    const value = identity(logicalId, place).attributes[name];
    if (value === undefined) throw refuse(place, `it refers to ${logicalId}.${name}`);
    return value;
  }

  function text(value: unknown, place: Place): string {
    const resolved = walk(value, place);
    if (typeof resolved === 'string') return resolved;
    if (typeof resolved === 'number' || typeof resolved === 'boolean') return String(resolved);
    throw refuse(place, 'it is not a text');
  }

  function list(value: unknown, place: Place): unknown[] {
    const resolved = walk(value, place);
    if (!Array.isArray(resolved)) throw refuse(place, 'it is not a list');
    return resolved;
  }

  function substitute(argument: unknown, place: Place): string {
    const [pattern, values] = Array.isArray(argument) ? argument : [argument, {}];
    if (typeof pattern !== 'string' || !isRecord(values)) throw refuse(place, 'it is an Fn::Sub of another shape');
    return pattern.replace(/\$\{([^}]+)\}/g, (_whole, name: string) => {
      if (name.startsWith('!')) return `\${${name.slice(1)}}`;
      if (name in values) return text(values[name], place);
      const [id = '', ...rest] = name.split('.');
      return rest.length === 0 ? ref(id, place) : attribute(id, rest.join('.'), place);
    });
  }

  const intrinsics: Record<string, Intrinsic> = {
    Ref: (argument, place) => ref(String(argument), place),
    'Fn::GetAtt': (argument, place) => {
      const [id = '', ...rest] = Array.isArray(argument) ? argument.map(String) : String(argument).split('.');
      return attribute(id, rest.join('.'), place);
    },
    'Fn::Join': (argument, place) => {
      const [separator, parts] = Array.isArray(argument) ? argument : [];
      return list(parts, place)
        .map((part) => text(part, place))
        .join(String(separator));
    },
    'Fn::Sub': substitute,
    'Fn::Select': (argument, place) => {
      const [index, items] = Array.isArray(argument) ? argument : [];
      return list(items, place)[Number(index)];
    },
    'Fn::Split': (argument, place) => {
      const [separator, source] = Array.isArray(argument) ? argument : [];
      return text(source, place).split(String(separator));
    },
  };

  function walk(value: unknown, place: Place): unknown {
    if (typeof value === 'string') return rewrite(value);
    if (Array.isArray(value)) {
      return value
        .map((item, index) => walk(item, { ...place, path: `${place.path}[${index}]` }))
        .filter((item) => item !== undefined);
    }
    if (!isRecord(value)) return value;
    const [key, ...others] = Object.keys(value);
    if (key === undefined || others.length > 0 || !(key === 'Ref' || key.startsWith('Fn::'))) {
      return mapValues(value, (item, name) => walk(item, { ...place, path: `${place.path}.${name}` }));
    }
    const argument = value[key];
    if (key === 'Ref' && argument === 'AWS::NoValue') return undefined;
    const intrinsic = intrinsics[key];
    if (intrinsic === undefined) throw refuse(place, `it uses ${key}`);
    const result = intrinsic(argument, place);
    return typeof result === 'string' ? rewrite(result) : result;
  }

  return (logicalId, property) => {
    const place = { logicalId, path: property };
    return walk(resourceAt(logicalId, place).Properties[property], place);
  };
}

function mapValues(record: Record<string, unknown>, change: (value: unknown, name: string) => unknown) {
  const entries = Object.entries(record).map(([name, value]) => [name, change(value, name)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
