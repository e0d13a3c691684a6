import assert from 'node:assert/strict';
import { historyOperations } from '../../support/history/historyOperations.ts';
import { LinkScene } from '../../support/history/linkScene.ts';

describe('the operations on history that links are tried with', function () {
  this.timeout(60_000);

  for (const { name, run } of historyOperations) {
    for (const withEntry of [false, true]) {
      it(`${name}: git says where the change is now${withEntry ? ', with the entry in its commit' : ''}`, () => {
        const scene = new LinkScene({ marked: withEntry });
        try {
          const { repository, linked } = scene;
          if (withEntry) {
            scene.commitEntryWithItsChange({ sha: linked });
          }
          const now = run(scene);
          const shown = repository.git('show', '--format=', '--name-only', now).split('\n');
          assert.ok(shown.includes('src/cache.ts'), shown.join());
          assert.equal(shown.includes(scene.entryPath), withEntry);
          assert.match(repository.git('show', '--format=', '-U0', now), /^\+const ttl = 60;$/m);
          assert.match(repository.git('show', 'main:src/cache.ts'), /^const ttl = 60;$/m);
          assert.equal(repository.git('branch', '--format=%(refname)'), 'refs/heads/main');
          assert.equal(repository.git('status', '--porcelain'), '');
          assert.equal(now === linked, name === 'merge' && !withEntry);
        } finally {
          scene.remove();
        }
      });
    }
  }
});
