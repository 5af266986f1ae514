import { startInstance } from '#local/instance.ts';
import { parseInstant } from '#local/london.ts';
import { evidenceFor, letters, submit, until } from '../calls/road.ts';

export type PipelineRun = { inFlight: number; perSecond: number; seconds: number };

/**
 * How long it takes until so many referrals, submitted together with their evidence in place, are all with the triage
 * team.
 */
export async function pipelineThroughput(inFlight: number): Promise<PipelineRun> {
  const instance = await startInstance({ port: 0, now: parseInstant('2026-09-24T09:00') });
  try {
    const warm = await submit(instance, 0, await evidenceFor(instance));
    await until('the first referral in triage', () => letters(instance, warm.reference, 'triage-').length >= 2);
    const numbers = Array.from({ length: inFlight }, (_, n) => n + 1);
    const evidence = [];
    for (const n of numbers) evidence.push({ n, ids: await evidenceFor(instance) });
    const begun = performance.now();
    const accepted = await Promise.all(evidence.map(({ n, ids }) => submit(instance, n, ids)));
    const isInTriage = ({ reference }: { reference: string }) => letters(instance, reference, 'triage-2@').length > 0;
    await until(`${inFlight} referrals in triage`, () => accepted.every(isInTriage));
    const seconds = (performance.now() - begun) / 1000;
    return { inFlight, seconds, perSecond: inFlight / seconds };
  } finally {
    await instance.stop();
  }
}
