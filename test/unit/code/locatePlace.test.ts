import assert from 'node:assert/strict';
import { locatePlace, longestPlaceText } from '../../../src/core/code/locatePlace.ts';

const file = 'import a\n\nconst ttl = 60;\n}\nf();\n}\n';

describe('locatePlace', () => {
  it('is here where the line still has its text, however it is indented', () => {
    assert.deepEqual(locatePlace({ path: 'a.ts', line: 3, text: 'const ttl = 60;' }, file), {
      line: 3,
      state: 'here',
    });
    assert.deepEqual(
      locatePlace({ path: 'a.ts', line: 3, text: 'const ttl = 60;' }, file.replace('const', '\t  const')),
      { line: 3, state: 'here' },
    );
  });

  it('has moved where the text is on another line', () => {
    assert.deepEqual(locatePlace({ path: 'a.ts', line: 3, text: 'const ttl = 60;' }, `\n\n\n${file}`), {
      line: 6,
      state: 'moved',
    });
    assert.deepEqual(locatePlace({ path: 'a.ts', line: 300, text: 'const ttl = 60;' }, file), {
      line: 3,
      state: 'moved',
    });
  });

  it('is on the nearest of several lines with its text, the lower of two', () => {
    assert.deepEqual(locatePlace({ path: 'a.ts', line: 5, text: '}' }, file), { line: 6, state: 'moved' });
    assert.deepEqual(locatePlace({ path: 'a.ts', line: 3, text: '}' }, file), { line: 4, state: 'moved' });
  });

  it('is gone where the text or the file is gone', () => {
    assert.deepEqual(locatePlace({ path: 'a.ts', line: 3, text: 'const ttl = 90;' }, file), {
      state: 'gone',
    });
    assert.deepEqual(locatePlace({ path: 'a.ts', line: 3, text: 'const ttl = 60;' }, undefined), {
      state: 'gone',
    });
    assert.deepEqual(locatePlace({ path: 'a.ts' }, undefined), { state: 'gone' });
  });

  it('is the whole file where it has no line', () => {
    assert.deepEqual(locatePlace({ path: 'a.ts' }, file), { state: 'here' });
    assert.deepEqual(locatePlace({ path: 'a.ts', text: 'f();' }, file), { line: 5, state: 'here' });
  });

  it('is a line number where it has no text, as long as the file is long enough', () => {
    assert.deepEqual(locatePlace({ path: 'a.ts', line: 5 }, file), { line: 5, state: 'here' });
    assert.deepEqual(locatePlace({ path: 'a.ts', line: 99 }, file), { state: 'gone' });
  });

  it('finds a long line by the beginning that was noted of it, and a short one by the whole', () => {
    const long = `const names = [${'"a", '.repeat(100)}];`;
    const noted = { path: 'a.ts', line: 1, text: long.slice(0, longestPlaceText) };
    assert.deepEqual(locatePlace(noted, `\n${long}`), { line: 2, state: 'moved' });
    assert.deepEqual(locatePlace({ ...noted, text: noted.text.slice(0, 20) }, long), { state: 'gone' });
  });

  it('reads any line endings', () => {
    assert.deepEqual(
      locatePlace({ path: 'a.ts', line: 3, text: 'const ttl = 60;' }, file.replaceAll('\n', '\r\n')),
      { line: 3, state: 'here' },
    );
    assert.deepEqual(
      locatePlace({ path: 'a.ts', line: 3, text: 'const ttl = 60;' }, file.replaceAll('\n', '\r')),
      { line: 3, state: 'here' },
    );
  });
});
