import { appendFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GitRepository } from '../../support/gitRepository.ts';
import type { Canary, Trap } from './canary.ts';

const touched = 'file.txt';

function configured(key: string, value: (canary: Canary) => string = ({ program }) => program): Trap['set'] {
  return (repository, canary) => repository.git('config', key, value(canary));
}

/** Sets `* <attribute>=evil` and what `evil` is, and changes a file so that git has to look. */
function attribute(name: string, key: string): Trap['set'] {
  return (repository, canary) => {
    repository.write('.gitattributes', `* ${name}=evil\n`);
    repository.git('config', key, canary.program);
    repository.write(touched, 'ONE\n');
  };
}

/** A commit on top whose signature was never made by anyone. */
function forgedSignature(kind: string): (repository: GitRepository) => void {
  return (repository) => {
    const [tree, parent] = [repository.git('rev-parse', 'HEAD^{tree}'), repository.git('rev-parse', 'HEAD')];
    const who = 'Ada Lovelace <ada@example.com> 1767603600 +0000';
    const signature = `gpgsig -----BEGIN ${kind}-----\n \n AAAA\n -----END ${kind}-----\n`;
    const commit = `tree ${tree}\nparent ${parent}\nauthor ${who}\ncommitter ${who}\n${signature}\nSigned\n`;
    repository.git('update-ref', 'refs/heads/main', repository.store('commit', commit));
    repository.git('config', 'log.showSignature', 'true');
  };
}

/** Takes the tree of the last commit away and names a remote that could bring it back. */
function promisor(url: (canary: Canary) => string, more: Readonly<Record<string, string>> = {}): Trap['set'] {
  return (repository, canary) => {
    const tree = repository.git('rev-parse', 'HEAD^{tree}');
    const settings = {
      'core.repositoryFormatVersion': '1',
      'extensions.partialClone': 'origin',
      'remote.origin.promisor': 'true',
      'remote.origin.partialCloneFilter': 'tree:0',
      'remote.origin.url': url(canary),
      'protocol.allow': 'always',
      ...Object.fromEntries(Object.entries(more).map(([key, value]) => [key, value || canary.program])),
    };
    for (const [key, value] of Object.entries(settings)) {
      repository.git('config', key, value);
    }
    rmSync(join(repository.folder, '.git', 'objects', tree.slice(0, 2), tree.slice(2)));
  };
}

const missingTree = [
  ['log', '--name-only'],
  ['cat-file', '-p', 'HEAD^{tree}'],
];
const allHooks = [
  'post-index-change',
  'reference-transaction',
  'pre-commit',
  'post-checkout',
  'fsmonitor-watchman',
];

function hooksIn(folder: (repository: GitRepository) => string): Trap['set'] {
  return (repository, canary) => {
    for (const hook of allHooks) {
      canary.putAt(join(folder(repository), hook));
    }
  };
}

/** A repository without a work tree of its own, as plain files in the log's folder. */
function nestedBare(repository: GitRepository, canary: Canary): void {
  const nested = join(repository.folder, 'retro', 'nested');
  repository.run({ folder: repository.base }, 'clone', '--quiet', '--bare', repository.folder, nested);
  appendFileSync(
    join(nested, 'config'),
    `[core]\n\tbare = false\n\tworktree = ..\n\tfsmonitor = ${canary.program}\n`,
  );
}

function hostileSubmodule(repository: GitRepository, canary: Canary): void {
  const inner = join(repository.folder, 'inner');
  repository.run({ folder: repository.base }, 'clone', '--quiet', repository.folder, inner);
  repository.write('.gitmodules', '[submodule "inner"]\n\tpath = inner\n\turl = ./inner\n');
  repository.git('add', '.gitmodules', 'inner');
  repository.run({ folder: inner }, 'config', 'core.fsmonitor', canary.program);
}

function injectedOptions(repository: GitRepository, canary: Canary): void {
  const lines = ['path = inner', 'url = -u./x', `update = !${canary.program}`];
  repository.write('.gitmodules', `[submodule "inner"]\n${lines.map((line) => `\t${line}\n`).join('')}`);
}

function hugeAttributes(repository: GitRepository): void {
  repository.write('.gitattributes', '* text\n');
  truncateSync(join(repository.folder, '.gitattributes'), 101 * 1024 * 1024);
}

