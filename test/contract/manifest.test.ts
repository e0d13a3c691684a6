import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import {
  boardPanelId,
  commandIds,
  contextKeys,
  settingKeys,
  viewIds,
  walkthroughId,
} from '../../src/extension/manifestNames.ts';

interface Capability {
  readonly supported: string;
  readonly description: string;
  readonly restrictedConfigurations?: readonly string[];
}

interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly main: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly icon: string;
  readonly browser?: string;
  readonly extensionKind: readonly string[];
  readonly capabilities: Readonly<Record<string, Capability>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly submenus: readonly { readonly id: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string }[]>>;
    readonly keybindings: readonly { readonly command: string }[];
    readonly walkthroughs: readonly {
      readonly id: string;
      readonly steps: readonly {
        readonly media: { readonly markdown: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
  };
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const { contributes } = manifest;

function sorted(names: Iterable<string>): readonly string[] {
  return [...new Set(names)].sort();
}

describe('the manifest', () => {
  it('contributes the commands that the code has, and no other', () => {
    assert.deepEqual(sorted(contributes.commands.map((one) => one.command)), sorted(commandIds));
  });

  it('names only commands that exist in menus, keys and welcome texts', () => {
    const texts = readFileSync('package.nls.json', 'utf8');
    const named = [
      ...Object.values(contributes.menus).flat(),
      ...contributes.keybindings,
      ...[...texts.matchAll(/\(command:(retrolog\.\w+)\)/g)].map((match) => ({ command: match[1] })),
    ].flatMap((one) => one.command ?? []);
    assert.deepEqual(
      named.filter((id) => !(commandIds as readonly string[]).includes(id)),
      [],
    );
  });

  it('contributes the settings that the code reads, and no other', () => {
    assert.deepEqual(
      sorted(Object.keys(contributes.configuration.properties)),
      sorted(settingKeys.map((key) => `retrolog.${key}`)),
    );
  });

  it('contributes the views that the code fills, and no other', () => {
    assert.deepEqual(
      sorted(
        Object.values(contributes.views)
          .flat()
          .map((view) => view.id),
      ),
      sorted(viewIds),
    );
  });

  it('depends only on context keys that the code sets, and on each of them', () => {
    const clauses = [...text.matchAll(/"when": "([^"]+)"/g)].map((match) => match[1] ?? '');
    const named = clauses.flatMap((clause) =>
      [...clause.matchAll(/retrolog\.\w+/g)].map((match) => match[0]),
    );
    assert.deepEqual(
      sorted(named.filter((name) => ![...viewIds, boardPanelId].includes(name))),
      sorted(contextKeys),
    );
  });

  it('[J124] says what works in restricted and virtual workspaces, and runs where the files are', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    assert.deepEqual([untrustedWorkspaces?.supported, virtualWorkspaces?.supported], ['limited', 'limited']);
    assert.deepEqual(manifest.extensionKind, ['workspace']);
    assert.equal(manifest.browser, undefined, 'a browser has no files and no git');
  });

  it('[E88] takes no setting from a restricted workspace that says where or what is written', () => {
    const harmless = [
      'openNewEntries',
      'suggestions',
      'codeLens',
      'hover',
      'dailyQuestion',
      'quiet',
      'offerDigest',
      'offerMoments',
    ];
    assert.deepEqual(
      sorted(manifest.capabilities['untrustedWorkspaces']?.restrictedConfigurations ?? []),
      sorted(settingKeys.filter((key) => !harmless.includes(key)).map((key) => `retrolog.${key}`)),
    );
  });

  it('has an English text for every key, and no text that nothing uses', () => {
    const keys = Object.keys(JSON.parse(readFileSync('package.nls.json', 'utf8')) as object);
    const used = [...text.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? '');
    assert.deepEqual(sorted(keys), sorted(used));
  });

  it('has a page for every step of the walkthrough, in the package too, and steps that end', () => {
    const walkthroughs = contributes.walkthroughs.map(
      ({ id }) => `${manifest.publisher}.${manifest.name}#${id}`,
    );
    assert.deepEqual(walkthroughs, [walkthroughId]);
    const steps = contributes.walkthroughs.flatMap((one) => one.steps);
    assert.deepEqual(
      sorted(steps.map(({ media }) => media.markdown)),
      sorted(readdirSync('media/walkthrough').map((name) => `media/walkthrough/${name}`)),
    );
    assert.match(readFileSync('.vscodeignore', 'utf8'), /^!media\/walkthrough\/\*\*$/m);
    const ends = steps.flatMap(({ completionEvents }) => completionEvents);
    const known = [...commandIds.map((id) => `onCommand:${id}`), ...viewIds.map((id) => `onView:${id}`)];
    assert.deepEqual(
      ends.filter((end) => !known.includes(end)),
      [],
    );
    assert.ok(steps.every(({ completionEvents }) => completionEvents.length > 0));
  });

  it('names an icon that is there', () => {
    assert.ok(existsSync(manifest.icon));
  });
});
