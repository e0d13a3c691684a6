import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { compareAudits } from '../../../src/core/audit/compareAudits.ts';
import { locatePlace } from '../../../src/core/code/locatePlace.ts';
import { addDays } from '../../../src/core/dates.ts';
import type { Entry } from '../../../src/core/entries/entry.ts';
import { type EntryKind, entryKinds } from '../../../src/core/entries/kinds.ts';
import { parseFile, type ParsedFile } from '../../../src/core/format/parseFile.ts';
import { listPages } from '../../../src/core/log/listPages.ts';
import { parseTeamSettings } from '../../../src/core/team/teamSettings.ts';
import { makeSampleRepository, type Sample } from '../../sample/makeSampleRepository.ts';
import { runGit } from '../../sample/sealedGit.ts';
import { TemporaryFolder } from '../../support/temporaryFolder.ts';

const until = '2026-11-23';
const seed = 1;

describe('the sample repository', () => {
  const temporary = new TemporaryFolder();
  const folder = temporary.at('shop');
  let sample: Sample;
  let pages: readonly (ParsedFile & { readonly path: string })[];
  let entries: readonly Entry[];

  const git = async (...args: string[]): Promise<string[]> =>
    (await runGit(folder, args)).split('\n').filter((line) => line !== '');
  const textAt = (path: string): string | undefined =>
    existsSync(temporary.at('shop', path)) ? readFileSync(temporary.at('shop', path), 'utf8') : undefined;

  before(async () => {
    sample = await makeSampleRepository({ folder, seed, until });
    const paths = (await git('ls-files', 'retro')).filter((path) => path.endsWith('.md'));
    pages = paths.map((path) => ({ path, ...parseFile(path, textAt(path) ?? '') }));
    entries = pages.flatMap(({ entry }) => entry ?? []);
  });

  after(() => temporary.remove());

  it('is as large as it says', async () => {
    assert.equal((await git('rev-parse', 'HEAD')).join(), sample.head);
    assert.equal(entries.length, sample.entries);
    const ofMain = (await git('rev-list', 'HEAD')).length;
    assert.ok(ofMain >= 320 && ofMain <= 420, `${ofMain} commits`);
    assert.ok(
      sample.commits >= ofMain && sample.commits <= 420,
      `${sample.commits} commits with all branches`,
    );
    assert.ok(entries.length >= 140 && entries.length <= 200, `${entries.length} entries`);
  });

  it('has a year of weeks, and nothing on or after its end', async () => {
    const days = (await git('log', '--all', '--format=%as')).sort();
    assert.ok(days.every((day) => day < until));
    assert.ok((days[0] ?? '') <= addDays(until, -357), days[0]);
    assert.ok(entries.every(({ date }) => date < until));
    const lastWeek = entries.filter(({ date }) => date >= addDays(until, -7));
    assert.ok(lastWeek.length >= 4, `${lastWeek.length} entries in the last week`);
  });

  it('has only files that the parser has nothing to say about', () => {
    assert.deepEqual(
      pages.flatMap(({ problems }) => problems),
      [],
    );
    assert.deepEqual(
      pages.filter(({ entry, page }) => entry === undefined && page === undefined),
      [],
    );
    assert.deepEqual(parseTeamSettings('retro/retro.yml', textAt('retro/retro.yml') ?? '').problems, []);
  });

  it('has entries of every kind and in every state', () => {
    const least: Readonly<Record<EntryKind, number>> = {
      win: 15,
      failure: 15,
      learning: 20,
      experiment: 20,
      action: 25,
      kudos: 12,
      blocker: 6,
    };
    for (const kind of entryKinds) {
      assert.ok(entries.filter((entry) => entry.kind === kind).length >= least[kind], kind);
    }
    const states = new Set(entries.map(({ kind, status }) => `${kind} ${status}`));
    for (const state of [
      'experiment running',
      'experiment concluded',
      'action open',
      'action done',
      'action dropped',
      'blocker open',
      'blocker cleared',
    ]) {
      assert.ok(states.has(state), state);
    }
    assert.equal(new Set(entries.flatMap(({ outcome }) => outcome ?? [])).size, 4);
    assert.ok(
      entries.some(({ status, due }) => status === 'open' && due !== undefined && due < until),
      'overdue',
    );
    assert.ok(entries.filter(({ kind }) => kind === 'experiment').every(({ testable }) => testable));
  });

  it('has meetings, a survey, and two audits that can be compared', () => {
    const kinds = pages.flatMap(({ page }) => page?.kind ?? []);
    assert.ok(kinds.filter((kind) => kind === 'meeting').length >= 2);
    assert.ok(kinds.includes('pulse'));
    const found = pages.flatMap(({ page }) => (page === undefined ? [] : page));
    const [now, before] = listPages(found, 'audit').flatMap(({ audit }) => audit ?? []);
    assert.ok(now !== undefined && before !== undefined);
    const comparison = compareAudits(before, now);
    assert.ok(comparison.state === 'compared' && comparison.moved.length >= 3);
  });

  it('links to entries and meetings that are there and not later', () => {
    const dates = new Map(
      pages.flatMap(({ entry, page }) =>
        (entry ?? page) ? [[(entry ?? page)?.id, (entry ?? page)?.date]] : [],
      ),
    );
    for (const { title, date, links } of entries) {
      for (const link of links) {
        assert.ok((dates.get(link) ?? 'nothing') <= date, `${title} follows ${link}`);
      }
    }
  });

  it('links to commits that are reachable, but for the few that a squash lost', async () => {
    const reachable = new Set(await git('rev-list', '--all'));
    const linked = entries.flatMap(({ commits }) => commits);
    const lost = linked.filter(({ sha }) => !reachable.has(sha));
    assert.ok(linked.length >= 80, `${linked.length} links`);
    assert.ok(lost.length >= 2 && lost.length <= 8, `${lost.length} lost links`);
    assert.ok(lost.every(({ subject, authored, pr }) => subject && authored && pr));
    const subjects = new Set(await git('log', '--all', '--format=%H %s'));
    for (const { sha, subject } of linked.filter(({ sha }) => reachable.has(sha))) {
      assert.ok(subjects.has(`${sha} ${subject}`), subject);
    }
  });

  it('names entries in the commits that brought them', async () => {
    const named = (await git('log', '--format=%B')).flatMap((line) => /^Retro: (\w+)$/.exec(line)?.[1] ?? []);
    assert.ok(named.length >= 5);
    assert.ok(named.every((id) => entries.some((entry) => entry.id === id)));
  });

  it('has merges, reverts, releases, lost and open branches, and several people behind a mailmap', async () => {
    assert.ok((await git('rev-list', '--merges', 'HEAD')).length >= 10);
    assert.ok((await git('log', '--format=%s', '--grep=^This reverts commit')).length >= 2);
    assert.ok((await git('tag', '--list', 'v*')).length >= 10);
    const branches = (await git('branch', '--no-merged', 'main')).length;
    assert.ok(branches >= 3, `${branches} open branches`);
    const names = new Set(await git('log', '--format=%an'));
    const people = new Set(await git('log', '--format=%aN'));
    assert.ok(people.size >= 7 && people.size < names.size, [...names].join());
    assert.ok(
      (await git('log', '--all', '--format=%ae')).every((address) => address.endsWith('example.org')),
    );
  });

  it('has places in the code that are here, moved and gone, and recent ones that can be opened', () => {
    const found = entries.flatMap(({ date, code }) =>
      code.map((place) => ({ date, place, ...locatePlace(place, textAt(place.path)) })),
    );
    const recent = found.filter(({ date }) => date >= addDays(until, -60));
    assert.ok(recent.length >= 8, `${recent.length} recent places`);
    assert.deepEqual(
      recent.filter(({ place }) => textAt(place.path) === undefined),
      [],
    );
    const open = recent.filter(({ state }) => state !== 'gone').length;
    assert.ok(open >= 0.75 * recent.length, `${open} of ${recent.length}`);
    for (const state of ['here', 'moved', 'gone']) {
      assert.ok(found.filter((place) => place.state === state).length >= 3, state);
    }
  });

  it('is a whole and clean repository', async () => {
    assert.equal(await runGit(folder, ['fsck', '--strict', '--no-dangling', '--no-progress']), '');
    assert.equal(await runGit(folder, ['status', '--porcelain']), '');
  });
});

