import * as fc from 'fast-check';
import type { AuditAnswers, AuditTexts } from '../../../src/core/audit/audit.ts';
import { statements, survey } from '../../../src/core/audit/survey.ts';

/** Any answers to some of the statements, and to some that the survey does not have. */
export const anyAudit: fc.Arbitrary<AuditAnswers> = fc
  .uniqueArray(
    fc.record(
      {
        id: fc.constantFrom(...statements.map(({ id }) => id), 'other-above', 'Another: one', '12'),
        rating: fc.integer({ min: 1, max: 5 }),
        reversed: fc.boolean(),
      },
      { noNullPrototype: true },
    ),
    { selector: ({ id }) => id },
  )
  .map((answers) => ({
    survey: survey.name,
    wording: survey.wording,
    scale: survey.scale,
    answers,
  }));

const anyText = fc.oneof(
  fc.string(),
  fc
    .array(
      fc.constantFrom(
        '# x',
        '### Blocks',
        '\\### x',
        '```',
        ' ~~~',
        '- a',
        '| b |',
        '',
        '<<<<<<< ',
        'text',
        '    c',
      ),
    )
    .map((lines) => lines.join('\n')),
);
const anyTheme = fc.record({ enables: anyText, blocks: anyText, differs: anyText });

/** Anything that a team may have typed. */
export const anyTexts: fc.Arbitrary<AuditTexts> = fc.record({
  solving: anyTheme,
  failing: anyTheme,
  leading: anyTheme,
  habits: anyTheme,
});
