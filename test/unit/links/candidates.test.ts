import assert from 'node:assert/strict';
import { type Candidate, Candidates } from '../../../src/core/links/candidates.ts';
import { messageMarks } from '../../../src/core/links/messageMarks.ts';
import { QuotedLines, quotedLines } from '../../../src/core/links/quotedLines.ts';

function commit(sha: string, subject: string, authored: number, body = ''): [Candidate, string] {
  const marks = messageMarks(subject, body);
  return [{ sha, subject, authored, committed: authored + 10, merge: false, ...(marks && { marks }) }, body];
}

function shas(found: readonly Candidate[] | undefined): readonly string[] {
  return (found ?? []).map(({ sha }) => sha);
}

describe('the commits that a link may mean', () => {
  it('are found by everything that a link knows', () => {
    const all = new Candidates();
    all.add(...commit('a', 'One (#7)', 100, '\nRetro: K3F9q2xa\n'));
    all.add(...commit('b', 'Two', 100, `\n(cherry picked from commit ${'1'.repeat(40)})\n`));
    all.add(...commit('c', 'Three', 200, `\n* One\n* Two\n\nChange-Id: I${'0'.repeat(40)}\n`));
    assert.deepEqual(shas(all.authoredAt(100)), ['a', 'b']);
    assert.deepEqual(shas(all.withPullRequest(7)), ['a']);
    assert.deepEqual(shas(all.naming('k3f9q2xa')), ['a']);
    assert.deepEqual(shas(all.pickedFrom('1'.repeat(40))), ['b']);
    assert.deepEqual(shas(all.withChange(`I${'0'.repeat(40)}`)), ['c']);
    assert.deepEqual(shas(all.withSubject('Two')), ['b']);
    assert.deepEqual(shas(all.quoting(['Two', 'Four']).get('Two')), ['c']);
    assert.deepEqual(shas(all.quoting(['Two', 'Four']).get('Four')), []);
    assert.deepEqual(shas(all.since(150)), ['c']);
  });

  it('are not found any more when the branch has left them, and again when it is back', () => {
    const all = new Candidates();
    const [one, body] = commit('a', 'One (#7)', 100, '\n* Quoted\nRetro: k3f9q2xa\n');
    all.add(one, body);
    const { changes } = all;
    all.remove(['a', 'unknown']);
    assert.notEqual(all.changes, changes);
    for (const found of [
      all.authoredAt(100),
      all.withPullRequest(7),
      all.naming('k3f9q2xa'),
      all.withSubject('One (#7)'),
      all.quoting(['Quoted']).get('Quoted'),
      all.since(0),
    ]) {
      assert.deepEqual(found, []);
    }
    all.add({ ...one }, body);
    assert.deepEqual(shas(all.authoredAt(100)), ['a']);
    assert.deepEqual(shas(all.quoting(['Quoted']).get('Quoted')), ['a']);
    assert.equal(all.size, 1);
  });
});

describe('the lines of messages', () => {
  it('stand without the marks of lists', () => {
    const body = '\n* One\n\n  - Two\n\n    Three  \n*\n+ Four\n*Five*\n';
    assert.deepEqual(quotedLines(body), ['One', 'Two', 'Three', '*', 'Four', '*Five*']);
  });

  it('are found among many', () => {
    const lines = new QuotedLines();
    for (let at = 0; at < 5000; at += 1) {
      lines.add(at, `Line ${at}\nShared by ${at % 7}\n`);
    }
    const found = lines.find(['Line 4321', 'Shared by 3', 'Nowhere']);
    assert.deepEqual(found.get('Line 4321'), [4321]);
    assert.equal(found.get('Shared by 3')?.length, Math.ceil((5000 - 3) / 7));
    assert.deepEqual(found.get('Nowhere'), []);
  });
});
