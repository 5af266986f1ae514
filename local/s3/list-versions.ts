import type { Call } from './call.ts';
import type { ObjectFiles, StoredObject } from './object-files.ts';
import { DECLARATION, XML } from './reply.ts';
import { escapeXml, S3Error } from './s3-error.ts';

const LEFT_OUT = ['delimiter', 'encoding-type'];

/**
 * ListObjectVersions: every version and delete marker under a prefix, in pages that continue after the last one listed.
 */
export async function listVersions(
  files: ObjectFiles,
  { response, url, bucket }: Call,
  mostListed: number,
): Promise<void> {
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  const other = LEFT_OUT.find((name) => asked(name) !== '');
  if (other) throw new S3Error('NotImplemented', `The local S3 does not list with ${other}.`);
  const most = Math.min(asked('max-keys') === '' ? mostListed : Number(asked('max-keys')), mostListed);
  if (!Number.isInteger(most) || most < 1) throw new S3Error('InvalidArgument', 'max-keys is not a positive integer.');
  const all = await files.under(bucket, asked('prefix'));
  const rest = after(all, asked('key-marker'), asked('version-id-marker'));
  const page = rest.slice(0, most);
  const last = rest.length > most ? page.at(-1) : undefined;
  const latest = new Set(all.filter(({ key }, n) => key !== all[n - 1]?.key));
  const parts = [
    ...elements({ Name: bucket, Prefix: asked('prefix'), KeyMarker: asked('key-marker') }),
    ...elements({ VersionIdMarker: asked('version-id-marker'), MaxKeys: most, IsTruncated: last !== undefined }),
    ...(last ? elements({ NextKeyMarker: last.key, NextVersionIdMarker: last.versionId }) : []),
    ...page.map((object) => versionXml(object, latest.has(object))),
  ];
  response.writeHead(200, XML);
  response.end(`${DECLARATION}<ListVersionsResult>${parts.join('')}</ListVersionsResult>`);
}

/** What is listed after a version, or after a whole key where none is named. */
function after(all: StoredObject[], key: string, versionId: string): StoredObject[] {
  if (key === '') return all;
  return all.filter((object) => object.key > key || (object.key === key && object.versionId < versionId));
}

function versionXml(object: StoredObject, isLatest: boolean): string {
  const common = {
    Key: object.key,
    VersionId: object.versionId,
    IsLatest: isLatest,
    LastModified: object.lastModified,
  };
  if (object.deleteMarker) return `<DeleteMarker>${elements(common).join('')}</DeleteMarker>`;
  const parts = elements({ ...common, ETag: object.etag, Size: object.size, StorageClass: 'STANDARD' });
  return `<Version>${parts.join('')}</Version>`;
}

function elements(values: Record<string, string | number | boolean>): string[] {
  return Object.entries(values).map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`);
}
