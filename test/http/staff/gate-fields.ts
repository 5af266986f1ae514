import { gateAnswers } from '#test/unit/domain/support/gate-sample.ts';

const { channels: _channels, ...answers } = gateAnswers;

/** Everything that the closing gate asks for, as the form of a page sends it. */
export const gateFields = { ...answers, 'tried-PHONE': 'yes', 'tried-LETTER': 'yes' } as const;