/** Everything that a repository is known to be able to do to whoever runs git in it. */
export const traps: readonly Trap[] = [
  { name: '[E79] core.fsmonitor', set: configured('core.fsmonitor'), sprungBy: [['status']] },
  {
    name: '[E80] core.hooksPath',
    sprungBy: [['add', '--all']],
    set: (repository, canary) => {
      hooksIn(({ base }) => join(base, 'hooks'))(repository, canary);
      repository.git('config', 'core.hooksPath', join(repository.base, 'hooks'));
      repository.write(touched, 'ONE\n');
    },
  },
  {
    name: '[E80] .git/hooks',
    sprungBy: [['update-ref', 'refs/heads/other', 'HEAD']],
    set: hooksIn(({ folder }) => join(folder, '.git', 'hooks')),
  },
  {
    name: '[E81] filter clean',
    set: attribute('filter', 'filter.evil.clean'),
    sprungBy: [['status'], ['diff'], ['blame', touched]],
    runsWhenStaging: true,
  },
  {
    name: '[E81] filter smudge',
    set: attribute('filter', 'filter.evil.smudge'),
    sprungBy: [['checkout', '--force', '--', touched]],
  },
  {
    name: '[E81] filter process',
    set: attribute('filter', 'filter.evil.process'),
    sprungBy: [['status'], ['diff'], ['blame', touched]],
    runsWhenStaging: true,
  },
  {
    name: '[E82] diff textconv',
    set: attribute('diff', 'diff.evil.textconv'),
    sprungBy: [['log', '-p'], ['diff'], ['blame', 'HEAD', '--', touched]],
  },
  {
    name: '[E82] diff command',
    set: attribute('diff', 'diff.evil.command'),
    sprungBy: [['log', '-p', '--ext-diff'], ['diff'], ['diff-tree', '-p', '--ext-diff', 'HEAD']],
  },
  {
    name: '[E82] diff.external',
    sprungBy: [['diff']],
    set: (repository, canary) => {
      repository.git('config', 'diff.external', canary.program);
      repository.write(touched, 'ONE\n');
    },
  },
  {
    name: '[E83] forged PGP signature',
    sprungBy: [['log']],
    set: (repository, canary) => {
      forgedSignature('PGP SIGNATURE')(repository);
      repository.git('config', 'gpg.program', canary.program);
    },
  },
  {
    name: '[E83] forged SSH signature',
    sprungBy: [['log']],
    set: (repository, canary) => {
      forgedSignature('SSH SIGNATURE')(repository);
      repository.git('config', 'gpg.ssh.program', canary.program);
      repository.git('config', 'gpg.ssh.allowedSignersFile', canary.program);
    },
  },
  {
    name: '[E83] forged X.509 signature',
    sprungBy: [['log']],
    set: (repository, canary) => {
      forgedSignature('SIGNED MESSAGE')(repository);
      repository.git('config', 'gpg.x509.program', canary.program);
    },
  },
  {
    name: '[E84] promisor over ext::',
    set: promisor(({ program }) => `ext::${program}`),
    sprungBy: missingTree,
  },
  {
    name: '[E84] promisor with core.sshCommand',
    sprungBy: missingTree,
    set: promisor(() => 'ssh://host.invalid/x', { 'core.sshCommand': '' }),
  },
  {
    name: '[E84] promisor with core.gitProxy',
    sprungBy: missingTree,
    set: promisor(() => 'git://host.invalid/x', { 'core.gitProxy': '' }),
  },
  {
    name: '[E84] promisor with uploadpack',
    sprungBy: missingTree,
    set: promisor(() => '/', { 'remote.origin.uploadpack': '' }),
  },
  {
    name: '[E84] credential.helper',
    set: configured('credential.helper', ({ program }) => `!${program}`),
    sprungBy: [['credential', 'fill']],
  },
  { name: '[E84] core.askPass', set: configured('core.askPass'), sprungBy: [['credential', 'fill']] },
  {
    name: '[E85] alias of a command',
    set: configured('alias.log', ({ program }) => `!${program}`),
    sprungBy: { why: 'git never takes an alias for a command of its own' },
  },
  {
    name: '[E85] alias of a new word',
    set: configured('alias.show-me', ({ program }) => `!${program}`),
    sprungBy: [['show-me']],
  },
  {
    name: '[E85] core.pager',
    set: configured('core.pager'),
    sprungBy: { why: 'git starts a pager on a terminal alone' },
  },
  {
    name: '[E85] pager.log',
    set: configured('pager.log'),
    sprungBy: { why: 'git starts a pager on a terminal alone' },
  },
  { name: '[E85] core.editor', set: configured('core.editor'), sprungBy: [['commit', '--amend']] },
  {
    name: '[E85] core.alternateRefsCommand',
    sprungBy: [['rev-list', '--alternate-refs']],
    set: (repository, canary) => {
      const other = join(repository.base, 'other');
      repository.run({ folder: repository.base }, 'clone', '--quiet', '--bare', repository.folder, other);
      repository.write('.git/objects/info/alternates', `${join(other, 'objects')}\n`);
      repository.git('config', 'core.alternateRefsCommand', canary.program);
    },
  },
  {
    name: '[E85] include.path',
    sprungBy: [['status']],
    set: (repository, canary) => {
      writeFileSync(join(repository.base, 'anyone'), `[core]\n\tfsmonitor = ${canary.program}\n`);
      repository.git('config', 'include.path', join(repository.base, 'anyone'));
    },
  },
  {
    name: '[E85] config.worktree',
    sprungBy: [['status']],
    set: (repository, canary) => {
      repository.git('config', 'extensions.worktreeConfig', 'true');
      repository.write('.git/config.worktree', `[core]\n\tfsmonitor = ${canary.program}\n`);
    },
  },
  {
    name: '[E86] nested bare repository, from outside',
    set: nestedBare,
    sprungBy: [['-C', 'retro/nested', '-c', 'safe.bareRepository=all', 'status']],
  },
  {
    name: '[E86] nested bare repository, from inside',
    set: nestedBare,
    folder: 'retro/nested',
    sprungBy: [['-C', 'retro/nested', '-c', 'safe.bareRepository=all', 'status']],
  },
  { name: '[E87] submodule with a configuration of its own', set: hostileSubmodule, sprungBy: [['status']] },
  {
    name: '[E87] .gitmodules with options for an address',
    set: injectedOptions,
    sprungBy: { why: 'git refuses such a file, and reads it for submodules alone' },
  },
  {
    name: '[E87] .gitattributes of 101 MB',
    set: hugeAttributes,
    sprungBy: { why: 'it costs time and starts nothing' },
  },
  {
    name: '[E88] a git in the repository, and PATH looks there',
    sprungBy: [['status']],
    set: (repository, canary) => {
      canary.putAt(join(repository.folder, 'git'));
    },
    environment: ({ environment }) => ({ PATH: `.:${environment['PATH']}` }),
  },
];
