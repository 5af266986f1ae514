import { sweeperNumbers } from './metrics.ts';
import type { Warning } from './warning.ts';
import type { Watched } from './watched.ts';

/** What rings of documents: no one can open one, or it is gone. */
export function documentWarnings({ stackName, scansOverdue }: Pick<Watched, 'stackName' | 'scansOverdue'>): Warning[] {
  return [
    {
      name: 'ScansOverdue',
      impact:
        'A document was not scanned for viruses in ten minutes: the triage team sees the referral and cannot open it.',
      metric: scansOverdue,
      atLeast: 1,
    },
    {
      name: 'DocumentLost',
      impact: 'A document that was sent to us is gone. Its referral waits until the referrer sends it again.',
      metric: sweeperNumbers(stackName)('LostDocuments'),
      atLeast: 1,
    },
  ];
}
