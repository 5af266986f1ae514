import { definitionIn } from './definition.ts';
import { mermaid } from './mermaid.ts';

/** The page docs/flow.md as it must be for this template. */
export function flowPage(template: unknown): string {
  return `# The road of a referral

Drawn from the synthesised state machine by \`node tools/draw-flow.ts\`; a test fails when it is not current. Boxes are steps of
the machine, rounded boxes wait for people, dotted lines are what is caught. Every step tries again by itself first.

\`\`\`mermaid
${mermaid(definitionIn(template))}\`\`\`
`;
}
