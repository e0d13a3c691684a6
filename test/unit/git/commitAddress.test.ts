import assert from 'node:assert/strict';
import { commitAddress } from '../../../src/core/git/commitAddress.ts';

const sha = 'a1'.repeat(20);

function address(remote: string): string | undefined {
  return commitAddress(remote, sha)?.replace(sha, 'SHA');
}

describe('where a commit can be seen in a browser', () => {
  const known: Readonly<Record<string, readonly string[]>> = {
    'https://github.com/us/shop/commit/SHA': [
      'https://github.com/us/shop.git',
      'https://github.com/us/shop',
      'https://github.com/us/shop/',
      'https://www.github.com/us/shop',
      'http://github.com/us/shop.git',
      'git@github.com:us/shop.git',
      'github.com:us/shop',
      'git@github.com:/us/shop.git',
      'ssh://git@github.com/us/shop.git',
      'ssh://git@github.com:22/us/shop.git',
      'ssh://git@ssh.github.com:443/us/shop.git',
      'git+ssh://git@github.com/us/shop.git',
      'HTTPS://GitHub.com/us/shop.git',
    ],
    'https://github.com/us/shop.js/commit/SHA': [
      'git@github.com:us/shop.js.git',
      'git@github.com:us/shop.js',
    ],
    'https://github.example.org/us/shop/commit/SHA': ['git@github.example.org:us/shop.git'],
    'https://gitlab.com/us/shop/-/commit/SHA': [
      'https://gitlab.com/us/shop.git',
      'git@gitlab.com:us/shop.git',
      'ssh://git@altssh.gitlab.com:443/us/shop.git',
    ],
    'https://gitlab.com/us/web/front/shop/-/commit/SHA': ['git@gitlab.com:us/web/front/shop.git'],
    'https://gitlab.example.org/us/shop/-/commit/SHA': [
      'https://gitlab.example.org:8443/us/shop.git',
      'ssh://git@gitlab.example.org:2222/us/shop.git',
    ],
    'https://bitbucket.org/us/shop/commits/SHA': [
      'https://ada@bitbucket.org/us/shop.git',
      'git@bitbucket.org:us/shop.git',
    ],
    'https://dev.azure.com/us/My%20Shop/_git/shop/commit/SHA': [
      'https://us@dev.azure.com/us/My%20Shop/_git/shop',
      'https://us.visualstudio.com/My%20Shop/_git/shop',
      'https://us.visualstudio.com/DefaultCollection/My%20Shop/_git/shop',
      'git@ssh.dev.azure.com:v3/us/My%20Shop/shop',
      'us@vs-ssh.visualstudio.com:v3/us/My%20Shop/shop',
    ],
    'https://dev.azure.com/us/_git/shop/commit/SHA': ['https://dev.azure.com/us/_git/shop'],
  };
  for (const [expected, remotes] of Object.entries(known)) {
    for (const remote of remotes) {
      it(`is ${expected} for ${remote}`, () => assert.equal(address(remote), expected));
    }
  }

  for (const remote of [
    'https://ada:secret@github.com/us/shop.git',
    'https://token@github.com/us/shop.git',
    'https://x-access-token:ghp_abc%40@github.com/us/shop.git',
  ]) {
    it(`holds no user and no password of ${remote}`, () =>
      assert.equal(address(remote), 'https://github.com/us/shop/commit/SHA'));
  }

  for (const remote of [
    '',
    '/srv/git/shop.git',
    '../shop.git',
    'C:\\git\\shop',
    'C:/git/shop',
    'file:///srv/git/shop.git',
    'https://example.com/us/shop.git',
    'https://github.com@evil.example/us/shop',
    'https://github.com:x@evil.example/us/shop',
    'https://evil.example/github.com/us/shop',
    'https://mygithub.com/us/shop',
    'https://github.com/us',
    'https://github.com/us/shop/tree/main',
    'https://github.com/../shop',
    'https://github.com/us/%2e%2e',
    'https://github.com/us/shop?x=1',
    'https://github.com/us/shop#x',
    'https://github.com/us/%0ashop',
    'https://github.com\\@evil.example/us/shop',
    'javascript:alert(1)',
    'command:workbench.action.quit',
    'ext::sh -c true',
    'github-of-work:us/shop.git',
    'https://dev.azure.com/us/shop',
    'git@ssh.dev.azure.com:us/My/shop',
    'git@ssh.dev.azure.com:v3/us/My/shop/more',
  ]) {
    it(`is not known for ${JSON.stringify(remote)} [B32] [B33]`, () =>
      assert.equal(address(remote), undefined));
  }
});
