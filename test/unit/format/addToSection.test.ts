import assert from 'node:assert/strict';
import { addToSection } from '../../../src/core/format/addToSection.ts';

const front = '---\nid: k3f9q2xa\n---\n';

function added(body: string, text = 'New.'): string {
  const after = addToSection(front + body, 'Result', text);
  assert.ok(after.startsWith(front));
  return after.slice(front.length);
}

describe('addToSection', () => {
  it('makes the section at the end, with one empty line before it', () => {
    assert.equal(added('\n# T\n'), '\n# T\n\n## Result\n\nNew.\n');
    assert.equal(added('\n# T'), '\n# T\n\n## Result\n\nNew.\n');
    assert.equal(added('\n# T\n\n\n'), '\n# T\n\n\n## Result\n\nNew.\n');
    assert.equal(added(''), '\n## Result\n\nNew.\n');
  });

  it('fills one that is empty, and adds to one that is not', () => {
    assert.equal(added('## Result\n'), '## Result\n\nNew.\n');
    assert.equal(added('## Result\n\n## After\n'), '## Result\n\nNew.\n\n## After\n');
    assert.equal(added('## Result\n## After\n'), '## Result\n\nNew.\n\n## After\n');
    assert.equal(
      added('## result ##\nOld.\n\n### Part\nx\n\n\n# End\n'),
      '## result ##\nOld.\n\n### Part\nx\n\nNew.\n\n\n# End\n',
    );
  });

  it('takes no heading in fenced code for one', () => {
    assert.equal(added('```\n## Result\n```\n'), '```\n## Result\n```\n\n## Result\n\nNew.\n');
    assert.equal(added('## Result\n```\n## After\n```\nx\n'), '## Result\n```\n## After\n```\nx\n\nNew.\n');
  });

  it('does nothing where there is nothing to add, or no front matter to stay out of', () => {
    assert.equal(added('# T\n', ' \n\n'), '# T\n');
    assert.equal(addToSection('# T\n', 'Result', 'New.'), '# T\n');
  });

  it('ends its lines as the file does', () => {
    assert.equal(
      addToSection('---\r\n---\r\n# T\r\n', 'Result', 'a\nb'),
      '---\r\n---\r\n# T\r\n\r\n## Result\r\n\r\na\r\nb\r\n',
    );
  });
});
