import { once } from 'node:events';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import * as vscode from 'vscode';
import { namingWords } from '../../core/board/namingWords.ts';
import type { Naming } from '../../core/templates/template.ts';
import { originIn } from '../../node/live/originIn.ts';
import type { Sharing } from '../board/sharedBoard.ts';
import { showBox, showPick } from '../showPrompt.ts';

interface PlaceItem extends vscode.QuickPickItem {
  readonly ask: () => Promise<Sharing | undefined>;
}

/** From where others come to a board, and whose names they see there; absent: as it is. */
export interface AskedSharing {
  readonly sharing: Sharing;
  readonly names?: Naming | undefined;
}

/**
 * Asks from where others come to a board and whose names they see; `undefined` where whoever is asked thought better
 * of it.
 *
 * @param namings what can be chosen, the present ones first; they are asked for where there is a choice
 */
export async function askSharing(namings: readonly Naming[]): Promise<AskedSharing | undefined> {
  const sharing = await askPlace();
  if (sharing === undefined || namings.length < 2) {
    return sharing && { sharing };
  }
  const names = await askNames(namings);
  return names && { sharing, names };
}

async function askNames(namings: readonly Naming[]): Promise<Naming | undefined> {
  const items = namings.map((naming) => ({ label: namingWords(naming), naming }));
  const chosen = await showPick(items, {
    title: vscode.l10n.t('Share this retro'),
    placeHolder: vscode.l10n.t('Whose names are seen on cards? It stays so once somebody has written.'),
  });
  return chosen?.naming;
}

async function askPlace(): Promise<Sharing | undefined> {
  const { t } = vscode.l10n;
  const items: readonly PlaceItem[] = [
    {
      label: `$(device-desktop) ${t('This machine only')}`,
      description: '127.0.0.1',
      detail: t('For browsers and editors on this machine'),
      ask: async () => ({ host: '127.0.0.1', port: 0, origins: [] }),
    },
    ...ownAddresses().map(({ name, address }) => ({
      label: `$(radio-tower) ${t('This network')}`,
      description: `${address} (${name})`,
      detail: t('For everyone who reaches this machine there; not encrypted'),
      ask: () => confirmNetwork(address),
    })),
    {
      label: `$(globe) ${t('An address that you forward…')}`,
      description: t('a tunnel, or the editor’s Ports view'),
      detail: t('For people anywhere; as private as what forwards it'),
      ask: askForwarded,
    },
  ];
  const chosen = await showPick(items, {
    title: t('Share this retro'),
    placeHolder: t('From where do the others come?'),
  });
  return chosen?.ask();
}

/** The addresses of this machine in its networks. */
function ownAddresses(): readonly { readonly name: string; readonly address: string }[] {
  return Object.entries(networkInterfaces()).flatMap(([name, addresses = []]) =>
    addresses.flatMap(({ family, internal, address }) =>
      family === 'IPv4' && !internal ? [{ name, address }] : [],
    ),
  );
}

async function confirmNetwork(host: string): Promise<Sharing | undefined> {
  const share = vscode.l10n.t('Share It');
  const detail = vscode.l10n.t(
    'It is not encrypted: whoever is on this network can read along. You let in each person who has the invitation.',
  );
  const question = vscode.l10n.t('Share this retro at {0}?', host);
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, share);
  return answer === share ? { host, port: 0, origins: [] } : undefined;
}

async function askForwarded(): Promise<Sharing | undefined> {
  const port = await freePort();
  const given = await showBox({
    title: vscode.l10n.t('Forward port {0}', port),
    prompt: vscode.l10n.t('Forward port {0} of this machine, then paste the address that leads to it.', port),
    placeHolder: 'https://retro.example.com',
    validateInput: (text) =>
      originIn(text.trim()) === undefined
        ? vscode.l10n.t('Paste an address like https://retro.example.com, without a path.')
        : undefined,
  });
  const origin = originIn(given?.trim() ?? '');
  return origin === undefined ? undefined : { host: '127.0.0.1', port, origins: [origin] };
}

/** One that nobody has: whoever forwards it has to know it before there is a server. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  server.close();
  await once(server, 'close');
  return typeof at === 'object' && at !== null ? at.port : 0;
}
