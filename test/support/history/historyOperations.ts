import assert from 'node:assert/strict';
import type { LinkScene } from './linkScene.ts';

/** Something that people do to a history, done by git on the branch of a scene. */
export interface HistoryOperation {
  /** As the documentation calls it. */
  readonly name: string;
  /**
   * Does it, leaves the main line checked out and the branch gone, and returns the hash of the commit on the main
   * line that holds the linked change now.
   */
  readonly run: (scene: LinkScene) => string;
}

/** The ways in which a history changes that links have to survive. */
export const historyOperations: readonly HistoryOperation[] = [
  { name: 'merge', run: merge },
  { name: 'rebase', run: rebase },
  { name: 'rebase with another message', run: rebaseWithAnotherMessage },
  { name: 'amend', run: amend },
  { name: 'rebase over a conflict next to it', run: rebaseOverConflict },
  { name: 'cherry-pick', run: cherryPick },
  { name: 'interactive squash', run: squashInteractively },
  { name: 'squash merge, message of its own', run: (scene) => squashMerge(scene, 'Pages are fresh again') },
  { name: 'squash merge, message by git', run: (scene) => squashMerge(scene) },
  { name: 'squash merge, message by a host', run: (scene) => squashMerge(scene, hostMessage(scene)) },
];

function merge(scene: LinkScene): string {
  scene.moveMain('elsewhere');
  return intoMain(scene);
}

function rebase(scene: LinkScene): string {
  scene.moveMain('elsewhere');
  scene.rewrite('rebase', '--quiet', 'main');
  return intoMain(scene);
}

function rebaseWithAnotherMessage(scene: LinkScene): string {
  scene.moveMain('elsewhere');
  const editors = { GIT_SEQUENCE_EDITOR: todo('2s/^pick/reword/'), GIT_EDITOR: todo('1s/.*/Expire pages/') };
  scene.rewriteWith(editors, 'rebase', '--quiet', '--interactive', 'main');
  return intoMain(scene);
}

function amend(scene: LinkScene): string {
  scene.rewriteWith(
    { GIT_SEQUENCE_EDITOR: todo('2s/^pick/edit/') },
    'rebase',
    '--quiet',
    '--interactive',
    'main',
  );
  scene.setLine('src/cache.ts', 20, 'const forgotten = 1;');
  scene.rewrite('commit', '--quiet', '--all', '--amend', '--no-edit');
  scene.rewrite('rebase', '--continue');
  scene.moveMain('elsewhere');
  return intoMain(scene);
}

function rebaseOverConflict(scene: LinkScene): string {
  scene.moveMain('beside the change');
  assert.throws(() => scene.rewrite('rebase', '--quiet', 'main'), /could not apply/);
  scene.setLine('src/cache.ts', 12, 'const ttl = 60;');
  scene.repository.git('add', '--all');
  scene.rewrite('rebase', '--continue');
  return intoMain(scene);
}

function cherryPick(scene: LinkScene): string {
  const picked = scene.holder;
  scene.moveMain('elsewhere');
  scene.repository.git('checkout', '--quiet', 'main');
  scene.rewrite('cherry-pick', picked);
  scene.repository.git('branch', '--quiet', '-D', 'feature');
  return scene.repository.git('rev-parse', 'HEAD');
}

function squashInteractively(scene: LinkScene): string {
  scene.rewriteWith(
    { GIT_SEQUENCE_EDITOR: todo('2s/^pick/squash/') },
    'rebase',
    '--quiet',
    '--interactive',
    'main',
  );
  scene.moveMain('elsewhere');
  return intoMain(scene);
}

/** As the button on a host does it; without a message with the one that git proposes. */
function squashMerge(scene: LinkScene, message?: string): string {
  scene.moveMain('elsewhere');
  scene.repository.git('checkout', '--quiet', 'main');
  scene.repository.git('merge', '--quiet', '--squash', 'feature');
  scene.rewriteWith(
    scene.repository.dates(),
    'commit',
    '--quiet',
    ...(message === undefined ? ['--no-edit'] : [`--message=${message}`]),
  );
  scene.repository.git('branch', '--quiet', '-D', 'feature');
  return scene.repository.git('rev-parse', 'HEAD');
}

/** The title of the pull request with its number, and every message below it. */
function hostMessage(scene: LinkScene): string {
  const messages = scene.repository
    .git('log', '--reverse', '-z', '--format=%B', 'main..feature')
    .split('\0')
    .map((message) => message.trim())
    .filter((message) => message !== '');
  return ['Fresh pages (#123)', ...messages.map((message) => `* ${message}`)].join('\n\n');
}

function intoMain(scene: LinkScene): string {
  const { holder, repository } = scene;
  repository.git('checkout', '--quiet', 'main');
  scene.rewrite('merge', '--quiet', 'feature');
  repository.git('branch', '--quiet', '-D', 'feature');
  repository.git('merge-base', '--is-ancestor', holder, 'main');
  return holder;
}

/** An editor that changes what it is given with one instruction of `sed`. */
function todo(instruction: string): string {
  return `sed -i.before -e '${instruction}'`;
}
