import { startInstance } from '#local/instance.ts';
import { parseInstant } from '#local/london.ts';
import { views } from '../views.ts';
import { playSample } from './play.ts';
import { headline, type Print } from './print.ts';

/**
 * Starts a service of its own that is thrown away at the end, plays the sample in it and says how it went. True when every
 * referral and every list ended as the sample says. `assembly`: a cloud assembly to run instead of that of these sources.
 */
export async function runDemo(print: Print, assembly?: string): Promise<boolean> {
  const begun = performance.now();
  const instance = await startInstance({ port: 0, now: parseInstant('2026-09-24T09:00'), assembly, views });
  const interrupted = () => void instance.stop().finally(() => process.exit(130));
  process.once('SIGINT', interrupted);
  try {
    print(`Small Steps runs at ${instance.url}, thrown away at the end. All people are fictional.\n`);
    const differences = await playSample(instance, print);
    print(headline(differences.length === 0 ? 'Every referral ended where it should' : 'This is not as it should be'));
    for (const difference of differences) print(`  ${difference}`);
    print(
      `${differences.length === 0 ? '' : '\n'}A week of the service in ${Math.round((performance.now() - begun) / 1000)} seconds.`,
    );
    return differences.length === 0;
  } finally {
    process.off('SIGINT', interrupted);
    await instance.stop();
  }
}
