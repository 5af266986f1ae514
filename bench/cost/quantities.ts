import type { Invocation } from '../calls/invocations.ts';
import type { Played } from '../calls/play.ts';
import { evidenceFile } from '../calls/referral.ts';
import type { Call } from '../calls/wire.ts';
import type { Quantities } from './cost.ts';

const FILES = 2;
const GB = 1024 ** 3;
const DOORS = ['ServeApi', 'ServeStaff', 'ServePublic', 'ServeReferral'];

/** What AWS would bill for the referral that was played. Bundles count as loaded: see `coldGbSeconds` for the first of a day. */
export function referralQuantities(played: Played): Quantities {
  const { calls, invocations, memoryMb, transitions } = played;
  const requests = invocations.filter(({ name }) => DOORS.includes(name)).length;
  const units = (unit: 'read' | 'write') => calls.reduce((sum, call) => sum + call[unit], 0);
  return {
    writeUnits: units('write'),
    readUnits: units('read'),
    transitions,
    lambdaRequests: invocations.length,
    lambdaGbSeconds: gbSeconds(invocations, memoryMb),
    apiRequests: requests,
    wafRequests: requests,
    // Each file is posted by the referrer and tagged by the scan; the person who opens it gets it once.
    s3Writes: 2 * FILES,
    s3Reads: count(calls, 'S3') + FILES,
    secretCalls: count(calls, 'Secrets Manager'),
    emails: count(calls, 'SES'),
    scannedFiles: FILES,
    scannedGb: (FILES * evidenceFile.length) / GB,
  };
}

/** Memory as in the template, for the time that each run took on this machine. */
export function gbSeconds(invocations: readonly Invocation[], memoryMb: ReadonlyMap<string, number>): number {
  return invocations.reduce((sum, { name, start, end }) => {
    const memory = memoryMb.get(name);
    if (memory === undefined) throw new Error(`The template gives no memory for ${name}.`);
    return sum + (memory / 1024) * ((end - start) / 1000);
  }, 0);
}

function count(calls: readonly Call[], service: string): number {
  return calls.filter((call) => call.service === service).length;
}
