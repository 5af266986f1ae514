import type { Tag } from './object-files.ts';
import { S3Error } from './s3-error.ts';

/** The tags of a PutObjectTagging body, as the SDK writes it. */
export function parseTagging(xml: string): Tag[] {
  if (!xml.includes('<TagSet')) throw new S3Error('MalformedXML', 'The XML you provided was not well-formed.');
  const tags = xml.matchAll(/<Tag>\s*<Key>([^<]*)<\/Key>\s*<Value>([^<]*)<\/Value>\s*<\/Tag>/g);
  return [...tags].map(([, key = '', value = '']) => ({ key: unescapeXml(key), value: unescapeXml(value) }));
}

/** The tags of an `x-amz-tagging` header, which is written like a query string. */
export function parseTaggingHeader(header: string): Tag[] {
  return [...new URLSearchParams(header)].map(([key, value]) => ({ key, value }));
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name) => ENTITIES[String(name)] ?? whole);
}
