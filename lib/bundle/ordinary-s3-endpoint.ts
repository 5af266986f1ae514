/**
 * Where an ordinary bucket is reached, as S3's own rules say it. Those rules are 18 KB of every bundle, most of them for
 * access points, Outposts and acceleration, which no function uses. A test holds the answers of both against each other.
 */
export const ORDINARY_S3_ENDPOINT = `
import { awsEndpointFunctions } from '@aws-sdk/core/client';

const IP = /^(?:\\d{1,3}(?:\\.\\d{1,3}){3}|\\[.*\\])$/;

function address({ Bucket, Region, Endpoint, ForcePathStyle, UseFIPS, UseDualStack }) {
  if (Endpoint === undefined) {
    const { dnsSuffix } = awsEndpointFunctions.partition(Region);
    const service = 's3' + (UseFIPS ? '-fips' : '') + (UseDualStack ? '.dualstack' : '');
    const host = service + '.' + Region + '.' + dnsSuffix;
    return ForcePathStyle ? 'https://' + host + '/' + Bucket : 'https://' + Bucket + '.' + host;
  }
  const { protocol, host, hostname, pathname } = new URL(Endpoint);
  const path = pathname.endsWith('/') ? pathname : pathname + '/';
  return ForcePathStyle || IP.test(hostname) ? protocol + '//' + host + path + Bucket : protocol + '//' + Bucket + '.' + host + pathname;
}

export function defaultEndpointResolver(given) {
  const scheme = { disableDoubleEncoding: true, name: 'sigv4', signingName: 's3', signingRegion: given.Region };
  return { url: new URL(address(given)), properties: { authSchemes: [scheme] }, headers: {} };
}`;