describe('making the sample repository again', () => {
  const temporary = new TemporaryFolder();
  const made = async (name: string, request = { seed, until }): Promise<string> => {
    const { head } = await makeSampleRepository({ folder: temporary.at(name), ...request });
    const references = await runGit(temporary.at(name), ['for-each-ref']);
    return `${head}\n${references}`;
  };
  let first: string;

  before(async () => {
    first = await made('first');
  });

  after(() => temporary.remove());

  it('gives the same hashes for the same seed and end', async () => {
    assert.equal(await made('again'), first);
  });

  it('gives the same hashes in another zone and language, and whatever git is configured to do', async () => {
    temporary.write(
      'gitconfig',
      '[user]\n\tname = Somebody\n[core]\n\tautocrlf = true\n[init]\n\tdefaultBranch = trunk\n',
    );
    const changed = {
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      GIT_CONFIG_GLOBAL: temporary.at('gitconfig'),
      GIT_AUTHOR_DATE: '2001-01-01T00:00:00Z',
      GIT_DEFAULT_HASH: 'sha256',
    };
    const before = { ...process.env };
    try {
      Object.assign(process.env, changed);
      assert.equal(await made('elsewhere'), first);
    } finally {
      for (const name of Object.keys(changed)) {
        const value = before[name];
        if (value === undefined) {
          delete process.env[name];
        } else {
          process.env[name] = value;
        }
      }
    }
  });

  it('gives other hashes for another seed', async () => {
    assert.notEqual(await made('other', { seed: 2, until }), first);
  });

  for (const [day, other] of [
    ['2025-01-01', 3],
    ['2026-06-15', 4],
    ['2028-02-29', 5],
  ] as const) {
    it(`tells the year that ends at ${day}`, async () => {
      const folder = temporary.at(day);
      const { commits, entries } = await makeSampleRepository({ folder, seed: other, until: day });
      assert.ok(commits >= 320 && commits <= 420, `${commits} commits`);
      const paths = (await runGit(folder, ['ls-files', 'retro/entries'])).trim().split('\n');
      assert.equal(paths.length, entries);
      const problems = paths.flatMap((path) => parseFile(path, temporary.textOf(`${day}/${path}`)).problems);
      assert.deepEqual(problems, []);
    });
  }
});
