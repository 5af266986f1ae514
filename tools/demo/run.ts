import { startInstance } from '#local/instance.ts';
import { parseInstant } from '#local/london.ts';
import { views } from '../views.ts';
import { playSample } from './play.ts';
import { headline, type Print } from './print.ts';
import type { World } from './world.ts';

/** When the sample begins; a service that plays it must not have passed this. */
export const DEMO_STARTS = parseInstant('2026-09-24T09:00');

/**
 * Starts a service of its own that is thrown away at the end, and plays the demonstration in it. True when every referral and
 * every list ended as the sample says.
 */
export async function runDemo(print: Print): Promise<boolean> {
  const instance = await startInstance({ port: 0, now: DEMO_STARTS, views });
  const interrupted = () => void instance.stop().finally(() => process.exit(130));
  process.once('SIGINT', interrupted);
  try {
    return await tellDemo(instance, print);
  } finally {
    process.off('SIGINT', interrupted);
    await instance.stop();
  }
}

/** Plays the sample in a service that begins with it, and says how it went; true when all ended as the sample says. */
export async function tellDemo(world: World, print: Print): Promise<boolean> {
  const begun = performance.now();
  print(`Small Steps runs at ${world.url}, deleted at the end. All people are fictional.\n`);
  const differences = await playSample(world, print);
  print(headline(differences.length === 0 ? 'Every referral ended where it should' : 'This is not as it should be'));
  for (const difference of differences) print(`  ${difference}`);
  const seconds = Math.round((performance.now() - begun) / 1000);
  print(`${differences.length === 0 ? '' : '\n'}A week of the service in ${seconds} seconds.`);
  return differences.length === 0;
}
